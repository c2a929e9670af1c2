/** What is left where a character or a picture was lost. */
import { counted, glyphLines, spanOf } from '../glyphs';
import type { TextRule } from '../rule';

export const glyphReplacement: TextRule = {
  id: 'glyph/replacement',
  scope: 'text',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '本行有 {count} 个字已经丢失，只剩替代符号，请对照原文补上。',
      en: 'This line has lost {count}: only replacement marks are left. Fill in what the original says.',
    },
    object: {
      zh: '本行有 {count} 个图片或对象在复制时丢失，只剩占位符；如果不需要，请删去占位符。',
      en: 'This line has lost {count} in copying: only placeholders are left. Delete them if nothing is missing.',
    },
  },
  docs: {
    title: { zh: '丢失的字符', en: 'Lost characters' },
    what: {
      zh: '找出替代字符（U+FFFD）、对象占位符（U+FFFC）和不成对的代理码元，每行报告一次。原来是什么字无法知道，所以不提供自动替换。',
      en: 'Finds replacement characters (U+FFFD), object placeholders (U+FFFC) and halves of surrogate pairs, one finding a line. What stood there can’t be known, so no replacement is offered.',
    },
    why: {
      zh: '转换编码或复制时丢了字，读者看到的是问号或方框。大片出现时按乱码（report/mojibake）报告。',
      en: 'A conversion or a copy lost something, and readers see a question mark or a box. Where a text is full of them, report/mojibake says so instead.',
    },
    examples: [
      { bad: '法律服⟦\ufffd⟧机构\n', good: '法律服务机构\n' },
      { bad: '见下图⟦\ufffc⟧\n半个字符⟦\ud840⟧\n', good: '见下图\n完整的字符𠀀\n' },
    ],
  },
  *check(section) {
    const { text } = section;
    for (const offsets of glyphLines(section, 'replacement')) {
      const objects = offsets.every((offset) => text[offset] === '\ufffc');
      const count = objects ? counted(offsets.length, 'picture or object', 'pictures or objects') : counted(offsets.length, 'character', 'characters');
      yield { span: spanOf(text, offsets), message: objects ? 'object' : 'default', args: { count } };
    }
  },
};
