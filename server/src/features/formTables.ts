/**
 * A table of a report as the official form draws it: plain data, cell by cell, with what the text says, where, and what should
 * be there. For whatever shows it: the preview, a page, another format.
 */
import type { Settings } from '../analysis/settings';
import type { Diagnostic } from '../analysis/diagnostic';
import type { EditionId, TableId, TableSpec } from '../editions';
import type { BoundCell, BoundTable } from '../model/types';
import type { Severity } from '../rules/rule';
import { cellName, tableSpan } from '../rules/tableWords';
import { withoutMarks } from '../text/markdown';
import { lastFrom } from '../text/search';
import { covering, inLocale, shift, type Span } from '../text/span';
import { balanceInWords } from './balance';
import { piecesOf } from './cellAt';
import { type Expectation, expectationsOf } from './expectations';
import { frameOf, type FrameTitle, type FrameValue } from './formFrame';
import { readable } from './readable';
import { tableState, type TableState } from './status';

export interface FormTable {
  readonly id: TableId;
  readonly edition: EditionId;
  /** `表三（收到和处理政府信息公开申请情况）` */
  readonly name: string;
  /** Columns of labels, and of values. */
  readonly labelColumns: number;
  readonly valueColumns: number;
  /** Rows of titles above everything; 表二 has its titles between the rows. */
  readonly head: readonly FormRow[];
  readonly body: readonly FormRow[];
  readonly state: TableState['state'];
  /** The state of its equations in one line. */
  readonly balance: string;
  /** Where it begins, or the heading it stands under, in the document; undefined where the text has no such table. */
  readonly span: Span | undefined;
}

export type FormRow = readonly FormCell[];
export type FormCell = FormTitle | FormValue;

export interface FormTitle {
  readonly kind: FrameTitle['kind'];
  /** Unique within the table. */
  readonly key: string;
  readonly text: string;
  /** Columns and rows it reaches over. */
  readonly across: number;
  readonly down: number;
  /** Of the label in the document, where it stands there. */
  readonly span?: Span;
  readonly problems: readonly FormProblem[];
}

export interface FormValue {
  readonly kind: 'value';
  readonly key: string;
  /** Ids of the form. */
  readonly row: string;
  readonly column: string;
  /** `（七）总计·自然人` */
  readonly name: string;
  readonly across: number;
  readonly down: 1;
  /** Keys of the titles it stands under: columns first, then rows. */
  readonly headers: readonly string[];
  /** `unread`: the text does not say which number belongs here, and none is shown. */
  readonly state: 'number' | 'blank' | 'words' | 'unread';
  /** As written, on one line. */
  readonly text: string;
  /** Null where it is no number. */
  readonly value: number | null;
  /** In the document; of the row, where its cells can't be told apart. */
  readonly span?: Span;
  /** What would be right, as far as the equations tell. */
  readonly expected: readonly FormExpectation[];
  readonly problems: readonly FormProblem[];
}

export type FormExpectation = Pick<Expectation, 'kind' | 'value'> & { readonly label: string; readonly reckoned: string };

/** A finding about this cell and no more than it. */
export interface FormProblem {
  readonly severity: Severity;
  readonly message: string;
}

export interface FormOptions {
  readonly settings: Pick<Settings, 'locale' | 'rules'>;
  /** Findings in the coordinates of the document. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The table of `spec`; `table` is what the text has of it, and `start` the offset of its slice in the document. */
export function formTable(spec: TableSpec, table: BoundTable | undefined, start: number, { settings, diagnostics }: FormOptions): FormTable {
  const { locale, rules } = settings;
  const { head, body, labelColumns, valueColumns } = frameOf(spec);
  const spans = table && spansIn(table, start);
  const expected = table ? expectationsOf(table).filter(({ rule }) => rules[rule] !== 'off') : [];
  const problemsAt = problemsIn(diagnostics);

  const titleOf = ({ row, ...frame }: FrameTitle): FormTitle => {
    const own = row ? spans?.rows.get(row.id) : spans?.groups.get(frame.text);
    return { ...frame, ...(own ? { span: own } : {}), problems: problemsAt(own) };
  };
  const valueOf = ({ key, row, column, across, headers }: FrameValue): FormValue => {
    const cell = table?.unreadable ? undefined : table?.cell(row.id, column.id);
    const own = cell ? spans!.cells.get(cell) : spans?.values.get(row.id);
    const { state, text, value } = read(cell);
    // Hundreds of these are made for each keystroke: fields that are named cost much less than fields that are spread.
    const told: FormValue = {
      kind: 'value',
      key,
      row: row.id,
      column: column.id,
      name: cellName({ row, column }),
      across,
      down: 1,
      headers,
      state,
      text,
      value,
      expected: expected.flatMap((one) => (one.cell === cell ? [{ kind: one.kind, value: one.value, label: inLocale(one.label, locale), reckoned: inLocale(one.reckoned, locale) }] : [])),
      problems: cell ? problemsAt(own) : [],
    };
    return own ? Object.assign(told, { span: own }) : told;
  };
  const cellOf = (frame: FrameTitle | FrameValue): FormCell => (frame.kind === 'value' ? valueOf(frame) : titleOf(frame));
  return {
    ...{ id: spec.id, edition: spec.edition, name: inLocale(spec.name, locale), labelColumns, valueColumns },
    head: head.map((row) => row.map(cellOf)),
    body: body.map((row) => row.map(cellOf)),
    state: tableState(table).state,
    balance: inLocale(balanceInWords(table), locale),
    span: table && shift(tableSpan(table), start),
  };
}

/** What findings say about a place, by place. A table has hundreds of places, so they are looked for by halves. */
function problemsIn(diagnostics: readonly Diagnostic[]): (at: Span | undefined) => FormProblem[] {
  const inOrder = diagnostics.toSorted((a, b) => a.span.start - b.span.start);
  return (at) => {
    const problems: FormProblem[] = [];
    if (!at) return problems;
    for (let i = lastFrom(inOrder, at.start - 1, ({ span }) => span.start) + 1; i < inOrder.length && inOrder[i]!.span.start <= at.end; i++) {
      const { span, severity, message } = inOrder[i]!;
      if (span.end <= at.end) problems.push({ severity, message });
    }
    return problems;
  };
}

function read(cell: BoundCell | undefined): Pick<FormValue, 'state' | 'text' | 'value'> {
  if (!cell) return { state: 'unread', text: '', value: null };
  const { syntax, value } = cell;
  return { state: value !== null ? 'number' : syntax.quantity.kind === 'blank' ? 'blank' : 'words', text: readable(withoutMarks(syntax.text)), value };
}

interface Spans {
  readonly cells: ReadonlyMap<BoundCell, Span>;
  /** By row id: of labels, and of the values of rows whose cells can't be told apart. */
  readonly rows: ReadonlyMap<string, Span>;
  readonly values: ReadonlyMap<string, Span>;
  readonly groups: ReadonlyMap<string, Span>;
}

/** Where the pieces of the table stand in the document. */
function spansIn(table: BoundTable, start: number): Spans {
  const [cells, rows, values, groups] = [new Map<BoundCell, Span>(), new Map<string, Span>(), new Map<string, Span>(), new Map<string, Span>()];
  const put = <K>(map: Map<K, Span>, key: K, own: Span): void => void map.set(key, map.has(key) ? covering([map.get(key)!, own]) : own);
  for (const { span: relative, meaning } of piecesOf(table)) {
    const own = shift(relative, start);
    if (meaning.kind === 'cell') put(cells, meaning.cell, own);
    else if (meaning.kind === 'value') put(values, meaning.row.spec.id, own);
    else if (meaning.kind === 'row') put(rows, meaning.row.spec.id, own);
    else if (meaning.kind === 'group') put(groups, meaning.group, own);
  }
  return { cells, rows, values, groups };
}
