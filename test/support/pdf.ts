/** PDF files for tests, with a Chinese font that is not embedded: words at places, and lines. Units are points from the upper left corner. */
import type { PrintedDocument, PrintedTable } from '../../server/src/documents/export/printed';
import type { Lock } from './pdfLock';

const WIDTH = 595;
const HEIGHT = 842;
const MARGIN = 70;
const SIZE = 10;

/** A page: what is drawn on it, in the language of PDF. */
export class Sheet {
  readonly drawn: string[] = [];

  constructor(private readonly isRuled = true) {}

  word(text: string, left: number, base: number, size = SIZE): void {
    const codes = [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    this.drawn.push(`BT /F1 ${size} Tf 1 0 0 1 ${left.toFixed(2)} ${(HEIGHT - base).toFixed(2)} Tm <${codes}> Tj ET`);
  }

  line(x1: number, y1: number, x2: number, y2: number): void {
    if (this.isRuled) this.drawn.push(`${x1.toFixed(2)} ${(HEIGHT - y1).toFixed(2)} m ${x2.toFixed(2)} ${(HEIGHT - y2).toFixed(2)} l S`);
  }
}

const widthOf = (text: string, size = SIZE): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? size / 2 : size), 0);

function wrapped(text: string, width: number, first = width): string[] {
  const lines = [''];
  for (const char of text) {
    const line = lines.length - 1;
    if (widthOf(lines[line]! + char) > (line === 0 ? first : width)) lines.push(char);
    else lines[line] += char;
  }
  return lines;
}

/** A report on as many pages as it needs; tables are ruled, if they are to be, and cut between rows where a page ends. */
export function pdfOf({ blocks }: PrintedDocument, isRuled = true): Uint8Array {
  const sheets = [new Sheet(isRuled)];
  let y = MARGIN;
  const room = (height: number): Sheet => {
    if (y + height > HEIGHT - MARGIN) {
      sheets.push(new Sheet(isRuled));
      y = MARGIN;
    }
    return sheets.at(-1)!;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      y += 12;
      for (const row of layOut(block)) {
        const sheet = room(row.height);
        row.draw(sheet, y);
        y += row.height;
      }
      y += 20;
      continue;
    }
    const indent = block.style === 'title' ? 0 : 2 * SIZE;
    wrapped(block.text, WIDTH - 2 * MARGIN, WIDTH - 2 * MARGIN - indent).forEach((text, i) => {
      room(18).word(text, MARGIN + (i === 0 ? indent : 0), y + 13);
      y += 18;
    });
  }
  sheets.forEach((sheet, i) => sheet.word(`— ${i + 1} —`, WIDTH / 2 - 15, HEIGHT - 40));
  return file(sheets.map(({ drawn }) => drawn.join('\n')));
}

/** One page with one line on it. */
export function pageWith(text: string): Uint8Array {
  const sheet = new Sheet();
  sheet.word(text, MARGIN, MARGIN);
  return file([sheet.drawn.join('\n')]);
}

/** A page of lines of text as codes of the other font, in hexadecimal digits, and where they stand on from above. */
export const codesAt = (...lines: readonly (readonly [codes: string, base: number])[]): string => lines.map(([codes, base]) => `BT /F2 ${SIZE} Tf 1 0 0 1 ${MARGIN} ${HEIGHT - base} Tm <${codes}> Tj ET`).join('\n');

interface Laid {
  readonly height: number;
  draw(sheet: Sheet, top: number): void;
}

/** Rows in groups that no cell goes beyond, so that a page ends between them; a group as tall as a page is cut where it has to be. */
function layOut({ rows, columns, labels }: PrintedTable): Laid[] {
  const label = labels > 0 ? 200 / labels : 0;
  const value = (WIDTH - 2 * MARGIN - label * labels) / (columns - labels);
  const x = (column: number): number => MARGIN + Math.min(column, labels) * label + Math.max(0, column - labels) * value;
  const open: { left: number; across: number; rest: number; text: string[] }[] = [];
  return rows.map((row) => {
    const covered = new Set(open.flatMap(({ left, across }) => Array.from({ length: across }, (_, i) => left + i)));
    let column = 0;
    for (const cell of row) {
      while (covered.has(column)) column++;
      const lines = wrapped(cell.text, x(column + cell.across) - x(column) - 6);
      open.push({ left: column, across: cell.across, rest: cell.down, text: lines });
      for (let i = 0; i < cell.across; i++) covered.add(column + i);
      column += cell.across;
    }
    const height = 8 + 12 * Math.max(1, ...open.filter(({ rest }) => rest === 1).map(({ text }) => text.length));
    const cells = open.map((cell) => ({ ...cell, last: cell.rest === 1, shown: cell.rest === 1 ? cell.text.splice(0) : cell.text.splice(0, Math.floor((height - 8) / 12)) }));
    for (const cell of open) cell.rest--;
    open.splice(0, open.length, ...open.filter(({ rest }) => rest > 0));
    return {
      height,
      draw(sheet, top) {
        for (const { left, across, last, shown } of cells) {
          sheet.line(x(left), top, x(left), top + height);
          sheet.line(x(left + across), top, x(left + across), top + height);
          if (last) sheet.line(x(left), top + height, x(left + across), top + height);
          if (row.length > 0 && rows.indexOf(row) === 0) sheet.line(x(left), top, x(left + across), top);
          shown.forEach((text, i) => sheet.word(text, x(left) + 3, top + 13 + 12 * i));
        }
      },
    };
  });
}

/** How the words of a page are written, and what the file says of it. */
export interface Font {
  /** As PDF names it: which characters codes stand for. */
  readonly encoding: string;
  /** Of its glyphs. */
  readonly ordering?: string;
}

const UCS2: Font = { encoding: 'UniGB-UCS2-H' };

/** A byte for each character. */
export const hex = (text: string): string => [...text].map((char) => char.charCodeAt(0).toString(16).padStart(2, '0')).join('');

/** The bytes of a file with these pages, whose words are in a font of Unicode and in `other`; with `lock`, encrypted. */
export function file(pages: readonly string[], other = UCS2, lock?: Lock): Uint8Array {
  const first = 8;
  // All strings are encrypted, too.
  const inside = (text: string, object: number): string => hex(lock ? lock.encrypted(text, object) : text);
  const font = ({ encoding, ordering = 'GB1' }: Font, glyphs: number): string[] => [
    `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[${glyphs} 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry<${inside('Adobe', glyphs)}>/Ordering<${inside(ordering, glyphs)}>/Supplement 4>>/FontDescriptor 7 0 R/DW 1000/W[1 95 500 814 907 500]>>`,
  ];
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}]>>`,
    ...font(UCS2, 4),
    ...font(other, 6),
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ...pages.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<</F1 3 0 R/F2 5 0 R>>>>/Contents ${first + 2 * i + 1} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${lock ? lock.encrypted(content, first + 2 * i + 1) : content}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${lock?.entry ?? ''}>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array([...text].map((char) => char.charCodeAt(0)));
}
