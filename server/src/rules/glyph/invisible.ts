/** Characters without width: zero-width spaces and joiners, soft hyphens, direction marks, byte order marks in the text. */
import { article } from '../../editions/law';
import type { Text } from '../../text/span';
import { counted, gatheredGlyphs, glyphsOf, listed, named, removalFixes, spansAt } from '../glyphs';
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
      zh: '{where}有 {count} 个看不见的字符（{list}），会让搜索和核对对不上，可以删去。',
      en: '{where} {count} ({list}), in the way of searching and comparing. Can be removed.',
    },
    doubtful: {
      zh: '{where}有 {count} 个看不见的字符（{list}），有 {doubtful} 处删去后数字或单元格会变，请核对后再删。',
      en: '{where} {count} ({list}). Removal would change numbers or cells in {doubtful}: check first.',
    },
  },
  docs: {
    title: { zh: '看不见的字符', en: 'Invisible characters' },
    what: {
      zh: '找出零宽空格、软连字符、方向标记等没有宽度的字符，每个部分只报告一次并可删去。夹在两个数字之间或者网页标记（如 <td>）之中的不会自动删除，因为删去后会成为另一个数、另一个单元格。文档开头的字节顺序标记不报告。',
      en: 'Finds zero-width spaces, soft hyphens, direction marks and the like, one finding a section, and removes them. One that stands between two numbers or in a tag, such as <td>, is never removed automatically: what is left would be another number, or another cell. A byte order mark that begins the document is fine.',
    },
    why: {
      zh: '它们多半由网页和办公软件带入，肉眼看不出，却会让“总计”搜不到“总计”，让数字读不成数字。',
      en: 'Web pages and office software bring them in. Nobody sees them, but a search misses the word and a number is no longer read as one.',
    },
    ignore: { zh: '有意插入（如控制断行、表情组合）时可以忽略。', en: 'Leave it where it was put there on purpose, to break a line or to join signs.' },
    law: [article('24'), article('8')],
    examples: [
      { bad: '政府信息⟦\u200b⟧公开\u00ad年报\n（一）予以\u200e公开\n', good: '政府信息公开年报\n（一）予以公开\n', fix: 'safe' },
      { bad: '收到申请 1⟦\u200b⟧2 件。\n', good: '收到申请 12 件。\n', fix: 'suggested' },
      { bad: '<table><tr><td>规章</td><⟦\u00ad⟧td>0</td></tr></table>\n', good: '<table><tr><td>规章</td><td>0</td></tr></table>\n', fix: 'suggested' },
    ],
  },
  *check(section) {
    const { text } = section;
    const all = glyphsOf(section, 'invisible');
    const offsets = all[0] === 0 && text.startsWith('\ufeff') ? all.slice(1) : all;
    if (offsets.length === 0) return;
    const { fixes, doubtful } = removalFixes(
      text,
      spansAt(text, offsets).map((span) => ({ span, newText: '' })),
      { zh: '删去这一部分看不见的字符', en: 'Remove the invisible characters of this section' },
    );
    const show = named(text, NAMES);
    const { where, ...gathered } = gatheredGlyphs(text, offsets, show);
    yield {
      ...gathered,
      message: doubtful > 0 ? 'doubtful' : 'default',
      args: { where, count: counted(offsets.length, 'invisible character', 'invisible characters'), list: listed(offsets, show), doubtful: counted(doubtful, 'place', 'places') },
      fixes,
    };
  },
};
