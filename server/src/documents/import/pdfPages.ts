/**
 * Pages of a PDF file: words with their places, and the lines that are drawn. Read by PDF.js in this thread, without scripts, fonts
 * of the system, images, or any file but the one at hand. Units are points from the upper left corner of the page as it is shown.
 */
import './pdfShims';
import * as reader from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, OPS, PasswordResponses, VerbosityLevel, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { Refusal } from './imported';
import { readerOfCMaps } from './pdfCMaps';
import { unknownFonts } from './pdfFonts';
import { withRaised } from './pdfRaised';

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its characters stand on. */
  readonly base: number;
  /** Of its font. */
  readonly size: number;
}

/** A line that is drawn, along x or along y. */
export interface Rule {
  readonly along: 'x' | 'y';
  /** Where it lies: y of one along x. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly rules: readonly Rule[];
  /** How many pictures are on it. */
  readonly pictures: number;
  /** How many characters have no meaning in the file; U+FFFD in words. */
  readonly unknown: number;
}

export interface Pages {
  /** In order; undefined for one that can't be read. */
  readonly pages: readonly (Page | undefined)[];
  /** Names of tables of characters without which words are left out. */
  readonly missingMaps: ReadonlySet<string>;
}

/** Nobody's report has more. */
const MOST_PAGES = 500;

// Found there by PDF.js, which otherwise would load it from an address.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = reader;

/** Throws a `Refusal`. */
export async function pagesOf(bytes: Uint8Array): Promise<Pages> {
  const missingMaps = new Set<string>();
  const task = getDocument({
    data: bytes.slice(),
    CMapReaderFactory: readerOfCMaps(missingMaps),
    cMapUrl: './',
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: true,
    useWorkerFetch: false,
    useWasm: false,
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  });
  task.onPassword = (_: unknown, reason: number): void => {
    throw reason === PasswordResponses.NEED_PASSWORD ? ENCRYPTED : BROKEN;
  };
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw error instanceof Refusal ? error : (error as Error).name === 'PasswordException' ? ENCRYPTED : BROKEN;
    });
    if (document.numPages > MOST_PAGES) throw new Refusal({ zh: `有 ${document.numPages} 页，不像年度报告；请只保留报告部分`, en: `${document.numPages} pages are no annual report; keep the report alone` });
    const pages: (Page | undefined)[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await pageOf(document, number).catch(() => undefined));
    return { pages, missingMaps };
  } finally {
    await task.destroy();
  }
}

const ENCRYPTED = new Refusal({ zh: '文件有密码，请先取消密码再导入', en: 'the file has a password; remove it and import again' });
const BROKEN = new Refusal({ zh: 'PDF 文件不完整或已损坏，请重新取得', en: 'the PDF file is incomplete or damaged; get it again' });

async function pageOf(document: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { transform, width, height } = page.getViewport({ scale: 1 });
  const view = transform as unknown as Matrix;
  const items = (await page.getTextContent({ disableNormalization: true, includeMarkedContent: false })).items as TextItem[];
  const { rules, pictures } = drawnOn(await page.getOperatorList(), view);
  const fonts = unknownFonts(page, items);
  page.cleanup();
  const known = items.map((item) => (fonts.has(item.fontName) ? { ...item, str: item.str.replace(/\S/gu, '\ufffd') } : item));
  const unknown = known.reduce((sum, { str, fontName }) => sum + (fonts.has(fontName) ? str.replace(/\s/g, '').length : 0), 0);
  return { width, height, words: withRaised(known.flatMap((item) => wordOf(item, view))), rules, pictures, unknown };
}

type Matrix = readonly [number, number, number, number, number, number];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

/** Text that stands upright; what is turned is a watermark or a stamp. */
function wordOf({ str, transform, width }: TextItem, view: Matrix): Word[] {
  const [a, b, , d, left, base] = times(view, transform as unknown as Matrix);
  if (str.trim() === '' || Math.abs(b) > Math.abs(a) / 10 || a <= 0) return [];
  const text = str.trimStart();
  const size = Math.abs(d) || a;
  const lead = (str.length - text.length) * (width / str.length);
  return [{ text: text.trimEnd(), left: left + lead, right: left + width, base, size }];
}

const STROKED = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const FILLED = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const PICTURES = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject, OPS.paintImageXObjectRepeat, OPS.paintInlineImageXObjectGroup]);

/** A filled shape that is thinner is a line. */
const THIN = 3;
const SHORTEST = 3;

type OperatorList = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

function drawnOn({ fnArray, argsArray }: OperatorList, view: Matrix): { rules: Rule[]; pictures: number } {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = view;
  let pictures = 0;
  fnArray.forEach((operator, i) => {
    const args = argsArray[i] as readonly unknown[] | null;
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args as unknown as Matrix);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      if (args?.[0]) matrix = times(matrix, args[0] as Matrix);
    } else if (operator === OPS.constructPath && args) {
      const [painting, [path]] = args as readonly [number, readonly [ArrayLike<number> | null]];
      if (path) for (const points of subpathsOf(path, matrix)) rules.push(...(STROKED.has(painting) ? segments(points) : FILLED.has(painting) ? thinShape(points) : []));
    } else if (PICTURES.has(operator)) pictures++;
  });
  return { rules, pictures };
}

type Point = readonly [x: number, y: number];

/** Numbers that one step of a path takes after its code: move, line, curve, quadratic curve, close. */
const STEP_LENGTHS = [2, 2, 6, 4, 0];
const CLOSE = 4;

function subpathsOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const subpaths: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at]!;
    const length = STEP_LENGTHS[step] ?? 0;
    if (step === 0) subpaths.push([]);
    const own = subpaths.at(-1);
    if (own && step === CLOSE && own.length > 0) own.push(own[0]!);
    else if (own && length >= 2) {
      const [x, y] = [path[at + length - 1]!, path[at + length]!];
      own.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
    }
    at += 1 + length;
  }
  return subpaths;
}

const STRAIGHT = 0.7;

function segments(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap(([x, y], i) => lineBetween(points[i]!, [x, y]));
}

function lineBetween([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  if (Math.abs(y1 - y2) <= STRAIGHT && Math.abs(x1 - x2) >= SHORTEST) return [{ along: 'x', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  if (Math.abs(x1 - x2) <= STRAIGHT && Math.abs(y1 - y2) >= SHORTEST) return [{ along: 'y', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  return [];
}

function thinShape(points: readonly Point[]): Rule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THIN && right - left >= SHORTEST && right - left > bottom - top) return [{ along: 'x', at: (top + bottom) / 2, from: left, to: right }];
  if (right - left <= THIN && bottom - top >= SHORTEST) return [{ along: 'y', at: (left + right) / 2, from: top, to: bottom }];
  return [];
}
