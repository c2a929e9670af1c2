/**
 * What `check` does with files: reads and analyses them, and writes their parts of the output.
 *
 * A file is first checked by itself, and says whose reports it holds. Those that turn out to have others beside them are
 * checked once more, together. So a collection of any size is read by many threads, and nothing but the output and those names
 * is kept of it.
 */
import { analyse, type Analysis } from '../analysis/analyse';
import { idle, type Ignore } from '../analysis/ignore';
import type { Settings } from '../analysis/settings';
import { reachesOf } from '../analysis/vicinity';
import { keyOf, Neighbourhood, REACHES } from '../model/neighbours';
import { reportsOf } from '../model/reports';
import { identityOf, summariesOf } from '../model/summary';
import type { Severity } from '../rules/rule';
import { segment } from '../syntax/segment';
import type { Locale, Text } from '../text/span';
import { type ConfigCall, Configs } from './config';
import { failure } from './failure';
import { FORMATS, type FormatName } from './formats';
import type { FileResult } from './formats/format';
import { type Content, type Entry, read } from './inputs';
import type { Job } from './job';
import { rangesIn } from './positions';
import { Voice } from './voice';

export interface CheckRequest {
  readonly config: ConfigCall;
  readonly format: FormatName;
  readonly failing: readonly Severity[];
  /** Findings that are shown of a file at most. */
  readonly limit: number;
  readonly voice: { readonly locale: Locale; readonly styled: boolean };
}

/** Files that are checked one after another, and held against each other if they are known to have reports in common circles. */
export interface CheckTask {
  readonly entries: readonly Entry[];
  readonly together: boolean;
}

/** What came of a file. */
export interface Checked {
  readonly path: string;
  /** For the output. */
  readonly part: string;
  /** Why it could not be read, or not be checked in full. */
  readonly error?: Text;
  /** In a folder, and no report. */
  readonly skipped?: true;
  /** Absent where it was not read. */
  readonly counts?: Counts;
  /** For the person: how the file was read, and what of the settings is idle. */
  readonly remarks: readonly Text[];
  /** Two for each report that says whose it is. */
  readonly circles: readonly Circle[];
}

/** Of one file. */
export interface Counts {
  readonly reports: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly fixable: number;
  readonly ignored: number;
}

/** An agency's reports, or a folder's. */
export interface Circle {
  readonly key: string;
  /** Whether the report is held against others of the circle, and not only they against it. */
  readonly looks: boolean;
}

const NOTHING = { part: '', remarks: [], circles: [] };

export function checkJob({ config, format: name, failing, limit, voice }: CheckRequest): Job<CheckTask, readonly Checked[]> {
  const configs = new Configs(config);
  const format = FORMATS[name]({ voice: new Voice(voice.locale, voice.styled), failing });

  function unread(path: string, error: Text): Checked {
    const result: FileResult = { path, error, reports: [], diagnostics: [], omitted: 0, ignored: [], fingerprintOf: () => '', rangeOf: rangesIn('') };
    return { ...NOTHING, path, part: format.file(result), error };
  }

  function checked({ path, text, settings, remarks }: Content, neighbourhood: Neighbourhood): Checked {
    const analysis = analyse(text, settings, undefined, { file: path, neighbourhood });
    const { diagnostics, ignored, unused } = analysis;
    const error = incomplete(analysis);
    const part = format.file({
      path,
      ...(error && { error }),
      reports: analysis.reports,
      diagnostics: diagnostics.slice(0, limit),
      omitted: Math.max(0, diagnostics.length - limit),
      ignored,
      fingerprintOf: (diagnostic) => analysis.fingerprintOf(diagnostic),
      rangeOf: rangesIn(text),
    });
    return { path, part, ...(error && { error }), counts: countsOf(analysis, diagnostics, ignored.length), remarks: [...remarks, ...remarksOn(unused, settings)], circles: circlesOf(analysis, path) };
  }

  return {
    run({ entries, together }) {
      const neighbourhood = together ? neighbourhoodOf(entries, configs) : new Neighbourhood();
      return entries.map((entry) => {
        const content = read(entry, configs);
        if (content.kind === 'skipped') return { ...NOTHING, path: entry.path, skipped: true };
        return content.kind === 'failure' ? unread(content.failure.path, content.failure.reason) : checked(content, neighbourhood);
      });
    },
    lost: ({ entries }, error) => entries.map(({ path }) => unread(path, failure(path, error).reason)),
  };
}

/** Of a folder of any size nothing but summaries is kept. */
function neighbourhoodOf(entries: readonly Entry[], configs: Configs): Neighbourhood {
  const neighbourhood = new Neighbourhood();
  for (const entry of entries) {
    const content = read(entry, configs);
    if (content.kind === 'content') neighbourhood.set(content.path, summariesOf(reportsOf(segment(content.text), content.settings.edition), content.path, rangesIn(content.text)));
  }
  return neighbourhood;
}

function circlesOf({ reports, settings }: Analysis, file: string): Circle[] {
  const reaches = reachesOf(settings);
  const identities = reports.flatMap(({ model }) => identityOf(model) ?? []);
  return identities.flatMap(({ agencyKey }) => REACHES.map((reach) => ({ key: `${reach} ${keyOf(reach, { agencyKey, file })}`, looks: reaches.has(reach) })));
}

function countsOf({ reports }: Analysis, diagnostics: Analysis['diagnostics'], ignored: number): Counts {
  const bySeverity = { error: 0, warning: 0, information: 0, hint: 0 };
  let fixable = 0;
  for (const { severity, fixes } of diagnostics) {
    bySeverity[severity]++;
    if (fixes.some(({ safety }) => safety === 'safe')) fixable++;
  }
  return { reports: reports.length, bySeverity, fixable, ignored };
}

/** A rule that failed must not look like a rule that found nothing. */
function incomplete({ failedRules }: Analysis): Text | undefined {
  if (failedRules.length === 0) return undefined;
  const list = failedRules.map(({ rule, error }) => `${rule} (${error.message})`).join(', ');
  return { zh: `部分规则出错，未能检查：${list}`, en: `not checked by rules that failed: ${list}` };
}

function remarksOn(unused: readonly Ignore[], { rules }: Settings): Text[] {
  return idle(unused, rules).map(({ rule, fingerprint }) => ({
    zh: `设置中的 ignores 有一项（${rule} ${fingerprint}）没有对应的问题，若已改正可以删除`,
    en: `an entry of ignores (${rule} ${fingerprint}) matches no finding; remove it if the report was mended`,
  }));
}
