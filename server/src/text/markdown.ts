/** What Markdown writes around and in the words of a cell: `**12**`, `\-3`. */

const EMPHASISED = /^([*_]{1,3})[^*_]+\1$/;

/** What converters to Markdown put before marks. */
const ESCAPE = /\\(?=[-+.])/g;

/** How many marks for bold or slanted words stand at each end of trimmed `text`; 0 where it has not as many at both. */
export function emphasisOf(text: string): number {
  return EMPHASISED.exec(text)?.[1]!.length ?? 0;
}

/** Trimmed `text` as it is shown. */
export function withoutMarks(text: string): string {
  const marks = emphasisOf(text);
  return (marks === 0 ? text : text.slice(marks, -marks).trim()).replace(ESCAPE, '');
}
