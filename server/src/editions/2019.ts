/** The trial form of 国办公开办函〔2019〕60号, for fiscal years 2019 and 2020; some offices went on using its tables. */
import { REQUEST_ROWS_AFTER_OTHER, REQUEST_ROWS_BEFORE_OTHER, remedyTable, requestRow, requestTable } from './common';
import { article, FORM_2019 } from './law';
import type { ColumnSpec, Edition, RowSpec } from './types';

const DOCUMENTS: readonly ColumnSpec[] = [
  { id: 'newlyMade', title: '本年新制作数量', quantity: 'count', unit: '件' },
  { id: 'newlyDisclosed', title: '本年新公开数量', quantity: 'count', unit: '件' },
  { id: 'totalDisclosed', title: '对外公开总数量', quantity: 'count', unit: '件' },
];
const ITEMS: readonly ColumnSpec[] = [
  { id: 'previousItems', title: '上一年项目数量', quantity: 'count', unit: '件' },
  // Signed: 减用负值表示.
  { id: 'change', title: '本年增/减', quantity: 'change', unit: '件' },
];
const DECISIONS: readonly ColumnSpec[] = [...ITEMS, { id: 'decisions', title: '处理决定数量', quantity: 'count', unit: '件' }];
const PROCUREMENT: readonly ColumnSpec[] = [
  { id: 'items', title: '采购项目数量', quantity: 'count', unit: '件' },
  { id: 'amount', title: '采购总金额', quantity: 'amount', unit: '万元' },
];

const block = (id: string, title: string, en: string, item: string, columns: readonly ColumnSpec[], aliases?: readonly string[]): RowSpec => ({
  id,
  title,
  group: `第二十条第（${item}）项`,
  columns,
  meaning: { zh: title, en },
  law: article(`20（${item}）`),
  ...(aliases ? { aliases } : {}),
});

const disclosureRows: readonly RowSpec[] = [
  block('rules', '规章', 'rules', '一', DOCUMENTS),
  block('normativeDocuments', '规范性文件', 'normative documents', '一', DOCUMENTS, ['行政规范性文件']),
  block('licensing', '行政许可', 'licensing', '五', DECISIONS),
  block('otherServices', '其他对外管理服务事项', 'other services to the public', '五', DECISIONS),
  block('penalties', '行政处罚', 'penalties', '六', DECISIONS),
  block('coercion', '行政强制', 'coercive measures', '六', DECISIONS),
  block('fees', '行政事业性收费', 'administrative fees', '八', ITEMS),
  block('procurement', '政府集中采购', 'centralised procurement', '九', PROCUREMENT),
];

const requestRows: readonly RowSpec[] = [
  ...REQUEST_ROWS_BEFORE_OTHER,
  requestRow('other', '（六）其他处理', '其他处理情形', 'other', undefined, { aliases: ['（六）其他'] }),
  ...REQUEST_ROWS_AFTER_OTHER,
];

const HEAD = '信息内容';
const titles = (columns: readonly ColumnSpec[]): string[] => columns.map(({ title }) => title);

export const EDITION_2019: Edition = {
  id: '2019',
  years: [2019, 2020],
  source: FORM_2019,
  marks: /本年新制作数量|本年新公开数量|对外公开总数量|上一年项目数量|其他对外管理服务事项|政府集中采购/,
  tables: [
    {
      id: 'proactiveDisclosure',
      edition: '2019',
      section: 'proactiveDisclosure',
      name: { zh: '表二（主动公开政府信息情况）', en: 'table 二 (proactive disclosure)' },
      rows: disclosureRows,
      columns: [...DOCUMENTS, ...DECISIONS, ...PROCUREMENT],
      equations: [],
      skeleton: [
        { cells: ['第二十条第（一）项'] },
        { cells: [HEAD, ...titles(DOCUMENTS)] },
        { cells: ['规章'], row: 'rules' },
        { cells: ['规范性文件'], row: 'normativeDocuments' },
        { cells: ['第二十条第（五）项'] },
        { cells: [HEAD, ...titles(DECISIONS)] },
        { cells: ['行政许可'], row: 'licensing' },
        { cells: ['其他对外管理服务事项'], row: 'otherServices' },
        { cells: ['第二十条第（六）项'] },
        { cells: [HEAD, ...titles(DECISIONS)] },
        { cells: ['行政处罚'], row: 'penalties' },
        { cells: ['行政强制'], row: 'coercion' },
        { cells: ['第二十条第（八）项'] },
        { cells: [HEAD, ...titles(ITEMS)] },
        { cells: ['行政事业性收费'], row: 'fees' },
        { cells: ['第二十条第（九）项'] },
        { cells: [HEAD, '采购项目数量', '采购总金额（单位：万元）'] },
        { cells: ['政府集中采购'], row: 'procurement' },
      ],
    },
    requestTable('2019', requestRows),
    remedyTable('2019'),
  ],
};
