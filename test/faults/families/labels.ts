/** Labels of rows that are cut or misspelt. The numbers beside them are right, and must be read as before or not at all. */
import type { DataRow, Form } from '../../support/layouts/form';
import type { Random } from '../../support/random';
import type { Fault } from '../fault';
import { specOf } from '../report';

const CHANGES: Readonly<Record<string, (label: string, random: Random) => string | undefined>> = {
  'a label cut': (label, random) => (label.length > 6 ? label.slice(0, label.length - 1 - random.below(Math.floor(label.length / 3))) : undefined),
  'a character of a label lost': (label, random) => (label.length > 6 ? without(label, 3 + random.below(label.length - 3)) : undefined),
  'a character of a label mistaken': (label, random) => (label.length > 6 ? replaced(label, 3 + random.below(label.length - 3)) : undefined),
};
/** A note in brackets, and the ends of lines, where layouts cut by themselves. */
const UNSEEN = /[、，（）“”。]/g;

export const labelFaults: readonly Fault[] = Object.entries(CHANGES).map(([mechanism, change]) => ({
  family: 'a label',
  mechanism,
  inject(report, random, { cells, rowsBy }) {
    // Layouts that break labels anywhere show no label in one piece.
    if (cells !== 'all' || rowsBy !== 'separators') return undefined;
    const { rows } = specOf(report.edition, 'requests');
    const at = random.below(rows.length);
    const { title, aliases = [] } = rows[at]!;
    const label = change(title, random);
    if (label === undefined || label.replace(UNSEEN, '') === title.replace(UNSEEN, '') || title.includes('区分') || aliases.includes(label)) return undefined;
    return { report, changes: { requests: (form) => relabelled(form, at, label) }, expected: { kind: 'words', rules: ['table/row-label', 'table/unknown-row', 'table/missing-row'], words: [label.slice(0, 8)] } };
  },
}));

function relabelled(form: Form, at: number, label: string): Form {
  const index = form.rows.flatMap((row, i) => (row.kind === 'data' ? [i] : []))[at]!;
  return { ...form, rows: form.rows.with(index, { ...(form.rows[index] as DataRow), label }) };
}

const without = (text: string, i: number): string => text.slice(0, i) + text.slice(i + 1);
const replaced = (text: string, i: number): string => `${text.slice(0, i)}某${text.slice(i + 1)}`;
