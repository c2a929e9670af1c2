/**
 * What an official form prescribes, as data. A new form is a new file beside `2021.ts`; nothing else changes.
 * Names and ids follow the official tables; they are the keys of `extract`'s JSON and never change.
 */
import type { Text } from '../text/span';
import type { SectionId } from '../syntax/sections';

/** Editions that are checked. Reports of before 2019 have no national form and are only recognised. */
export type EditionId = '2019' | '2021';

export type TableId = 'proactiveDisclosure' | 'requests' | 'reviewAndLitigation';

/** 件: a non-negative integer. 万元: a non-negative decimal amount. change: a signed integer (2019's 本年增/减). */
export type Quantity = 'count' | 'amount' | 'change';

/** A place in a law, a regulation or a notice. */
export interface LawRef {
  readonly title: string;
  /** `第五十条`, or the number of a notice: `国办函〔2020〕109号`. */
  readonly article?: string;
  /** The numbers of the articles that `article` cites; of the 政府信息公开条例 only. */
  readonly articles?: readonly number[];
}

export interface ColumnSpec {
  /** Unique within the table, e.g. `naturalPerson`. */
  readonly id: string;
  /** As printed in the form's header. */
  readonly title: string;
  readonly quantity: Quantity;
  /** 件 or 万元. */
  readonly unit: '件' | '万元';
}

export interface RowSpec {
  /** Unique within the table, e.g. `denied.stateSecret`. */
  readonly id: string;
  /** As printed in the form, with its ordinal: `1.属于国家秘密`, `（一）予以公开`, `四、结转下年度继续办理`. */
  readonly title: string;
  /** The group label the row stands under, as printed: `（三）不予公开`. */
  readonly group?: string;
  /** Other wordings that count as the form's own and are never reported. */
  readonly aliases?: readonly string[];
  /** Columns of this row in order. Table 二 has a different set for each block; the other tables use all columns. */
  readonly columns: readonly ColumnSpec[];
  /** What the row counts, for hovers and docs. */
  readonly meaning: Text;
  readonly law?: LawRef;
}

/** One side of an equation: a row (equations along a column) or a column (equations along a row), with its sign. */
export interface Term {
  readonly ref: string;
  readonly sign: 1 | -1;
}

/**
 * Σ sign·cell = 0. `along: 'column'` is evaluated once for each column with terms that are row ids;
 * `along: 'row'` once for each row with terms that are column ids.
 */
export interface Equation {
  readonly id: 'balance' | 'resultTotal' | 'rowTotal' | 'remedyTotal';
  readonly along: 'row' | 'column';
  readonly terms: readonly Term[];
  /** The term that is by definition the sum of the others; absent where no side is (一+二=（七）+四). */
  readonly total?: string;
  /** As a person writes it: `一 + 二 =（七）+ 四`. */
  readonly text: string;
}

export interface TableSpec {
  readonly id: TableId;
  readonly edition: EditionId;
  /** Where the form puts the table. */
  readonly section: SectionId;
  /** Short name for messages: 表二 … */
  readonly name: Text;
  readonly rows: readonly RowSpec[];
  /** All columns, in the order of the header. */
  readonly columns: readonly ColumnSpec[];
  readonly equations: readonly Equation[];
  /** The empty table as the form prints it, row by row: header rows, captions and label cells; data cells are absent. */
  readonly skeleton: readonly SkeletonRow[];
}

/** A row of the printed form: its text cells, and the data row whose values follow them (absent in header rows). */
export interface SkeletonRow {
  readonly cells: readonly string[];
  /** Of a header row: the columns that its cells begin in, 0 being that of the first value. Absent: −1, 0, 1 … */
  readonly columns?: readonly number[];
  readonly row?: string;
}

export interface Edition {
  readonly id: EditionId;
  /** Fiscal years the edition is used for, inclusive; `undefined`: still in force. */
  readonly years: readonly [from: number, to: number | undefined];
  readonly source: LawRef;
  /** Words that only this edition's table 二 has, letters and digits run together. */
  readonly marks: RegExp;
  readonly tables: readonly TableSpec[];
}
