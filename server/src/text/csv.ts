/**
 * A record of comma-separated values (RFC 4180): fields with commas, quotes or line ends in quotes, CRLF at the end. A text that a spreadsheet
 * would take for a formula is kept from it by an apostrophe, and so is one that begins with an apostrophe itself.
 */
export function csvRecord(values: readonly (string | number | null)[]): string {
  return `${values.map((value) => (typeof value === 'string' ? field(value) : String(value ?? ''))).join(',')}\r\n`;
}

/** How formulas begin, in full width too; a spreadsheet may pass over the blanks before them. */
const FORMULA = /^\s*[=+\-@＝＋－＠][^]|^[\t\r']/;

function field(text: string): string {
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A field as it was before it was guarded. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
