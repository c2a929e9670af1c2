/** A table of which only the words are read: its numbers ran into the labels, stand elsewhere, or are not filled in. */
import type { TableSpec } from '../../editions';
import { isNumber } from '../../syntax/layouts/layout';
import type { SectionSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { span } from '../../text/span';
import { remembered } from '../remembered';
import type { BoundTable } from '../types';
import { unreadTable } from './boundTable';
import type { LabelMatcher } from './labels';
import type { Item } from './item';
import { keyOfSection } from './sectionKey';

/** The labels are there but no values stand with them: digits glued to the labels, or an empty table. */
export function labelsOnly(section: SectionSyntax, spec: TableSpec, items: readonly Item[], matcher: LabelMatcher): BoundTable | undefined {
  const key = keyOfSection(section);
  const { rows, heads } = titlesOf(spec);
  // A sentence may name half of the rows, with their numbers; it has no words of the head.
  if (rows.filter((title) => key.includes(title)).length < rows.length / 2 || heads.filter((title) => key.includes(title)).length < FEWEST_HEADS) return undefined;
  const spans = items.flatMap((item) => (item.kind === 'fragment' && (matcher.match(item.cell.text) || matcher.isHeader(item.cell.text)) ? [item.cell.span] : []));
  const whole = spans.length > 0 ? span(spans[0]!.start, spans.at(-1)!.end) : (section.heading?.span ?? span(0, Math.min(section.text.length, 1)));
  // Labels have numbers of their own.
  const rest = withoutUnfinished(rows.reduce((words, title) => words.replaceAll(title, LABEL), key), rows);
  return unreadTable(section, spec, GLUED.test(rest) && !items.some(isApart) ? 'glued' : /\d/.test(rest) ? 'places' : 'blank', whole);
}

/** `words` without the beginning of a label at its end, where the text is cut off or still being typed: its own number is none that ran into the label before. */
function withoutUnfinished(words: string, titles: readonly string[]): string {
  const last = words.slice(words.lastIndexOf(LABEL) + 1);
  return /^\d+\D/.test(last) && titles.some((title) => title.startsWith(last)) ? words.slice(0, words.length - last.length) : words;
}

/** Whether numbers stand in cells of their own, so that they run into nothing. */
const isApart = (item: Item): boolean => item.kind === 'record' && item.values.some(isNumber);

/** So many words of the head show that it is a table. */
const FEWEST_HEADS = 2;
/** In place of a label; no key holds it. */
const LABEL = '|';
const GLUED = /\|\d/;

/** The keys of the labels, the longest first, and those of the words of the head. */
const titlesOf = remembered(({ rows, skeleton }: TableSpec) => ({
  rows: rows.map(({ title }) => matchKey(title)).sort((a, b) => b.length - a.length),
  heads: [...new Set(skeleton.flatMap(({ cells, row }) => (row === undefined ? cells.map(matchKey) : [])))],
}));
