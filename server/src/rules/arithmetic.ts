/** What the four rules of arithmetic share: a fault of `crossFoot` is one finding, of the rule its equation belongs to. */
import type { Equation } from '../editions';
import { type CellChange, crossFoot, type CrossFooting, type EquationInstance, type Fault, keepsBalance } from '../model/crossfoot';
import type { BoundCell, BoundTable } from '../model/types';
import type { Text } from '../text/span';
import type { Finding, Fix, Related } from './rule';
import { writeCell } from './tableEdits';
import { cellName, columnName, joined, visibleSpan, written } from './tableWords';

const MAX_RELATED = 8;
/** The sum of 21 rows is shown with its addends only while it stays readable. */
const MAX_ADDENDS = 10;
const COMMA: Text = { zh: '、', en: ', ' };
const SEMICOLON: Text = { zh: '；', en: '; ' };
const OR: Text = { zh: '；或 ', en: '; or ' };

/** Messages of every rule of arithmetic; `default` is the equation that nobody number explains. */
export const ARITHMETIC_MESSAGES = {
  default: { zh: '{sums}。', en: '{sums}.' },
  cell: { zh: '“{cell}”填 {value}，应为 {expected}，勾稽关系才都成立：{sums}。', en: '“{cell}” is {value}; with {expected} every equation would hold: {sums}.' },
  row: { zh: '{changes}，勾稽关系才都成立：{sums}。', en: 'Every equation would hold after changing {changes}: {sums}.' },
  ways: { zh: '几处勾稽关系同时不成立，改法不止一种：{ways}。{sums}。', en: 'Several equations fail together, and there is more than one way to mend them: change {ways}. {sums}.' },
} as const satisfies Readonly<Record<string, Text>>;

/** The mistakes in `table` that the rule for equation `id` reports. */
export function* arithmeticFindings(table: BoundTable, id: Equation['id']): Generator<Finding> {
  const result = crossFoot(table);
  for (const fault of result.faults) {
    if (ownerOf(fault) === id) yield fault.kind === 'cells' ? ofCells(table, fault) : ofEquations(table, result, fault.equations);
  }
}

const ORDER: readonly Equation['id'][] = ['balance', 'resultTotal', 'rowTotal', 'remedyTotal'];

/** The equation a fault is told under: where the wrong number is a total, the one it is the total of; else the first. */
export function ownerOf(fault: Fault): Equation['id'] {
  const wrong = new Set(fault.kind === 'cells' && fault.ways.length === 1 ? fault.ways[0]!.map(({ cell }) => cell) : []);
  const ofTotal = fault.equations.filter(({ total }) => total && wrong.has(total));
  const candidates = ofTotal.length > 0 ? ofTotal : fault.equations;
  return ORDER.find((id) => candidates.some(({ equation }) => equation.id === id))!;
}

function ofCells(table: BoundTable, { ways, equations }: Extract<Fault, { kind: 'cells' }>): Finding {
  const first = ways[0]![0]!;
  const certain = ways.length === 1;
  const changed = new Set(ways.flat().map(({ cell }) => cell));
  return {
    span: visibleSpan(table, first.cell),
    message: !certain ? 'ways' : ways[0]!.length > 1 ? 'row' : 'cell',
    args: {
      cell: cellName(first.cell),
      value: written(table, first.cell),
      expected: first.expected,
      changes: joined(ways[0]!.map(inWords), COMMA),
      ways: joined(ways.map((way) => joined(way.map(inWords), COMMA)), OR),
      sums: joined(equations.map((own) => told(table, own)), SEMICOLON),
    },
    related: relatedCells(table, [...changed].slice(1).concat(equations.flatMap(({ terms }) => terms.flatMap(({ cell }) => (changed.has(cell) || !cell.value ? [] : [cell]))))),
    fixes: ways.flatMap((way) => fixOf(table, way, certain)),
  };
}

function ofEquations(table: BoundTable, result: CrossFooting, equations: readonly EquationInstance[]): Finding {
  const [first] = equations as readonly [EquationInstance];
  const span = visibleSpan(table, first.total ?? first.terms[0]!.cell);
  const sums = equations.flatMap(({ total, difference }): CellChange[] => (total ? [{ cell: total, expected: (total.value ?? 0) + difference }] : []));
  // A total set to its sum must not break what holds now.
  const settles = sums.length === equations.length && keepsBalance(result, sums);
  const others = equations.slice(1).flatMap(({ total, terms }) => total ?? terms[0]!.cell);
  return {
    span,
    args: { sums: joined(equations.map((own) => told(table, own)), SEMICOLON) },
    related: relatedCells(table, [...others, ...first.terms.flatMap(({ cell }) => (cell === (first.total ?? first.terms[0]!.cell) || !cell.value ? [] : [cell]))]),
    fixes: settles ? fixOf(table, sums, false) : [],
  };
}

function relatedCells(table: BoundTable, cells: readonly BoundCell[]): Related[] {
  return [...new Set(cells)].slice(0, MAX_RELATED).map((cell) => {
    const value = written(table, cell);
    return { span: visibleSpan(table, cell), message: { zh: `“${cellName(cell)}”填 ${value.zh}`, en: `“${cellName(cell)}” is ${value.en}` } };
  });
}

function fixOf(table: BoundTable, way: readonly CellChange[], preferred: boolean): Fix[] {
  const edits = way.map(({ cell, expected }) => writeCell(table, cell, String(expected)));
  const possible = edits.filter((edit) => edit !== undefined);
  if (possible.length < edits.length) return [];
  const changes = joined(way.map(inWords), COMMA);
  return [{ title: { zh: `将${changes.zh}`, en: `Change ${changes.en}` }, safety: 'suggested', edits: possible, ...(preferred ? { preferred } : {}) }];
}

const inWords = ({ cell, expected }: CellChange): Text => ({ zh: `“${cellName(cell)}”改为 ${expected}`, en: `“${cellName(cell)}” to ${expected}` });

/** What the addends of a total are called. */
const ADDENDS: Readonly<{ [id in Exclude<Equation['id'], 'balance'>]: Text }> = {
  resultTotal: { zh: '各办理结果', en: 'the results' },
  rowTotal: { zh: '自然人与法人或其他组织', en: 'natural persons and organisations' },
  remedyTotal: { zh: '四种结果', en: 'the four results' },
};

/** An equation with its numbers: `“（七）总计·自然人”填 20，各办理结果相加为 26（9 + 17），相差 6`. */
function told(table: BoundTable, { equation, terms, total, difference }: EquationInstance): Text {
  const [left, right] = [1, -1].map((sign) => sumOf(terms.flatMap((term) => (term.sign === sign ? [term.cell.value ?? 0] : []))));
  const gap = Math.abs(difference);
  if (!total || equation.id === 'balance') {
    const column = columnName(terms[0]!.cell.column);
    return {
      zh: `“${column}”列：一 + 二 = ${left!.told}，（七）+ 四 = ${right!.told}，相差 ${gap}`,
      en: `column “${column}”: 一 + 二 = ${left!.told}, （七）+ 四 = ${right!.told}, a difference of ${gap}`,
    };
  }
  const name = cellName(total);
  const value = written(table, total);
  const addends = ADDENDS[equation.id];
  const how = left!.count > 1 && left!.count <= MAX_ADDENDS ? left!.addends : undefined;
  return {
    zh: `“${name}”填 ${value.zh}，${addends.zh}相加为 ${left!.sum}${how ? `（${how}）` : ''}，相差 ${gap}`,
    en: `“${name}” is ${value.en}, ${addends.en} add up to ${left!.sum}${how ? ` (${how})` : ''}, a difference of ${gap}`,
  };
}

function sumOf(values: readonly number[]): { readonly sum: number; readonly count: number; readonly addends: string; readonly told: string } {
  const sum = values.reduce((total, value) => total + value, 0);
  const shown = values.filter((value) => value !== 0);
  return { sum, count: shown.length, addends: shown.join(' + '), told: `${values.join(' + ')} = ${sum}` };
}
