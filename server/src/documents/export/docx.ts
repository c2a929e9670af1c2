/** A report as a Word document, set as official documents are (GB/T 9704): fonts, sizes, line distance, margins, page numbers. */
import { AlignmentType, convertMillimetersToTwip, Document, Footer, type IParagraphOptions, type IRunOptions, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import { columnsOf } from '../grid';
import { columnShares, isWide } from './columnShares';
import type { ParagraphStyle, PrintedCell, PrintedDocument, PrintedParagraph, PrintedTable } from './printed';

/** Fonts that a computer without them replaces by its own of the same kind. */
const BODY = font('仿宋_GB2312');
const FONTS: Readonly<Record<ParagraphStyle, IRunOptions>> = {
  title: { font: font('方正小标宋简体'), size: 44 },
  section: { font: font('黑体'), size: 32 },
  topic: { font: font('楷体_GB2312'), size: 32 },
  body: { font: BODY, size: 32 },
  signature: { font: BODY, size: 32 },
};

/** Digits and Latin letters stand in the font that every office has for them. */
function font(eastAsia: string): NonNullable<IRunOptions['font']> {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}

const POINT = 20;
/** Two characters of the body. */
const INDENT = 2 * 16 * POINT;
const spacing = { line: 28 * POINT, lineRule: LineRuleType.EXACT };

const SETTINGS: Readonly<Record<ParagraphStyle, IParagraphOptions>> = {
  title: { alignment: AlignmentType.CENTER, spacing: { line: 36 * POINT, lineRule: LineRuleType.EXACT, after: 14 * POINT } },
  section: { indent: { firstLine: INDENT }, spacing, keepNext: true },
  topic: { indent: { firstLine: INDENT }, spacing, keepNext: true },
  body: { indent: { firstLine: INDENT }, spacing, alignment: AlignmentType.JUSTIFIED },
  signature: { alignment: AlignmentType.RIGHT, spacing },
};

export async function wordDocument({ title, blocks }: PrintedDocument): Promise<Uint8Array> {
  const mm = convertMillimetersToTwip;
  const number = new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: font('宋体') })] });
  const document = new Document({
    title: xmlText(title),
    creator: '',
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(28) } } },
        footers: { default: new Footer({ children: [number] }) },
        children: blocks.flatMap((block, i) => (block.kind === 'paragraph' ? [paragraphOf(block)] : [tableOf(block), ...(blocks[i + 1]?.kind === 'table' ? [new Paragraph({})] : [])])),
      },
    ],
  });
  return Packer.pack(document, 'uint8array');
}

/** What may not stand in XML at all becomes the sign for lost characters. */
const xmlText = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/gu, '\ufffd');

function paragraphOf({ style, text, newPage }: PrintedParagraph): Paragraph {
  return new Paragraph({ ...SETTINGS[style], ...(newPage && { pageBreakBefore: true }), children: [new TextRun({ ...FONTS[style], text: xmlText(text) })] });
}

/** Of the text on a page, in twentieths of a point. */
const TABLE_WIDTH = convertMillimetersToTwip(210 - 28 - 26);
const CELL_MARGIN = 40;

function tableOf(table: PrintedTable): Table {
  const { rows, head } = table;
  const size = isWide(table) ? 18 : 21;
  const columnWidths = columnShares(table).map((share) => Math.floor((TABLE_WIDTH * share) / 100));
  const places = columnsOf(rows);
  const widthOf = ({ across }: PrintedCell, column: number): number => columnWidths.slice(column, column + across).reduce((sum, width) => sum + width, 0);
  return new Table({
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths,
    alignment: AlignmentType.CENTER,
    rows: rows.map((row, i) => new TableRow({ cantSplit: true, ...(i < head && { tableHeader: true }), children: row.map((cell, c) => cellOf(cell, fitting(cell.text, size, widthOf(cell, places[i]![c]!)))) })),
  });
}

/** Beside the digits: the margins and the line, in twentieths of a point. */
const BESIDE = 2 * CELL_MARGIN + 15;
/** In half points. */
const SMALLEST = 8;
/** How wide a digit is, in sizes of the font: half in the one that is asked for, more in what stands in for it. */
const DIGIT = 0.64;

/** The size, in half points, at which a number stays on one line in a cell of that width: broken, it would read as two. */
function fitting(text: string, size: number, width: number): number {
  if (!/^[\d.,+-]+$/.test(text)) return size;
  return Math.max(SMALLEST, Math.min(size, Math.floor((2 * (width - BESIDE)) / (POINT * DIGIT * text.length))));
}

function cellOf({ kind, text, across, down }: PrintedCell, size: number): TableCell {
  return new TableCell({
    ...(across > 1 && { columnSpan: across }),
    ...(down > 1 && { rowSpan: down }),
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: CELL_MARGIN, bottom: CELL_MARGIN, left: CELL_MARGIN, right: CELL_MARGIN },
    children: [new Paragraph({ alignment: kind === 'label' ? AlignmentType.LEFT : AlignmentType.CENTER, children: [new TextRun({ text: xmlText(text), font: BODY, size })] })],
  });
}
