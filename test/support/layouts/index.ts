/** Every way in which tables are found as text. A new layout is a new renderer in this list. */
import { barBeforeRows, barOnNextLine, barPerBlank, barPerCell } from './barPerCell';
import { box, boxOfDashes } from './box';
import { barsOnLines, chromiumBreaks, firefoxCopy, pageBlocks, pageBreaks, pageText } from './browser';
import { cellPerLine, cellPerLineOnly, cellPerLineSpans } from './cellPerLine';
import { chatMarkdown } from './chatMarkdown';
import { flattened, flattenedRows } from './flattened';
import { flipBook } from './flipBook';
import type { TableLayout } from './form';
import { github } from './github';
import { html, htmlCells } from './html';
import { ocrMarkdown } from './ocrMarkdown';
import { pandocBlocks, pandocGrid, pandocSimple } from './pandoc';
import { linePerCell, paragraphPerCell, paragraphPerText } from './paragraphs';
import { pdfColumns } from './pdfColumns';
import { pdfDefault } from './pdfDefault';
import { pdfLayout } from './pdfLayout';
import { pdfRaw } from './pdfRaw';
import { pdfSorted } from './pdfSorted';
import { pipeBetween, pipeGrid, pipeGridBetween, pipeLeading, pipePadded, pipeTrailing } from './pipe';
import { pipeNewline } from './pipeNewline';
import { tornMarkdown } from './tornMarkdown';
import { tsv, tsvGrid } from './tsv';

export const LAYOUTS: readonly TableLayout[] = [
  ...[pdfDefault, pdfLayout, pdfRaw, cellPerLine, cellPerLineSpans, cellPerLineOnly, linePerCell, paragraphPerCell, paragraphPerText, tsv, tsvGrid],
  ...[pipeTrailing, pipeLeading, pipePadded, pipeGrid, pipeBetween, pipeGridBetween, pipeNewline, barPerCell, barPerBlank, barOnNextLine, barBeforeRows, github, html, htmlCells, pandocGrid, pandocSimple, pandocBlocks, box, boxOfDashes],
  ...[pageText, pageBlocks, firefoxCopy, pageBreaks, chromiumBreaks, barsOnLines],
  ...[chatMarkdown, ocrMarkdown, tornMarkdown, flipBook, flattened, flattenedRows],
];

/** Orders in which PDF text tears rows apart: a table is read as a whole or not at all, so that nothing can be asked of a part of one. */
export const TORN: readonly TableLayout[] = [pdfSorted, pdfColumns];
