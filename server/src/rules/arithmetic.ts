/** What the four rules of arithmetic share: a fault of `crossFoot` is one finding, of the rule its equation belongs to. */
import type { Equation } from '../editions';
import { type CellChange, crossFoot, type CrossFooting, type EquationInstance, type Fault, keepsBalance } from '../model/crossfoot/crossfoot';
import type { Slip, Way } from '../model/crossfoot/slips';
import type { BoundCell, BoundTable } from '../model/types';
import type { Text } from '../text/span';
import { type Finding, type Fix, type Related, withFixes } from './rule';
import { writeCell } from './tableEdits';
import { cellName, columnName, joined, rowName, visibleSpan, written } from './tableWords';

const MAX_RELATED = 8;
/** The sum of 21 rows is shown with its addends only while it stays readable. */
const MAX_ADDENDS = 10;
const COMMA: Text = { zh: '、', en: ', ' };
const SEMICOLON: Text = { zh: '；', en: '; ' };
const OR: Text = { zh: '；或 ', en: '; or ' };

/** So many equations are told with their numbers; of a column out of place nearly all rows fail. */
const MAX_SUMS = 4;

/** Messages of every rule of arithmetic; `default` is the equation that nobody number explains. */
export const ARITHMETIC_MESSAGES = {
  default: { zh: '{sums}。', en: '{sums}.' },
  cell: { zh: '“{cell}”填 {value}，应为 {expected}{slip}，勾稽关系才都成立：{sums}。', en: '“{cell}” is {value}; with {expected} every equation would hold{slip}: {sums}.' },
  row: { zh: '{changes}{slip}，勾稽关系才都成立：{sums}。', en: 'Every equation would hold after changing {changes}{slip}: {sums}.' },
  exchanged: { zh: '{pair}的数像是互相填错了位置，对调后勾稽关系才都成立：{sums}。', en: 'The numbers of {pair} look to stand in each other’s places; exchanged, every equation would hold: {sums}.' },
  likely: { zh: '勾稽关系不成立，最像是这样改：{ways}。{sums}。', en: 'Equations fail; the likeliest way to mend them: {ways}. {sums}.' },
  ways: { zh: '勾稽关系不成立，改法不止一种：{ways}。{sums}。', en: 'Equations fail, and there is more than one way to mend them: {ways}. {sums}.' },
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
  const wrong = new Set(fault.kind === 'cells' && fault.ways.length === 1 ? fault.ways[0]!.changes.map(({ cell }) => cell) : []);
  const ofTotal = fault.equations.filter(({ total }) => total && wrong.has(total));
  const candidates = ofTotal.length > 0 ? ofTotal : fault.equations;
  return ORDER.find((id) => candidates.some(({ equation }) => equation.id === id))!;
}

function ofCells(table: BoundTable, { certain, ways, equations }: Extract<Fault, { kind: 'cells' }>): Finding {
  const [way] = ways as readonly [Way];
  const first = way.changes[0]!;
  const changed = new Set(ways.flatMap(({ changes }) => changes.map(({ cell }) => cell)));
  const finding = {
    span: visibleSpan(table, first.cell),
    message: ways.length > 1 ? 'ways' : !certain ? 'likely' : way.slip?.kind === 'exchanged' ? 'exchanged' : way.changes.length > 1 ? 'row' : 'cell',
    args: {
      cell: cellName(first.cell),
      value: written(table, first.cell),
      expected: first.expected,
      changes: joined(way.changes.map(inWords), COMMA),
      slip: slipInWords(way.slip),
      pair: way.slip?.kind === 'exchanged' ? pairInWords(way.slip) : '',
      ways: joined(ways.map(wayInWords), OR),
      sums: sumsOf(table, equations),
    },
    related: relatedCells(table, [...changed].slice(1).concat(equations.flatMap(({ terms }) => terms.flatMap(({ cell }) => (changed.has(cell) || !cell.value ? [] : [cell]))))),
  };
  return withFixes(finding, () => ways.flatMap((own) => fixOf(table, own, certain)));
}

/** What shows of a slip, behind the number that should be there; an exchange has words of its own. */
function slipInWords(slip: Slip | undefined): Text {
  switch (slip?.kind) {
    case 'transposed':
      return { zh: '（像是相邻两位数字写颠倒了）', en: ' (two of its digits look transposed)' };
    case 'digit-lost':
      return { zh: '（像是漏了一位数字）', en: ' (a digit looks lost)' };
    case 'digit-extra':
      return { zh: '（像是多了一位数字）', en: ' (it looks to have a digit too many)' };
    case 'copied':
      return { zh: `（与相邻的“${cellName(slip.from)}”相同，像是填错了位置）`, en: ` (it is the number of “${cellName(slip.from)}” beside it)` };
    default:
      return { zh: '', en: '' };
  }
}

type Exchange = Extract<Slip, { kind: 'exchanged' }>;

function pairInWords({ what, pair }: Exchange): Text {
  const [one, other] = pair.map((cell) => (what === 'cells' ? cellName(cell) : what === 'rows' ? rowName(cell.row) : columnName(cell.column)));
  return { zh: `“${one}”与“${other}”${{ cells: '', rows: '两行', columns: '两列' }[what]}`, en: `“${one}” and “${other}”` };
}

function wayInWords({ changes, slip }: Way): Text {
  if (slip?.kind === 'exchanged') return exchanging(slip);
  const [words, how] = [joined(changes.map(inWords), COMMA), slipInWords(slip)];
  return { zh: words.zh + how.zh, en: `change ${words.en}${how.en}` };
}

function exchanging(slip: Exchange): Text {
  const { zh, en } = pairInWords(slip);
  return { zh: `对调${zh}的数`, en: `exchange the numbers of ${en}` };
}

/** The equations with their numbers, as many as can be read. */
function sumsOf(table: BoundTable, equations: readonly EquationInstance[]): Text {
  const shown = joined(equations.slice(0, MAX_SUMS).map((own) => told(table, own)), SEMICOLON);
  const more = equations.length - MAX_SUMS;
  return more > 0 ? { zh: `${shown.zh}；另有 ${more} 处`, en: `${shown.en}; and ${more} more` } : shown;
}

function ofEquations(table: BoundTable, result: CrossFooting, equations: readonly EquationInstance[]): Finding {
  const [first] = equations as readonly [EquationInstance];
  const span = visibleSpan(table, first.total ?? first.terms[0]!.cell);
  const sums = equations.flatMap(({ total, difference }): CellChange[] => (total ? [{ cell: total, expected: total.value! + difference }] : []));
  const others = equations.slice(1).flatMap(({ total, terms }) => total ?? terms[0]!.cell);
  const finding = {
    span,
    args: { sums: sumsOf(table, equations) },
    related: relatedCells(table, [...others, ...first.terms.flatMap(({ cell }) => (cell === (first.total ?? first.terms[0]!.cell) || !cell.value ? [] : [cell]))]),
  };
  // A total set to its sum must not break what holds now.
  return withFixes(finding, () => (sums.length === equations.length && keepsBalance(result, sums) ? fixOf(table, { changes: sums, slip: undefined }, false) : []));
}

function relatedCells(table: BoundTable, cells: readonly BoundCell[]): Related[] {
  return [...new Set(cells)].slice(0, MAX_RELATED).map((cell) => {
    const value = written(table, cell);
    return { span: visibleSpan(table, cell), message: { zh: `“${cellName(cell)}”填 ${value.zh}`, en: `“${cellName(cell)}” is ${value.en}` } };
  });
}

function fixOf(table: BoundTable, { changes, slip }: Way, preferred: boolean): Fix[] {
  const edits = changes.map(({ cell, expected }) => writeCell(table, cell, String(expected)));
  const possible = edits.filter((edit) => edit !== undefined);
  if (possible.length < edits.length) return [];
  const words = slip?.kind === 'exchanged' ? exchanging(slip) : joined(changes.map(inWords), COMMA);
  const title = slip?.kind === 'exchanged' ? { zh: words.zh, en: words.en.replace(/^e/, 'E') } : { zh: `将${words.zh}`, en: `Change ${words.en}` };
  return [{ title, safety: 'suggested', edits: possible, ...(preferred ? { preferred } : {}) }];
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
