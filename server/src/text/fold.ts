/**
 * The shadow text that matching runs on.
 *
 * Folding replaces UTF-16 units one for one, so an offset in the folded text IS the offset in the raw text and no map is
 * needed. What is shown, reported or edited is always the raw text. NFKC is no substitute: it changes lengths, rewrites
 * punctuation, misses ⻔ ⻓ ⺠ and turns ⼾ into 戶.
 */
import { allRadicals } from './radicals';
import { byText } from './recent';

/** Traditional forms of the characters that occur in the form's labels and titles, in the titles of laws and in what rules look for. */
const TRADITIONAL = '規规範范務务處处罰罚強强製制發发廢废現现條条項项許许數数單单價价萬万' +
  '動动開开報报職职機机關关創创業业組组織织構构會会屬属國国內内類类層层過过題题進进維维糾纠審审結结' +
  '訴诉訟讼復复議议經经總总計计覆复請请續续無无應应當当據据選选與与對对實实訪访舉举評评監监執执證证' +
  '獲获費费繳缴納纳補补認认為为個个們们區区這这後后師师歲岁擬拟檔档團团體体節节載载點点達达門门東东' +
  '車车長长見见貝贝頁页風风飛飞馬马魚鱼鳥鸟麥麦黃黄齊齐龍龙戶户務务該该並并從从來来則则購购採采學学際际問问況况' +
  '丟丢佔占備备傳传億亿優优兩两別别刪删匯汇參参員员啓启啟启嚴严圍围園园圓圆圖图堅坚場场塊块夠够夾夹寫写寬宽將将專专導导屆届崗岗帶带幣币幾几廣广廳厅張张彙汇徑径態态慶庆掛挂換换斷断時时暢畅暫暂曆历曉晓書书棄弃極极標标樣样橫横檢检' +
  '欄栏權权歷历歸归氣气決决沒没測测準准溫温滯滞滿满漢汉潛潜濟济瀏浏熱热爭争爲为環环產产産产畢毕眾众確确碼码礦矿禮礼稅税種种稱称積积穩稳筆笔簡简簽签紀纪約约級级細细終终給给統统綫线網网緊紧編编緩缓緻致縣县縱纵繞绕繫系繼继罷罢習习' +
  '聞闻聯联聲声脈脉臺台華华蓋盖蘇苏號号衛卫裏里裡里複复視视覽览訂订討讨訓训記记設设註注証证詞词詢询試试誤误說说説说調调論论諧谐謙谦識识護护讀读變变讓让豎竖豐丰負负財财貫贯責责資资賦赋質质軌轨軍军軟软較较輯辑輿舆轄辖轉转辦办農农' +
  '迴回連连週周遊游違违適适遺遗還还邊边鄉乡鄰邻醫医針针鈕钮銷销錯错録录錶表鍵键鎮镇閉闭間间隊队階阶隱隐雙双難难雲云電电靜静響响順顺須须預预頒颁領领頭头頻频額额顛颠顯显飽饱駁驳驗验髮发劃划徵征於于減减線线託托諮咨餘余係系佈布嚮向' +
  '徹彻併并錄录衆众羣群隻只';

/** The folded form of every UTF-16 unit: most are their own. */
const FOLDED = new Uint16Array(0x10000).map((_, code) => code);
for (let i = 0; i < TRADITIONAL.length; i += 2) FOLDED[TRADITIONAL.charCodeAt(i)] = TRADITIONAL.charCodeAt(i + 1);
for (let code = 0xff01; code <= 0xff5e; code++) FOLDED[code] = code - 0xfee0; // full-width ASCII
// Spaces of every width, line separators that are no line ends, and characters without width match as a space.
for (const code of [0x09, 0x0b, 0x0c, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xad, 0x180e, 0xfeff]) FOLDED[code] = 0x20;
FOLDED.fill(0x20, 0x2000, 0x2010); // spaces of every width, then zero-width and direction marks
FOLDED.fill(0x20, 0x202a, 0x202f); // embedded directions
FOLDED.fill(0x20, 0x2060, 0x2070); // word joiner, invisible operators, isolated directions
for (const code of [0x2018, 0x2019]) FOLDED[code] = 0x27; // ‘ ’
for (const code of [0x201c, 0x201d]) FOLDED[code] = 0x22; // “ ”
for (const code of [0x2212, 0x2010, 0x2011, 0xfe63]) FOLDED[code] = 0x2d; // minus signs and hyphens
for (const [code, { target }] of allRadicals()) if (target) FOLDED[code] = target.charCodeAt(0);

/** Text is folded through this window: strings made from it are flat, which the regular expressions after it need. */
const WINDOW = new Uint16Array(4096);

/** `raw` with radicals, widths, spaces and traditional forms unified; the same length as `raw`. */
export function fold(raw: string): string {
  const { length } = raw;
  let from = 0;
  while (from < length && FOLDED[raw.charCodeAt(from)] === raw.charCodeAt(from)) from++;
  if (from === length) return raw;
  let folded = raw.slice(0, from);
  while (from < length) {
    const size = Math.min(WINDOW.length, length - from);
    for (let i = 0; i < size; i++) WINDOW[i] = FOLDED[raw.charCodeAt(from + i)]!;
    folded += windowOf(size);
    from += size;
  }
  return folded;
}

const TRADITIONAL_FORMS = new Set(TRADITIONAL.split('').filter((_, i) => i % 2 === 0));

/** `raw` as a name is shown: folded, but in the script it is written in. */
export function foldInScript(raw: string): string {
  return raw.replace(/[^]/g, (unit) => (TRADITIONAL_FORMS.has(unit) ? unit : fold(unit)));
}

/** A UTF-16 unit folded. */
export function foldedUnit(code: number): number {
  return FOLDED[code]!;
}

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

/** By block of 256 units: what of them a key keeps, folded; 0 for what it leaves out. Made when a block is first met. */
const KEPT: (Uint16Array | undefined)[] = new Array<Uint16Array | undefined>(256).fill(undefined);

function keptOf(block: number): Uint16Array {
  const kept = new Uint16Array(256);
  for (let low = 0; low < 256; low++) {
    const code = FOLDED[(block << 8) | low]!;
    if (LETTER_OR_NUMBER.test(String.fromCharCode(code))) kept[low] = code;
  }
  return (KEPT[block] = kept);
}

/** What is compared when labels are matched: folded letters, ideographs and digits, nothing else. */
export const matchKey = byText(8192, 64, keyOf);

/** Whether a letter, an ideograph or a digit stands in `raw` at or after `from`. */
export function hasWords(raw: string, from = 0): boolean {
  for (let at = from; at < raw.length; at++) if (keptAt(raw, at) !== 0) return true;
  return false;
}

function keyOf(raw: string): string {
  let key = '';
  let size = 0;
  for (let at = 0; at < raw.length; at++) {
    const kept = keptAt(raw, at);
    if (kept === 0) continue;
    WINDOW[size++] = kept;
    if (size < WINDOW.length) continue;
    key += windowOf(size);
    size = 0;
  }
  return key + windowOf(size);
}

/** What a key keeps of the unit at `at`; 0: nothing. */
function keptAt(raw: string, at: number): number {
  const code = raw.charCodeAt(at);
  if (code >= 0xd800 && code < 0xe000) return LETTER_OR_NUMBER.test(characterAround(raw, at)) ? code : 0;
  return (KEPT[code >> 8] ?? keptOf(code >> 8))[code & 0xff]!;
}

/** The character of which the unit at `at` is a half. */
function characterAround(raw: string, at: number): string {
  const code = raw.charCodeAt(at);
  const first = code >= 0xdc00 && at > 0 && (raw.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at;
  return String.fromCodePoint(raw.codePointAt(first)!);
}

/** Reads units as this machine keeps them; faster than anything else from so many units on. */
const DECODER = new TextDecoder(new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'utf-16le' : 'utf-16be', { ignoreBOM: true });
const MANY = 200;

/** The string of `codes`, flat. */
export function stringOf(codes: Uint16Array): string {
  // Half a pair by itself, which a text may hold, is more than a decoder bears.
  if (codes.length >= MANY && !hasSurrogates(codes)) return DECODER.decode(codes);
  let text = '';
  for (let from = 0; from < codes.length; from += WINDOW.length) {
    // Typed arrays are taken as they are; the declared type only knows number[].
    text += String.fromCharCode.apply(null, codes.subarray(from, from + WINDOW.length) as unknown as number[]);
  }
  return text;
}

function hasSurrogates(codes: Uint16Array): boolean {
  for (const code of codes) if ((code & 0xf800) === 0xd800) return true;
  return false;
}

/** The first `size` units of the window. */
const windowOf = (size: number): string => stringOf(size === WINDOW.length ? WINDOW : WINDOW.subarray(0, size));
