/**
 * What stands beside a number although nobody wrote it: the sum that belongs to a total which is wrong, and on request the
 * column of a cell that has a line of its own.
 *
 * A sum is told where the rule that finds it is on; what the equations leave open is not guessed.
 */
import type { Analysis } from '../analysis/analyse';
import type { Settings } from '../analysis/settings';
import { remembered } from '../model/remembered';
import type { BoundCell, BoundTable } from '../model/types';
import type { RuleId } from '../rules/rule';
import { cellName, columnName } from '../rules/tableWords';
import { inLocale, type Span, type Text } from '../text/span';
import { piecesOf, spansOf, tablesIn } from './cellAt';
import { expectationsOf } from './expectations';

export interface InlayHint {
  /** Behind which character it stands. */
  readonly offset: number;
  readonly label: string;
  /** How it is reckoned; empty for a name. */
  readonly tooltip: string;
}

/** The hints within `within` that the settings ask for. */
export function inlayHints(analysis: Analysis, within: Span): InlayHint[] {
  const { settings } = analysis;
  if (settings.inlayHints === 'off') return [];
  return tablesIn(analysis, within).flatMap(({ start, table }) => {
    const hints = [...sumHints(table), ...(settings.inlayHints === 'names' ? nameHints(table) : [])];
    return hints.flatMap((hint): InlayHint[] => {
      const offset = start + hint.offset;
      if (offset < within.start || offset > within.end || isOff(hint, settings)) return [];
      return [{ offset, label: inLocale(hint.label, settings.locale), tooltip: inLocale(hint.tooltip, settings.locale) }];
    });
  });
}

/** Relative to the slice of its table. */
interface Hint {
  readonly offset: number;
  readonly label: Text;
  readonly tooltip: Text;
  /** The rule that says the same. */
  readonly rule?: RuleId;
}

const isOff = ({ rule }: Hint, { rules }: Settings): boolean => rule !== undefined && rules[rule] === 'off';

/** Of a number that must be wrong, the right one; of a total that may be wrong, its sum; of several ways to mend it, none. */
const sumHints: (table: BoundTable) => readonly Hint[] = remembered((table) =>
  expectationsOf(table).flatMap(({ cell, kind, label, reckoned, rule }): Hint[] => (kind === 'possible' ? [] : [{ ...behind(table, cell), label, tooltip: reckoned, rule }])),
);

const NOTHING: Text = { zh: '', en: '' };

/** A blank cell ends where its blanks end. */
function behind(table: BoundTable, cell: BoundCell): Pick<Hint, 'offset'> {
  const { start, end } = spansOf(cell.syntax).at(-1)!;
  if (end > start) return { offset: end };
  return { offset: piecesOf(table).find(({ meaning }) => meaning.kind === 'cell' && meaning.cell === cell)?.span.end ?? end };
}

/** The columns of cells that stand alone on their lines; in 表四, whose rows have no labels, with the row. */
const nameHints: (table: BoundTable) => readonly Hint[] = remembered((table) => {
  const { text } = table.section;
  return piecesOf(table).flatMap(({ span, meaning }): Hint[] => {
    if (meaning.kind !== 'cell' || !standsAlone(text, span)) return [];
    const { cell } = meaning;
    const name = `← ${table.spec.id === 'reviewAndLitigation' ? cellName(cell) : columnName(cell.column)}`;
    return [{ offset: span.end, label: { zh: name, en: name }, tooltip: NOTHING }];
  });
});

/** Whether nothing but blanks and bars stands on the line of `span`. */
function standsAlone(text: string, { start, end }: Span): boolean {
  let before = start;
  while (before > 0 && isBesideCells(text[before - 1]!)) before--;
  let after = end;
  while (after < text.length && isBesideCells(text[after]!)) after++;
  return isLineEnd(text[before - 1]) && isLineEnd(text[after]);
}

const isBesideCells = (character: string): boolean => /[^\S\r\n]|[|｜│]/.test(character);
const isLineEnd = (character: string | undefined): boolean => character === undefined || character === '\n' || character === '\r';
