/**
 * What may be written next: the title of a section that is not there yet, a sub-heading, a row or a whole table of the form, a
 * sentence that most reports have. Each is offered only where it can stand: at the start of a line, of a cell or of a sentence,
 * and never while a number is typed.
 */
import type { Analysis } from '../analysis/analyse';
import { inLocale, type Span, type Text } from '../text/span';
import type { About } from './completion/about';
import { caretAt } from './completion/caret';
import { headings } from './completion/headings';
import { phrases } from './completion/phrases';
import { rows, wholeTable } from './completion/tables';

export type { About } from './completion/about';
export { aboutLines, isAbout } from './completion/about';

export interface Completion {
  readonly kind: About['kind'];
  readonly label: string;
  /** A few words beside the label; empty: none. */
  readonly detail: string;
  /** What is replaced: what has been typed of it, on one line. */
  readonly replaced: Span;
  /** What is written: one piece, or several with a blank between each two that is to be filled in. */
  readonly pieces: readonly string[];
  /** What the typed text is compared with. */
  readonly filter: string;
  /** What documentation there is of it. */
  readonly about: About;
}

/** What a part of the feature offers; the caret and the language are added here. */
export interface Offer {
  readonly label: string;
  readonly detail?: Text;
  readonly pieces: readonly string[];
  /** Words it is found by, besides the label. */
  readonly words: readonly string[];
  readonly about: About;
}

/** In the order to show them. */
export function completions(analysis: Analysis, offset: number): Completion[] {
  const caret = caretAt(analysis, offset);
  if (!caret) return [];
  const offers = [wholeTable, rows, headings, phrases].flatMap((offersOf) => {
    const { typed, offers: own } = offersOf(caret);
    return own.flatMap((offer) => {
      const filter = typed.filterOf([...offer.words, offer.label]);
      return filter === undefined || offer.pieces.join('') === typed.text ? [] : [{ offer, filter, replaced: typed.span }];
    });
  });
  return offers.map(({ offer: { label, detail, pieces, about }, filter, replaced }) => ({
    kind: about.kind,
    label,
    detail: detail ? inLocale(detail, analysis.settings.locale) : '',
    replaced,
    pieces,
    filter,
    about,
  }));
}
