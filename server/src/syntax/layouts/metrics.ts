/**
 * In which column a character stands. Text that is set in columns counts wide characters as one or as two, and those that are
 * wide in Chinese fonts only (“ ” — …) as one or as two; which, nobody says.
 */

/** The column at which each UTF-16 unit of a line begins, and the one after its last. */
export type Columns = readonly number[];
export type Metric = (text: string) => Columns;

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff01 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6);
const AMBIGUOUS: ReadonlySet<number> = new Set([0xb7, 0xd7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026]);

const counting =
  (widthOf: (code: number) => 1 | 2): Metric =>
  (text) => {
    const columns = [0];
    for (let i = 0, column = 0; i < text.length; i++) columns.push((column += widthOf(text.charCodeAt(i))));
    return columns;
  };

/** As characters, as columns of a terminal, as columns of a Chinese font. */
export const METRICS: readonly Metric[] = [counting(() => 1), counting((code) => (isWide(code) ? 2 : 1)), counting((code) => (isWide(code) || AMBIGUOUS.has(code) ? 2 : 1))];
