/** What a report tells in its running text, as far as it tells it beyond doubt: what is doubtful is no fact. */
import type { Span } from '../../text/span';
import type { Count } from './counts';
import type { Subject } from './subject';

/** How requests were dealt with, by the classes of 表三. */
export type ResultId = 'granted' | 'partiallyGranted' | 'denied' | 'unavailable' | 'notProcessed' | 'other';
/** A row of 表四, both rows of litigation, or all three rows. */
export type RemedyId = 'reconsideration' | 'directLitigation' | 'litigationAfterReconsideration' | 'litigation' | 'remedies';
export type RemedyResult = 'upheld' | 'corrected' | 'otherResult' | 'pending' | 'total';
export type DocumentId = 'rules' | 'normativeDocuments';

/**
 * What a number counts. Of requests: `received` expressly the new ones, `requests` what came in, with or without what was
 * carried in, `handled` what was worked on, `processed` what was finished, `answered` what was answered; the last two and
 * `results` also of those alone that were received this year.
 */
export type Meaning =
  | 'received' | 'requests' | 'handled' | 'carriedIn' | 'processed' | 'processedOfReceived' | 'answered' | 'answeredOfReceived' | 'carriedOut'
  | `${'results' | 'resultsOfReceived'}.${ResultId}`
  | `${RemedyId}.${RemedyResult}`
  | `${DocumentId}.${'issued' | 'repealed' | 'inForce'}`
  | 'processingFee';

/** What a phrase says. */
export interface Told {
  readonly meaning: Meaning;
  readonly subject: Subject;
  /** The year it is told of, where the phrase itself says so. */
  readonly year?: number;
}

/** A number told in prose. */
export interface Fact {
  readonly meaning: Meaning;
  /** 件; of a fee, 元. */
  readonly value: number;
  /** The number, or the words that tell a zero. Relative to the slice. */
  readonly span: Span;
  /** What is said, on one line. */
  readonly said: string;
  /** How the number is written: in digits, in Chinese numerals, or as a zero told in words. */
  readonly writing: Count['writing'] | 'words';
  /** The year it is told of; undefined where the text names none: the report's own. */
  readonly year: number | undefined;
  readonly subject: Subject;
  /** Of a result: the number of requests told last before it, which it is a part of. */
  readonly of?: number | undefined;
}

/** A number of a list, with its place. */
export interface Amount {
  readonly value: number;
  readonly span: Span;
}

/** A part of a whole, with what the text says it is of it, in percent. */
export interface Part extends Amount {
  /** As written: `34.8`; tells to how many places it is rounded. */
  readonly share: { readonly text: string; readonly span: Span } | undefined;
}

/** A whole told with its parts: `351件，其中维持72件、纠正64件…`. All are of one unit. */
export interface PartList {
  readonly total: Amount;
  readonly unit: string;
  readonly parts: readonly Part[];
  /** Whether the parts are told to be all of it: the last is what else there is, or they are all classes, or their shares say so. */
  readonly complete: boolean;
  /** Whether nothing can be in two parts, by what they are called. */
  readonly exclusive: boolean;
  /** The numbers of this unit before the whole, which the parts may be meant to be of. */
  readonly before: readonly number[];
}
