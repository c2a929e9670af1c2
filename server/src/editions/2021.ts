/** The form of 国办公开办函〔2021〕30号, for fiscal years from 2021 on. */
import { REQUEST_ROWS_AFTER_OTHER, REQUEST_ROWS_BEFORE_OTHER, remedyTable, requestRow, requestTable } from './common';
import { article, FORM_2021 } from './law';
import type { ColumnSpec, Edition, RowSpec } from './types';

const DOCUMENTS: readonly ColumnSpec[] = [
  { id: 'issued', title: '本年制发件数', quantity: 'count', unit: '件' },
  { id: 'repealed', title: '本年废止件数', quantity: 'count', unit: '件' },
  { id: 'inForce', title: '现行有效件数', quantity: 'count', unit: '件' },
];
const DECISIONS: readonly ColumnSpec[] = [{ id: 'decisions', title: '本年处理决定数量', quantity: 'count', unit: '件' }];
const FEE: readonly ColumnSpec[] = [{ id: 'amount', title: '本年收费金额（单位：万元）', quantity: 'amount', unit: '万元' }];

const disclosureRows: readonly RowSpec[] = [
  { id: 'rules', title: '规章', group: '第二十条第（一）项', columns: DOCUMENTS, meaning: { zh: '规章', en: 'rules (部门规章、地方政府规章)' }, law: article('20（一）') },
  {
    id: 'normativeDocuments',
    title: '行政规范性文件',
    group: '第二十条第（一）项',
    aliases: ['规范性文件'],
    columns: DOCUMENTS,
    meaning: { zh: '行政规范性文件', en: 'administrative normative documents' },
    law: article('20（一）'),
  },
  { id: 'licensing', title: '行政许可', group: '第二十条第（五）项', columns: DECISIONS, meaning: { zh: '本年作出的行政许可决定', en: 'licensing decisions' }, law: article('20（五）') },
  { id: 'penalties', title: '行政处罚', group: '第二十条第（六）项', columns: DECISIONS, meaning: { zh: '本年作出的行政处罚决定', en: 'penalty decisions' }, law: article('20（六）') },
  { id: 'coercion', title: '行政强制', group: '第二十条第（六）项', columns: DECISIONS, meaning: { zh: '本年作出的行政强制决定', en: 'coercive measures' }, law: article('20（六）') },
  { id: 'fees', title: '行政事业性收费', group: '第二十条第（八）项', columns: FEE, meaning: { zh: '本年行政事业性收费金额，单位万元', en: 'administrative fees collected, in 万元' }, law: article('20（八）') },
];

const requestRows: readonly RowSpec[] = [
  ...REQUEST_ROWS_BEFORE_OTHER,
  requestRow(
    'other.correctionOverdue',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '逾期不补正，视为放弃申请',
    'correction overdue, request treated as abandoned',
    article('30'),
    { group: '（六）其他处理', aliases: ['1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请'] },
  ),
  requestRow(
    'other.feeOverdue',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '逾期未缴纳信息处理费',
    'processing fee overdue',
    article('42'),
    { group: '（六）其他处理' },
  ),
  requestRow('other.other', '3.其他', '其他处理情形', 'other', undefined, { group: '（六）其他处理' }),
  ...REQUEST_ROWS_AFTER_OTHER,
];

const HEAD = '信息内容';

export const EDITION_2021: Edition = {
  id: '2021',
  years: [2021, undefined],
  source: FORM_2021,
  marks: /本年制发件数|本年废止件数|现行有效件数|本年处理决定数量|本年收费金额/,
  tables: [
    {
      id: 'proactiveDisclosure',
      edition: '2021',
      section: 'proactiveDisclosure',
      name: { zh: '表二（主动公开政府信息情况）', en: 'table 二 (proactive disclosure)' },
      rows: disclosureRows,
      columns: [...DOCUMENTS, ...DECISIONS, ...FEE],
      equations: [],
      skeleton: [
        { cells: ['第二十条第（一）项'] },
        { cells: [HEAD, ...DOCUMENTS.map(({ title }) => title)] },
        { cells: ['规章'], row: 'rules' },
        { cells: ['行政规范性文件'], row: 'normativeDocuments' },
        { cells: ['第二十条第（五）项'] },
        { cells: [HEAD, DECISIONS[0]!.title] },
        { cells: ['行政许可'], row: 'licensing' },
        { cells: ['第二十条第（六）项'] },
        { cells: [HEAD, DECISIONS[0]!.title] },
        { cells: ['行政处罚'], row: 'penalties' },
        { cells: ['行政强制'], row: 'coercion' },
        { cells: ['第二十条第（八）项'] },
        { cells: [HEAD, FEE[0]!.title] },
        { cells: ['行政事业性收费'], row: 'fees' },
      ],
    },
    requestTable('2021', requestRows),
    remedyTable('2021'),
  ],
};
