/** Where a report has its own title, on one line or on several. */
import { asMeant, breaksTitle, goesOn, isAgencyLine, isTitleHead, titleIn, titleWords } from '../../syntax/title';
import type { SectionSyntax } from '../../syntax/types';
import { fold } from '../../text/fold';
import { LineCursor } from '../../text/lines';
import { shift, span } from '../../text/span';
import { isAgencyName, mayBeSame } from './agencyNames';
import { isBare } from './bareHeading';
import { remembered } from '../remembered';
import { readAgency, readYear } from './title';
import type { ReportModel, ReportTitle } from '../types';

type Slices = ReportModel['slices'];

/** The title stands before the first section, or at its beginning (seen in PDF text). */
export function findTitle(slices: Slices): ReportTitle | undefined {
  const firstSection = slices.findIndex(({ syntax }) => syntax.heading && !isBare(syntax));
  let found: ReportTitle | undefined;
  for (const { start, syntax } of slices.slice(0, firstSection < 0 ? slices.length : firstSection + 1)) {
    const own = titleOf(syntax);
    if (own) found = reportsOwn(found, { ...own, span: shift(own.span, start) });
    if (syntax.heading && found) break;
  }
  return found;
}

/** Of two titles the last before the text is the report's own, and what is before it page chrome, unless it only repeats the other with less. */
function reportsOwn(before: ReportTitle | undefined, last: ReportTitle): ReportTitle {
  if (!before) return last;
  const [whole, less] = [saidBy(before), saidBy(last)];
  if (whole.year === undefined || whole.agency === undefined || (less.year !== undefined && less.agency !== undefined)) return last;
  return (less.year ?? whole.year) === whole.year && mayBeSame(less.agency ?? whole.agency, whole.agency) ? before : last;
}

const saidBy = ({ text }: ReportTitle): { readonly year: number | undefined; readonly agency: string | undefined } => ({ year: readYear(fold(text)), agency: readAgency(text) });

/** So many lines of a section may stand before a title in it. */
const LINES_BEFORE = 3;

interface Line {
  readonly start: number;
  readonly text: string;
}

/** The title in a slice, relative to it; in a section only what stands at its beginning. */
const titleOf = remembered(({ text, heading }: SectionSyntax): ReportTitle | undefined => {
  let found: ReportTitle | undefined;
  let seen = 0;
  let before: readonly Line[] = [];
  for (const own = new LineCursor(text, heading?.span.end); own.next(); ) {
    const line = { start: own.start, text: text.slice(own.start, own.end) };
    if (line.text.trim() === '') continue;
    if (heading && ++seen > LINES_BEFORE) break;
    const title = found && before[0] && goesOn(before[0].text) ? undefined : titleEndingIn(line, before);
    if (title) found = reportsOwn(found, withTail(title, text));
    else found ??= titleOfLetter(line, before[0]) ?? titleBesideName(line);
    before = [line, ...before.slice(0, 1)];
  }
  return found;
});

/**
 * `关于报送云溪县水利局2024年政府信息公开工作年度报告的报告`: the letter that a report is sent with, or published in, and is the text of;
 * `附件1：…`: what it is sent as.
 */
const LETTER = /^\s*(?:关于(?:报送|上报|呈报|发布|公布)?(.+)的(?:报告|公告|公示)|附件\d{0,2}:?(.+))$/;

/** What a letter is about, if that is a report; `before` may have its agency. */
function titleOfLetter({ start, text }: Line, before: Line | undefined): ReportTitle | undefined {
  const folded = fold(text);
  const letter = LETTER.exec(folded.trimEnd());
  const subject = (letter?.[1] ?? letter?.[2])?.trim();
  if (subject === undefined || !titleIn(subject)) return undefined;
  const at = folded.lastIndexOf(subject);
  return withHead({ span: span(start + at, start + at + subject.length), text: text.slice(at, at + subject.length) }, before);
}

/** `2024年政府信息公开工作年度报告--云溪县水利局`, and the site that a browser names behind a page's title. */
const BESIDE_NAME = /^(\s*)(.{8,60}?(?:报告|年报))\s*[-—–_|]{1,3}\s*(\p{Script=Han}{3,40})\s*$/u;
/** UTF-16 units of a line. */
const LONGEST_BESIDE = 150;

function titleBesideName({ start, text }: Line): ReportTitle | undefined {
  const [, indent, own, name] = (text.length <= LONGEST_BESIDE && BESIDE_NAME.exec(fold(text))) || [];
  if (own === undefined || !titleIn(own)) return undefined;
  const isWhole = readAgency(own) !== undefined;
  if (!isWhole && !isAgencyName(name!)) return undefined;
  const from = indent!.length;
  const end = isWhole ? from + own.length : text.trimEnd().length;
  return { span: span(start + from, start + end), text: `${isWhole ? '' : name}${text.slice(from, from + own.length)}` };
}

const YEAR_LINE = /^20\d{2}\s*年度?$/;
/** `（云溪县水利局）`, `（2024年度）`: what a line below a title says, in brackets. */
const IN_BRACKETS = /^\((.*)\)$/;
/** So many lines below a title may have what it lacks. */
const LINES_BELOW = 2;

/** `title` with its year and its agency, where they stand on the lines below it. */
function withTail(title: ReportTitle, text: string): ReportTitle {
  let year = readYear(fold(title.text)) === undefined ? '' : undefined;
  let agency = readAgency(title.text) === undefined ? '' : undefined;
  let { end } = title.span;
  let seen = 0;
  for (const own = new LineCursor(text, end); (year === '' || agency === '') && seen < LINES_BELOW && own.next(); ) {
    const line = fold(text.slice(own.start, own.end)).trim().replace(IN_BRACKETS, '$1').trim();
    if (line === '') continue;
    seen++;
    if (year === '' && YEAR_LINE.test(line)) year = line;
    else if (agency === '' && isAgencyLine(line) && isAgencyName(line)) agency = line;
    else break;
    end = own.start + text.slice(own.start, own.end).trimEnd().length;
  }
  return end === title.span.end ? title : { span: span(title.span.start, end), text: `${agency ?? ''}${year ?? ''}${title.text}` };
}

/** The title that ends in `line`; the lines before it, the nearest first, may have its beginning. */
function titleEndingIn({ start, text }: Line, [before, first]: readonly Line[]): ReportTitle | undefined {
  const range = titleIn(text);
  if (range) return withHead({ span: span(start + range[0], start + range[1]), text: asMeant(text.slice(range[0], range[1])) }, before);
  const wrapped = before && wrappedTitle(before.text, text);
  return wrapped === undefined ? undefined : withHead({ span: span(beginningOf(before!), start + text.trimEnd().length), text: wrapped }, first);
}

/** `title` with its agency, where that stands on the line before it. */
function withHead(title: ReportTitle, before: Line | undefined): ReportTitle {
  if (!before || !(breaksTitle(before.text, title.text) || isHeadOf(before.text, title.text))) return title;
  return { span: span(beginningOf(before), title.span.end), text: titleWords(before.text) + title.text };
}

/** Whether `head` is the agency that `title` lacks; not if both tell a year. */
const isHeadOf = (head: string, title: string): boolean => readAgency(title) === undefined && isTitleHead(head) && !(/\d/.test(head) && readYear(fold(title)) !== undefined);

const beginningOf = ({ start, text }: Line): number => start + text.length - text.trimStart().length;

const WRAPPED_TAIL = /^(?:\S{0,12}(?:报告|年报)|告)$/;
/** What a letter is about, on the line below whose letter it is. */
const ABOUT_YEAR = /^关于\s*20\d{2}\s*年/;

/** A title that does not fit on its line: `云溪县科技局2024年政府信息公开工作` and `年度报告`; `云溪县人民政府` and `关于2024年度政府信息公开工作的报告`. */
function wrappedTitle(before: string, line: string): string | undefined {
  const tail = titleWords(line);
  const mayEnd = WRAPPED_TAIL.test(fold(tail)) || (ABOUT_YEAR.test(fold(tail)) && isAgencyLine(before));
  if (!mayEnd || titleIn(before)) return undefined;
  const joined = titleWords(before) + tail;
  return titleIn(joined) ? joined : undefined;
}
