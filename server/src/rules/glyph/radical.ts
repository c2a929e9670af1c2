/** Kangxi and CJK Supplement radicals in place of ordinary characters: what copying out of many PDF files gives. */
import { article } from '../../editions/law';
import { type Radical, radicalAt } from '../../text/radicals';
import type { Text } from '../../text/span';
import { counted, gatheredGlyphs, glyphsOf, listed, pair, replaced, some } from '../glyphs';
import { type Fix, type TextRule, withFixes } from '../rule';

export const glyphRadical: TextRule = {
  id: 'glyph/radical',
  scope: 'text',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{where}有 {count} 个部首字符（{list}），多是从 PDF 复制造成的，看起来一样，却不是正常汉字，搜索和核对时会找不到。',
      en: '{where} {count} ({list}). Copying out of a PDF often does that: it looks the same, but a search does not find it.',
    },
    traditional: {
      zh: '{where}有 {count} 个部首字符（{list}），不是正常汉字；{unsure}的编码本来对应繁体字，改成简体前请看一眼原文。',
      en: '{where} {count} ({list}). {unsure} for a traditional form in Unicode: look at the original before replacing it by the simplified one.',
    },
    unclear: {
      zh: '{where}有 {count} 个部首字符（{list}），不是正常汉字；{unsure}没有确定的对应字，请对照原文改正。',
      en: '{where} {count} ({list}). {unsure} no certain ordinary character: correct it from the original.',
    },
  },
  docs: {
    title: { zh: '部首字符', en: 'Radicals in place of characters' },
    what: {
      zh: '找出康熙部首（U+2F00–2FD5）和中日韩部首补充（U+2E80–2EF3）字符，每个部分只报告一次，并标出各处。与正常汉字同形的可以一键替换：⼾ 换成户而不是戶，⻔、⻓、⺠ 也在内。按编码对应繁体字的（如 ⾒）只作建议；偏旁和变形部件只提示，不替换。',
      en: 'Finds Kangxi radicals (U+2F00–2FD5) and CJK radicals (U+2E80–2EF3), one finding a section that marks every place. Those drawn like an ordinary character are replaced by it: ⼾ becomes 户, never 戶, and ⻔ ⻓ ⺠ are included. Where Unicode names a traditional form (⾒) the simplified one is offered; components are reported and left alone.',
    },
    why: {
      zh: '字体里一个字形对应两个编码，PDF 记下的常是部首的那个。文字看上去没有问题，但查找、比对、统计和朗读都会出错。',
      en: 'A font has one glyph for two codes, and the PDF often keeps that of the radical. The text looks right, but searching, comparing, counting and reading aloud all fail.',
    },
    ignore: { zh: '正文确实在讲部首本身时可以忽略。', en: 'Leave it where the radical itself is spoken of.' },
    law: [article('24'), article('8')],
    examples: [
      { bad: '本年度共答复⟦⼈⼤⟧代表建议⼆⼗⼀件。\n', good: '本年度共答复人大代表建议二十一件。\n', fix: 'safe' },
      { bad: '⟦⼾⟧籍办理\n⻔户网站便⺠\n', good: '户籍办理\n门户网站便民\n', fix: 'safe' },
      { bad: '听取意⟦⾒⟧\n', good: '听取意见\n', fix: 'suggested' },
      { bad: '⟦⼯⟧作⻭轮\n', good: '工作齿轮\n', fix: 'suggested' },
      { bad: '偏旁⟦⺮⟧\n', good: '偏旁竹字头\n' },
    ],
  },
  *check(section) {
    const { text } = section;
    const offsets = glyphsOf(section, 'radical');
    if (offsets.length === 0) return;
    const same = offsets.filter((offset) => at(text, offset).class === 'same');
    const known = offsets.filter((offset) => isKnown(at(text, offset)));
    const show = (offset: number): Text => shownOf(text, offset);
    const { where, ...gathered } = gatheredGlyphs(text, offsets, show);
    const unclear = offsets.length - known.length;
    const traditional = known.length - same.length;
    const unsure = unclear > 0 ? some(unclear, offsets.length, ['has', 'have']) : some(traditional, offsets.length, ['stands', 'stand']);
    const args = { where, count: counted(offsets.length, 'radical in place of an ordinary character', 'radicals in place of ordinary characters'), list: listed(offsets, show), unsure };
    const message = unclear > 0 ? 'unclear' : traditional > 0 ? 'traditional' : 'default';
    yield withFixes({ ...gathered, message, args }, () => fixesOf(text, same, known));
  },
};

const at = (text: string, offset: number): Radical => radicalAt(text.charCodeAt(offset))!;
const isKnown = (radical: Radical): boolean => radical.class === 'same' || radical.class === 'traditional';

/** What is shown of each radical: there are some three hundred, and a section may hold a thousand of them. */
const SHOWN = new Map<string, Text>();

function shownOf(text: string, offset: number): Text {
  const character = text[offset]!;
  let shown = SHOWN.get(character);
  if (!shown) {
    const radical = at(text, offset);
    SHOWN.set(character, (shown = pair(character, isKnown(radical) ? radical.target : undefined)));
  }
  return shown;
}

/** Those drawn like an ordinary character replaced by it, and all that are `known`. */
function fixesOf(text: string, same: readonly number[], known: readonly number[]): Fix[] {
  const by = (offset: number): string => at(text, offset).target!;
  const fixes: Fix[] = [];
  if (same.length > 0) {
    fixes.push({
      title: { zh: `把这 ${same.length} 个部首字符换成正常汉字`, en: `Replace ${counted(same.length, 'radical by an ordinary character', 'radicals by ordinary characters').en}` },
      safety: 'safe',
      edits: replaced(text, same, by),
      preferred: true,
    });
  }
  if (known.length > same.length) {
    fixes.push({
      title: { zh: `把这 ${known.length} 个部首字符换成简体汉字`, en: `Replace ${counted(known.length, 'radical by a simplified character', 'radicals by simplified characters').en}` },
      safety: 'suggested',
      edits: replaced(text, known, by),
      preferred: same.length === 0,
    });
  }
  return fixes;
}
