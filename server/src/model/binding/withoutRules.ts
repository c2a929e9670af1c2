/** Values without the marks that OCR made of the rules between them. */
import { isRuleMark } from '../../syntax/layouts/ruleMarks';
import type { CellSyntax } from '../../syntax/types';
import type { Record } from './item';
import type { LabelMatcher } from './labels';

/** `values` without the marks that OCR made of rules, if that leaves as many as there are `columns`. */
export function withoutRules(values: readonly CellSyntax[], columns: number): readonly CellSyntax[] {
  const others = values.filter(({ text }) => !isRuleMark(text));
  return others.length === columns ? others : values;
}

/** `record` without such marks, also before its values, if that leaves as many values as its row has. */
export function betweenRules(record: Record, matcher: LabelMatcher, arity: number): Record {
  const { own, values } = record;
  if (![...own.slice(-1), ...values].some(({ text }) => isRuleMark(text))) return record;
  const words = own.slice(0, own.findLastIndex(({ text }) => !isRuleMark(text)) + 1);
  const row = arity === 0 && words.length > 0 ? matcher.match(words.at(-1)!.text)?.row : undefined;
  const columns = row === undefined ? arity : matcher.columns[row]!;
  const numbers = withoutRules(values, columns);
  return numbers.length === columns ? { ...record, own: words, values: [...numbers] } : record;
}
