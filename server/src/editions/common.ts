/** What the tables of the 2019 and the 2021 form share: columns, rows that did not change, equations. */
import type { ColumnSpec, EditionId, Equation, LawRef, RowSpec, SkeletonRow, TableSpec, Term } from './types';
import { article } from './law';

const count = (id: string, title: string): ColumnSpec => ({ id, title, quantity: 'count', unit: '件' });

/** 表三: applicants, then 总计. */
const APPLICANTS: readonly ColumnSpec[] = [
  count('naturalPerson', '自然人'),
  count('business', '商业企业'),
  count('research', '科研机构'),
  count('socialOrganization', '社会公益组织'),
  count('legalService', '法律服务机构'),
  count('otherOrganization', '其他'),
  count('total', '总计'),
];

/** 表四: results of a remedy, then 总计. */
const RESULTS: readonly ColumnSpec[] = [
  count('upheld', '结果维持'),
  count('corrected', '结果纠正'),
  count('otherResult', '其他结果'),
  count('pending', '尚未审结'),
  count('total', '总计'),
];

const row = (id: string, title: string, zh: string, en: string, law?: LawRef, more: Partial<RowSpec> = {}): RowSpec => ({
  id,
  title,
  columns: APPLICANTS,
  meaning: { zh, en },
  ...(law ? { law } : {}),
  ...more,
});

const DENIED = { group: '（三）不予公开' };
const UNAVAILABLE = { group: '（四）无法提供' };
const NOT_PROCESSED = { group: '（五）不予处理' };

export const REQUEST_ROWS_BEFORE_OTHER: readonly RowSpec[] = [
  row('received', '一、本年新收政府信息公开申请数量', '本年度新收到的申请', 'requests newly received this year', article('29'), {
    aliases: ['一、本年新收政府信息公开申请数', '本年新收政府信息公开申请数量'],
  }),
  row('carriedIn', '二、上年结转政府信息公开申请数量', '上年度未办结、转到本年的申请', 'requests carried over from last year', article('33'), {
    aliases: ['二、上年结转政府信息公开申请数', '上年结转政府信息公开申请数量'],
  }),
  row('granted', '（一）予以公开', '全部公开', 'granted in full', article('36（一）（二）'), { aliases: ['予以公开'] }),
  row('partiallyGranted', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '区分处理后部分公开', 'granted in part, separable content', article('37'), {
    aliases: ['（二）部分公开', '部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'],
  }),
  row('denied.stateSecret', '1.属于国家秘密', '依法确定为国家秘密', 'state secret', article('14'), DENIED),
  row('denied.otherLaw', '2.其他法律行政法规禁止公开', '其他法律、行政法规禁止公开', 'disclosure forbidden by another law or administrative regulation', article('14'), DENIED),
  row('denied.securityAndStability', '3.危及“三安全一稳定”', '公开后可能危及国家安全、公共安全、经济安全、社会稳定', 'endangers national, public or economic security, or social stability', article('14'), DENIED),
  row('denied.thirdPartyRights', '4.保护第三方合法权益', '涉及商业秘密、个人隐私等第三方权益', 'trade secrets, privacy or other rights of a third party', article('15、32'), DENIED),
  row('denied.internalAffairs', '5.属于三类内部事务信息', '人事管理、后勤管理、内部工作流程', 'personnel, logistics, internal procedure', article('16第一款'), DENIED),
  row('denied.deliberative', '6.属于四类过程性信息', '讨论记录、过程稿、磋商信函、请示报告', 'deliberations, drafts, consultations, requests for instructions', article('16第二款'), DENIED),
  row('denied.enforcementFile', '7.属于行政执法案卷', '行政执法案卷信息', 'files of administrative enforcement', article('16第二款'), DENIED),
  row('denied.administrativeInquiry', '8.属于行政查询事项', '工商、不动产登记资料等另有查询规定', 'records with their own rules of inquiry', article('36（七）'), DENIED),
  row('unavailable.notHeld', '1.本机关不掌握相关政府信息', '信息不存在或不属于本机关负责公开', 'not held by this agency', article('36（四）（五）'), UNAVAILABLE),
  row('unavailable.needsCreation', '2.没有现成信息需要另行制作', '需要加工、分析', 'would have to be created', article('38'), UNAVAILABLE),
  row('unavailable.stillUnclear', '3.补正后申请内容仍不明确', '补正后仍不明确', 'still unclear after correction', article('30'), UNAVAILABLE),
  row('notProcessed.petition', '1.信访举报投诉类申请', '以申请形式进行信访、投诉、举报', 'petitions, reports and complaints', article('39第一款'), NOT_PROCESSED),
  row('notProcessed.repeated', '2.重复申请', '已答复、又重复申请同一信息', 'repeated request', article('36（六）'), NOT_PROCESSED),
  row('notProcessed.publication', '3.要求提供公开出版物', '要求提供政府公报、报刊、书籍等', 'asks for a publication', article('39第二款'), NOT_PROCESSED),
  row('notProcessed.excessive', '4.无正当理由大量反复申请', '申请数量、频次明显超过合理范围', 'excessive without good reason', article('35'), NOT_PROCESSED),
  row('notProcessed.reissue', '5.要求行政机关确认或重新出具已获取信息', '要求确认或重新出具', 'asks to confirm or reissue', undefined, NOT_PROCESSED),
];

export const REQUEST_ROWS_AFTER_OTHER: readonly RowSpec[] = [
  row('processedTotal', '（七）总计', '本年度办理结果的合计', 'total processed this year'),
  row('carriedOut', '四、结转下年度继续办理', '年末未办结、转到下年的申请', 'carried over to next year', article('33'), { aliases: ['结转下年度继续办理'] }),
];

export const requestRow = row;

const plus = (ref: string): Term => ({ ref, sign: 1 });
const minus = (ref: string): Term => ({ ref, sign: -1 });

/** 表三: as printed on the form, 一+二 = 三（七）+四 in every column; （七） is the sum of the detail rows; 总计 the sum of the applicants. */
function requestEquations(rows: readonly RowSpec[]): Equation[] {
  const details = rows.slice(2, -2).map(({ id }) => id);
  return [
    { id: 'balance', along: 'column', terms: [plus('received'), plus('carriedIn'), minus('processedTotal'), minus('carriedOut')], text: '一 + 二 =（七）+ 四' },
    { id: 'resultTotal', along: 'column', terms: [...details.map(plus), minus('processedTotal')], total: 'processedTotal', text: '（七）= 各办理结果之和' },
    rowTotal('rowTotal', APPLICANTS, '总计 = 自然人 + 法人或其他组织'),
  ];
}

function rowTotal(id: 'rowTotal' | 'remedyTotal', columns: readonly ColumnSpec[], text: string): Equation {
  const addends = columns.filter((column) => column.id !== 'total').map(({ id: ref }) => plus(ref));
  return { id, along: 'row', terms: [...addends, minus('total')], total: 'total', text };
}

const REMEDY_ROWS: readonly RowSpec[] = [
  { id: 'reconsideration', title: '行政复议', columns: RESULTS, meaning: { zh: '因政府信息公开被申请的行政复议', en: 'administrative reconsideration' }, law: article('51') },
  {
    id: 'directLitigation',
    title: '未经复议直接起诉',
    group: '行政诉讼',
    columns: RESULTS,
    meaning: { zh: '未经复议直接提起的行政诉讼', en: 'litigation without reconsideration' },
    law: article('51'),
  },
  {
    id: 'litigationAfterReconsideration',
    title: '复议后起诉',
    group: '行政诉讼',
    columns: RESULTS,
    meaning: { zh: '复议后提起的行政诉讼', en: 'litigation after reconsideration' },
    law: article('51'),
  },
];

const REMEDY_EQUATIONS: readonly Equation[] = [rowTotal('remedyTotal', RESULTS, '总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结')];

/** The sentence printed in the corner of 表三. */
const BALANCE_SENTENCE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** 表三 as printed: corner and header rows, then each row with the group label where its group begins. */
function requestSkeleton(rows: readonly RowSpec[]): SkeletonRow[] {
  const skeleton: SkeletonRow[] = [
    { cells: [BALANCE_SENTENCE, '申请人情况'] },
    { cells: ['自然人', '法人或其他组织', '总计'], columns: [0, 1, 6] },
    { cells: APPLICANTS.slice(1, -1).map(({ title }) => title), columns: [1, 2, 3, 4, 5] },
  ];
  let group: string | undefined;
  for (const { id, title, group: own } of rows) {
    const opening = [...(id === 'granted' ? ['三、本年度办理结果'] : []), ...(own && own !== group ? [own] : [])];
    group = own;
    skeleton.push({ cells: [...opening, title], row: id });
  }
  return skeleton;
}

const REMEDY_SKELETON: readonly SkeletonRow[] = [
  { cells: ['行政复议', '行政诉讼'], columns: [0, 5] },
  { cells: [...RESULTS.map(({ title }) => title), '未经复议直接起诉', '复议后起诉'], columns: [0, 1, 2, 3, 4, 5, 10] },
  { cells: [...RESULTS, ...RESULTS].map(({ title }) => title), columns: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14] },
  { cells: [], row: 'reconsideration' },
];

/** 表三 of an edition: its rows differ only in （六）其他处理. */
export function requestTable(edition: EditionId, rows: readonly RowSpec[]): TableSpec {
  return {
    id: 'requests',
    edition,
    section: 'requests',
    name: { zh: '表三（收到和处理政府信息公开申请情况）', en: 'table 三 (requests)' },
    rows,
    columns: APPLICANTS,
    equations: requestEquations(rows),
    skeleton: requestSkeleton(rows),
  };
}

/** 表四 is the same in all editions. */
export function remedyTable(edition: EditionId): TableSpec {
  return {
    id: 'reviewAndLitigation',
    edition,
    section: 'reviewAndLitigation',
    name: { zh: '表四（行政复议、行政诉讼情况）', en: 'table 四 (reconsideration and litigation)' },
    rows: REMEDY_ROWS,
    columns: RESULTS,
    equations: REMEDY_EQUATIONS,
    skeleton: REMEDY_SKELETON,
  };
}
