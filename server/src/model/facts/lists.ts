/** Wholes that are told with their parts, before or behind them: `共公开信息249条，其中：机构职能7条；重点工作39条；其他203条`. */
import { type Count, countsIn } from './counts';
import type { Sentence } from './sentences';
import { type Share, shareBehind } from './shares';
import type { Part, PartList } from './types';
import { sinceLast } from './words';

/** Between a whole and its parts: `，其中`, `，全部办结，其中`, `（`, `：`; the first group is the bracket. */
const TO_PARTS = /[^,，;；:。()\d]{0,16}(?:(?:[,，](?:均|都|全部|现?已|按[期时]|依法)[^,，;；:。()\d]{0,12})?[,，;；]?(\()?(?:其中|包括|包含|含|分别[为是])[:，,]?(?:包括|为|有)?|(\()|:)/y;
/** `在公开的425条政府信息中，`. */
const AMONG = /[^,，;；:。()\d]{0,20}中[,，:]/y;
/** What begins a sentence whose parts are those of the last number of the sentence before. */
const GOES_ON = /^(?:其中|在[^,，;；()\d]{0,16}中)[,，:]?/;
/** Another list or a comparison inside a list: what belongs to what is not to be told. */
const INNER = /其中|包括|包含|同比|比上|较上|较去|增长|增加|减少|下降/;
/** What a part that is none begins with: the list ended before. */
const STATEMENT = /^(?:已|均|并|且|也|全部|按时|及时|依法|目前|截至|共(?!享|产|同|建)|总[计共]|合计|办结|办理|答复|结转|完成|受理|收到|接收|回复)/;
/** A number whose unit is not told. */
const UNITLESS = /(?<![\d.])\d[\d,]{0,14}(?=[,，;；、)]|$)/;
const GROWTH = /较|比|同比|(?:增加|减少|增长|下降)了?$/;
/** How many counts before a whole are kept. */
const BEFORE = 8;
/** No list is longer; one that seems to be is left alone. */
const REACH = 1500;

/** A list with the text it stands in. */
interface Place {
  readonly total: Count;
  /** The counts before it. */
  readonly before: readonly Count[];
  readonly inTotal: Sentence;
  readonly inParts: Sentence;
  /** Where the parts begin in their sentence, and the text they stand in, without what stands in brackets. */
  readonly from: number;
  readonly text: string;
}

/** The lists whose wholes are `counts` of `sentence`; `next` is the sentence after it. Only what is clear is a list. */
export function listsIn(sentence: Sentence, counts: readonly Count[], next: Sentence | undefined): PartList[] {
  const lists = placesIn(sentence, counts, next).flatMap((place) => readList(place) ?? []);
  return [...lists, ...counts.flatMap((_, index) => readSum(sentence, counts, index) ?? [])];
}

const SUM = '[,，;；](?:合计|总计|共计)(?:为|是)?';
const ENDS_IN_SUM = new RegExp(`${SUM}$`);
const HOLDS_SUM = new RegExp(`${SUM}\\d`);

/** `当面提交12件，邮寄33件，合计45件`: the parts stand before the whole at `index`, each in a clause of its own. Another sum among them is a part of the whole, or has parts of its own. */
function readSum({ text, place }: Sentence, counts: readonly Count[], index: number): PartList | undefined {
  const total = counts[index]!;
  if (total.value === undefined || total.unit === '' || !ENDS_IN_SUM.test(text.slice(Math.max(0, total.start - 6), total.start))) return undefined;
  const all = text.slice(Math.max(0, total.start - REACH), total.start);
  const border = Math.max(...[...'：:。'].map((own) => all.lastIndexOf(own)));
  if (border < 0 && all.length === REACH) return undefined;
  const words = unbracketed(all.slice(border + 1));
  if (INNER.test(words) || HOLDS_SUM.test(words)) return undefined;
  const from = total.start - words.length;
  const first = counts.findLastIndex(({ start }, i) => i < index && start < from) + 1;
  const parts = counts.slice(first, index).filter(({ start, end }) => words.slice(start - from, end - from).trim() !== '');
  const clauses = words.slice((parts[0]?.start ?? from) - from).split(/[,，;；]/).slice(0, -1);
  if (parts.length < 2 || clauses.some((clause) => !/\d/.test(clause)) || parts.some(({ value, unit }) => value === undefined || unit !== total.unit)) return undefined;
  return {
    total: { value: total.value, span: place(total.start, total.end) },
    unit: total.unit,
    parts: parts.map(({ value, start, end }): Part => ({ value: value!, span: place(start, end), share: undefined })),
    complete: true,
    exclusive: true,
    before: [],
  };
}

function placesIn(sentence: Sentence, counts: readonly Count[], next: Sentence | undefined): Place[] {
  const { text } = sentence;
  const places = counts.flatMap((total, index): Place[] => {
    const parts = partsAfter(text, total);
    return parts && !isChange(text, total) ? [{ total, before: counts.slice(Math.max(0, index - BEFORE), index), inTotal: sentence, inParts: sentence, ...parts }] : [];
  });
  const total = counts.at(-1);
  const goesOn = total && next && !isChange(text, total) ? GOES_ON.exec(next.text) : null;
  if (!goesOn) return places;
  const from = goesOn[0].length;
  return [...places, { total: total!, before: counts.slice(-BEFORE, -1), inTotal: sentence, inParts: next!, from, text: unbracketed(next!.text.slice(from, REACH)) }];
}

/** `比上年增加42件` is no whole. */
function isChange(text: string, { start }: Count): boolean {
  return GROWTH.test(text.slice(Math.max(0, start - 16), start));
}

function partsAfter(text: string, total: Count): Pick<Place, 'from' | 'text'> | undefined {
  TO_PARTS.lastIndex = AMONG.lastIndex = total.after;
  const match = TO_PARTS.exec(text) ?? (sinceLast(text.slice(Math.max(0, total.start - 40), total.start), ',，;；').includes('在') ? AMONG.exec(text) : null);
  if (!match) return undefined;
  const from = total.after + match[0].length;
  const all = text.slice(from, from + REACH);
  const bracket = match[1] ?? match[2];
  const inner = all.search(INNER);
  if ((inner >= 0 && !/[;；()]/.test(all.slice(0, inner))) || (bracket === undefined && all.length === REACH)) return undefined;
  const rest = unbracketed(all);
  return { from, text: bracket === undefined ? rest : rest.slice(0, Math.max(rest.indexOf(')'), 0)) };
}

/** `text` with blanks for what stands in brackets; a bracket that closes what was opened before stays. */
function unbracketed(text: string): string {
  return text.replace(/\([^()]{0,200}\)/g, (inner) => ' '.repeat(inner.length));
}

function readList({ total, before, inTotal, inParts, from, text }: Place): PartList | undefined {
  const parts = segmentOf(text);
  if (total.value === undefined || total.unit === '' || parts === undefined || (parts.length < 2 && !parts[0]?.share)) return undefined;
  if (parts.some(({ count: { value, unit } }) => value === undefined || unit !== total.unit)) return undefined;
  const { unit } = total;
  return {
    total: { value: total.value, span: inTotal.place(total.start, total.end) },
    unit,
    parts: parts.map(({ count, share }): Part => ({
      value: count.value!,
      span: inParts.place(from + count.start, from + count.end),
      share: share && { text: share.text, span: inParts.place(from + share.start, from + share.end) },
    })),
    complete: isComplete(parts),
    exclusive: parts.every(({ name }) => EXCLUSIVE.test(name)),
    before: before.flatMap((count) => (count.unit === unit ? (count.value ?? []) : [])),
  };
}

interface NamedPart {
  /** Offsets relative to the parts' text. */
  readonly count: Count;
  readonly name: string;
  readonly share: Share | undefined;
}

/**
 * The parts of a list: up to the first `；` if more than one of them stand there; else one between any two. Undefined where
 * something else stands between them.
 */
function segmentOf(text: string): readonly NamedPart[] | undefined {
  const end = text.search(/[;；]/);
  const first = end < 0 ? text : text.slice(0, end);
  const alone = countsIn(first).length === 1 && end >= 0;
  const own = alone ? text : first;
  if (INNER.test(own) || UNITLESS.test(own)) return undefined;
  const counts = countsIn(own);
  if (alone && counts.length !== own.split(/[;；]/).filter((segment) => /\d/.test(segment)).length) return undefined;
  let last = 0;
  const parts = counts.map((count): NamedPart => {
    const name = sinceLast(own.slice(last, count.start), ',，;；、');
    const share = shareBehind(own, count);
    last = share ? share.end + 1 : count.after;
    return { count, name, share };
  });
  return parts.some(({ name }) => STATEMENT.test(name)) ? undefined : parts;
}

/** 其他渠道, 其他形式: the same may have been published in several ways. */
const OTHERS = /其[他它](?!.*(?:渠道|方式|平台|媒体|形式|途径))/;
const RESULTS = [/维持/, /纠正/, /其他结果/, /未(?:审结|结案)/];
const EXCLUSIVE = /维持|纠正|其他结果|未(?:审结|结案)|驳回|撤[回诉]|终止|予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|自然人|法人|企业|申请件?$|(?:现场|当面|窗口|电话|网[上络]|信函|邮[寄件箱]|书面|传真)(?:咨询|申请|提交|接收|接待)/;
/** Shares that are meant to be all add up to a hundred but for rounding and one that was forgotten. */
const ALL_SHARES = [98.5, 101.5] as const;

function isComplete(parts: readonly NamedPart[]): boolean {
  if (OTHERS.test(parts.at(-1)!.name) || RESULTS.every((result) => parts.some(({ name }) => result.test(name)))) return true;
  const shares = parts.reduce((sum, { share }) => sum + (share ? Number(share.text) : NaN), 0);
  return shares >= ALL_SHARES[0] && shares <= ALL_SHARES[1];
}
