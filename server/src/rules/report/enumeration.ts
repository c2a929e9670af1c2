/**
 * Lists in prose: `一是……二是……`, `（一）`, `1.`, `（1）`, `①`, `第一，`.
 *
 * Marks are read one after another into lists. A list may hold another one of the same kind, and a heading begins all of them
 * anew. Only what can't be read otherwise is reported: a number left out that stands nowhere in between in any form, and a
 * number given twice.
 */
import { article } from '../../editions/law';
import { foldedText, proseOf } from '../../model/prose';
import { LAST_ORDINAL, readOrdinal, writeOrdinal } from '../../text/ordinals';
import { type Edit, shift, type Span, span, type Text } from '../../text/span';
import type { Finding, Fix, TextRule } from '../rule';

export const reportEnumeration: TextRule = {
  id: 'report/enumeration',
  scope: 'text',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '“{before}”之后是“{mark}”，缺“{missing}”。', en: '“{before}” is followed by “{mark}”; “{missing}” is missing.' },
    repeated: { zh: '“{mark}”重复了，前面已有一个。', en: '“{mark}” is given twice.' },
    first: { zh: '列举从“{mark}”开始，缺“{missing}”。', en: 'The list begins with “{mark}”; “{missing}” is missing.' },
  },
  docs: {
    title: { zh: '列举的序号不连续', en: 'Gaps in a list' },
    what: {
      zh: '“一是……二是……”“（一）（二）”“1. 2.”“（1）（2）”“①②”“第一，第二，”等序号缺号或重号。中间以别的写法出现的序号、分层的列举、另起的列举都算连续。',
      en: 'A number is left out or given twice in “一是……二是……”, “（一）（二）”, “1. 2.”, “（1）（2）”, “①②” or “第一，第二，”. Numbers written in another way, lists within lists and new lists are in order.',
    },
    why: { zh: '多是删改后没有重新编号，或者漏贴了一段。', en: 'Most often the list was not renumbered after editing, or a passage was lost.' },
    ignore: { zh: '序号有意跳过（如保留上级清单的原序号）时可以忽略。', en: 'Leave it where numbers are left out on purpose, as those of a superior’s list.' },
    law: [article('6')],
    examples: [
      {
        bad: '五、存在的主要问题及改进情况\n一是解读形式单一；⟦三是⟧更新不够及时。下一步将加强培训。\n',
        good: '五、存在的主要问题及改进情况\n一是解读形式单一；二是更新不够及时。下一步将加强培训。\n',
        fix: 'suggested',
      },
      {
        bad: '一、总体情况\n（一）主动公开。公开信息20条。\n（二）依申请公开。收到申请2件。\n⟦（二）⟧政府信息管理。逐件审核。\n（三）平台建设。更新专栏。\n',
        good: '一、总体情况\n（一）主动公开。公开信息20条。\n（二）依申请公开。收到申请2件。\n（三）政府信息管理。逐件审核。\n（四）平台建设。更新专栏。\n',
        fix: 'suggested',
      },
    ],
  },
  *check(section) {
    const prose = proseOf(section);
    if (!prose) return;
    const text = foldedText(section).slice(prose.start, prose.end);
    for (const finding of listsIn(text).flatMap((list) => faultsOf(list, text))) yield placed(finding, prose.start);
  },
};

type Style = 'heading' | 'number' | 'bracketed' | 'circled' | 'is' | 'ordinal';

interface Mark {
  readonly style: Style;
  readonly value: number;
  readonly span: Span;
  /** The number alone. */
  readonly number: Span;
}

/** Marks that count in one list, in order. */
type List = Mark[];

const HAN = '[一二三四五六七八九十]{1,2}';
/** `1.2025年上半年`, `1.3月底前` are numbered, `1.5` is a number. */
const MARK = new RegExp(`\\((?:(${HAN})|(\\d{1,2}))\\)|第(${HAN})(?=[,、:]|是)|(${HAN})是(?!否)|(?<![\\d.])(\\d{1,2})[.、](?!\\d(?!\\d{3}\\s?年|\\d?\\s?月))|([①-⑳])`, 'g');
/** What a mark stands behind. Bracketed ones and those of a first item may be glued to the words before them, but not be part of them. */
const STARTS_ITEM = /(?:^|[。;,:!?、)"》\s#*>])$/;
const PART_OF_WORDS = /[第条款项之表图号件统唯同单逐一不万其另如专归划\d]$/;

function* marksIn(text: string): Generator<Mark> {
  for (const found of text.matchAll(MARK)) {
    const [all, headingHan, bracketed, ordinal, is, number, circled] = found;
    const before = text.slice(Math.max(0, found.index - 1), found.index);
    const han = headingHan ?? ordinal ?? is;
    const value = circled ? circled.charCodeAt(0) - 0x245f : han ? readOrdinal(han) : Number(bracketed ?? number);
    if (value === undefined || value === 0) continue;
    const mayBeGlued = headingHan !== undefined || bracketed !== undefined || value === 1;
    if (mayBeGlued ? PART_OF_WORDS.test(before) : !STARTS_ITEM.test(before)) continue;
    const written = circled ?? han ?? bracketed ?? number!;
    const at = found.index + all.indexOf(written);
    yield {
      style: headingHan ? 'heading' : bracketed ? 'bracketed' : ordinal ? 'ordinal' : is ? 'is' : number ? 'number' : 'circled',
      value,
      span: span(found.index, found.index + all.length),
      number: span(at, at + written.length),
    };
  }
}

/** Lists are not nested deeper. */
const MOST_OPEN = 12;

/** The lists of a text. The innermost one that a mark continues is its list; where none is, it is a fault of the innermost. */
function listsIn(text: string): List[] {
  const all: List[] = [];
  const open = new Map<Style, List[]>();
  for (const mark of marksIn(text)) {
    if (mark.style === 'heading') for (const style of open.keys()) if (style !== 'heading') open.delete(style);
    const lists = open.get(mark.style) ?? [];
    open.set(mark.style, lists);
    const continued = lists.findLastIndex((list) => list.at(-1)!.value + 1 === mark.value);
    // A list of one item is none: what does not follow it is not a return to the list around it.
    const ended = continued >= 0 && lists.slice(continued + 1).every((list) => list.length > 1);
    if (continued >= 0 && ended) {
      lists.splice(continued + 1);
      lists[continued]!.push(mark);
    } else if (mark.value === 1 || lists.length === 0) {
      const list = [mark];
      lists.push(list);
      if (lists.length > MOST_OPEN) lists.shift();
      all.push(list);
    } else lists.at(-1)!.push(mark);
  }
  return all;
}

/** More numbers than these are not left out of a list; it is another one that begins there. */
const MOST_LEFT_OUT = 2;

function faultsOf(list: List, text: string): Finding[] {
  const [first] = list;
  const faults: Finding[] = [];
  if (first!.style === 'is' && first!.value === 2 && list.length > 1 && !hasFirst(text.slice(Math.max(0, first!.span.start - FIRST_REACH), first!.span.start))) {
    faults.push({ span: first!.span, message: 'first', args: { mark: wordsOf(first!, text), missing: `${writeOrdinal(1)}是` } });
  }
  for (let i = 1; i < list.length; i++) {
    const [before, mark, after] = [list[i - 1]!, list[i]!, list[i + 1]];
    const step = mark.value - before.value;
    // What stands around must bear it out: a number that fits nowhere may be no mark of a list.
    const inOrder = i === 1 ? before.value === 1 || after !== undefined : list[i - 2]!.value === before.value - 1;
    const between = text.slice(before.span.end, mark.span.start);
    const args = { before: wordsOf(before, text), mark: wordsOf(mark, text) };
    // 一是、三是、三是: the one in the middle is mistaken, what follows it goes on.
    if (inOrder && step !== 1 && after?.value === before.value + 2 && !standsIn(text.slice(before.span.end, after.span.start), before.value + 1)) {
      const missing = written(mark, before.value + 1, text);
      faults.push({ span: mark.span, args: { ...args, missing }, fixes: renumbered([mark], 0, 1 - step, text) });
      i++;
      continue;
    }
    if (!inOrder || (after && after.value !== mark.value + 1)) continue;
    if (step === 0) faults.push({ span: mark.span, message: 'repeated', args, fixes: renumbered(list, i, 1, text) });
    else if (step > 1 && step <= 1 + MOST_LEFT_OUT && !standsIn(between, before.value + 1) && (between.match(BULLET) ?? []).length !== step - 1) {
      faults.push({ span: mark.span, args: { ...args, missing: written(mark, before.value + 1, text) }, fixes: renumbered(list, i, 1 - step, text) });
    }
  }
  return faults;
}

/** A short line that a bullet begins: copying makes it of an item that its page numbers by itself. */
const BULLET = /(?<=\n)\s{0,4}[-·•●]\s*\p{Script=Han}.{1,30}(?=[\r\n])/gu;

const wordsOf = ({ span: own }: Mark, text: string): string => text.slice(own.start, own.end).replace(/^\((.*)\)$/, '（$1）');

/** The mark with another number. */
function written(mark: Mark, value: number, text: string): string {
  const [from, to] = [mark.number.start - mark.span.start, mark.number.end - mark.span.start];
  const words = text.slice(mark.span.start, mark.span.end);
  return (words.slice(0, from) + numeral(mark.style, value) + words.slice(to)).replace(/^\((.*)\)$/, '（$1）');
}

function numeral(style: Style, value: number): string {
  if (style === 'circled') return String.fromCharCode(0x245f + value);
  return isArabic(style) ? String(value) : writeOrdinal(value);
}

const isArabic = (style: Style): boolean => style === 'number' || style === 'bracketed';

/** The first item of a list stands no further before its second. */
const FIRST_REACH = 5000;

/** A list whose first item is not marked: `首先……二是……`. */
function hasFirst(before: string): boolean {
  return /一[是要、,]|首先|第一|其一|一方面|一个|\(一\)|1[.、]/.test(before);
}

/**
 * Whether an item of this number stands in `text` in any form: `二要`, `二、`, `2.`, `其二`, or glued to what is before it. Items of
 * a list that begins there are not meant.
 */
function standsIn(text: string, value: number): boolean {
  const han = writeOrdinal(Math.min(value, LAST_ORDINAL));
  if (new RegExp(`${han}[是要、.,则]|[。;,:\\n\\r]\\s{0,4}${han}|其${han}|第${han}|\\(${han}\\)`).test(text)) return true;
  return new RegExp(`(?<!\\d)${value}[.、)]|${numeral('circled', Math.min(value, LAST_ORDINAL))}`).test(text) && !/(?<!\d)1[.、)]|①/.test(text);
}

/** The marks from `from` on, as far as they count on, each with a number so much higher. */
function renumbered(marks: readonly Mark[], from: number, by: number, text: string): Fix[] {
  const edits: Edit[] = [];
  for (let i = from; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.value !== marks[from]!.value + i - from) break;
    // Circled numbers go as far.
    if (mark.value + by > LAST_ORDINAL && !isArabic(mark.style)) return [];
    edits.push({ span: mark.number, newText: numeral(mark.style, mark.value + by) });
  }
  const mark = marks[from]!;
  const [own, other, more] = [wordsOf(mark, text), written(mark, mark.value + by, text), edits.length - 1];
  const title: Text = {
    zh: `将“${own}”改为“${other}”${more > 0 ? `，其后 ${more} 个序号顺改` : ''}`,
    en: `Change “${own}” to “${other}”${more > 0 ? ` and renumber ${more} after it` : ''}`,
  };
  return [{ title, safety: 'suggested', edits }];
}

function placed(finding: Finding, by: number): Finding {
  const fixes = (finding.fixes ?? []).map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, by) })) }));
  return { ...finding, span: shift(finding.span, by), fixes };
}
