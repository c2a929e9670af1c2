/** Who signs a report, and when: an agency and a day as its last words. */
import { isAgencyLine } from '../syntax/title';
import { fold } from '../text/fold';
import { type Span, span } from '../text/span';
import { remembered } from './remembered';
import type { ReportModel } from './types';

export interface Signature {
  /** Spans are relative to the report. */
  readonly agency: { readonly text: string; readonly span: Span } | undefined;
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
  const nameAt = origin + at + line.lastIndexOf(name);
  return {
    agency: signed ? { text: name, span: span(nameAt, nameAt + name.length) } : undefined,
    year: Number(day[1]),
    yearSpan: span(origin + day.index, origin + day.index + 4),
    month: Number(day[2]),
  };
});
