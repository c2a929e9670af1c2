/**
 * One analysis of each open document: made when it is first asked for, kept until its text, its settings or the reports beside
 * it change, started from the one before. A closed document's goes with it.
 */
import { type Analysis, analyse, isUpToDate } from '../analysis/analyse';
import type { Settings } from '../analysis/settings';
import type { Vicinity } from '../analysis/vicinity';
import { MOST_CHARACTERS } from '../protocol';
import { UNCHANGED } from '../syntax/segment';
import type { OpenDocument } from './documents';

/** A document as it was analysed. Its `document` goes on; positions are right while the versions agree. */
export interface Snapshot {
  readonly document: OpenDocument;
  readonly version: number;
  readonly analysis: Analysis;
  /** The document has more than `MOST_CHARACTERS`: what was analysed is an empty text. */
  readonly tooLong: boolean;
  /** Names this analysis and no other, of any run of the server. */
  readonly resultId: string;
}

export class Analyses {
  readonly #latest = new WeakMap<OpenDocument, Snapshot>();
  /** Two servers may start in the same moment. */
  readonly #run = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  #count = 0;

  /** `vicinityOf` knows the reports around a document; `analysed` hears of every new analysis. */
  constructor(
    private readonly vicinityOf: (document: OpenDocument) => Vicinity | undefined,
    private readonly analysed: (snapshot: Snapshot) => void,
  ) {}

  /** The analysis of the document's present text. */
  of(document: OpenDocument, settings: Settings): Snapshot {
    try {
      return this.#of(document, settings);
    } catch (error) {
      // The change is taken, and what was known is of a text that is no more; the next attempt starts from nothing.
      this.#latest.delete(document);
      throw error;
    }
  }

  #of(document: OpenDocument, settings: Settings): Snapshot {
    const latest = this.#latest.get(document);
    const change = document.takeChange();
    const vicinity = this.vicinityOf(document);
    if (latest && !change && latest.analysis.settings === settings && isUpToDate(latest.analysis, vicinity)) return latest;
    const tooLong = document.text.length > MOST_CHARACTERS;
    const previous = latest && !tooLong && !latest.tooLong ? { analysis: latest.analysis, change: change ?? UNCHANGED } : undefined;
    const analysis = analyse(tooLong ? '' : document.text, settings, previous, vicinity);
    const snapshot = { document, version: document.version, analysis, tooLong, resultId: `${this.#run}.${++this.#count}` };
    this.#latest.set(document, snapshot);
    this.analysed(snapshot);
    return snapshot;
  }

  /** Whether a report beside the document has changed since it was analysed. */
  isOutdated(document: OpenDocument): boolean {
    const latest = this.#latest.get(document);
    return latest !== undefined && !isUpToDate(latest.analysis, this.vicinityOf(document));
  }
}
