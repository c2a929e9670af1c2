/** Words that name a row of the form. */
import type { CellSyntax } from '../../syntax/types';
import type { LabelKind } from './labels';

export interface Anchor {
  /** Index into the rows of the form. */
  readonly row: number;
  readonly kind: LabelKind;
  /** The cells that spell the label. */
  readonly cells: readonly CellSyntax[];
}

/** A label has no more pieces; `三、本年度办理结果` one character a line has nine. */
export const MAX_PIECES = 9;
