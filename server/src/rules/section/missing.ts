/**
 * Sections of the form that the report lacks.
 *
 * A section may be there although its heading is not read as one: reworded beyond recognition, or lost above its table.
 * Such a heading gets its own words. What is really absent is told once for each place where something is to be inserted.
 */
import { article, FORM_2021 } from '../../editions/law';
import { missingSections } from '../../model/report/report';
import type { ReportModel } from '../../model/types';
import { type SectionId, sectionOrdinal } from '../../syntax/sections';
import { lineEnd } from '../../text/lines';
import { type Edit, type Span, span } from '../../text/span';
import { mojibakeOf } from '../../model/mojibake';
import { type Finding, type Fix, type ReportRule, withFixes } from '../rule';
import { emptySections, mannerOf } from '../sectionEdits';
import { lostHeading, unreadHeading } from '../sectionSearch';
import { followsFromPlace, renumber } from '../sectionNumbering';
import { copiedTitles, firstWords, firstSections, headingOf, headingSpan, headingText, officialHeading, quoted, textOf } from '../sectionWords';

const OTHERS = '一、总体情况\n略。\n\n二、主动公开政府信息情况\n略。\n\n三、收到和处理政府信息公开申请情况\n略。\n\n四、政府信息公开行政复议、行政诉讼情况\n略。\n\n';
const SIXTH = '六、其他需要报告的事项\n2024年，本机关未收取信息处理费。\n';

export const sectionMissing: ReportRule = {
  id: 'section/missing',
  scope: 'report',
  severity: 'error',
  since: '0.1.0',
  messages: {
    default: {
      zh: '缺少{sections}；按年度报告格式应排在{place}。',
      en: 'Missing: {sections}. In the form of the annual report it belongs {place}.',
    },
    all: {
      zh: '没有读到年度报告的任何一个部分；格式要求依次写明{sections}。',
      en: 'None of the sections of an annual report was found; the form asks for {sections}, in this order.',
    },
    unread: {
      zh: '“{written}”不是格式规定的标题；按格式这里应是“{official}”，报告中没有这个标题。',
      en: '“{written}” is no title of the form. “{official}” is expected here, and stands nowhere in the report.',
    },
    lost: {
      zh: '缺少标题“{official}”：它的统计表在这里，标题不见了。',
      en: 'The heading “{official}” is missing: its table is here, without it.',
    },
  },
  docs: {
    title: { zh: '缺少规定的部分', en: 'Section missing' },
    what: {
      zh: '年度报告由六个部分组成。缺少的部分在应当插入的位置报告，同一位置缺少几个部分只报告一次；标题被改得认不出，或者统计表还在而标题丢了，会直接指出那一行。空白文档和学校的学年报告不报告。',
      en: 'An annual report has six sections. Those that are absent are reported where they would be inserted, neighbours together. A heading reworded beyond recognition, or lost above its table, is pointed at. Nothing is said about a blank document, nor about a school’s report of its school year.',
    },
    why: {
      zh: '六个部分是国办公开办函〔2021〕30号规定的格式，《条例》第五十条列明了年度报告应当包括的内容。没有发生的事项也要保留该部分，填 0 或者写明没有。',
      en: 'The six sections are those of the form (国办公开办函〔2021〕30号); article 50 of the Regulation lists what a report must contain. What did not happen keeps its section and says so.',
    },
    ignore: {
      zh: '文件只是报告的一部分（节选、附件）时可以关闭本规则。',
      en: 'Switch the rule off for a file that holds only a part of a report.',
    },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: `${OTHERS}⟦六、其他需要报告的事项⟧\n2024年，本机关未收取信息处理费。\n`,
        good: `${OTHERS}五、存在的主要问题及改进情况\n（一）存在的主要问题\n（二）改进情况\n\n${SIXTH}`,
        fix: 'suggested',
      },
      {
        bad: `${OTHERS}⟦五、存在的不足和下一步工作打算⟧\n略。\n\n${SIXTH}`,
        good: `${OTHERS}五、存在的主要问题及改进情况\n略。\n\n${SIXTH}`,
        fix: 'suggested',
      },
    ],
  },
  *check(report) {
    const { slices, sections } = report;
    if (slices.some(({ syntax }) => mojibakeOf(syntax))) return;
    const claimed = new Set(copiedTitles(report).values());
    const missing = missingSections(report).filter((id) => !claimed.has(id));
    const top = firstWords(report);
    if (missing.length === 0 || !top) return;
    const text = textOf(report);
    const absent: SectionId[] = [];
    for (const id of missing) {
      const found = sections.length === 0 ? undefined : (unread(id, report, text) ?? lost(id, report, text));
      if (found) yield found;
      else absent.push(id);
    }
    for (const [at, ids] of placesOf(absent, report)) yield gap(ids, at, report, text);
  },
};

function unread(id: SectionId, report: ReportModel, text: string): Finding | undefined {
  const [after, before] = neighbours(id, report);
  const line = unreadHeading(id, text, span(after ? headingSpan(after).end : 0, before ? headingSpan(before).start : text.length));
  if (!line) return undefined;
  const official = officialHeading(id);
  return {
    span: line,
    message: 'unread',
    args: { written: text.slice(line.start, line.end), official },
    fixes: [{ title: { zh: `改为“${official}”`, en: `Change to “${official}”` }, safety: 'suggested', edits: [{ span: line, newText: official }], preferred: true }],
  };
}

function lost(id: SectionId, report: ReportModel, text: string): Finding | undefined {
  const line = lostHeading(id, report, text);
  if (!line) return undefined;
  return withFixes({ span: line.shown, message: 'lost', args: { official: officialHeading(id) } }, () => (line.sure ? headingInsertion(id, line.at, report) : []));
}

/** The heading of `id` on a line of its own at `at`, where its table begins. */
function headingInsertion(id: SectionId, at: number, report: ReportModel): Fix[] {
  if (!isInPlace(id, at, report)) return [];
  const official = officialHeading(id);
  const { eol, blankAfterHeading } = mannerOf(report, textOf(report));
  return [
    {
      title: { zh: `在表前补上标题“${official}”`, en: `Insert the heading “${official}” before the table` },
      safety: 'suggested',
      edits: [{ span: span(at, at), newText: official + eol + (blankAfterHeading ? eol : '') }, ...renumberedFrom(at, report)],
      preferred: true,
    },
  ];
}

/** Whether the sections are in order, and with `id` at `at` still would be. */
function isInPlace(id: SectionId, at: number, { sections }: ReportModel): boolean {
  const ordinals = sections.map((section) => sectionOrdinal(section.id));
  const own = sectionOrdinal(id);
  return sections.every(({ start }, i) => start < at === ordinals[i]! < own && (i === 0 || ordinals[i - 1]! <= ordinals[i]!));
}

type Section = ReportModel['sections'][number];

/** The nearest sections of the form before and after `id` that are there. */
function neighbours(id: SectionId, report: ReportModel): readonly [Section | undefined, Section | undefined] {
  const sections = firstSections(report).sort((a, b) => sectionOrdinal(a.id) - sectionOrdinal(b.id));
  const own = sectionOrdinal(id);
  return [sections.findLast((section) => sectionOrdinal(section.id) < own), sections.find((section) => sectionOrdinal(section.id) > own)];
}

/** What is absent by the section before which it would be inserted; undefined: at the end. */
function placesOf(absent: readonly SectionId[], report: ReportModel): Map<Section | undefined, SectionId[]> {
  const places = new Map<Section | undefined, SectionId[]>();
  for (const id of absent) {
    const [, before] = neighbours(id, report);
    places.set(before, [...(places.get(before) ?? []), id]);
  }
  return places;
}

function gap(ids: readonly SectionId[], before: Section | undefined, report: ReportModel, text: string): Finding {
  const all = report.sections.length === 0;
  const [after] = neighbours(ids[0]!, report);
  const next = before && headingSpan(before);
  const neighbour = before ?? after;
  const near = neighbour ? headingText(neighbour) : '';
  const finding = {
    span: next ?? (all ? (report.title?.span ?? firstWords(report)!) : lastWords(text)),
    ...(all ? { message: 'all' } : {}),
    args: {
      sections: quoted(ids.map(officialHeading)),
      place: before ? { zh: `“${near}”之前`, en: `before “${near}”` } : { zh: `“${near}”之后`, en: `after “${near}”` },
    },
  };
  return withFixes(finding, () => insertion(ids, before, report));
}

/** Inserts the sections and gives those after them the ordinals they then have; none where no place is sure to be right. */
function insertion(ids: readonly SectionId[], before: Section | undefined, report: ReportModel): Fix[] {
  const text = textOf(report);
  const manner = mannerOf(report, text);
  const { eol, blankBeforeHeading } = manner;
  const blank = eol + (blankBeforeHeading ? eol : '');
  const body = emptySections(ids, report, manner);
  const at = before ? before.start : lineEnd(text, endOf(text));
  if (before && (/[^\r\n]$/.test(text.slice(0, at)) || headingOf(before).span.start > 40)) return [];
  // A table that is there without its heading, in a place that is not told, would be there twice.
  if (ids.some((id) => report.tables.some((table) => table.id === id))) return [];
  // Among sections in disorder no place is right, and one before others may open another report.
  if (!isInPlace(ids[0]!, at, report)) return [];
  const renumbered = renumberedFrom(at, report);
  const official = officialHeading(ids[0]!);
  const what = ids.length === 1 ? { zh: `“${official}”`, en: `“${official}”` } : { zh: `缺少的 ${ids.length} 个部分`, en: `the ${ids.length} missing sections` };
  return [
    {
      title: {
        zh: `插入${what.zh}${renumbered.length > 0 ? '，并顺改后面的序号' : ''}`,
        en: `Insert ${what.en}${renumbered.length > 0 ? ' and renumber what follows' : ''}`,
      },
      safety: 'suggested',
      edits: [{ span: span(at, at), newText: before ? body + blank : blank + body }, ...renumbered],
    },
  ];
}

/** Where the headings were numbered as if nothing were missing, those from `at` on get the ordinals of the form. */
function renumberedFrom(at: number, report: ReportModel): Edit[] {
  const sections = firstSections(report);
  if (!followsFromPlace(sections)) return [];
  return sections.filter((section) => section.start >= at && headingOf(section).ordinal !== sectionOrdinal(section.id)).map((section) => renumber(section));
}

/** Where the last line with something in it ends; a tab may be a blank cell. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && /[^\S\t]/.test(text[end - 1]!)) end--;
  return end;
}

const LONGEST_MARK = 24;

/** The end of the last line with words; a long line is not marked whole. */
function lastWords(text: string): Span {
  let end = text.length;
  for (;;) {
    let start = end;
    while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
    const line = text.slice(start, end).trimEnd();
    if (start === 0 || /[\p{L}\p{N}]/u.test(line)) {
      const words = line.slice(-LONGEST_MARK).replace(/^[\s\udc00-\udfff]+/, '');
      return span(start + line.length - words.length, start + line.length);
    }
    end = start - 1;
  }
}
