/** Exact arithmetic on written numbers: binary fractions would turn 25.1 into 25.099999999999998. */
import { withoutMarks } from './markdown';

/** The number that `text` (folded) begins with, without separators and a plus sign. */
export function plainNumber(text: string): string {
  return /^[-+]?\d[\d,]*(?:\.\d+)?/.exec(withoutMarks(text))![0].replace(/^\+|,/g, '');
}

/** A written number (`251000`, `73802895.90`) in units ten thousand times as large: 元 → 万元. */
export function tenThousandths(digits: string): string {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits)!;
  const padded = whole!.padStart(5, '0');
  const decimals = (padded.slice(-4) + fraction).replace(/(?<!0)0+$/, '');
  return sign! + padded.slice(0, -4).replace(/^0+(?=\d)/, '') + (decimals && `.${decimals}`);
}
