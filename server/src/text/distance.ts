/**
 * Edit distance between short labels, counted in characters inserted, removed, replaced or swapped with their neighbour.
 * Bounded: the work stops as soon as the answer must exceed `limit`.
 */

/** The distance between `a` and `b`, or `limit + 1` if it is larger than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // Three rows, filled again and again.
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let row: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** Whether `text` holds `words` with at most `limit` characters inserted, removed or replaced, wherever they begin and end. */
export function holdsNearly(text: string, words: string, limit: number): boolean {
  // By character of `words`: the fewest edits that make its beginning of what ends at the place looked at.
  const edits = Array.from({ length: words.length + 1 }, (_, i) => i);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let diagonal = 0;
    for (let i = 1; i <= words.length; i++) {
      const above = edits[i]!;
      edits[i] = Math.min(diagonal + (words.charCodeAt(i - 1) === code ? 0 : 1), above + 1, edits[i - 1]! + 1);
      diagonal = above;
    }
    if (edits[words.length]! <= limit) return true;
  }
  return words.length <= limit;
}
