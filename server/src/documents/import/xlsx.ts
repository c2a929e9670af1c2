/**
 * Excel workbooks: the visible sheets, one after another, as they stand. Numbers are the stored ones; formulas are their last
 * results, nothing is computed.
 */
import type { Block } from '../blocks';
import { type Found, Losses, Refusal } from './imported';
import { sheetBlocks, type SheetCell } from './sheetBlocks';
import { numberText, NumberFormats } from './numberFormats';
import { atLevel, settled } from './raised';
import { below, child, parseXml, type XmlElement } from './xml';
import { type Parts, unzip } from './zip';

const WANTED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml|worksheets\/_rels\/[^/]+\.rels|comments\d*\.xml|drawings\/drawing\d+\.xml)$/;

/** Throws a `Refusal`. */
export function readXlsx(bytes: Uint8Array): Found {
  const parts = unzip(bytes, (name) => WANTED.test(name));
  const workbook = xmlOf(parts, 'xl/workbook.xml');
  if (!workbook) throw new Refusal({ zh: '不是 Excel 工作簿', en: 'not an Excel workbook' });
  const losses = new Losses();
  const strings = (xmlOf(parts, 'xl/sharedStrings.xml')?.children ?? []).map(richText);
  const formats = new NumberFormats(xmlOf(parts, 'xl/styles.xml'), workbook);
  const targets = new Map((xmlOf(parts, 'xl/_rels/workbook.xml.rels')?.children ?? []).map(({ attributes }) => [attributes['Id'], attributes['Target'] ?? '']));
  const blocks: Block[] = [];
  for (const sheet of child(workbook, 's:sheets')?.children ?? []) {
    const target = targets.get(sheet.attributes['r:id'] ?? '') ?? '';
    const content = xmlOf(parts, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (!content) continue;
    if (/hidden/i.test(sheet.attributes['state'] ?? '')) losses.add('hiddenSheets');
    else blocks.push(...sheetBlocks(rowsOf(content, { strings, formats, losses })));
  }
  for (const [name, part] of parts) {
    if (name.startsWith('xl/comments')) losses.add('comments', child(parseXml(part), 's:commentList')?.children.length ?? 0);
    if (name.startsWith('xl/drawings')) countDrawn(parseXml(part), losses);
  }
  return { blocks, losses: losses.told };
}

function xmlOf(parts: Parts, name: string): XmlElement | undefined {
  const part = parts.get(name);
  return part && parseXml(part);
}

function countDrawn(drawing: XmlElement, losses: Losses): void {
  for (const { name } of below(drawing)) {
    if (name === 'a:blip') losses.add('images');
    else if (name === 'c:chart') losses.add('objects');
  }
}

/** The words of a string in pieces of different looks, without readings beside them. */
const richText = (element: XmlElement): string => settled(element.children.map((own) => (own.name === 's:t' ? own.text : own.name === 's:r' ? pieceText(own) : '')).join(''));

function pieceText(piece: XmlElement): string {
  const text = child(piece, 's:t')?.text ?? '';
  return atLevel(text, child(child(piece, 's:rPr'), 's:vertAlign')?.attributes['val']);
}

interface Book {
  readonly strings: readonly string[];
  readonly formats: NumberFormats;
  readonly losses: Losses;
}

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;
/** Blank rows between written ones only separate. */
const MOST_BLANK = 2;

function rowsOf(sheet: XmlElement, book: Book): SheetCell[][] {
  const merged = new Map<string, { readonly across: number; readonly down: number }>();
  const covered = coveredBy(child(sheet, 's:mergeCells'), merged);
  const hidden = hiddenColumns(child(sheet, 's:cols'));
  /** Where a column stands among those that are shown. */
  const shown = (column: number): number => column - [...hidden].filter((own) => own < column).length;
  const rows: SheetCell[][] = [];
  const hiddenWithContent = new Set<number>();
  let next = 0;
  for (const row of child(sheet, 's:sheetData')?.children ?? []) {
    const index = row.attributes['r'] === undefined ? next : Number(row.attributes['r']) - 1;
    if (!(index >= next && index < MOST_ROWS)) continue;
    for (let blank = Math.min(index - next, MOST_BLANK); blank > 0; blank--) rows.push([]);
    next = index + 1;
    const cells: SheetCell[] = [];
    let column = 0;
    for (const cell of row.children) {
      const place = cell.attributes['r'] === undefined ? column : columnOf(cell.attributes['r']);
      if (cell.name !== 's:c' || !(place >= column && place < MOST_COLUMNS)) continue;
      column = place + 1;
      if (covered(index, place)) continue;
      const text = cellText(cell, book);
      if (hidden.has(place)) {
        if (text.trim() !== '') hiddenWithContent.add(place);
      } else {
        const { across, down } = merged.get(`${index} ${place}`) ?? { across: 1, down: 1 };
        cells.push({ text, column: shown(place), across: Math.max(1, shown(place + across) - shown(place)), down });
      }
    }
    if (!/^(?:1|true)$/.test(row.attributes['hidden'] ?? '')) rows.push(cells);
    else if (cells.some(({ text }) => text.trim() !== '')) book.losses.add('hiddenLines');
  }
  book.losses.add('hiddenLines', hiddenWithContent.size);
  return rows;
}

/** What stands in a cell: a string, a number as it is stored, the last result of a formula. */
function cellText(cell: XmlElement, { strings, formats, losses }: Book): string {
  const value = child(cell, 's:v')?.text;
  const type = cell.attributes['t'] ?? 'n';
  if (type === 'inlineStr') return richText(child(cell, 's:is') ?? cell);
  if (value === undefined) {
    if (child(cell, 's:f')) losses.add('formulas');
    return '';
  }
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n') return value;
  return numberText(value, formats.of(cell.attributes['s']), losses);
}

/** `BC12` → 54, from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Whether a cell is covered by a merged one, by row and column; what merged cells span is put into `merged`. */
function coveredBy(merges: XmlElement | undefined, merged: Map<string, { across: number; down: number }>): (row: number, column: number) => boolean {
  const ranges = (merges?.children ?? []).flatMap(({ attributes }) => {
    const ends = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributes['ref'] ?? '');
    if (!ends) return [];
    const [left, top, right, bottom] = [columnOf(ends[1]!), Number(ends[2]) - 1, columnOf(ends[3]!), Number(ends[4]) - 1];
    return right >= left && bottom >= top ? [{ left, top, right, bottom }] : [];
  });
  const byRow = new Map<number, typeof ranges>();
  let listed = 0;
  for (const range of ranges) {
    merged.set(`${range.top} ${range.left}`, { across: range.right - range.left + 1, down: range.bottom - range.top + 1 });
    for (let row = range.top; row <= range.bottom && listed < MOST_ROWS; row++, listed++) byRow.set(row, [...(byRow.get(row) ?? []), range]);
  }
  return (row, column) => byRow.get(row)?.some(({ left, top, right }) => column >= left && column <= right && (row !== top || column !== left)) ?? false;
}

function hiddenColumns(columns: XmlElement | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { attributes } of columns?.children ?? []) {
    if (!/^(?:1|true)$/.test(attributes['hidden'] ?? '')) continue;
    for (let column = Number(attributes['min']) - 1; column < Math.min(Number(attributes['max']), MOST_COLUMNS); column++) hidden.add(column);
  }
  return hidden;
}
