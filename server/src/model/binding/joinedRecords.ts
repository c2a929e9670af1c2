/** Records that are in two or more pieces: on two lines of a page, or with words in place of a number. */
import { isRuleMark } from '../../syntax/layouts/ruleMarks';
import { lookalikeOf } from '../../text/misread';
import { isEmpty, type Fragment, type Item, type Record, standsApart } from './item';
import type { LabelMatcher } from './labels';

/**
 * A label that is longer than its column pushes the first numbers of its row aside; the others stand on the next line, beside the rest of
 * the label or a piece of its group's. Where columns show the places of the others, those that are left are the first ones'.
 */
export function withRowsOnTwoLines(items: readonly Item[], matcher: LabelMatcher, arity: number): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const whole = before?.kind === 'record' && item.kind === 'record' ? onTwoLines(before, item, matcher, arity) : undefined;
    if (!whole) joined.push(item);
    else joined.splice(-1, 1, ...whole);
  }
  return joined;
}

function onTwoLines(first: Record, second: Record, matcher: LabelMatcher, arity: number): Item[] | undefined {
  const [label, rest] = [first.own.at(-1), second.own.at(-1)];
  if (!label || !rest || !first.open || !second.open || second.values.length !== arity || first.values.some(isEmpty)) return undefined;
  if (second.values.filter(isEmpty).length !== first.values.length) return undefined;
  const left = [...first.values];
  const values = second.values.map((value) => (isEmpty(value) ? left.shift()! : value));
  if (matcher.exactKey(matcher.pieceKey(label.text)) !== undefined) return matcher.isHeaderPiece(rest.text) ? [{ ...first, values, whole: false }] : undefined;
  if (matcher.exactKey(matcher.pieceKey(label.text) + matcher.pieceKey(rest.text)) === undefined) return undefined;
  return [...first.own.map((cell): Fragment => ({ kind: 'fragment', cell })), { ...second, values, whole: false }];
}

/** What is written in place of a number: how it changed, or a number with more than belongs to it. The names of rows are other words. */
const NO_NUMBER = /^(?:持平|(?:无|未|没有)变化?|不变|[^\d]{0,4}[增减升降↑↓].{0,6}|[-+—~约近]{1,3}\s?\d+.{0,2}|\d+.{1,4})$/;
/** A page number, and the date at the end of a report. */
const ELSEWHERE = /[页年]|^[-—–]\s*\d+\s*[-—–]$/;
/** Other words in a cell: 见附件, `O`; no sentence, and no note. */
const WORDS = /^[^\s。,;:()]{1,8}$/;

/**
 * A cell a line, words may stand in place of a number (`35`, `持平`, `3`): they are a value if with the numbers before and behind them there
 * are as many as the row has whose label stands above. Words that say nothing of a number must have the next label below them, and so
 * must those that are all of a row.
 */
export function withWordsInside(items: readonly Item[], matcher: LabelMatcher): readonly Item[] {
  const numbers = items.find(isValues);
  if (!numbers) return items;
  const joined: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const label = items[i]!;
    joined.push(label);
    const columns = label.kind === 'fragment' ? matcher.columnsOf(label.cell.text) : 0;
    if (columns === 0) continue;
    let end = i + 1;
    while (end < items.length && end - i <= columns && mayBeValue(items[end]!, matcher)) end++;
    const parts = items.slice(i + 1, end);
    const values = parts.flatMap((part) => (part.kind === 'record' ? part.values : [part.cell]));
    const words = parts.filter(({ kind }) => kind === 'fragment');
    if (words.length === 0 || (columns > 1 && words.length * 2 > columns) || values.length !== columns || items[end]?.kind === 'record') continue;
    if (!(words.every(standsForNumber) || (items[end] ? endsRow(items[end]!, matcher) : columns > 1))) continue;
    joined.push({ ...(parts.find(isValues) ?? numbers), values, whole: false });
    i = end - 1;
  }
  return joined;
}

const isValues = (item: Item): item is Record => item.kind === 'record' && standsApart(item);

/** Whether words of their own look like a number or tell how one changed. */
export const standsForNumber = (item: Item): boolean => item.kind === 'fragment' && (NO_NUMBER.test(item.cell.text) || lookalikeOf(item.cell.text) !== undefined);

/** Whether `item` is the next row's label, or its group's. */
const endsRow = (item: Item, matcher: LabelMatcher): boolean => item.kind === 'fragment' && (matcher.columnsOf(item.cell.text) > 0 || matcher.isHeader(item.cell.text));

/** Whether `item` may be a value, or several, and the name of nothing. */
export function mayBeValue(item: Item, matcher: LabelMatcher): boolean {
  if (item.kind === 'record') return isValues(item);
  const { text } = item.cell;
  if (ELSEWHERE.test(text) || isRuleMark(text) || matcher.match(text) || matcher.isHeader(text)) return false;
  return standsForNumber(item) || (WORDS.test(text) && !matcher.isHeaderPiece(text) && !matcher.isPiece(matcher.pieceKey(text)));
}
