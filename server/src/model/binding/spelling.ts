/** The labels that words spell, one after another, each whole or in pieces. */
import type { CellSyntax } from '../../syntax/types';
import { matchKey } from '../../text/fold';
import { type Anchor, MAX_PIECES } from './anchor';
import type { LabelMatcher } from './labels';

export interface Labels {
  readonly labels: readonly Anchor[];
  /** Whether there are words that are neither label nor header, and whether any words stand below the last label. */
  readonly leftover: boolean;
  readonly below: boolean;
}

/** The labels that `words` spell, in order. In open layouts headers come in pieces, and in any order. */
export function labelsIn(words: readonly CellSyntax[], open: boolean, matcher: LabelMatcher): Labels {
  const labels: Anchor[] = [];
  let leftover = false;
  let below = false;
  for (let i = 0; i < words.length; ) {
    const { row, count } = longestJoin(words, i, matcher);
    if (row !== undefined) {
      labels.push({ row, kind: 'exact', cells: words.slice(i, i + count) });
      below = false;
    } else {
      leftover ||= count === 0 && !(open && matcher.isHeaderPiece(words[i]!.text));
      below = leftover || labels.length > 0;
    }
    i += Math.max(count, 1);
  }
  return { labels, leftover, below };
}

/**
 * The labels that `words` spell, in order, those behind the name of a group or less than exact among them, and where the titles of columns
 * stand. Where two ways differ, those with more.
 */
export function labelsAmong(words: readonly CellSyntax[], matcher: LabelMatcher): readonly (Anchor | 'title')[] {
  const spelt = (own: readonly CellSyntax[]): (Anchor | 'title')[] => {
    const labels: (Anchor | 'title')[] = [];
    for (let i = 0; i < own.length; ) {
      const { row, count } = longestJoin(own, i, matcher);
      const cells = own.slice(i, i + count);
      if (row !== undefined) labels.push({ row, kind: 'exact', cells });
      else if (matcher.isTitleKey(cells.map(({ text }) => matchKey(text)).join(''))) labels.push('title');
      else if (count === 0) labels.push(...likelyLabel(own[i]!, matcher));
      i += Math.max(count, 1);
    }
    return labels;
  };
  const all = spelt(words);
  const without = spelt(words.filter(({ text }) => !matcher.isHeaderPiece(text)));
  return without.length > all.length ? without : all;
}

function likelyLabel(cell: CellSyntax, matcher: LabelMatcher): Anchor[] {
  if (matcher.isHeaderPiece(cell.text)) return [];
  const likely = [cell.text, matcher.withoutGroup(cell.text)].map((words) => matcher.match(words)).find((match) => match && match.kind !== 'part');
  return likely ? [{ ...likely, cells: [cell] }] : [];
}

/** How many words from `start` on, joined, name `row`, else how many are a header; 0 if none do. */
function longestJoin(words: readonly CellSyntax[], start: number, matcher: LabelMatcher): { readonly row: number | undefined; readonly count: number } {
  let row: number | undefined;
  let named = 0;
  let header = 0;
  for (let i = start, key = ''; i < Math.min(words.length, start + MAX_PIECES); i++) {
    key += matcher.pieceKey(words[i]!.text);
    if (!matcher.isBeginning(key)) break;
    const own = matcher.exactKey(key);
    if (own !== undefined) {
      row = own;
      named = i - start + 1;
    } else if (matcher.isHeaderKey(key)) header = i - start + 1;
  }
  return { row, count: row === undefined ? header : named };
}
