/** What is left where a character or a picture was lost. */
import { article } from '../../editions/law';
import type { Text } from '../../text/span';
import { counted, gatheredGlyphs, glyphsOf } from '../glyphs';
import type { Finding, TextRule } from '../rule';

export const glyphReplacement: TextRule = {
  id: 'glyph/replacement',
  scope: 'text',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{where}有 {count} 个字已经丢失，只剩替代符号，请对照原文补上。',
      en: '{where} lost {count}: a replacement mark is left for each. Fill in what the original says.',
    },
    object: {
      zh: '{where}有 {count} 个图片或对象在复制时丢失，只剩占位符；如果不需要，请删去占位符。',
      en: '{where} lost {count} in copying: a placeholder is left for each. Delete it if nothing is missing.',
    },
  },
  docs: {
    title: { zh: '丢失的字符', en: 'Lost characters' },
    what: {
      zh: '找出替代字符（U+FFFD）、对象占位符（U+FFFC）和不成对的代理码元，每个部分各报告一次，并标出各处。原来是什么字无法知道，所以不提供自动替换。',
      en: 'Finds replacement characters (U+FFFD), object placeholders (U+FFFC) and halves of surrogate pairs, one finding of each a section that marks every place. What stood there can’t be known, so no replacement is offered.',
    },
    why: {
      zh: '转换编码或复制时丢了字，读者看到的是问号或方框。大片出现时按乱码（report/mojibake）报告。',
      en: 'A conversion or a copy lost something, and readers see a question mark or a box. Where a text is full of them, report/mojibake says so instead.',
    },
    ignore: { zh: '没有可以忽略的情形：原来的字已经丢失，应对照原稿补上。', en: 'Never: the character is lost and has to be put back from the original.' },
    law: [article('6')],
    examples: [
      { bad: '法律服⟦\ufffd⟧机构\n', good: '法律服务机构\n' },
      { bad: '见下图⟦\ufffc⟧\n半个字符⟦\ud840⟧\n', good: '见下图\n完整的字符𠀀\n' },
    ],
  },
  *check(section) {
    const { text } = section;
    const isObject = (offset: number): boolean => text[offset] === '\ufffc';
    const all = glyphsOf(section, 'replacement');
    const objects = all.filter(isObject);
    const characters = all.filter((offset) => !isObject(offset));
    if (characters.length > 0) yield lost(text, characters, 'default', counted(characters.length, 'character', 'characters'));
    if (objects.length > 0) yield lost(text, objects, 'object', counted(objects.length, 'picture or object', 'pictures or objects'));
  },
};

const MARKS: Readonly<Record<'default' | 'object', Text>> = {
  default: { zh: '丢失的字', en: 'a lost character' },
  object: { zh: '丢失的图片或对象', en: 'a lost picture or object' },
};

function lost(text: string, offsets: readonly number[], message: 'default' | 'object', count: Text): Finding {
  const { where, ...gathered } = gatheredGlyphs(text, offsets, () => MARKS[message]);
  return { ...gathered, message, args: { where, count } };
}
