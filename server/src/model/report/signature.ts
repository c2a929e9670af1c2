/** Who signs a report, and when: an agency and a day as its last words. */
import { isAgencyLine } from '../../syntax/title';
import { fold } from '../../text/fold';
import { type Span, span } from '../../text/span';
import { remembered } from '../remembered';
import type { ReportModel } from '../types';

export interface SignedName {
  readonly text: string;
  /** Relative to the report, as all spans of a signature. */
  readonly span: Span;
}

export interface Signature {
  /** The name beside the day, or on the line above it. */
  readonly agency: SignedName | undefined;
  /** The names on the lines above that one: those of an office with several name plates (加挂牌子), or that signs with others. */
  readonly above: readonly SignedName[];
  readonly year: number;
  readonly yearSpan: Span;
  readonly month: number;
}

/** How far back from its end a report is read: signatures are set with many blanks. */
const REACH = 600;
const DAY = /(20\d{2})\s{0,3}年\s{0,3}(\d{1,2})\s{0,3}月\s{0,3}\d{1,2}\s{0,3}日$/;
/** What may stand between a signature and the text: `。云溪县水利局2025年1月8日`. */
const TEXT_ENDS = /[。;!?\r\n]/;

export const signatureOf = remembered(({ slices }: ReportModel): Signature | undefined => {
  const last = slices.at(-1)!;
  const from = Math.max(last.syntax.heading?.span.end ?? 0, last.syntax.text.length - REACH);
  const text = fold(last.syntax.text.slice(from)).trimEnd();
  const day = DAY.exec(text);
  if (!day) return undefined;
  const before = text.slice(0, day.index).trimEnd();
  let at = before.length;
  while (at > 0 && !TEXT_ENDS.test(before[at - 1]!)) at--;
  const line = before.slice(at);
  const name = line.trim().split(/\s{2,}/).at(-1)!;
  const ownLine = /[\r\n]/.test(text.slice(before.length, day.index));
  const signed = isAgencyLine(name);
  // `截至2024年12月31日` is no signature, nor is what ends a sentence.
  if (!signed && !ownLine) return undefined;
  const origin = last.start + from;
  const nameAt = at + line.lastIndexOf(name);
  return {
    agency: signed ? placed(name, nameAt, origin) : undefined,
    above: signed ? namesAbove(before.slice(0, nameAt), origin) : [],
    year: Number(day[1]),
    yearSpan: span(origin + day.index, origin + day.index + 4),
    month: Number(day[2]),
  };
});

const placed = (name: string, at: number, origin: number): SignedName => ({ text: name, span: span(origin + at, origin + at + name.length) });

/** The names that `text` ends in, each on a line of its own or behind wide blanks, the last first. */
function namesAbove(text: string, origin: number): SignedName[] {
  const names: SignedName[] = [];
  for (let rest = text.trimEnd(); rest !== ''; ) {
    const name = rest.split(/[\r\n]|\s{2,}/).at(-1)!;
    if (!isAgencyLine(name)) break;
    const at = rest.length - name.length;
    names.push(placed(name.trimStart(), at + name.length - name.trimStart().length, origin));
    rest = rest.slice(0, at).trimEnd();
  }
  return names;
}
