/** Titles of sections that are not there yet, and the sub-headings of 一 and 五. */
import { isBare } from '../../model/report/bareHeading';
import { missingSections } from '../../model/report/report';
import { bodyOf, FRAMES, isTableSection, type Manner, mannerOf } from '../../rules/sectionEdits';
import { officialHeading, textOf } from '../../rules/sectionWords';
import { SECTION_IDS, type SectionId, sectionTitle } from '../../syntax/sections';
import { matchKey } from '../../text/fold';
import { LAST_ORDINAL, readOrdinal, writeOrdinal } from '../../text/ordinals';
import { subHeadings } from '../subHeadings';
import type { Offer } from '../completions';
import { type Caret, endsLine, lineWords, type Typed, typedFrom } from './caret';

export interface Offers {
  readonly typed: Typed;
  readonly offers: readonly Offer[];
}

export function headings(caret: Caret): Offers {
  const typed = typedFrom(caret, lineWords(caret.before));
  const possible = endsLine(caret) && !/[\t|｜│]/.test(caret.before);
  return { typed, offers: possible ? [...subHeadingOffers(caret), ...sectionOffers(caret)] : [] };
}

/** The next one first, then those after it, then those that should have come before. */
function sectionOffers(caret: Caret): Offer[] {
  const { model, syntax } = caret;
  const here = typedHeading(caret);
  const missing = new Set(missingSections(model));
  if (here && model.sections.filter(({ id }) => id === here).length === 1) missing.add(here);
  const own = syntax.heading && syntax.heading.id !== here ? SECTION_IDS.indexOf(syntax.heading.id) : -1;
  const after = (id: SectionId): number => (SECTION_IDS.indexOf(id) - own - 1 + SECTION_IDS.length) % SECTION_IDS.length;
  const ids = [...missing].sort((a, b) => after(a) - after(b));
  if (ids.length === 0) return [];
  const manner = mannerOf(model, textOf(model));
  const written = here && !isBare(syntax);
  return ids.flatMap((id) => sectionOffersOf(id, caret, manner).slice(0, id === here && written ? 1 : 2));
}

function sectionOffersOf(id: SectionId, { model, edition }: Caret, manner: Manner): Offer[] {
  const heading = officialHeading(id);
  const words = [sectionTitle(id)];
  const body = heading + manner.eol + (manner.blankAfterHeading ? manner.eol : '') + bodyOf(id, model, manner);
  const withBody = isTableSection(id) ? { zh: '标题和待填的统计表', en: 'title, and the table to be filled in' } : { zh: '标题和待写的小标题', en: 'title, and a frame to write in' };
  return [
    { label: heading, pieces: [heading], words, about: { kind: 'section', id, edition } },
    { label: `${heading} …`, detail: withBody, pieces: [body], words: [...words, heading], about: { kind: 'section', id, edition } },
  ];
}

/** The section that the line of the caret is read as the heading of. */
function typedHeading({ syntax, sliceStart, lineStart, offset }: Caret): SectionId | undefined {
  const { heading } = syntax;
  return heading && sliceStart + heading.span.start >= lineStart && sliceStart + heading.span.start <= offset ? heading.id : undefined;
}

/** Of a sub-heading, what a report's own wording of it has. */
const TOPICS: Readonly<Record<string, RegExp>> = {
  '（一）主动公开': /主动公开/,
  '（二）依申请公开': /依申请/,
  '（三）政府信息管理': /信息管理/,
  '（四）政府信息公开平台建设': /平台/,
  '（五）监督保障': /监督保障/,
  '（一）存在的主要问题': /问题/,
  '（二）改进情况': /改进|措施/,
};

/** Those of the section that are not there yet, numbered on from the one above. */
function subHeadingOffers({ syntax, sliceStart, lineStart, offset, edition }: Caret): Offer[] {
  const id = syntax.heading?.id;
  if ((id !== 'overview' && id !== 'problemsAndImprovements') || sliceStart + syntax.heading!.span.end > lineStart) return [];
  const others = subHeadings(syntax).filter(({ span }) => sliceStart + span.start < lineStart || sliceStart + span.start > offset);
  const last = others.findLast(({ level, span }) => level === 1 && sliceStart + span.start < lineStart);
  const before = last ? readOrdinal(/[一二三四五六七八九十]+/.exec(last.name)![0]) : 0;
  // What comes after （二十） or （二十一） has no ordinal here.
  if (before === undefined || before === LAST_ORDINAL) return [];
  return FRAMES[id].filter((official) => !others.some(({ name }) => TOPICS[official]!.test(name))).map((official): Offer => {
    const words = official.slice(official.indexOf('）') + 1);
    const label = `（${writeOrdinal(before + 1)}）${words}`;
    return { label, pieces: [label], words: [words, matchKey(label)], about: { kind: 'topic', section: id, edition } };
  });
}
