/** Every rule, in the order of the docs. A test checks that each file under this folder is listed. */
import type { Rule } from './rule';

export const RULES: readonly Rule[] = [];

export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
