import { article, FORM_2021 } from '../../editions/law';
import { matcherOf } from '../../model/binding/labels';
import type { BoundLabel, BoundTable } from '../../model/types';
import { fold, matchKey } from '../../text/fold';
import type { LayoutId } from '../../syntax/types';
import { lineEnd, lineStart } from '../../text/lines';
import type { Edit } from '../../text/span';
import { type Fix, type TableRule, withFixes } from '../rule';
import { differenceInWords, differenceOf } from '../difference';
import { rewritten } from '../tableEdits';
import { someRows } from '../tableExamples';
import { asWritten } from '../tableWords';

export const tableRowLabel: TableRule = {
  id: 'table/row-label',
  scope: 'table',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: { zh: '行名“{label}”与表式不同，应为“{title}”{difference}。', en: 'The label “{label}” differs from the form’s “{title}”{difference}.' },
    cut: { zh: '行名“{label}”不完整，表式为“{title}”{difference}。', en: 'The label “{label}” is cut; the form has “{title}”{difference}.' },
    tail: { zh: '行名“{label}”比表式多出括注，表式为“{title}”。', en: 'The label “{label}” has a tail in brackets that the form’s “{title}” has not.' },
  },
  docs: {
    title: { zh: '行名与表式不同', en: 'Row label differs from the form' },
    what: {
      zh: '行名缺字、错字或多出括注，但仍能确定是哪一行。标点、全半角、空格的差别和通行的简称不报告；因换行而断开的行名也不报告。',
      en: 'A label is cut, misspelt or has a bracketed tail, while its row is still certain. Punctuation, widths, spaces and customary short forms are not reported, nor are labels wrapped over lines.',
    },
    why: {
      zh: '行名是表式的一部分，错字可能改变含义：“法律行政法规”与“法律法规”范围不同。',
      en: 'Labels are part of the form, and a slip may change the meaning: 法律行政法规 is narrower than 法律法规.',
    },
    ignore: {
      zh: '上级通知要求在行名后加括注说明口径的，可以忽略。',
      en: 'Leave a bracketed note that a superior organ’s notice asks for.',
    },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('requests', { granted: '5 | 0 | 0 | 0 | 0 | 0 | 5', 'denied.stateSecret': '0 | 0 | 0 | 0 | 0 | 0 | 0' }) + '⟦2.其他法律法规禁止公开⟧ | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n',
        good: someRows('requests', {
          granted: '5 | 0 | 0 | 0 | 0 | 0 | 5',
          'denied.stateSecret': '0 | 0 | 0 | 0 | 0 | 0 | 0',
          'denied.otherLaw': '1 | 0 | 0 | 0 | 0 | 0 | 1',
        }),
        fix: 'suggested',
      },
    ],
  },
  *check(table) {
    if (table.unreadable) return;
    for (const { spec, label, layout, cells } of table.rows) {
      if (!label || !isDeviation(table, spec.title, label)) continue;
      const inOnePiece = fold(table.section.text.slice(label.span.start, label.span.end)).trim() === label.text;
      // Where a frame shows the whole cell, its label is whole however many lines it takes.
      if (!inOnePiece && !FRAMED.has(layout)) continue;
      // A number that it runs into is what the row lacks.
      if (cells.length === 0 && /\d$/.test(label.text)) continue;
      if (layout === 'flow' && goesOnBeside(table, spec.title, label)) continue;
      const finding = {
        span: label.span,
        ...(label.kind === 'cut' || (label.kind === 'tail' && !HAS_TAIL.test(spec.title)) ? { message: label.kind } : {}),
        args: { label: inOnePiece ? asWritten(table, label.span, label.text) : label.text, title: spec.title, difference: differenceInWords(differenceOf(label.text, fold(spec.title))) },
      };
      yield withFixes(finding, () => (inOnePiece && !holdsNumber(label, spec.title) ? rewording(rewritten(table, layout, label.span, spec.title), spec.title, label.kind !== 'place') : []));
    }
  },
};

/** A bracket of the form's own, which another is not one too many to. */
const HAS_TAIL = /）$/;

const FRAMED: ReadonlySet<LayoutId> = new Set<LayoutId>(['grid', 'ruled', 'html']);

function rewording(edit: Edit | undefined, title: string, certain: boolean): Fix[] {
  return edit ? [{ title: { zh: `改为“${title}”`, en: `Change to “${title}”` }, safety: 'suggested', certain, preferred: true, edits: [edit] }] : [];
}

/** Whether digits stand in the label that are not the form's, which has none at its end: a number that runs into it, and would be lost with it. */
const holdsNumber = ({ text }: BoundLabel, title: string): boolean => /\d$/.test(text) || digitsIn(text) > digitsIn(title);

const digitsIn = (text: string): number => text.match(/\d/g)?.length ?? 0;

/** So many lines above and below a row may hold the rest of its label. */
const LINES_BESIDE = 2;

/** Whether a label that is a piece of the form's goes on before it or in the lines beside it: numbers may stand between its pieces, and a piece of its group's label before it. */
function goesOnBeside({ section: { text }, spec }: BoundTable, title: string, label: BoundLabel): boolean {
  const whole = matchKey(title);
  const key = matchKey(matcherOf(spec).withoutGroup(label.text) || label.text);
  const at = whole.indexOf(key);
  if (at < 0) return false;
  const [before, after] = [whole.slice(0, at), whole.slice(at + key.length)];
  const lines = (part: string): string[] => part.split(/\r\n|[\r\n\f]/).filter((line) => line.trim() !== '');
  const words = (part: readonly string[]): string[] => part.flatMap((line) => line.split(/\s+/)).map(matchKey).filter((word) => word !== '');
  const from = lineStart(text, label.span.start);
  const above = words([...lines(text.slice(0, from)).slice(-LINES_BESIDE), text.slice(from, label.span.start)]);
  const below = words(lines(text.slice(lineEnd(text, label.span.end))).slice(0, LINES_BESIDE));
  return (before === '' || above.some((word) => before.startsWith(word))) && (after === '' || below.some((word) => after.startsWith(word)));
}

/** A number behind the words that is no longer one (`I0`). */
const BROKEN_NUMBER = /\s[\w.,]{1,8}$/;

/** Whether the label is certainly other words than the form's. */
function isDeviation({ spec }: BoundTable, title: string, label: BoundLabel): boolean {
  const { kind, whole, text } = label;
  if (kind === 'exact' || kind === 'prefixed' || kind === 'part') return false;
  // Digits beside the words are a value of the row, which nothing told from its label.
  if (!whole || BROKEN_NUMBER.test(text) || (kind !== 'tail' && holdsNumber(label, title))) return false;
  return kind !== 'place' || (matchKey(text) !== matchKey(title) && !matcherOf(spec).isHeader(text));
}
