/** Where something is typed: the line up to the caret and behind it, and what of that is the beginning of a word looked for. */
import type { Analysis } from '../../analysis/analyse';
import type { EditionId } from '../../editions';
import type { ReportModel } from '../../model/types';
import { fold, matchKey } from '../../text/fold';
import { initialsOf } from '../../text/initials';
import { lineEnd, lineStart } from '../../text/lines';
import { type Span, span } from '../../text/span';
import type { SectionSyntax } from '../../syntax/types';
import { sliceAt } from '../cellAt';
import { typedRow } from '../typedRow';

export interface Caret {
  readonly model: ReportModel;
  /** The form of the report. */
  readonly edition: EditionId;
  /** The slice that the caret is in. */
  readonly syntax: SectionSyntax;
  /** Offset of the slice in the document, and of the line. */
  readonly sliceStart: number;
  readonly lineStart: number;
  readonly offset: number;
  /** The line up to the caret, and from it on. */
  readonly before: string;
  readonly after: string;
}

/** What has been typed of a word. */
export interface Typed {
  readonly text: string;
  /** In the document: with the bracket that an editor closed by itself behind the caret. */
  readonly span: Span;
  /** What an editor compares further typing with; undefined where none of `words` begins with what was typed. */
  filterOf(words: readonly string[]): string | undefined;
}

/** Longer lines are prose, and nothing is looked for in them. */
const LONGEST_LINE = 400;

/** Undefined where nothing may be offered: in a number, in a row's values, in a report that no form is known of. */
export function caretAt(analysis: Analysis, offset: number): Caret | undefined {
  const slice = sliceAt(analysis, offset);
  const edition = slice?.model.edition.id;
  if (!slice || edition === undefined || edition === 'pre2019') return undefined;
  const { text } = analysis;
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  if (end - start > LONGEST_LINE) return undefined;
  const before = text.slice(start, offset);
  if (/\d$/.test(fold(before)) || typedRow(analysis, offset)) return undefined;
  return { model: slice.model, edition, syntax: slice.syntax, sliceStart: slice.start, lineStart: start, offset, before, after: text.slice(offset, end) };
}

/** What was typed from `from`, an index into the line, to the caret. */
export function typedFrom({ before, after, lineStart: start, offset }: Caret, from: number): Typed {
  const text = before.slice(from);
  const closed = /[（(]/.test(text) && !/[)）]/.test(text) ? (/^[)）]/.exec(after)?.[0].length ?? 0) : 0;
  const key = matchKey(text);
  const letters = /^[a-z]+$/i.test(text) ? text.toLowerCase() : '';
  return {
    text,
    span: span(start + from, offset + closed),
    filterOf(words) {
      const initials = words.map(initialsOf);
      const begins = text === '' || (key !== '' && words.some((word) => matchKey(word).startsWith(key))) || (letters !== '' && initials.some((own) => own.startsWith(letters)));
      // The typed words first: they may be written in other widths than those of the form. Editors read no more than the
      // beginning of it, so that each word has its letters right behind it.
      const all = [text, ...words.flatMap((word, i) => [word, initials[i]!])];
      return begins || isMark(text) ? [...new Set(all)].filter(Boolean).join(' ') : undefined;
    },
  };
}

/** `（`: the beginning of a mark, of which no word begins with nothing else. */
const isMark = (text: string): boolean => /^[（(#*\s]+$/.test(text);

/** Where the first character of the line stands that is neither blank nor a mark of Markdown. */
export function lineWords(before: string): number {
  return /^[\s#*>]*/.exec(before)![0].length;
}

/** Whether nothing but a bracket that an editor closed stands behind the caret. */
export const endsLine = ({ after }: Caret): boolean => /^[)）]?\s*$/.test(after);
