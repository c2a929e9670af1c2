/** A text of a rule's examples, analysed for the rule's docs page and its tests: with the files beside it, and the rule switched on. */
import { analyse, type Analysis } from '../analysis/analyse';
import { DEFAULT_SETTINGS } from '../analysis/settings';
import { Neighbourhood } from '../model/report/neighbours';
import { reportsOf } from '../model/report/reports';
import { summariesOf } from '../model/report/summary';
import type { Example, Rule } from '../rules/rule';
import { segment } from '../syntax/segment';
import type { Locale } from '../text/span';
import { rangesIn } from './positions';

export function analyseExample({ id, severity }: Rule, text: string, beside: Example['beside'] = {}, locale: Locale = 'zh-CN'): Analysis {
  const neighbourhood = new Neighbourhood();
  for (const [name, other] of Object.entries(beside)) neighbourhood.set(name, summariesOf(reportsOf(segment(other), 'auto'), name, rangesIn(other)));
  const rules = severity === 'off' ? { [id]: 'information' as const } : {};
  return analyse(text, { ...DEFAULT_SETTINGS, rules, locale }, undefined, { file: '', neighbourhood });
}
