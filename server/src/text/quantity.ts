/**
 * Reading the content of one table cell as a quantity.
 *
 * Reports write `0`, `1,234`, `１２`, `〇`, `减3`, `251000元`, `22（其中修订 16 件）`, `/` and nothing at all. Each is read
 * with its value and the way it deviates; nothing is corrected here.
 */
import { withoutMarks } from './markdown';

/** Why a cell with a value is not a plain number as the form asks. */
export type QuantityNote = 'unit' | 'annotation' | 'sign-word' | 'separator' | 'numeral';

export type Quantity =
  | { readonly kind: 'number'; readonly value: number; readonly note?: QuantityNote }
  /** Nothing, or a mark that stands for nothing: `/`, `-`, `—`, `无`. */
  | { readonly kind: 'blank'; readonly mark: string }
  | { readonly kind: 'text' };

const EMPTY: Quantity = { kind: 'blank', mark: '' };
const TEXT: Quantity = { kind: 'text' };

/** Marks that stand for “nothing” in a cell. They are not 0; equations count them as 0. */
const BLANK_MARK = /^(?:[/\\]|-{1,3}|[—–―─]{1,3}|[.·]{1,3}|无|空白?|不适用|N\/?A)$/i;
const PLAIN = /^[-+]?\d{1,15}(?:\.\d{1,10})?$/;
const THOUSANDS = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d{1,10})?$/;
// No 万 or 亿元: `3万` is not 3.
const WITH_UNIT = /^([-+]?\d{1,15}(?:,\d{3})*(?:\.\d{1,10})?)\s?(?:件|条|项|宗|起|个|次|元|万元)$/;
const SIGN_WORD = /^(增加?|减少?|減少?)\s?(\d{1,15}(?:\.\d{1,10})?)$/;
const ANNOTATED = /^([-+]?\d{1,15}(?:\.\d{1,10})?)\s?(?:件|条|项)?\s?\(.{1,60}\)$/;
const ZERO_NUMERAL = /^[〇零○]$/;

const toNumber = (digits: string): number => Number(digits.replaceAll(',', ''));

/** The quantity in `text`, which is folded (ASCII digits and brackets, plain spaces) and trimmed. */
export function readQuantity(text: string): Quantity {
  if (text === '') return EMPTY;
  const first = text.charCodeAt(0);
  // Labels start with a Chinese character or a bracket: the commonest cell by far after plain digits.
  if (first >= 0x30 && first <= 0x39 && PLAIN.test(text)) return { kind: 'number', value: Number(text) };
  if (text.length > 90) return TEXT;
  if (PLAIN.test(text)) return { kind: 'number', value: Number(text) };
  if (BLANK_MARK.test(text)) return { kind: 'blank', mark: text };
  if (THOUSANDS.test(text)) return { kind: 'number', value: toNumber(text), note: 'separator' };
  const unit = WITH_UNIT.exec(text);
  if (unit) return { kind: 'number', value: toNumber(unit[1]!), note: 'unit' };
  const signed = SIGN_WORD.exec(text);
  if (signed) return { kind: 'number', value: (signed[1]!.startsWith('增') ? 1 : -1) * Number(signed[2]), note: 'sign-word' };
  const annotated = ANNOTATED.exec(text);
  if (annotated) return { kind: 'number', value: Number(annotated[1]), note: 'annotation' };
  if (ZERO_NUMERAL.test(text)) return { kind: 'number', value: 0, note: 'numeral' };
  // Marks within marks are no number that anybody wrote.
  const plain = withoutMarks(text);
  return plain === text || withoutMarks(plain) !== plain ? TEXT : readQuantity(plain);
}
