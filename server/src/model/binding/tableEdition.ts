/** Which edition of the form a table is of, as far as its words say. */
import { edition, type EditionId, EDITIONS, type TableId, tableSpec } from '../../editions';
import { rowsOf } from '../../syntax/rows';
import type { SectionSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { keyOfSection } from './sectionKey';

/** The edition whose words the table has, or all of them, the preferred one first (it wins a tie). */
export function candidateEditions(section: SectionSyntax, id: TableId, preferred: EditionId): EditionId[] {
  const all = [preferred, ...EDITIONS.map((own) => own.id).filter((other) => other !== preferred)];
  const key = keyOfSection(section);
  if (id === 'requests') return requestEditions(section, key, all);
  const shown = all.filter((own) => edition(own).marks.test(key));
  return shown.length === 1 ? shown : all;
}

/** As much of a label as stands on its first line, however it is broken. */
const LABEL_START = 10;

/** What the labels of 表三 begin with in an edition, row by row; undefined for shorter labels. */
interface LabelStarts {
  readonly edition: EditionId;
  readonly starts: readonly (string | undefined)[];
  /** Rows whose labels no other edition has, and the first and last of them; −1: none. */
  readonly own: readonly boolean[];
  readonly firstOwn: number;
  readonly lastOwn: number;
  /** Of rows that only other editions have. */
  readonly foreign: readonly string[];
}

const LABEL_STARTS: readonly LabelStarts[] = EDITIONS.map(({ id }) => {
  const labelsOf = (edition: EditionId): string[] => tableSpec('requests', edition).rows.map(({ title }) => matchKey(title).slice(0, LABEL_START));
  const others = new Set(EDITIONS.flatMap((other) => (other.id === id ? [] : labelsOf(other.id))));
  const labels = labelsOf(id);
  const starts = labels.map((label) => (label.length === LABEL_START ? label : undefined));
  const own = starts.map((label) => label !== undefined && !others.has(label));
  return { edition: id, starts, own, firstOwn: own.indexOf(true), lastOwn: own.lastIndexOf(true), foreign: [...others].filter((label) => !labels.includes(label)) };
});

/** Labels of rows that only this edition has, too short to be looked for among other words (`3.其他`). */
const SHORT_LABELS: readonly { readonly edition: EditionId; readonly labels: readonly string[] }[] = EDITIONS.map(({ id }) => {
  const elsewhere = new Set(EDITIONS.flatMap((other) => (other.id === id ? [] : tableSpec('requests', other.id).skeleton.flatMap(({ cells }) => cells.map(matchKey)))));
  const labels = tableSpec('requests', id).rows.map(({ title }) => matchKey(title));
  return { edition: id, labels: labels.filter((label) => label.length < LABEL_START && !elsewhere.has(label)) };
});

/** The editions that a cell shows by such a label. */
function editionsByCells(section: SectionSyntax): EditionId[] {
  const keys = new Set(rowsOf(section).flatMap(({ cells }) => cells.map(({ text }) => matchKey(text))));
  return SHORT_LABELS.filter(({ labels }) => labels.some((label) => keys.has(label))).map(({ edition: id }) => id);
}

/** The edition of a 表三 by the rows that only it has: they are there, or those around them are, and a row of another edition instead of them. */
function requestEditions(section: SectionSyntax, key: string, all: readonly EditionId[]): EditionId[] {
  const shown: EditionId[] = [];
  const possible: EditionId[] = [];
  for (const { edition: id, starts, own, firstOwn, lastOwn, foreign } of LABEL_STARTS) {
    const present = starts.map((label) => label !== undefined && key.includes(label));
    if (own.some((is, i) => is && present[i])) shown.push(id);
    const around = firstOwn >= 0 && present.slice(0, firstOwn).includes(true) && present.slice(lastOwn + 1).includes(true);
    // Without a row of another edition in their place they are just missing.
    if (!around || !foreign.some((label) => key.includes(label))) possible.push(id);
  }
  if (shown.length === 0) shown.push(...editionsByCells(section));
  return shown.length === 1 ? shown : possible.length > 0 ? all.filter((id) => possible.includes(id)) : [...all];
}
