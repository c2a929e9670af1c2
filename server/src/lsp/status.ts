/** Telling what an analysis came to: the status notification, and in the log what was left out. */
import type { Connection } from 'vscode-languageserver';
import { reportStatuses } from '../features/status';
import { MOST_CHARACTERS, type ReportStatus, STATUS_NOTIFICATION, type StatusParams } from '../protocol';
import type { Snapshot } from './analyses';
import type { OpenDocument } from './documents';
import { type Log, tell } from './log';

/** Between two statuses of one document, in milliseconds: nobody reads more of them, and that of a thick volume is long. */
const PAUSE_MS = 100;

export class StatusTeller {
  readonly #failed = new Set<string>();
  readonly #limited = new WeakSet<OpenDocument>();
  readonly #told = new WeakMap<OpenDocument, Status>();
  /** What is still to be told. */
  readonly #waiting = new Map<OpenDocument, Snapshot>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly log: Log,
  ) {}

  /** Is to hear of every new analysis. The first status of a document is told at once, before its findings. */
  analysed(snapshot: Snapshot): void {
    if (!this.#told.has(snapshot.document)) return this.#tellSafely(snapshot);
    this.#waiting.set(snapshot.document, snapshot);
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#tellWaiting(), PAUSE_MS);
  }

  /** Nobody wants to hear of a document that is closed. */
  forget(document: OpenDocument): void {
    this.#waiting.delete(document);
  }

  #tellWaiting(): void {
    this.#timer = undefined;
    for (const snapshot of this.#waiting.values()) this.#tellSafely(snapshot);
    this.#waiting.clear();
  }

  /** What goes wrong here is no reason to have no findings. */
  #tellSafely(snapshot: Snapshot): void {
    try {
      this.#logLimits(snapshot);
      this.#tell(snapshot);
    } catch (error) {
      this.log.failed('status', error);
    }
  }

  #logLimits({ document, analysis, tooLong }: Snapshot): void {
    const { found, failedRules, settings } = analysis;
    for (const { rule, error } of failedRules) {
      if (this.#failed.has(rule)) continue;
      this.#failed.add(rule);
      this.log.error(`Rule ${rule} failed; it tells nothing until it is mended.`, error);
    }
    if (this.#limited.has(document) || (!tooLong && found <= settings.maxProblems)) return;
    this.#limited.add(document);
    this.log.warn(tooLong ? `Not checked: longer than ${MOST_CHARACTERS} characters. ${document.uri}` : `${found} problems found, ${settings.maxProblems} shown: ogiReport.maxProblems. ${document.uri}`);
  }

  #tell(snapshot: Snapshot): void {
    const { document } = snapshot;
    const status = statusOf(snapshot);
    const before = this.#told.get(document);
    // Most edits change nothing of it.
    if (before && saysTheSame(before, status)) return;
    this.#told.set(document, status);
    tell(() => this.connection.sendNotification(STATUS_NOTIFICATION, { uri: document.uri, ...status } satisfies StatusParams));
  }
}

type Status = Omit<StatusParams, 'uri'>;

function statusOf({ analysis, tooLong }: Snapshot): Status {
  const { found, failedRules, settings } = analysis;
  return { reports: reportStatuses(analysis), findings: found, shown: Math.min(found, settings.maxProblems), failedRules: failedRules.map(({ rule }) => rule), tooLong };
}

function saysTheSame(a: Status, b: Status): boolean {
  return a.tooLong === b.tooLong && a.findings === b.findings && a.shown === b.shown && a.failedRules.join() === b.failedRules.join() && a.reports.length === b.reports.length && a.reports.every((report, i) => sameReport(report, b.reports[i]!));
}

/** Reports that were not touched keep their status. */
function sameReport(a: ReportStatus, b: ReportStatus): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
