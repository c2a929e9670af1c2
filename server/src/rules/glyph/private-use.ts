/** Private-use code points: what they show depends on a font that the reader does not have. */
import { article } from '../../editions/law';
import { counted, gatheredGlyphs, glyphsOf, listed, named } from '../glyphs';
import type { TextRule } from '../rule';

export const glyphPrivateUse: TextRule = {
  id: 'glyph/private-use',
  scope: 'text',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{where}有 {count} 个私用区字符（{list}），换一台电脑就会变成方框或别的符号，请对照原文换成通用字符。',
      en: '{where} {count} ({list}). Another computer shows a box or something else there; look at the original and use an ordinary character.',
    },
  },
  docs: {
    title: { zh: '私用区字符', en: 'Private-use characters' },
    what: {
      zh: '找出 Unicode 私用区字符，每个部分只报告一次，并标出各处。它们没有公认的含义，所以不提供自动替换。',
      en: 'Finds characters of Unicode’s private-use areas, one finding a section that marks every place. They have no agreed meaning, so no replacement is offered.',
    },
    why: {
      zh: '常见来源是 Symbol、Wingdings 字体的项目符号和单位自造字。没有那种字体的人看到的是方框。',
      en: 'They usually are bullets of Symbol or Wingdings, or characters an office made for itself. Readers without that font see boxes.',
    },
    ignore: { zh: '只在装有同一字库的内部系统中使用、不对外公开时可以忽略。', en: 'Leave it in a text that never leaves the systems that have the same font.' },
    law: [article('6')],
    examples: [{ bad: '⟦\uf0b7⟧ 加强培训\n\uf06c　完善\u{f0000}制度\n', good: '● 加强培训\n' }],
  },
  *check(section) {
    const offsets = glyphsOf(section, 'privateUse');
    if (offsets.length === 0) return;
    const show = named(section.text);
    const { where, ...gathered } = gatheredGlyphs(section.text, offsets, show);
    yield { ...gathered, args: { where, count: counted(offsets.length, 'private-use character', 'private-use characters'), list: listed(offsets, show) } };
  },
};
