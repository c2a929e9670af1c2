/** Arithmetic of replacements, so that any number of edits is one. */
import type { Change } from '../syntax/segment';

/** `first`, then `second` (whose old text is the new text of `first`), as one replacement. */
export function merged(first: Change, second: Change): Change {
  // Ends are compared in the text between the two.
  const middle = Math.max(first.newEnd, second.oldEnd);
  return {
    start: Math.min(first.start, second.start),
    oldEnd: first.oldEnd + (middle - first.newEnd),
    newEnd: second.newEnd + (middle - second.oldEnd),
  };
}

/** The one replacement that turns `before` into `after`, without what stays at both ends. */
export function difference(before: string, after: string): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}
