/** What the product says about a fault: whether it speaks at all, whether it names the place, and how often. */
import { analyse, type Diagnostic } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { TableSpec } from '../../server/src/editions';
import type { TableLayout } from '../support/layouts/form';
import { verdict } from './decide';
import type { Expected, Faulty } from './fault';
import { numberIn, type Report, specOf } from './report';

export interface Judgement {
  /** Nobody could see the fault: every equation still holds. */
  readonly traceless: boolean;
  readonly found: boolean;
  /** Whether the place can be told from what is there; where it can't, `named` is no matter. */
  readonly decided: boolean;
  readonly named: boolean;
  /** Findings that were not there before. */
  readonly findings: readonly Diagnostic[];
}

export const findingsIn = (text: string): readonly Diagnostic[] => analyse(text, DEFAULT_SETTINGS).diagnostics;

/** `clean` is what is found in the same print without the fault. */
export function judged(faulty: Faulty, text: string, clean: readonly Diagnostic[], layout: TableLayout): Judgement {
  const findings = newAmong(findingsIn(text), clean);
  const { expected, report } = faulty;
  const { contradicted, decided } = expected.kind === 'cells' ? decision(faulty, expected, layout) : { contradicted: true, decided: true };
  return {
    traceless: !contradicted,
    found: findings.length > 0,
    // Where digits run together only numbers that add up can be told apart at all.
    decided: decided && layout.cells !== 'deduced',
    named: findings.some((finding) => isNamed(finding, expected, text, report)),
    findings,
  };
}

/** Findings say the same if they are of one rule and in the same words; places move with the text, and so does what is counted. */
function newAmong(findings: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
  const left = before.map(keyOf);
  return findings.filter((finding) => {
    const at = left.indexOf(keyOf(finding));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const keyOf = ({ rule, message, severity }: Diagnostic): string => `${rule} ${severity === 'hint' ? message.replace(/\d+/g, '#') : message}`;

function decision({ report }: Faulty, { table, cells }: Extract<Expected, { kind: 'cells' }>, layout: TableLayout): { readonly contradicted: boolean; readonly decided: boolean } {
  // What is no count is seen where it stands, unless the layout shows only what is written: then a number is missing somewhere.
  if (cells.some((cell) => !/^\d+$/.test(report.cells.get(cell)!))) return { contradicted: true, decided: layout.cells === 'all' };
  const { contradicted, decided } = verdict(specOf(report.edition, table), (cell) => numberIn(report, cell));
  return { contradicted, decided: decided !== undefined && (decided.every((cell) => cells.includes(cell)) || cells.every((cell) => decided.includes(cell))) };
}

function isNamed({ rule, message, span }: Diagnostic, expected: Expected, text: string, { edition }: Report): boolean {
  if (expected.kind === 'words') {
    if (!expected.rules.includes(rule)) return false;
    const told = `${text.slice(text.lastIndexOf('\n', span.start - 1) + 1, lineEnd(text, span.end))}\n${message}`.replace(/ /g, '');
    return expected.words.length === 0 || expected.words.some((words) => told.includes(words));
  }
  // An equation tells the names of many cells; only where it stands is what it means.
  return (!ARITHMETIC.has(rule) && expected.cells.some((cell) => message.includes(nameOf(cell, specOf(edition, expected.table))))) || spansOf(expected, text).some((own) => span.start <= own.end && span.end >= own.start);
}

const ARITHMETIC: ReadonlySet<string> = new Set(['table/balance', 'table/result-total', 'table/row-total', 'table/remedy-total']);

/** The words of the form for the row of a cell, as far as they are its own. */
function nameOf(cell: string, { rows }: TableSpec): string {
  const [row, column] = cell.split(' ') as [string, string];
  const own = rows.find(({ id }) => id === row)!;
  return `${own.title.replace(/（区分.*|、行政机关.*|政府信息公开申请数量$/, '')}·${own.columns.find(({ id }) => id === column)!.title.replace(/（单位.*/, '')}`;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Where the cells stand, in the document; of a blank one, the label that its finding is shown at. */
function spansOf({ table: id, cells }: Extract<Expected, { kind: 'cells' }>, text: string): { readonly start: number; readonly end: number }[] {
  for (const { start, model } of analyse(text, DEFAULT_SETTINGS).reports) {
    const placed = model.tables.find((own) => own.id === id);
    if (!placed) continue;
    const by = start + placed.start;
    return cells.flatMap((name) => {
      const [row, column] = name.split(' ') as [string, string];
      const cell = placed.table.cell(row, column);
      const blank = cell && cell.syntax.span.end === cell.syntax.span.start;
      const spans = !cell ? (placed.table.row(row) ? [placed.table.row(row)!.valuesSpan] : []) : [cell.syntax.span];
      const label = (blank || !cell) && placed.table.row(row)?.label?.span;
      return [...spans, ...(label ? [label] : [])].map((own) => ({ start: own.start + by, end: own.end + by }));
    });
  }
  return [];
}

