/** What a document's reports are held against: the reports around it, as far as the rules in force ask for them. */
import type { Beside, Neighbourhood, Reach } from '../model/report/neighbours';
import type { ReportModel } from '../model/types';
import { RULES } from '../rules';
import type { Settings } from './settings';

/** Where a document is, and the reports that are known around it. */
export interface Vicinity {
  readonly file: string;
  readonly neighbourhood: Neighbourhood;
}

/** What one report is held against. */
export type Besides = Readonly<Record<Reach, Beside | undefined>>;

const NOTHING: Besides = { agency: undefined, folder: undefined };

/** The reports around a document as they were at one moment. */
export interface View extends Vicinity {
  readonly version: number;
}

/** What is seen now: `before`, the same object, where nothing has changed since. */
export function viewOf(vicinity: Vicinity | undefined, before: View | undefined): View | undefined {
  if (!vicinity) return undefined;
  const { file, neighbourhood } = vicinity;
  const { version } = neighbourhood;
  return before?.version === version && before.neighbourhood === neighbourhood && before.file === file ? before : { file, neighbourhood, version };
}

export function besidesOf(report: ReportModel, settings: Settings, vicinity: Vicinity | undefined): Besides {
  if (!vicinity || !settings.compareReports) return NOTHING;
  const { file, neighbourhood } = vicinity;
  const asked = reachesOf(settings);
  const seen = (reach: Reach): Beside | undefined => (asked.has(reach) ? neighbourhood.beside(report, file, reach) : undefined);
  return { agency: seen('agency'), folder: seen('folder') };
}

export const sameBesides = (a: Besides, b: Besides): boolean => a.agency === b.agency && a.folder === b.folder;

const reaches = new WeakMap<Settings, ReadonlySet<Reach>>();

/** What the rules ask for that are not off: a change that no rule sees is none. */
export function reachesOf(settings: Settings): ReadonlySet<Reach> {
  let own = reaches.get(settings);
  if (!own) {
    const asked = RULES.flatMap((rule) => (rule.scope === 'workspace' && (settings.rules[rule.id] ?? rule.severity) !== 'off' ? [rule.reach] : []));
    reaches.set(settings, (own = new Set(asked)));
  }
  return own;
}
