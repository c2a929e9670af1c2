/**
 * The preamble names the parts of the report: `由总体情况、……、其他需要报告的事项六个部分组成`. Names hold commas of their own
 * (行政复议、行政诉讼), so parts are not counted by commas: each section of the form is looked for by what only its name says.
 */
import { article, FORM_2021 } from '../../editions/law';
import { remembered } from '../../model/remembered';
import type { ReportModel } from '../../model/types';
import { SECTION_IDS, type SectionId, sectionTitle } from '../../syntax/sections';
import type { SectionSyntax } from '../../syntax/types';
import { readOrdinal, writeOrdinal } from '../../text/ordinals';
import { shift, type Span, span, type Text } from '../../text/span';
import { placeOf, squeeze, type Squeezed } from '../../text/squeeze';
import type { ReportRule } from '../rule';
import { officialHeading, quoted } from '../sectionWords';

const TITLE = '云溪县水利局2024年政府信息公开工作年度报告\n\n';
const LIST = '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';

export const reportPartsNamed: ReportRule = {
  id: 'report/parts-named',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '写明有{count}个部分，列出的只有{named}个，缺{missing}。', en: '{count} parts are announced, but only {named} named; missing: {missing}.' },
    more: { zh: '写明有{count}个部分，列出的却有{named}个。', en: '{count} parts are announced, but {named} are named.' },
    unlisted: { zh: '报告有{missing}，这里列出各部分时却没有提到。', en: 'The report has {missing}; this list of its parts leaves it out.' },
    fees: { zh: '这里列出了“{part}”，报告中却没有这一部分；2019 年度起的格式不再单列收费及减免情况。', en: 'This list names “{part}”, which the report does not have; the form has had no such part since fiscal year 2019.' },
  },
  docs: {
    title: { zh: '开头列出的部分与数目或正文不符', en: 'Parts announced and named' },
    what: {
      zh: '开头说“由……六个部分组成”，列出的部分却不是六个，或者报告中有的部分没有列出，或者列出了以前的“收费及减免情况”、正文却没有。列出的名称与格式的标题不完全相同没有关系；有别的部分，以“等内容”“等部分组成”带过，或者只举几个部分再说“等六个部分”的不报告。',
      en: 'The preamble announces a number of parts (由…六个部分组成) and names another number, leaves out a part that the report has, or names the 收费及减免情况 of former years that it has not. Names may differ from the form’s; lists with other parts, that end in “等内容” or “等部分组成”, or that name a few parts and go on with “等六个部分”, are not reported.',
    },
    why: { zh: '多是删改时漏掉了一项，开头与正文互相矛盾。', en: 'Most often an item was lost in editing; preamble and text then contradict each other.' },
    ignore: { zh: '开头只是举例、并不打算列全时可以忽略。', en: 'Leave it where the preamble only gives examples.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: `${TITLE}⟦本报告由${LIST.replace('政府信息公开行政复议和行政诉讼情况、', '')}六个部分组成⟧。\n`,
        good: `${TITLE}本报告由${LIST}六个部分组成。\n`,
      },
      {
        bad: `${TITLE}⟦本报告由${LIST}五个部分组成⟧。\n`,
        good: `${TITLE}本报告由${LIST}六个部分组成。\n`,
      },
      {
        bad: `${TITLE}本报告由${LIST.replace('存在', '⟦政府信息公开收费及减免情况⟧、存在')}等组成。\n`,
        good: `${TITLE}本报告由${LIST}等组成。\n`,
      },
    ],
  },
  *check(report) {
    for (const { start, syntax } of report.slices) {
      // The report presents itself before its tables.
      if (syntax.heading && syntax.heading.id !== 'overview') break;
      const fees = formerPartIn(syntax);
      if (fees && report.slices.flatMap((slice) => slice.syntax.text.match(/减\s?免/g) ?? []).length === 1) yield { span: shift(fees.span, start), message: 'fees', args: { part: fees.part } };
      const list = partsIn(syntax);
      if (!list) continue;
      const { count, named } = list;
      const missing = SECTION_IDS.filter((id) => !named.has(id));
      const at = behindTitle(shift(list.span, start), { start, syntax }, report.title);
      // A preamble in section 一 may name the parts that follow it.
      const unlisted = missing.filter((id) => id !== 'overview' && report.sections.some((section) => section.id === id));
      if (count !== undefined && named.size < count && count <= SECTION_IDS.length) yield { span: at, args: { ...counts(count, named.size), missing: quoted(missing.map(sectionTitle)) } };
      else if (count !== undefined && named.size > count) yield { span: at, message: 'more', args: counts(count, named.size) };
      else if ((count ?? named.size) === named.size && unlisted.length > 0) yield { span: at, message: 'unlisted', args: { missing: quoted(unlisted.map(officialHeading)) } };
      return;
    }
  },
};

/** `own` without the end of the title: no stop parts it from the sentence behind it. */
function behindTitle(own: Span, { start, syntax: { text } }: ReportModel['slices'][number], title: ReportModel['title']): Span {
  if (!title || own.start >= title.span.end || own.end <= title.span.end) return own;
  const rest = text.slice(title.span.end - start);
  return span(title.span.end + rest.length - rest.trimStart().length, own.end);
}

const counts = (count: number, named: number): { readonly count: Text; readonly named: Text } => ({ count: inWords(count), named: inWords(named) });
const inWords = (count: number): Text => ({ zh: writeOrdinal(count), en: String(count) });

interface Parts {
  readonly span: Span;
  readonly count: number | undefined;
  readonly named: ReadonlySet<SectionId>;
}

/** What only the name of this section says, in any wording. */
const NAMES: Readonly<Record<SectionId, RegExp>> = {
  overview: /总体|概述|概况|基本情况/,
  proactiveDisclosure: /主动公开/,
  requests: /收到和?(?:处理|办理)|依申请|申请的?(?:处理|办理|受理|接收|接受|答复)|(?:处理|办理|受理)(?:政府)?(?:信息公开)?(?:的)?申请/,
  reviewAndLitigation: /复议|诉讼/,
  problemsAndImprovements: /问题|不足|改进/,
  otherMatters: /其[他它](?:需要?|应当?|有关)?(?:报告|说明)?|需要?报告/,
};
/** Pieces of names that hold a comma, and words of the sentence. */
const NO_NAME = /^(?:(?:因政府信息公开(?:工作|申请)?)?(?:被)?(?:申请|提起)?(?:行政)?(?:复议|诉讼).*|整改.*|改进.*|和|以及|及|等|共|附表)$/;

const REACH = 1500;
/** Where a list begins, to the end of what stands before its first name. */
const ANNOUNCES = /(?:由|包括|包含|分为|涵盖|含|从|分别[为是]|内容[为是有]|[共分][有为]|:)(?:政府信息公开(?:工作)?的?)?(?:\([一1]\)|[一1][、.])?$/;
const FIRST_NAME = /总体|概述|概况|基本情况|主动公开/;
/** A whole number: not the 四 of 二十四. */
const COUNT = /(?<![\d一二三四五六七八九十])([一二三四五六七八九十]{1,2}|[1-9]\d?)(?:(?:个|大)?(?:部分|方面|章节|篇章|块)|项内容)/;
const COMPOSED = /组成|构成/;

const partsIn = remembered((section: SectionSyntax): Parts | undefined => firstIn(section, partsOf));

/** The part of reports of before 2019 that a list names. */
const formerPartIn = remembered((section: SectionSyntax) => firstIn(section, formerPartOf));

/** What a slice begins with, where it may name parts. */
const openingOf = remembered(({ text, heading }: SectionSyntax): Squeezed | undefined => {
  const from = heading?.span.end ?? 0;
  const words = squeeze(text, from, from + REACH);
  return /部分|方面|组成|构成|包括|包含|涵盖|章节/.test(words.text) ? words : undefined;
});

/** What `read` finds in the first sentence in which it finds anything, with its place in the slice. */
function firstIn<T extends { readonly from: number; readonly to: number }>(section: SectionSyntax, read: (sentence: string) => T | undefined): (T & { readonly span: Span }) | undefined {
  const words = openingOf(section);
  if (!words) return undefined;
  for (const sentence of words.text.matchAll(/[^。!?]{20,400}/g)) {
    const found = read(sentence[0]);
    if (found) return { ...found, span: placeOf(words, sentence.index + found.from, sentence.index + found.to) };
  }
  return undefined;
}

/** Whether a list of parts begins at `first`: behind words that announce it, or behind their number. */
const beginsList = (sentence: string, first: number, counted: RegExpExecArray | null): boolean => first >= 0 && ((counted !== null && counted.index < first) || ANNOUNCES.test(sentence.slice(0, first)));

function formerPartOf(sentence: string): { readonly part: string; readonly from: number; readonly to: number } | undefined {
  const fees = /[^、,;:()]{0,20}收费[^、,;:()]{0,4}减免[^、,;:()]{0,8}?(?=[、,;:()]|以及|和|及其他|等|$)/.exec(sentence);
  const first = sentence.search(FIRST_NAME);
  if (!fees || first < 0 || first > fees.index || !beginsList(sentence, first, COUNT.exec(sentence))) return undefined;
  return { part: fees[0], from: fees.index, to: fees.index + fees[0].length };
}

/** The parts that a sentence names, and where in it; undefined for any other sentence. */
function partsOf(sentence: string): (Omit<Parts, 'span'> & { readonly from: number; readonly to: number }) | undefined {
  const first = sentence.search(FIRST_NAME);
  const counted = COUNT.exec(sentence);
  // `共分六个部分：总体情况、……` and `由总体情况、……六个部分组成`
  const countedBefore = counted !== null && counted.index < first;
  if (!beginsList(sentence, first, counted)) return undefined;
  const ends = countedBefore ? null : (counted ?? COMPOSED.exec(sentence));
  const list = sentence.slice(first, ends?.index);
  if ((!ends || !counted) && OPEN.test(list)) return undefined;
  const pieces = list.split(/[、,;:]|以及|\([一二三四五六]\)|[一二三四五六]、/).map((piece) => piece.replace(/^[和及与]|等$/g, '')).filter((piece) => piece.length > 1);
  const named = new Set(SECTION_IDS.filter((id) => pieces.some((piece) => NAMES[id].test(piece))));
  const count = counted ? (readOrdinal(counted[1]!) ?? Number(counted[1])) : undefined;
  if (ends && count !== undefined && count - named.size > 1 && EXAMPLES.test(list)) return undefined;
  if (count === pieces.length && count > named.size && namesHalves(pieces)) return undefined;
  if (named.size < FEWEST_NAMES || pieces.some((piece) => !NO_NAME.test(piece) && !SECTION_IDS.some((id) => NAMES[id].test(piece)))) return undefined;
  const after = ends ? ends.index + ends[0].length : sentence.length;
  const before = sentence.slice(0, Math.min(first, counted?.index ?? first));
  return {
    count,
    named,
    from: SUBJECTS.map((subject) => before.lastIndexOf(subject)).find((at) => at >= 0) ?? 0,
    to: after + (/^(?:组成|构成)/.exec(sentence.slice(after))?.[0].length ?? 0),
  };
}

/** `行政复议、行政诉讼、存在问题、改进措施`: two sections, counted as four parts where each half is a name like the others. */
function namesHalves(pieces: readonly string[]): boolean {
  const reviews = pieces.filter((piece) => NAMES.reviewAndLitigation.test(piece)).map((piece) => piece.endsWith('情况'));
  // In 政府信息公开行政复议、行政诉讼情况 both share a 情况: one name.
  const apart = reviews.length > 1 && reviews.every((own) => own === reviews[0]);
  return apart || (pieces.some((piece) => /(?:问题|不足|困难)$/.test(piece)) && pieces.some((piece) => /^(?:整改|改进)/.test(piece)));
}

/** What an announcement is said of. */
const SUBJECTS = ['本年度报告', '本报告', '本年报', '全文', '报告'];
/** `总体情况、……等内容`, `……等方面内容` and `……等部分组成` do not say that they name all. */
const OPEN = /等(?:方面|部分|相关|有关|主要)?的?(?:内容|方面|部分|情况|事项)?$/;
/** `主要包括总体情况、……存在的主要问题及改进情况等六个部分`: 等 stands behind whole lists as well; where several parts are not named, it leads on to them. */
const EXAMPLES = /等共?$/;

/** A sentence that names fewer sections only speaks of them. */
const FEWEST_NAMES = 3;
