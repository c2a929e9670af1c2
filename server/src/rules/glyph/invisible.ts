/** Characters without width: zero-width spaces and joiners, soft hyphens, direction marks, byte order marks in the text. */
import type { Text } from '../../text/span';
import { counted, glyphLines, listed, named, removalFixes, spanOf, spansAt } from '../glyphs';
import type { TextRule } from '../rule';

export const NAMES: Readonly<Record<string, Text>> = {
  '\u00ad': { zh: '软连字符', en: 'soft hyphen' },
  '\u200b': { zh: '零宽空格', en: 'zero-width space' },
  '\u200c': { zh: '零宽不连字', en: 'zero-width non-joiner' },
  '\u200d': { zh: '零宽连字', en: 'zero-width joiner' },
  '\u200e': { zh: '方向标记', en: 'direction mark' },
  '\u200f': { zh: '方向标记', en: 'direction mark' },
  '\u2060': { zh: '单词连接符', en: 'word joiner' },
  '\ufeff': { zh: '字节顺序标记', en: 'byte order mark' },
};

export const glyphInvisible: TextRule = {
  id: 'glyph/invisible',
  scope: 'text',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: {
      zh: '本行有 {count} 个看不见的字符（{list}），会让搜索和核对对不上，可以删去。',
      en: 'This line has {count} ({list}). They break searching and comparing and can be removed.',
    },
    doubtful: {
      zh: '本行有 {count} 个看不见的字符（{list}），有 {doubtful} 处删去后前后的数字或单元格会连在一起，请核对后再删。',
      en: 'This line has {count} ({list}). Removing them would join numbers or cells in {doubtful}: check before you do.',
    },
  },
  docs: {
    title: { zh: '看不见的字符', en: 'Invisible characters' },
    what: {
      zh: '找出零宽空格、软连字符、方向标记等没有宽度的字符，每行报告一次并可删去。夹在两个数字之间的不会自动删除，因为删去后会成为另一个数。文档开头的字节顺序标记不报告。',
      en: 'Finds zero-width spaces, soft hyphens, direction marks and the like, one finding a line, and removes them. One that stands between two numbers is never removed automatically: what is left would be another number. A byte order mark that begins the document is fine.',
    },
    why: {
      zh: '它们多半由网页和办公软件带入，肉眼看不出，却会让“总计”搜不到“总计”，让数字读不成数字。',
      en: 'Web pages and office software bring them in. Nobody sees them, but a search misses the word and a number is no longer read as one.',
    },
    examples: [
      { bad: '政府信息⟦\u200b公开\u00ad⟧年报\n（一）予以⟦\u200e⟧公开\n', good: '政府信息公开年报\n（一）予以公开\n', fix: 'safe' },
      { bad: '收到申请 1⟦\u200b⟧2 件。\n', good: '收到申请 12 件。\n', fix: 'suggested' },
    ],
  },
  *check(section) {
    const { text } = section;
    for (const line of glyphLines(section, 'invisible')) {
      const offsets = line[0] === 0 && text.startsWith('\ufeff') ? line.slice(1) : line;
      if (offsets.length === 0) continue;
      const { fixes, doubtful } = removalFixes(
        text,
        spansAt(text, offsets).map((span) => ({ span, newText: '' })),
        { zh: '删去本行看不见的字符', en: 'Remove the invisible characters of this line' },
      );
      yield {
        span: spanOf(text, offsets),
        message: doubtful > 0 ? 'doubtful' : 'default',
        args: { count: counted(offsets.length, 'invisible character', 'invisible characters'), list: listed(offsets, named(text, NAMES)), doubtful: counted(doubtful, 'place', 'places') },
        fixes,
      };
    }
  },
};
