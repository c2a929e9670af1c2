/**
 * The report's own title: `云溪县科技局2024年政府信息公开工作年度报告`, on one line, or agency and title on two.
 * Like headings, a title line is recognised from its own line.
 */
import { fold } from '../text/fold';

const MAX_TITLE_LINE = 70;
const TITLE = /(?:政府信息|信息|政务)公开.{0,14}(?:报告|年报)\s*(?:\([^()]{0,20}\))?$/;
/** Sentences and references speak of a report without being its title. */
const NOT_TITLE = /[。;!?,]|^(?:根据|按照|依据|关于|现将|附件|下一篇|上一篇|上一条|下一条|本报告|《)|格式|通知|办法|情况说明|^\(/;
const PREFIX = /^(?:[#*\s]*)(?:标题|名称|正文)?\s*[:|]?\s*/;

/** The title's text within `line` as [start, end), or undefined. Offsets are relative to the line. */
export function titleIn(line: string): readonly [number, number] | undefined {
  const trimmedEnd = line.trimEnd().length;
  if (trimmedEnd > MAX_TITLE_LINE + 20 || trimmedEnd < 8) return undefined;
  const folded = fold(line);
  const start = PREFIX.exec(folded)![0].length;
  const end = folded.replace(/[\s|*#]+$/, '').length;
  const title = folded.slice(start, end);
  if (title.length > MAX_TITLE_LINE || title.includes('|') || !TITLE.test(title) || NOT_TITLE.test(title)) return undefined;
  return [start, end];
}

const AGENCY_LINE = /^[\p{Script=Han}()·\s]{3,40}(?:局|委|委员会|办|办公室|厅|院|部|政府|中心|街道|街道办事处|镇|乡|管委会|区|县|市|处|站|所|会|行|署|队|大队|支队|学校|医院|公司|集团)$/u;

/** Whether `line` is only the name of an agency: the first line of a title printed on two. */
export function isAgencyLine(line: string): boolean {
  const folded = fold(line).trim();
  return folded.length >= 4 && folded.length <= 40 && AGENCY_LINE.test(folded);
}
