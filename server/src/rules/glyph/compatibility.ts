/** CJK compatibility ideographs: characters encoded a second time, which Unicode itself maps to the ordinary one. */
import { article } from '../../editions/law';
import type { Text } from '../../text/span';
import { counted, gatheredGlyphs, glyphsOf, listed, pair, replaced } from '../glyphs';
import type { TextRule } from '../rule';

export const glyphCompatibility: TextRule = {
  id: 'glyph/compatibility',
  scope: 'text',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{where}有 {count} 个兼容汉字（{list}），与正常汉字同形而编码不同，搜索和核对时会找不到，应换成正常汉字。',
      en: '{where} {count} ({list}). A search for the ordinary characters, which look the same, does not find them; use the ordinary ones.',
    },
  },
  docs: {
    title: { zh: '兼容汉字', en: 'Compatibility ideographs' },
    what: {
      zh: '找出中日韩兼容汉字（U+F900–FAFF、U+2F800–2FA1D），换成 Unicode 规定的等价汉字。其中 12 个其实是正式汉字的码位不报告。',
      en: 'Finds CJK compatibility ideographs (U+F900–FAFF, U+2F800–2FA1D) and replaces them by the characters that Unicode declares equivalent. The 12 real ideographs in that block are left alone.',
    },
    why: {
      zh: '这些码位只为与旧字符集互相转换而设，多半由转换软件带入；两个“不”看起来一样，比较起来却不相等。',
      en: 'These codes exist only for conversion from older character sets and are brought in by converters: two characters look the same and compare as different.',
    },
    ignore: { zh: '确需使用兼容字（如人名、地名的特定写法）时可以忽略。', en: 'Leave it where the compatibility character is meant, as in the writing of a name.' },
    law: [article('24'), article('8')],
    examples: [
      { bad: '（三）⟦\uf967⟧予公\u{2f80f}\n', good: '（三）不予公\u5154\n', fix: 'safe' },
      { bad: '行政⟦\uf99c⟧表\n', good: '行政列表\n', fix: 'safe' },
    ],
  },
  *check(section) {
    const { text } = section;
    const character = (offset: number): string => String.fromCodePoint(text.codePointAt(offset)!);
    const ordinary = (offset: number): string => character(offset).normalize('NFC');
    const offsets = glyphsOf(section, 'compatibility');
    if (offsets.length === 0) return;
    const show = (offset: number): Text => pair(character(offset), ordinary(offset));
    const count = counted(offsets.length, 'compatibility ideograph', 'compatibility ideographs');
    const exchange = counted(offsets.length, 'compatibility ideograph by an ordinary character', 'compatibility ideographs by ordinary characters');
    const { where, ...gathered } = gatheredGlyphs(text, offsets, show);
    yield {
      ...gathered,
      args: { where, count, list: listed(offsets, show) },
      fixes: [
        {
          title: { zh: `把这 ${offsets.length} 个兼容汉字换成正常汉字`, en: `Replace ${exchange.en}` },
          safety: 'safe',
          edits: replaced(text, offsets, ordinary),
          preferred: true,
        },
      ],
    };
  },
};
