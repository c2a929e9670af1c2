/**
 * Fonts that name only glyphs and come without a table of the characters they stand for. PDF.js then takes the numbers of glyphs for
 * characters, which gives other words in place of those on the page.
 */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';

/** What is asked of a font; the numbers are taken for characters where `toUnicode` has no table, only a range. */
interface Font {
  readonly composite?: boolean;
  readonly toUnicode?: { readonly firstChar?: number };
}

/** What a report is written in. Glyphs of digits and marks have the lowest numbers, and come out as something else. */
const EXPECTED = /[\s!-~\xa0·×÷‐-›※①-⓿─-◿\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** More than that part of other characters is no text. */
const STRANGE = 0.02;

/** The fonts of the page whose characters nobody can know. The page's operators must have been read. */
export function unknownFonts({ commonObjs }: PDFPageProxy, items: readonly TextItem[]): ReadonlySet<string> {
  const texts = new Map<string, string>();
  for (const { fontName, str } of items) texts.set(fontName, (texts.get(fontName) ?? '') + str);
  return new Set([...texts].flatMap(([name, text]) => (isOfGlyphs(commonObjs, name) && strangeness(text) > STRANGE ? [name] : [])));
}

function isOfGlyphs(fonts: PDFPageProxy['commonObjs'], name: string): boolean {
  const font = fonts.has(name) ? (fonts.get(name) as Font) : undefined;
  return font?.composite === true && font.toUnicode?.firstChar !== undefined;
}

function strangeness(text: string): number {
  const chars = [...text];
  return chars.filter((char) => !EXPECTED.test(char)).length / Math.max(1, chars.length);
}
