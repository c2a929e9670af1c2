/** Reports made for tests: any edition, year, layout and line end, with numbers of one's choice. */
import { EDITIONS, type EditionId, type TableId, type TableSpec } from '../../server/src/editions';
import { type CellText, renderTable, type WritableLayout } from '../../server/src/model/writing/render';

export interface ReportOptions {
  readonly year?: number;
  readonly edition?: EditionId;
  readonly layout?: WritableLayout;
  readonly eol?: '\n' | '\r\n' | '\r';
  readonly agency?: string;
  readonly title?: boolean;
  readonly cell?: CellText;
  /** How a table is written, instead of `layout` and `cell`; ends in `\n`. */
  readonly table?: (spec: TableSpec) => string;
}

/** A complete report with nothing wrong in it: every number is 0 unless `cell` says otherwise. */
export function reportText({ year = 2024, edition = '2021', layout = 'pipe', eol = '\n', agency = '云溪县水利局', title = true, cell = () => '0', table: write = (spec) => renderTable(spec, layout, cell, '\n') }: ReportOptions = {}): string {
  const form = EDITIONS.find(({ id }) => id === edition)!;
  const table = (id: TableId): string => write(form.tables.find((own) => own.id === id)!);
  const parts = [
    ...(title ? [`${agency}${year}年政府信息公开工作年度报告\n`] : []),
    '一、总体情况\n',
    `${year}年，我局按照《中华人民共和国政府信息公开条例》开展工作，做好依申请公开、政府信息管理、监督保障等工作。\n（一）主动公开情况。公开信息12条。\n（二）平台建设情况。网站运行平稳。\n`,
    '二、主动公开政府信息情况\n',
    table('proactiveDisclosure'),
    '三、收到和处理政府信息公开申请情况\n',
    table('requests'),
    '四、政府信息公开行政复议、行政诉讼情况\n',
    table('reviewAndLitigation'),
    '五、存在的主要问题及改进情况\n',
    '（一）存在的问题\n1.公开不够及时。\n2.解读形式单一。\n（二）改进措施\n加强培训，及时更新。\n',
    '六、其他需要报告的事项\n',
    '本年度未收取信息处理费。\n',
  ];
  return parts.join('\n').replaceAll('\n', eol);
}
