/** Places in messages, which may hold anything: what looks for a line that is no whole number may look for ever. */
import { ErrorCodes, type Position, type Range, ResponseError } from 'vscode-languageserver';

/** Where a request says it means a place. */
export interface Places {
  readonly position?: Position;
  readonly positions?: readonly Position[];
  readonly range?: Range;
  readonly ranges?: readonly Range[];
}

/** Whether both are whole numbers; beyond the text they mean its end. */
export const isPosition = ({ line, character }: Position): boolean => Number.isInteger(line) && Number.isInteger(character);

export const NO_POSITION = 'A position is not a pair of integers.';

/** Throws the answer to a request with a place that is none. */
export function checkPlaces({ position, positions = [], range, ranges = [] }: Places): void {
  const all = [...(position ? [position] : []), ...positions, ...[...(range ? [range] : []), ...ranges].flatMap(({ start, end }) => [start, end])];
  if (!all.every(isPosition)) throw new ResponseError<never>(ErrorCodes.InvalidParams, NO_POSITION);
}
