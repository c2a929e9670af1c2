/** Sentences that most reports have: the basis and the period, that nothing was applied for, the processing fee, that nothing else is to be told. */
import { editionToWrite } from '../../editions';
import { yearOf } from '../../model/report/ownYear';
import type { ReportModel } from '../../model/types';
import { reliableValue } from '../../model/report/summary';
import type { SectionId } from '../../syntax/sections';
import type { Text } from '../../text/span';
import type { Offer } from '../completions';
import { basisSentence, periodSentence } from '../sentences';
import type { Offers } from './headings';
import { type Caret, lineWords, typedFrom } from './caret';

export type PhraseId = 'basis' | 'period' | 'noRequests' | 'noRemedies' | 'noFee' | 'fee' | 'nothingElse';

interface Phrase {
  readonly id: PhraseId;
  /** `preamble`: before the first section. */
  readonly place: SectionId | 'preamble';
  /** With its blanks between the pieces; undefined where it can't be said of the report. */
  write(report: ReportModel, year: string): readonly string[] | undefined;
  readonly detail: Text;
}

/** Where a number is known, nothing is offered that it contradicts. */
const none = (report: ReportModel, table: string, cells: readonly (readonly [row: string, column: string])[]): boolean => {
  const own = report.tables.find(({ id }) => id === table)?.table;
  return !own || cells.every(([row, column]) => (reliableValue(own, row, column) ?? 0) === 0);
};

const PHRASES: readonly Phrase[] = [
  {
    id: 'basis',
    place: 'preamble',
    write: ({ edition: { id } }) => [basisSentence(editionToWrite(id))],
    detail: { zh: '编制依据', en: 'the basis' },
  },
  {
    id: 'period',
    place: 'preamble',
    write: (report) => {
      const year = yearOf(report);
      return year === undefined ? undefined : [periodSentence(year)];
    },
    detail: { zh: '统计期限', en: 'the period' },
  },
  {
    id: 'noRequests',
    place: 'overview',
    write: (report, year) => (none(report, 'requests', [['received', 'total']]) ? [`${year}，本机关未收到政府信息公开申请。`] : undefined),
    detail: { zh: '没有收到申请', en: 'no requests' },
  },
  {
    id: 'noRemedies',
    place: 'overview',
    write: (report, year) => {
      const cells = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'].map((row) => [row, 'total'] as const);
      return none(report, 'reviewAndLitigation', cells) ? [`${year}，本机关未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。`] : undefined;
    },
    detail: { zh: '没有复议、诉讼', en: 'no reconsideration, no litigation' },
  },
  { id: 'noFee', place: 'otherMatters', write: (_, year) => [`${year}，本机关未收取信息处理费。`], detail: { zh: '未收取信息处理费', en: 'no processing fee' } },
  {
    id: 'fee',
    place: 'otherMatters',
    write: (_, year) => [`${year}，本机关依法收取信息处理费`, '件，共计', '元。'],
    detail: { zh: '收取信息处理费的件数和金额', en: 'processing fees: how many, how much' },
  },
  { id: 'nothingElse', place: 'otherMatters', write: () => ['无其他需要报告的事项。'], detail: { zh: '没有其他事项', en: 'nothing else' } },
];

/** Where the sentence begins that is being typed: where the line does, or behind a stop. */
function sentenceStart(before: string): number {
  const from = Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1;
  return from + lineWords(before.slice(from));
}

export function phrases(caret: Caret): Offers {
  const { before, after, model, syntax, sliceStart, lineStart } = caret;
  const typed = typedFrom(caret, sentenceStart(before));
  const place = syntax.heading?.id ?? (isPreamble(caret) ? 'preamble' : undefined);
  const underHeading = sliceStart + (syntax.heading?.span.end ?? 0) <= lineStart;
  if (!underHeading || /[\t|｜│]/.test(before) || /^[^\s。，；]/.test(after)) return { typed, offers: [] };
  const year = yearOf(model);
  const said = year === undefined ? '本年度' : `${year}年`;
  const offers = PHRASES.filter((phrase) => phrase.place === place).flatMap(({ id, write, detail }): Offer[] => {
    const pieces = write(model, said);
    if (!pieces || syntax.text.includes(pieces[0]!)) return [];
    const words = pieces[0]!.startsWith(said) ? [pieces[0]!.slice(said.length + 1), pieces[0]!.slice(said.length + 4)] : [];
    return [{ label: pieces.join('＿'), detail, pieces, words: [...words, detail.zh], about: { kind: 'phrase', id } }];
  });
  return { typed, offers };
}

/** Between the title of a report and its first section. */
function isPreamble({ model, offset, sliceStart, syntax }: Caret): boolean {
  const { title, slices } = model;
  const slice = slices.find((own) => own.syntax === syntax);
  return title !== undefined && slice !== undefined && offset - (sliceStart - slice.start) > title.span.end;
}
