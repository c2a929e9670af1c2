/**
 * Texts made worse in the ways in which reports are: by people, by converters, by editors. Grammar-aware: what is put in
 * makes and unmakes headings, tables, layouts, numbers and glyph anomalies.
 */
import type { Random } from '../support/random';

const PIECES = [
  ...['\r', '\n', '\t', '|', '0', '减3', '一、', '三、收到和处理政府信息公开申请情况\n', '<table>', '</td>', '<td colspan="9">', '<!--', '-->', '\f', '\u200b', '⼯', '\ud800', '（', '１２', '无', '/'],
  ...['- 4 -\n', '+---+---+\n', '|---|---|\n', '└', '│', '2019年', '概述', '\u00a0', '251000元', '22（其中修订 16 件）', '1,234', '-', '—', '〇', '0.50', '1.5万元', '1e9', '99999999999999999999'],
  ...['本年新收政府信息公开申请数量', '（七）总计', '结果维持', '规章', '第二十条第（一）项', '　　', '（续）\n', '第 3 页 共 9 页\n', '年度报告', '云溪县水利局2024年政府信息公开工作年度报告\n', '锟斤拷', '銆愭眰'],
];

/** What a character may become: the same to the eye, or nearly. */
const GLYPHS: readonly ((character: string, random: Random) => string)[] = [
  (character) => LOOKALIKES.get(character) ?? character,
  (character) => (/[!-~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character),
  (_, random) => String.fromCharCode(0xe000 + random.below(0x1900)),
  (_, random) => String.fromCharCode(0xd800 + random.below(0x800)),
  () => '\ufffd',
  (character, random) => character + random.pick(['\u200b', '\u00ad', '\ufeff', '\u202e', ' ', '\u3000', '\u00a0', '\0', '\u0007', '\u001b[31m', '\u2028']),
];
const LOOKALIKES = new Map([...'一⼀二⼆八⼋十⼗工⼯文⽂日⽇月⽉网⽹行⾏门⻔户⼾长⻓民⺠年\uf995理\uf9e4'].flatMap((character, i, all) => (i % 2 === 0 ? [[character, all[i + 1]!] as const] : [])));

type Mutation = (text: string, random: Random, texts: readonly string[]) => string;

const place = (text: string, random: Random): number => random.below(text.length + 1);

const MUTATIONS: readonly Mutation[] = [
  function insert(text, random) {
    const at = place(text, random);
    return text.slice(0, at) + random.pick(PIECES) + text.slice(at + random.below(2));
  },
  function cut(text, random) {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at + random.below(200));
  },
  function splice(text, random, texts) {
    const at = place(text, random);
    const other = random.pick(texts);
    const from = place(other, random);
    return text.slice(0, at) + other.slice(from, from + random.below(800)) + text.slice(at);
  },
  function spliceLines(text, random, texts) {
    const [lines, others] = [text.split('\n'), random.pick(texts).split('\n')];
    const from = random.below(others.length);
    lines.splice(random.below(lines.length), random.below(4), ...others.slice(from, from + random.below(20)));
    return lines.join('\n');
  },
  function swapLines(text, random) {
    const lines = text.split('\n');
    const [one, two] = [random.below(lines.length), random.below(lines.length)];
    [lines[one], lines[two]] = [lines[two]!, lines[one]!];
    return lines.join('\n');
  },
  function doubleLines(text, random) {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    lines.splice(at, 0, ...lines.slice(at, at + 1 + random.below(6)));
    return lines.join('\n');
  },
  function joinLines(text, random) {
    const at = text.indexOf('\n', place(text, random));
    return at < 0 ? text : text.slice(0, at) + random.pick(['', ' ', '\t', ' | ']) + text.slice(at + 1);
  },
  function otherSeparator(text, random) {
    const at = place(text, random);
    const end = at + random.below(600);
    const separators = ['\t', ' | ', '  ', ' ', '\n', '\n\t', '│', ''];
    return text.slice(0, at) + text.slice(at, end).replaceAll(random.pick(separators.slice(0, 6)), random.pick(separators)) + text.slice(end);
  },
  function otherNumber(text, random) {
    const numbers = [...text.matchAll(/\d+/g)];
    const number = numbers[random.below(numbers.length || 1)];
    if (!number) return text;
    return text.slice(0, number.index) + random.pick(['', '7', '12', '-1', '1,000', '１', '3件', '/', 'O', '0.5', `${number[0]}0`]) + text.slice(number.index + number[0].length);
  },
  function damageGlyphs(text, random) {
    const damage = random.pick(GLYPHS);
    let at = place(text, random);
    for (let n = 1 + random.below(12); n > 0 && at < text.length; n--) {
      text = text.slice(0, at) + damage(text[at]!, random) + text.slice(at + 1);
      at += 1 + random.below(8);
    }
    return text;
  },
  function repeat(text, random) {
    const at = place(text, random);
    const piece = text.slice(at, at + 1 + random.below(random.oneIn(2) ? 4 : 300));
    return text.slice(0, at) + piece.repeat(1 + random.below(random.oneIn(10) ? 400 : 8)) + text.slice(at);
  },
  function half(text, random) {
    return random.oneIn(2) ? text.slice(place(text, random)) : text.slice(0, place(text, random));
  },
  function lineEnds(text, random) {
    return text.replace(/\r\n?|\n/g, random.pick(['\n', '\r\n', '\r', '\n\n']));
  },
];

/** More would make the other texts wait. */
const LONGEST = 60_000;

/** `text` after a few mutations; `texts` are what pieces are taken from. */
export function mutated(text: string, random: Random, texts: readonly string[]): string {
  for (let n = 1 + random.below(random.oneIn(2) ? 3 : 24); n > 0; n--) text = random.pick(MUTATIONS)(text, random, texts).slice(0, LONGEST);
  return text;
}
