/** The fee for processing requests (信息处理费), which is not the 行政事业性收费 of 表二. */
import type { Phrase } from './phrases';
import { readSubject } from './subject';
import type { Told } from './types';
import { AMOUNT, FEE, madeOf } from './words';

const FEES = new RegExp(FEE);
const CHARGED = /(?:收取|收到|征收)/y;

/** `收取信息处理费380元`, of a phrase that counts 元. */
export function readFee({ before }: Phrase): Told | undefined {
  const match = FEES.exec(before);
  if (!match || !madeOf(before.slice(match.index + match[0].length), AMOUNT)) return undefined;
  const subject = readSubject(before.slice(0, match.index), CHARGED);
  return subject && { meaning: 'processingFee', subject };
}
