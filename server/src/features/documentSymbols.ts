/**
 * The outline of a document: report › sections › sub-headings and tables › row groups › rows, with values as detail.
 *
 * Law, which editors insist on: a symbol's selection lies within its span, and its children lie within it too.
 */
import type { Analysis } from '../analysis/analyse';
import { matcherOf } from '../model/binding/labels';
import type { BoundRow, BoundTable, PlacedReport, ReportModel } from '../model/types';
import { rowsOf } from '../syntax/rows';
import type { SectionSyntax } from '../syntax/types';
import { fold, matchKey } from '../text/fold';
import { covering, inLocale, type Locale, shift, type Span, span, type Text } from '../text/span';
import { shortened } from '../text/shortened';
import { BLANK } from './balance';
import { readable } from './readable';
import { tableState } from './status';
import { type SubHeading, subHeadings } from './subHeadings';

export interface DocumentSymbol {
  readonly kind: 'report' | 'section' | 'heading' | 'table' | 'group' | 'row';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** What is shown when the symbol is picked. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

const UNTITLED = '政府信息公开工作年度报告';
const MAX_DETAIL = 60;

// Computed once each: what an edit did not touch keeps its symbols.
const ofAnalysis = new WeakMap<Analysis, readonly DocumentSymbol[]>();
const ofReport: Readonly<Record<Locale, WeakMap<ReportModel, readonly DocumentSymbol[]>>> = { 'zh-CN': new WeakMap(), en: new WeakMap() };
const ofTable: Readonly<Record<Locale, WeakMap<BoundTable, DocumentSymbol>>> = { 'zh-CN': new WeakMap(), en: new WeakMap() };

/** The outline; a single report without a title gives its sections as roots. */
export function documentSymbols(analysis: Analysis): readonly DocumentSymbol[] {
  const { reports, settings } = analysis;
  const roots = ({ start, model }: PlacedReport): readonly DocumentSymbol[] => placed(reportSymbols(model, reports.length > 1, settings.locale), start);
  return once(ofAnalysis, analysis, () => reports.flatMap(roots));
}

/** Relative to the report. */
export function reportSymbols(model: ReportModel, several: boolean, locale: Locale): readonly DocumentSymbol[] {
  const { title, edition, length } = model;
  const children = once(ofReport[locale], model, () => {
    const sections = new Set(model.sections.map(({ start }) => start));
    return model.slices.flatMap(({ start }, index) => placed(sliceSymbols(model, index, sections.has(start), locale), start));
  });
  if (!title && (!several || children.length === 0)) return children;
  return [
    {
      kind: 'report',
      name: title ? readable(title.text) : UNTITLED,
      detail: inLocale(EDITION_NAMES[edition.id], locale),
      span: span(0, length),
      selection: title?.span ?? span(0, 0),
      children,
    },
  ];
}

function once<K extends object, V>(memo: WeakMap<K, V>, key: K, make: () => V): V {
  let value = memo.get(key);
  if (value === undefined) memo.set(key, (value = make()));
  return value;
}

const EDITION_NAMES: Readonly<Record<ReportModel['edition']['id'], Text>> = {
  '2021': { zh: '2021年格式', en: 'form of 2021' },
  '2019': { zh: '2019年格式', en: 'form of 2019' },
  pre2019: { zh: '没有统一格式', en: 'no national form' },
};

/** The symbols of one slice, relative to it: its section, or what stands in it where it opens none. */
function sliceSymbols(model: ReportModel, index: number, isSection: boolean, locale: Locale): readonly DocumentSymbol[] {
  const { start, syntax } = model.slices[index]!;
  // An entry of a table of contents: the section itself comes later.
  if (syntax.heading && !isSection) return [];
  const tables = model.tables.filter((own) => own.start === start).map(({ table }) => once(ofTable[locale], table, () => tableSymbol(table, locale)));
  const earlier = model.edition.id === 'pre2019';
  const headings = subHeadings(syntax).filter(({ level, span: own }) => (earlier || level > 0) && !tables.some((table) => own.start >= table.span.start && own.start < table.span.end));
  const children = inOrder([...headingSymbols(syntax, headings, tables), ...tables]);
  if (!syntax.heading) return children;
  return [{ kind: 'section', name: readable(textOf(syntax, syntax.heading.span)), detail: '', span: span(0, syntax.text.length), selection: syntax.heading.span, children }];
}

/** Sub-headings as a tree. Each reaches to the next of its level or above, or to the table that comes before that. */
function headingSymbols({ text }: SectionSyntax, headings: readonly SubHeading[], tables: readonly DocumentSymbol[]): DocumentSymbol[] {
  const within = (from: number, to: number, end: number): DocumentSymbol[] => {
    const symbols: DocumentSymbol[] = [];
    for (let i = from; i < to; ) {
      const heading = headings[i]!;
      let next = i + 1;
      const table = tables.find((own) => own.span.start > heading.span.start)?.span.start ?? text.length;
      while (next < to && headings[next]!.level > heading.level && headings[next]!.span.start < table) next++;
      const stop = Math.min(end, table, next < to ? headings[next]!.span.start : text.length);
      symbols.push({ kind: 'heading', name: heading.name, detail: '', span: span(heading.span.start, stop), selection: span(heading.span.start, Math.min(heading.span.end, stop)), children: within(i + 1, next, stop) });
      i = next;
    }
    return symbols;
  };
  return within(0, headings.length, text.length);
}

/** Relative to the slice that holds the table. */
function tableSymbol(table: BoundTable, locale: Locale): DocumentSymbol {
  const children = inOrder([...groupsOf(table).flatMap((rows) => groupSymbols(table, rows)), ...table.unknown.map((row) => rowSymbol(table, row.span, row.label?.text ?? '?', ''))]);
  const whole = covering([span(headerStart(table), table.span.end), table.span, ...children.map((child) => child.span)]);
  return { kind: 'table', name: inLocale(table.spec.name, locale), detail: stateInWords(table, locale), span: whole, selection: span(whole.start, whole.start), children };
}

function stateInWords(table: BoundTable, locale: Locale): string {
  const { state, failing } = tableState(table);
  const words: Readonly<Record<typeof state, Text>> = {
    balanced: { zh: '', en: '' },
    unbalanced: { zh: `${failing} 处不平`, en: `${failing} sums do not hold` },
    blank: BLANK,
    incomplete: { zh: '部分不可读', en: 'only partly readable' },
    unreadable: { zh: '不可读', en: 'not readable' },
    missing: { zh: '', en: '' },
  };
  return inLocale(words[state], locale);
}

/** Where the printed table begins: header rows and captions stand before its first row. */
export function headerStart({ section, spec, span: body }: BoundTable): number {
  const rows = rowsOf(section);
  const matcher = matcherOf(spec);
  let start = body.start;
  for (let i = rows.findIndex((row) => row.span.end > body.start) - 1; i >= 0; i--) {
    const { cells, span: own } = rows[i]!;
    if (!cells.every(({ text }) => text === '' || matcher.isHeader(text))) break;
    start = own.start;
  }
  return start;
}

/** Runs of rows that stand under one group label. */
export function groupsOf({ rows }: BoundTable): (readonly BoundRow[])[] {
  const groups: BoundRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && row.spec.group !== undefined && last[0]!.spec.group === row.spec.group) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function groupSymbols(table: BoundTable, rows: readonly BoundRow[]): readonly DocumentSymbol[] {
  const symbols = rows.map((row) => rowSymbol(table, spanOfRow(row), nameOfRow(table, row), valuesOf(table, row)));
  const { group } = rows[0]!.spec;
  if (group === undefined) return symbols;
  const label = groupLabel(table, rows[0]!, group);
  const whole = covering([...(label ? [label] : []), ...symbols.map((symbol) => symbol.span)]);
  return [{ kind: 'group', name: group, detail: '', span: whole, selection: label ?? symbols[0]!.selection, children: symbols }];
}

/** The label of a group where it stands between the row before it and its first row, broken over lines or not. */
export function groupLabel(table: BoundTable, first: BoundRow, group: string): Span | undefined {
  const to = spanOfRow(first).start;
  const before = table.rows[table.rows.indexOf(first) - 1];
  const from = before ? spanOfRow(before).end : (table.section.heading?.span.end ?? 0);
  if (from >= to) return undefined;
  const between = fold(table.section.text.slice(from, to));
  // Letters and digits alone tell, as when labels are matched; each with its places, of which a rare one has two.
  const letters = [...between.matchAll(/[\p{L}\p{N}]/gu)];
  const places = letters.flatMap(({ 0: letter, index }) => letter.split('').map((_, i) => index + i));
  const key = matchKey(group);
  const at = letters.map(([letter]) => letter).join('').lastIndexOf(key);
  if (at < 0) return undefined;
  const start = places[at]!;
  const bracket = between[start - 1] === '(' ? 1 : 0;
  return span(from + start - bracket, from + places[at + key.length - 1]! + 1);
}

function rowSymbol({ section }: BoundTable, own: Span, name: string, detail: string): DocumentSymbol {
  return { kind: 'row', name: readable(name) || '?', detail: shortened(detail || readable(textOf(section, own)), MAX_DETAIL), span: own, selection: own, children: [] };
}

/** As written where the label stands in one piece, else as the form prints it. */
function nameOfRow({ section }: BoundTable, { spec, label }: BoundRow): string {
  return label?.whole ? textOf(section, label.span) : spec.title;
}

/** The values as written, a blank as `·`; where their number is wrong, that number and the right one. */
function valuesOf({ section }: BoundTable, { values, found, expected }: BoundRow): string {
  const written = values.map((cell) => readable(textOf(section, cell.span)) || '·').join(' ');
  return found === expected ? written : `${written} (${found} ≠ ${expected})`;
}

export function spanOfRow({ label, valuesSpan }: BoundRow): Span {
  return label ? covering([label.span, valuesSpan]) : valuesSpan;
}

const textOf = ({ text }: SectionSyntax, { start, end }: Span): string => text.slice(start, end);

const inOrder = (symbols: DocumentSymbol[]): DocumentSymbol[] => symbols.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);

const placed = (symbols: readonly DocumentSymbol[], at: number): readonly DocumentSymbol[] => (at === 0 ? symbols : symbols.map((symbol) => moved(symbol, at)));

function moved(symbol: DocumentSymbol, by: number): DocumentSymbol {
  return { ...symbol, span: shift(symbol.span, by), selection: shift(symbol.selection, by), children: symbol.children.map((child) => moved(child, by)) };
}
