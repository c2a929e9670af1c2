/** Control characters, and separators that editors do not take for line ends: page breaks of PDF text, above all. */
import { article } from '../../editions/law';
import type { Edit, Span, Text } from '../../text/span';
import { counted, gatheredGlyphs, glyphsOf, listed, named, neighbours, removalFixes, spansAt } from '../glyphs';
import type { TextRule } from '../rule';

export const NAMES: Readonly<Record<string, Text>> = {
  '\u0000': { zh: '空字符', en: 'null' },
  '\u000b': { zh: '软回车', en: 'vertical tab' },
  '\u000c': { zh: '分页符', en: 'page break' },
  '\u0085': { zh: '换行控制符', en: 'next line' },
  '\u2028': { zh: '行分隔符', en: 'line separator' },
  '\u2029': { zh: '段落分隔符', en: 'paragraph separator' },
};

const SEPARATORS = '\u000b\u000c\u0085\u2028\u2029';

export const glyphControl: TextRule = {
  id: 'glyph/control',
  scope: 'text',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{where}有 {count} 个控制字符（{list}），不属于正文，可以清除。',
      en: '{where} {count} ({list}), no part of the text. Can be cleared away.',
    },
    doubtful: {
      zh: '{where}有 {count} 个控制字符（{list}），有 {doubtful} 处删去后数字或单元格会变，请核对后再删。',
      en: '{where} {count} ({list}). Removal would change numbers or cells in {doubtful}: check first.',
    },
  },
  docs: {
    title: { zh: '控制字符', en: 'Control characters' },
    what: {
      zh: '找出制表符和换行以外的控制字符，以及编辑器不当作换行的行分隔符，每个部分只报告一次；行首行尾的分页符是页与页之间的标记，不报告。行首行尾的直接删去；夹在文字中间的分页符和行分隔符换成一个空格，这样前后的文字不会连成一个词，行数也不变；其余的删去，夹在两个数字之间或者网页标记之中时只作建议。',
      en: 'Finds control characters other than tabs and line ends, and line separators that editors do not take for line ends, one finding a section; a page break at an end of a line marks the page and is left. At the ends of a line they are removed; a page break or line separator inside it becomes a space, so that no words are joined and no line is added; others are removed, and only offered where they stand between two numbers or in a tag.',
    },
    why: {
      zh: '从 PDF 复制的文字每页带一个分页符，从文字处理软件复制的常带软回车。网页上它们显示成空白、方框或什么也不显示。',
      en: 'Text from a PDF has a page break on each page, text from a word processor has soft returns. On a web page they show as blanks, boxes or not at all.',
    },
    ignore: { zh: '文件另有程序读取、控制符有其用途时可以忽略。', en: 'Leave it where a program reads the file and needs the character.' },
    law: [article('24'), article('8')],
    examples: [
      { bad: '\f加强⟦\f⟧领导。\n', good: '\f加强 领导。\n', fix: 'safe' },
      { bad: '加强领导⟦\u2028⟧完善\u0007制度。\n', good: '加强领导 完善制度。\n', fix: 'safe' },
      { bad: '收到申请 1⟦\u0000⟧2 件。\n', good: '收到申请 12 件。\n', fix: 'suggested' },
    ],
  },
  *check(section) {
    const { text } = section;
    const offsets = glyphsOf(section, 'control').filter((offset) => !isPageBreak(text, offset));
    if (offsets.length === 0) return;
    const { fixes, doubtful } = removalFixes(text, spansAt(text, offsets).map((span) => removal(text, span)), {
      zh: '清除这一部分的控制字符',
      en: 'Clear the control characters of this section',
    });
    const show = named(text, NAMES);
    const { where, ...gathered } = gatheredGlyphs(text, offsets, show);
    yield {
      ...gathered,
      message: doubtful > 0 ? 'doubtful' : 'default',
      args: { where, count: counted(offsets.length, 'control character', 'control characters'), list: listed(offsets, show), doubtful: counted(doubtful, 'place', 'places') },
      fixes,
    };
  },
};

/** A form feed at an end of a line marks a page, as `- 4 -` does: it belongs to the paper, not to the text. */
function isPageBreak(text: string, offset: number): boolean {
  return text[offset] === '\f' && (/(?:^|[\r\n])[\f\t ]*$/.test(text.slice(Math.max(0, offset - 40), offset)) || /^[\f\t ]*(?:$|[\r\n])/.test(text.slice(offset + 1, offset + 40)));
}

/** A separator between two words stays as a space. */
function removal(text: string, span: Span): Edit {
  const between = neighbours(text, span).every((char) => /\S/.test(char));
  return { span, newText: between && [...text.slice(span.start, span.end)].some((char) => SEPARATORS.includes(char)) ? ' ' : '' };
}
