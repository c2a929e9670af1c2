/**
 * What `check` does with files: reads and analyses them, and writes their parts of the output.
 *
 * A file is first asked whose reports it holds; then those that turn out to have others beside them are checked together, and
 * every other one by itself. So a collection of any size is read by many threads, and nothing but those names and the output is
 * kept of it.
 */
import { analyse, type Analysis } from '../analysis/analyse';
import { idle, type Ignore } from '../analysis/ignore';
import type { Settings } from '../analysis/settings';
import { reachesOf } from '../analysis/vicinity';
import { keyOf, Neighbourhood, REACHES } from '../model/report/neighbours';
import { headsOf, reportsOf } from '../model/report/reports';
import { readIdentity, summariesOf } from '../model/report/summary';
import type { Severity } from '../rules/rule';
import { segment, UNCHANGED } from '../syntax/segment';
import type { Locale, Text } from '../text/span';
import { type ConfigCall, Configs } from './config';
import { failure, fixFailed } from './failure';
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

/** Files, and what is done with them: each is asked whose reports it holds, or checked by itself; or they are checked and held against each other. */
export interface CheckTask {
  readonly entries: readonly Entry[];
  readonly what: 'ask' | 'check' | 'compare';
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
  /** Absent where it was not read, or only asked. */
  readonly counts?: Counts;
  /** For the person: how the file was read, and what of the settings is idle. */
  readonly remarks: readonly Text[];
  /** Two for each report that says whose it is, where the file was asked. */
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

/** What a program makes of a scan, for one; that nothing is found in it must not look like a report without faults. */
const BLANK: Text = { zh: '没有文字，未检查任何内容（扫描件须先识别文字）', en: 'holds no words, so nothing was checked (the text of a scan has to be recognised first)' };

export function checkJob({ config, format: name, failing, limit, voice }: CheckRequest): Job<CheckTask, readonly Checked[]> {
  const configs = new Configs(config);
  const format = FORMATS[name]({ voice: new Voice(voice.locale, voice.styled), failing });

  function unread(path: string, error: Text): Checked {
    const result: FileResult = { path, error, reports: [], diagnostics: [], omitted: 0, ignored: [], fingerprintOf: () => '', rangeOf: rangesIn('') };
    return { ...NOTHING, path, part: format.file(result), error };
  }

  function checked({ path, text, settings, remarks }: Content, neighbourhood: Neighbourhood, draft: Analysis | undefined): Checked {
    const analysis = analyse(text, settings, draft && { analysis: draft, change: UNCHANGED }, { file: path, neighbourhood });
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
    const counts = countsOf(analysis, diagnostics, ignored.length);
    // All fixes were asked for by now, to be counted.
    const failures = analysis.failedFixes.map((own) => fixFailed(own.rule, own.error));
    const blank = text.trim() === '' ? [BLANK] : [];
    return { path, part, ...(error && { error }), counts, remarks: [...remarks, ...blank, ...failures, ...remarksOn(unused, settings)], circles: [] };
  }

  function asked(entry: Entry): Checked {
    const content = read(entry, configs);
    return { ...NOTHING, path: entry.path, circles: content.kind === 'content' ? circlesOf(content) : [] };
  }

  return {
    run({ entries, what }) {
      if (what === 'ask') return entries.map(asked);
      const drafts = new Map<Entry, Draft>();
      const neighbourhood = what === 'compare' ? neighbourhoodOf(entries, configs, drafts) : new Neighbourhood();
      return entries.map((entry) => {
        const draft = drafts.get(entry);
        const content = draft?.content ?? read(entry, configs);
        if (content.kind === 'skipped') return { ...NOTHING, path: entry.path, skipped: true };
        return content.kind === 'failure' ? unread(content.failure.path, content.failure.reason) : checked(content, neighbourhood, draft?.analysis);
      });
    },
    lost: ({ entries }, error) => entries.map(({ path }) => unread(path, failure(path, error).reason)),
  };
}

/** A file as it is by itself. */
interface Draft {
  readonly content: Content;
  readonly analysis: Analysis;
}

/** So many characters are kept as drafts; files beyond that are read again when it is their turn. */
const MOST_DRAFTED = 1_000_000;

/** What the files say of themselves. Of a folder of any size nothing but summaries is kept, and the first few `drafts`. */
function neighbourhoodOf(entries: readonly Entry[], configs: Configs, drafts: Map<Entry, Draft>): Neighbourhood {
  const neighbourhood = new Neighbourhood();
  let drafted = 0;
  for (const entry of entries) {
    const content = read(entry, configs);
    if (content.kind !== 'content') continue;
    const { path, text, settings } = content;
    drafted += text.length;
    if (drafted <= MOST_DRAFTED) drafts.set(entry, { content, analysis: analyse(text, settings) });
    const reports = drafts.get(entry)?.analysis.reports ?? reportsOf(segment(text), settings.edition);
    neighbourhood.set(path, summariesOf(reports, path, rangesIn(text)));
  }
  return neighbourhood;
}

function circlesOf({ text, settings, path: file }: Content): Circle[] {
  const reaches = reachesOf(settings);
  const identities = headsOf(segment(text), settings.edition).flatMap((head) => readIdentity(head) ?? []);
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
