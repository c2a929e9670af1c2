/**
 * The shadow text that matching runs on.
 *
 * Folding replaces UTF-16 units one for one, so an offset in the folded text IS the offset in the raw text and no map is
 * needed. What is shown, reported or edited is always the raw text. NFKC is no substitute: it changes lengths, rewrites
 * punctuation, misses ⻔ ⻓ ⺠ and turns ⼾ into 戶.
 */
import { FIRST_RADICAL, LAST_RADICAL, radicalAt } from './radicals';

/** Traditional forms of the characters that occur in the form's labels and titles. */
const TRADITIONAL = '規规範范務务處处罰罚強强製制發发廢废現现條条項项許许數数單单價价萬万' +
  '動动開开報报職职機机關关創创業业組组織织構构會会屬属國国內内類类層层過过題题進进維维糾纠審审結结' +
  '訴诉訟讼復复議议經经總总計计覆复請请續续無无應应當当據据選选與与對对實实訪访舉举評评監监執执證证' +
  '獲获費费繳缴納纳補补認认為为個个們们區区這这後后師师歲岁擬拟檔档團团體体節节載载點点達达門门東东' +
  '車车長长見见貝贝頁页風风飛飞馬马魚鱼鳥鸟麥麦黃黄齊齐龍龙戶户務务該该並并從从來来則则購购採采學学際际';

const folds = new Map<number, number>();
for (let i = 0; i < TRADITIONAL.length; i += 2) folds.set(TRADITIONAL.charCodeAt(i), TRADITIONAL.charCodeAt(i + 1));
for (let code = 0xff01; code <= 0xff5e; code++) folds.set(code, code - 0xfee0); // full-width ASCII
// Spaces of every width, and characters without width, match as a space.
for (const code of [0x09, 0x0b, 0x0c, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad]) folds.set(code, 0x20);
for (let code = 0x2000; code <= 0x200a; code++) folds.set(code, 0x20);
folds.set(0x2018, 0x27).set(0x2019, 0x27).set(0x201c, 0x22).set(0x201d, 0x22); // ‘ ’ “ ”
folds.set(0x2212, 0x2d).set(0x2010, 0x2d).set(0x2011, 0x2d).set(0xfe63, 0x2d); // minus signs and hyphens
for (let code = FIRST_RADICAL; code <= LAST_RADICAL; code++) {
  const target = radicalAt(code)?.target;
  if (target) folds.set(code, target.charCodeAt(0));
}

/** Anything that folding may change; most texts have long stretches without. */
const FOLDABLE = new RegExp(`[${[...folds.keys()].map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('')}]`);

/** `raw` with radicals, widths, spaces and traditional forms unified; the same length as `raw`. */
export function fold(raw: string): string {
  const from = raw.search(FOLDABLE);
  if (from < 0) return raw;
  let folded = raw.slice(0, from);
  for (let i = from; i < raw.length; i++) {
    const to = folds.get(raw.charCodeAt(i));
    folded += to === undefined ? raw[i]! : String.fromCharCode(to);
  }
  return folded;
}

const NOT_KEY = /[^\p{L}\p{N}]+/gu;

/** What is compared when labels are matched: folded letters, ideographs and digits, nothing else. */
export function matchKey(raw: string): string {
  return fold(raw).replace(NOT_KEY, '');
}
