/**
 * Two made-up reports whose numbers cross-foot, one of each edition, in every layout that tables are written in. They are
 * checked in under `test/fixtures/known`, so that what the rules see can be opened and read.
 */
import { type EditionId, EDITIONS, type TableSpec } from '../../server/src/editions';
import { renderTable, WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { type Rows, type Values, valuesOf } from './truth';

export interface KnownReport {
  /** File name without folder. */
  readonly name: string;
  readonly text: string;
  readonly values: Values;
}

export const KNOWN_ROWS: Readonly<{ [id in EditionId]: Rows }> = {
  '2021': {
    rules: '0 0 2',
    normativeDocuments: '9 4 37',
    licensing: '1286',
    penalties: '74',
    coercion: '3',
    fees: '182.6045',
    received: '48 7 0 1 2 0 58',
    carriedIn: '3 1 0 0 0 0 4',
    granted: '17 4 0 1 1 0 23',
    partiallyGranted: '6 1 0 0 0 0 7',
    'denied.otherLaw': '1 0 0 0 0 0 1',
    'denied.thirdPartyRights': '2 1 0 0 0 0 3',
    'denied.internalAffairs': '1 0 0 0 0 0 1',
    'denied.enforcementFile': '1 0 0 0 1 0 2',
    'denied.administrativeInquiry': '2 0 0 0 0 0 2',
    'unavailable.notHeld': '9 2 0 0 0 0 11',
    'unavailable.needsCreation': '3 0 0 0 0 0 3',
    'notProcessed.petition': '2 0 0 0 0 0 2',
    'notProcessed.repeated': '1 0 0 0 0 0 1',
    'other.correctionOverdue': '1 0 0 0 0 0 1',
    'other.other': '1 0 0 0 0 0 1',
    processedTotal: '47 8 0 1 2 0 58',
    carriedOut: '4 0 0 0 0 0 4',
    reconsideration: '3 1 0 1 5',
    directLitigation: '1 0 0 0 1',
    litigationAfterReconsideration: '2 0 0 1 3',
  },
  '2019': {
    normativeDocuments: '6 6 41',
    licensing: '31 -4 1905',
    otherServices: '12 2 388',
    penalties: '46 0 59',
    coercion: '5 -1 2',
    fees: '3 0',
    procurement: '27 418.35',
    received: '21 3 0 0 1 0 25',
    carriedIn: '1 0 0 0 0 0 1',
    granted: '8 1 0 0 1 0 10',
    partiallyGranted: '2 1 0 0 0 0 3',
    'denied.deliberative': '1 0 0 0 0 0 1',
    'denied.enforcementFile': '0 1 0 0 0 0 1',
    'unavailable.notHeld': '6 0 0 0 0 0 6',
    'notProcessed.petition': '2 0 0 0 0 0 2',
    other: '1 0 0 0 0 0 1',
    processedTotal: '20 3 0 0 1 0 24',
    carriedOut: '2 0 0 0 0 0 2',
    reconsideration: '1 0 0 0 1',
    directLitigation: '0 0 1 0 1',
  },
};

const PROSE: Readonly<{ [id in EditionId]: { readonly title: string; readonly overview: string; readonly problems: string; readonly others: string } }> = {
  '2021': {
    title: '临江市自然资源局2024年政府信息公开工作年度报告',
    overview:
      '2024年，本局按照《中华人民共和国政府信息公开条例》推进政府信息公开工作，报告期自2024年1月1日起至2024年12月31日止。\n' +
      '（一）主动公开。通过政府网站公开信息640条，规划方案、征地信息和权力清单均按目录更新。\n' +
      '（二）依申请公开。新收申请58件，上年结转4件，办结58件，结转下年度4件，均在法定期限内答复。\n' +
      '（三）政府信息管理。公文起草时同步确定公开属性，每季度核对一次公开目录。\n' +
      '（四）政府信息公开平台建设。规划公示专栏增加按地图检索的入口，政务新媒体账号保持每周更新。\n' +
      '（五）监督保障。由办公室牵头，法规科审核答复文书，全年培训3次，未发生责任追究情形。',
    problems: '存在的主要问题：征地信息公开的颗粒度不够，个别答复说理偏简单。\n改进情况：补充地块级信息，编写说理范本，由法规科逐件把关。',
    others: '2024年未收取信息处理费，无其他需要报告的事项。',
  },
  '2019': {
    title: '临江市交通运输局2020年政府信息公开工作年度报告',
    overview:
      '2020年，本局围绕道路运输和工程建设推进政府信息公开，报告期自2020年1月1日起至2020年12月31日止。\n' +
      '全年公开信息412条，答复申请24件；完善了公开指南和目录，各科室指定一名联络员负责更新。',
    problems: '存在的主要问题：工程信息更新不够及时。\n改进情况：将更新时限写入项目管理制度，每月通报一次。',
    others: '无其他需要报告的事项。',
  },
};

/** Every known report: two editions in each layout that is written. */
export function knownReports(): KnownReport[] {
  return EDITIONS.flatMap(({ id }) => {
    const values = valuesOf(id, KNOWN_ROWS[id]);
    return WRITABLE_LAYOUTS.map((layout) => ({
      name: `${id}.${layout}.ogi`,
      text: knownText(id, (table) => renderTable(table, layout, (row, column) => String(values[table.id]![row.id]![column.id]), '\n').trimEnd()),
      values,
    }));
  });
}

/** The known report of an edition with its tables as `table` writes them. */
export function knownText(id: EditionId, table: (spec: TableSpec) => string): string {
  const [disclosure, requests, remedies] = EDITIONS.find((own) => own.id === id)!.tables.map(table);
  const { title, overview, problems, others } = PROSE[id];
  const parts = [
    title,
    '一、总体情况',
    overview,
    '二、主动公开政府信息情况',
    disclosure!,
    '三、收到和处理政府信息公开申请情况',
    requests!,
    '四、政府信息公开行政复议、行政诉讼情况',
    remedies!,
    '五、存在的主要问题及改进情况',
    problems,
    '六、其他需要报告的事项',
    others,
  ];
  return `${parts.join('\n\n')}\n`;
}
