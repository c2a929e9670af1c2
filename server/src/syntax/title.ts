/**
 * The report's own title: `云溪县科技局2024年政府信息公开工作年度报告`, on one line, or agency and title on two.
 * Like headings, a title line is recognised from its own line.
 */
import { fold, hasWords } from '../text/fold';

const MAX_TITLE_LINE = 70;
/** How far into a line a title may reach that its text follows on. */
const GLUED_REACH = 120;
// Where a PDF's lines were put together, a blank may stand in it.
const TITLE = /(?:政府信息|信息|政务)\s?公开(?:(?!报告|年报).){0,14}(?:报告|年报)\s*(?:\([^()]{0,20}\))?$/;
/** Sentences, references, also such as a line end broke, `key: value` lines and paths speak of a report without being its title. */
const NOT_TITLE = /[。;!?,:/\\_|]|^(?:根据|按照|依据|关于|现将|附件|下一篇|上一篇|上一条|下一条|本报告|《)|格式|通知|办法|情况说明|关于政府信息公开工作年度报告|^\(|(?:发布|公布|印发|编制)(?=\s*(?:20|了|完成|《|政府信息))|召开/;
/** The caption of the cell or the line that a page's head has the title in. */
const CAPTION = '(?:(?:信息|文件|公文)?(?:标\\s*题|名\\s*称)|正文)';
/** `Page 8 - `: what a flip book prints before its first line. */
const PREFIX = new RegExp(`^(?:[Pp]age\\s{0,3}\\d{1,3}\\s{0,3}[-—]\\s{0,3})?[-#*|•·\\s]*${CAPTION}?\\s*[:|]?\\s*`);
/** What a title that does not end its line has after it; nearly no other line has. */
const MAY_GO_ON = /(?:年度报告|年报)(?:[\s|]|(?:根据|依据|按照)《)/;
/** `云溪县2024年政府信息公开工作年度报告 本报告根据…`, `…年度报告根据《条例》…`: a title with its text behind it on one line. */
const BEFORE_TEXT = /^((?!现).{0,50}?20\d{2}\s*年.{0,50}?公开.{0,14}?(?:年度报告|年报))(?:(?=(?:根据|依据|按照)《)|\s+(?=本(?:年度)?报告|根据|按照|依据|依照|为了?(?:贯彻|落实|进一步)|现将|一、))/;
/** `首页 政府信息公开年报 云溪县2024年政府信息公开工作年度报告 来源：…`: a title between what a web page prints around it, which may be the date alone. */
const AMID_CHROME = /(?:^|\s)(\S{0,40}20\d{2}年\S{0,30}公开\S{0,14}(?:年度报告|年报))\s+(?=来源|信息来源|发布|时间|日期|作者|浏览|字[号体]|[([]?20\d{2}[-/.年]\d)/;
/** `索引号 | 0123 | 标题 | 云溪县2024年政府信息公开工作年度报告 | 文号 |`: the head of a web page as a table. */
const IN_HEAD_TABLE = new RegExp(`(?:^|\\|)\\s*${CAPTION}\\s*[:|]\\s*([^|]{0,70}(?:年度报告|年报))\\s*\\|`);
/** `首页 > 政府信息公开 > 年报 > `: the path of a page, up to its last step. */
const PATH = /^[^<>›»]{1,40}[>›»](?:.*[>›»])?\s*/;
/** What pads a line that was the row of a table. */
const PADDING = /(?<![\s|*#])[\s|*#]+$/;

/** The title's text within `line` as [start, end), or undefined. Offsets are relative to the line. */
export function titleIn(line: string): readonly [number, number] | undefined {
  if (line.length < 8) return undefined;
  const folded = fold(line.slice(0, GLUED_REACH));
  const path = PATH.exec(folded)?.[0].length ?? 0;
  const start = path + PREFIX.exec(folded.slice(path))![0].length;
  // The last step may be the title, or the name of the page that lists reports.
  if (path > 0 && !/20\d{2}/.test(folded.slice(path))) return undefined;
  if (line.length <= GLUED_REACH || !hasWords(line, GLUED_REACH)) {
    const whole = folded.replace(PADDING, '').slice(start);
    if (isTitle(asMeant(whole))) return [start, start + whole.length];
  }
  if (!MAY_GO_ON.test(folded)) return undefined;
  const rest = folded.slice(start);
  const found = BEFORE_TEXT.exec(rest) ?? AMID_CHROME.exec(rest) ?? IN_HEAD_TABLE.exec(folded);
  if (!found || !isTitle(found[1]!)) return undefined;
  const at = folded.length - found.input.length + found.index + found[0].indexOf(found[1]!);
  return [at, at + found[1]!.length];
}

/** What a title ends in, as the form has it. */
const FORM_WORDS = '政府信息公开工作年度报告';
/** A blank between any two characters, as OCR sets text that is spaced. */
const SPACED = /^(?:\S\s+){8}/;
const SPACED_YEAR = /2\s?0\s?\d\s?\d(?=\s*年)/;

/** A title (folded, or as written) without the blanks that OCR put between its characters, and with the form's words in place of those that it misread. */
export function asMeant(title: string): string {
  const squeezed = SPACED.test(title) ? title.replace(/\s+/g, '') : title.replace(SPACED_YEAR, (year) => year.replace(/\s/g, ''));
  return misreadIn(squeezed) === undefined ? squeezed : squeezed.slice(0, -FORM_WORDS.length) + FORM_WORDS;
}

/** The one character of the form's words at the end of `title` that is another, with the place of it; undefined where it is a title as it stands, or more are wrong. */
export function misreadIn(title: string): { readonly at: number; readonly meant: string } | undefined {
  const from = title.length - FORM_WORDS.length;
  if (from < 4) return undefined;
  let wrong: number | undefined;
  for (let i = 0; i < FORM_WORDS.length; i++) {
    if (title[from + i] === FORM_WORDS[i]) continue;
    if (wrong !== undefined) return undefined;
    wrong = i;
  }
  // 政务信息公开, and whatever else is a title by itself.
  if (wrong === undefined || !/20\d{2}\s*年$/.test(title.slice(0, from)) || TITLE.test(fold(title))) return undefined;
  return { at: from + wrong, meant: FORM_WORDS[wrong]! };
}

const isTitle = (text: string): boolean => text.length <= MAX_TITLE_LINE && TITLE.test(text) && !NOT_TITLE.test(text) && !isInQuotation(text);

/** Whether a title in 《》 begins or ends on another line. */
function isInQuotation(text: string): boolean {
  const [opening, closing] = [text.indexOf('《'), text.indexOf('》')];
  return text.lastIndexOf('《') > text.lastIndexOf('》') || (closing >= 0 && (opening < 0 || closing < opening));
}

const AGENCY_LINE = /^[\p{Script=Han}()·\s]{3,40}(?:局|委|委员会|办|办公室|厅|院|部|政府|中心|街道|街道办事处|镇|乡|苏木|管委会|区|县|市|处|站|所|会|行|署|队|大队|支队|学校|医院|公司|集团)(?:\([\p{Script=Han}、]{2,30}\))?$/u;
/** Others that reports are of; by themselves these words end lines of prose as well. 系统 may also be the software that printed the page. */
const OTHER_AGENCY_LINE =
  /^[\p{Script=Han}()·\s]{2,40}(?:机关|[旗州盟]|大学|[中小]学|幼儿园|党校|海关|关区|监狱|(?:档案|图书|博物|文化|美术|纪念)馆|(?:气象|电视|广播|地震)台|(?:供销|合作|报)社|[林农牧机]场|(?<!公开|信息|发布|管理|办公|服务|审批)系统|兵团|团场|[一二三四五六七八九十百〇零][团师])$/u;
/** `云溪县水利局2024年`, or without 年; or the line is broken inside 政府信息公开. */
const DATED_LINE = /^(?!.*(?:日期|时间))[\p{Script=Han}()·\s]{3,40}20\d{2}\s*(?:年度?(?:\s?政府(?:信息)?)?)?$/u;
const YEAR_BEFORE = /^20\d{2}\s*年度?/;

/** What makes a line of Markdown a heading, or bold. */
const AROUND = /^[\s#*>]+|(?<![\s#*])[\s#*]+$/g;

/** `line` without that, and without blanks around it. */
export const titleWords = (line: string): string => line.replace(AROUND, '');

/** Whether `line` is only the name of an agency: the first line of a title printed on two. */
export function isAgencyLine(line: string): boolean {
  const folded = fold(titleWords(line));
  return folded.length >= 4 && folded.length <= 40 && AGENCY_LINE.test(folded);
}

/** Whether `line` may be the first line of a title printed on two: the name of an agency, or an agency and a year. */
export function isTitleHead(line: string): boolean {
  const folded = fold(titleWords(line));
  if (folded.length < 4 || folded.length > 40) return false;
  const name = folded.replace(YEAR_BEFORE, '');
  return AGENCY_LINE.test(name) || OTHER_AGENCY_LINE.test(name) || DATED_LINE.test(folded);
}

/** What names no agency without what stands before it, and what may stand there. */
const END_OF_NAME = /^(?![我本])(?:\p{Script=Han}{1,2}|人民政府|(?:管理)?委员会|管委会|办公[厅室]|(?:街道)?办事处)\s*20\d{2}\s*年/u;
const BEGINNING_OF_NAME = /^(?!.*公开)[\p{Script=Han}()·]{2,30}$/u;
/** The rest of 政府信息公开, behind a year and its beginning. */
const END_OF_SUBJECT = /^[府务信息]{0,3}公开/;
const BEGINNING_OF_SUBJECT = /^[\p{Script=Han}()·\s]*20\d{2}\s*年度?[政府务信息]{1,4}$/u;

/** Whether a line break tore a title into `before` and `title`, which looks like a whole one. */
export function breaksTitle(before: string, title: string): boolean {
  const [head, rest] = [before, title].map((line) => fold(titleWords(line))) as [string, string];
  const isTorn = (END_OF_NAME.test(rest) && BEGINNING_OF_NAME.test(head)) || (END_OF_SUBJECT.test(rest) && BEGINNING_OF_SUBJECT.test(head));
  return isTorn && isTitle(head + rest);
}

/** As long as the lines of a hard-wrapped text, with no mark at its end; a letter has a title of its own. */
const BROKEN = /^(?!关于)\S{23,}\p{L}$/u;

/** Whether `before` is a line of running text that goes on in the next, which then is no title. */
export function goesOn(before: string): boolean {
  const text = before.trim();
  return BROKEN.test(text) && !isTitleHead(text) && !titleIn(text);
}
