/** Cells that hold something else than a plain number: nothing, a unit, words, a number that can't be. */
import type { TableId } from '../../../server/src/editions';
import { key } from '../../support/tables';
import type { Fault } from '../fault';
import { specOf, withCells } from '../report';

const TABLES: readonly TableId[] = ['proactiveDisclosure', 'requests', 'requests', 'reviewAndLitigation'];

const CONTENTS: Readonly<Record<string, (text: string) => string | undefined>> = {
  'a blank': () => '',
  'a stroke for zero': (text) => (Number(text) === 0 ? '/' : undefined),
  'a unit in the cell': (text) => `${text}件`,
  'words for a number': () => '若干',
  'a number below zero': (text) => (Number(text) > 0 ? `-${text}` : undefined),
  'the letter O for zero': (text) => (/0/.test(text) ? text.replace('0', 'O') : undefined),
  'full-width digits': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
};

export const contentFaults: readonly Fault[] = Object.entries(CONTENTS).map(([mechanism, change]) => ({
  family: 'what a cell holds',
  mechanism,
  inject(report, random, layout) {
    // What vanishes where digits run together leaves the same text as if it had never been.
    if (layout.cells === 'deduced' && mechanism !== 'words for a number') return undefined;
    for (let attempt = 0; attempt < 30; attempt++) {
      const table = random.pick(TABLES);
      const row = random.pick(specOf(report.edition, table).rows);
      const column = random.pick(row.columns);
      if (column.quantity === 'change') continue;
      const name = key(row.id, column.id);
      const text = change(report.cells.get(name)!);
      if (text !== undefined) return { report: withCells(report, new Map([[name, text]])), expected: { kind: 'cells', table, cells: [name] } };
    }
    return undefined;
  },
}));
