/** What is known of the reports beside each other: of those that are open as the editor has them, of the others as they are on disk. */
import { Emitter } from 'vscode-languageserver';
import { Neighbourhood } from '../../model/report/neighbours';
import { type ReportSummary, summariesOf } from '../../model/report/summary';
import type { Snapshot } from '../analyses';
import { rangeOf } from '../convert';
import type { OpenDocument } from '../documents';
import type { Log } from '../log';
import { REST_MS } from '../typing';
import { canonicalUri } from '../uris';

/** Changes that come together are told together. */
const TELL_MS = 100;

/** An open document is summed up again when the typing rests, from the analysis that was made of it anyway. */
export class KnownReports {
  /** The reports themselves. Changed here only, so that changes are told. */
  readonly neighbourhood = new Neighbourhood();
  readonly #changes = new Emitter<ReadonlySet<string>>();
  /** Fires after reports came, went or changed that others may be held against, with the keys of their agencies. */
  readonly onDidChange = this.#changes.event;
  /** Agencies whose reports changed since it was last told. */
  #changedAgencies = new Set<string>();
  /** By canonical URI. */
  readonly #open = new Map<string, OpenDocument>();
  /** Open documents that were analysed since they were summed up. */
  readonly #analysed = new Map<string, Snapshot>();
  #restTimer: NodeJS.Timeout | undefined;
  #tellTimer: NodeJS.Timeout | undefined;

  constructor(private readonly log: Log) {}

  /** From now on its reports are those in the editor. */
  opened(document: OpenDocument): void {
    this.#open.set(canonicalUri(document.uri), document);
  }

  /** From now on the reports of `file` are those on disk; what was known stays until it is `set`. */
  closed(file: string): void {
    this.#open.delete(file);
  }

  /** Whether the reports of `file`, canonical, are those in the editor. */
  isOpen(file: string): boolean {
    return this.#open.has(file);
  }

  /** The reports that `file` has on disk; none: it is gone. What was opened meanwhile is in the editor's hands. */
  set(file: string, summaries: () => readonly ReportSummary[]): void {
    if (!this.#open.has(file)) this.#set(file, summaries);
  }

  /** An open document stays a report whatever becomes of its file. */
  forget(isGone: (file: string) => boolean): void {
    for (const known of [...this.neighbourhood.files]) if (!this.#open.has(known) && isGone(known)) this.#set(known, () => []);
  }

  /** To be told of every analysis of an open document. Costs a timer while somebody types. */
  analysed(snapshot: Snapshot): void {
    this.#analysed.set(snapshot.document.uri, snapshot);
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.sumUpOpen(), REST_MS);
  }

  /** Sums up at once what was analysed, whether the typing rests or not. */
  sumUpOpen(): void {
    const snapshots = [...this.#analysed.values()];
    this.#analysed.clear();
    for (const { document, version, analysis } of snapshots) {
      const file = canonicalUri(document.uri);
      // Positions are those of the text that was analysed; of a later one there will be another analysis.
      if (this.#open.get(file) !== document || document.version !== version) continue;
      this.#set(file, () => summariesOf(analysis.reports, file, (span) => rangeOf(document, span)));
    }
  }

  #set(file: string, summaries: () => readonly ReportSummary[]): void {
    try {
      const before = this.neighbourhood.in(file);
      if (!this.neighbourhood.set(file, summaries())) return;
      for (const { agencyKey } of [...before, ...this.neighbourhood.in(file)]) this.#changedAgencies.add(agencyKey);
    } catch (error) {
      this.log.failed('comparison', error);
      return;
    }
    if (this.#tellTimer) return;
    this.#tellTimer = setTimeout(() => {
      this.#tellTimer = undefined;
      const agencies = this.#changedAgencies;
      this.#changedAgencies = new Set();
      this.#changes.fire(agencies);
    }, TELL_MS);
  }
}
