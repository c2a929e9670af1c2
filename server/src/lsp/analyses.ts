/**
 * One analysis of each open document: made when it is first asked for, kept until text or settings change, started from
 * the one before. A closed document's goes with it.
 */
import { type Analysis, analyse } from '../analysis/analyse';
import type { Settings } from '../analysis/settings';
import type { OpenDocument } from './documents';

const UNCHANGED = { start: 0, oldEnd: 0, newEnd: 0 };

/** A document as it was analysed. Its `document` goes on; positions are right while the versions agree. */
export interface Snapshot {
  readonly document: OpenDocument;
  readonly version: number;
  readonly analysis: Analysis;
  /** Names this analysis and no other, of any run of the server. */
  readonly resultId: string;
}

export class Analyses {
  readonly #latest = new WeakMap<OpenDocument, Snapshot>();
  readonly #run = Date.now().toString(36);
  #count = 0;

  /** `analysed` hears of every new analysis. */
  constructor(private readonly analysed: (snapshot: Snapshot) => void) {}

  /** The analysis of the document's present text. */
  of(document: OpenDocument, settings: Settings): Snapshot {
    const latest = this.#latest.get(document);
    const change = document.takeChange();
    if (latest && !change && latest.analysis.settings === settings) return latest;
    const analysis = analyse(document.text, settings, latest && { analysis: latest.analysis, change: change ?? UNCHANGED });
    const snapshot = { document, version: document.version, analysis, resultId: `${this.#run}.${++this.#count}` };
    this.#latest.set(document, snapshot);
    this.analysed(snapshot);
    return snapshot;
  }
}
