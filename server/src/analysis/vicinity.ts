/** What a document's reports are held against: the reports around it, as far as the rules in force ask for them. */
import type { Beside, Neighbourhood, Reach } from '../model/neighbours';
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

interface Seen extends Vicinity {
  readonly version: number;
  readonly settings: Settings;
  readonly besides: Besides;
}

/** A volume of hundreds of reports is asked for all of them at every keystroke. */
const lastSeen = new WeakMap<ReportModel, Seen>();

export function besidesOf(report: ReportModel, settings: Settings, vicinity: Vicinity | undefined): Besides {
  if (!vicinity || !settings.compareReports) return NOTHING;
  const { file, neighbourhood } = vicinity;
  const { version } = neighbourhood;
  const known = lastSeen.get(report);
  if (known?.version === version && known.neighbourhood === neighbourhood && known.file === file && known.settings === settings) return known.besides;
  const asked = reachesOf(settings);
  const seen = (reach: Reach): Beside | undefined => (asked.has(reach) ? neighbourhood.beside(report, file, reach) : undefined);
  const besides = { agency: seen('agency'), folder: seen('folder') };
  lastSeen.set(report, { file, neighbourhood, version, settings, besides });
  return besides;
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
