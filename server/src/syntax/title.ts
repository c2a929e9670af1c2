/**
 * The report's own title: `云溪县科技局2024年政府信息公开工作年度报告`, on one line, or agency and title on two.
 * Like headings, a title line is recognised from its own line.
 */
import { fold } from '../text/fold';

const MAX_TITLE_LINE = 70;
/** How far into a line a title may reach that its text follows on. */
const GLUED_REACH = 120;
const TITLE = /(?:政府信息|信息|政务)公开(?:(?!报告|年报).){0,14}(?:报告|年报)\s*(?:\([^()]{0,20}\))?$/;
/** Sentences, references, `key: value` lines and paths speak of a report without being its title. */
const NOT_TITLE = /[。;!?,:/\\_|]|^(?:根据|按照|依据|关于|现将|附件|下一篇|上一篇|上一条|下一条|本报告|《)|格式|通知|办法|情况说明|^\(/;
const PREFIX = /^(?:[#*\s]*)(?:标题|名称|正文)?\s*[:|]?\s*/;
/** `云溪县2024年政府信息公开工作年度报告 本报告根据…`: a title with its text behind it on one line. */
const GLUED = /^(.{0,50}?20\d{2}\s*年.{0,50}?公开.{0,14}?(?:年度报告|年报))\s+(?=本(?:年度)?报告|根据|按照|依据|依照|为了?(?:贯彻|落实|进一步)|现将|一、)/;

/** The title's text within `line` as [start, end), or undefined. Offsets are relative to the line. */
export function titleIn(line: string): readonly [number, number] | undefined {
  if (line.length < 8) return undefined;
  const folded = fold(line.slice(0, GLUED_REACH));
  const start = PREFIX.exec(folded)![0].length;
  const whole = line.length > GLUED_REACH && line.trimEnd().length > GLUED_REACH ? undefined : folded.replace(/[\s|*#]+$/, '').slice(start);
  if (whole !== undefined && isTitle(whole)) return [start, start + whole.length];
  const glued = GLUED.exec(folded.slice(start))?.[1];
  return glued !== undefined && isTitle(glued) ? [start, start + glued.length] : undefined;
}

const isTitle = (text: string): boolean => text.length <= MAX_TITLE_LINE && TITLE.test(text) && !NOT_TITLE.test(text);

const AGENCY_LINE = /^[\p{Script=Han}()·\s]{3,40}(?:局|委|委员会|办|办公室|厅|院|部|政府|中心|街道|街道办事处|镇|乡|管委会|区|县|市|处|站|所|会|行|署|队|大队|支队|学校|医院|公司|集团)$/u;

/** Whether `line` is only the name of an agency: the first line of a title printed on two. */
export function isAgencyLine(line: string): boolean {
  const folded = fold(line).trim();
  return folded.length >= 4 && folded.length <= 40 && AGENCY_LINE.test(folded);
}
