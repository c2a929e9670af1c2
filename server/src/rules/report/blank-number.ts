import { article } from '../../editions/law';
import { foldedText, proseOf } from '../../model/prose';
import { span } from '../../text/span';
import type { TextRule } from '../rule';

export const reportBlankNumber: TextRule = {
  id: 'report/blank-number',
  scope: 'text',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '“{words}”处的数没有填。', en: 'The number at “{words}” is not filled in.' },
  },
  docs: {
    title: { zh: '文中没有填的数', en: 'Numbers left out in the text' },
    what: {
      zh: '照模板写的文字里，单位前面还是占位的“XX”“__”“/”“（ ）”，或者“公开信息条”这样漏了数。只看“总体情况”等写文字的部分；表格中的空白另有规则。',
      en: 'In text that was written from a template, what stands before a unit is still a placeholder (XX, __, / or empty brackets), or nothing at all (公开信息条). Only the written sections are looked at; blanks in tables have rules of their own.',
    },
    why: { zh: '模板里待填的数，发布前最容易漏看。', en: 'What a template leaves to be filled in is easily overlooked before publishing.' },
    ignore: { zh: '原文确实如此（如引用模板）时可以忽略。', en: 'Leave it where the text is meant so, as in the quotation of a template.' },
    law: [article('50')],
    examples: [
      {
        bad: '一、总体情况\n全年主动公开政府⟦信息 条⟧，收到申请⟦XX件⟧，办结⟦/件⟧。\n',
        good: '一、总体情况\n全年主动公开政府信息320条，收到申请3件，办结3件。\n',
      },
    ],
  },
  *check(section) {
    const prose = proseOf(section);
    if (!prose) return;
    const text = foldedText(section).slice(prose.start, prose.end);
    for (const { index, 0: words } of text.matchAll(LEFT_OUT)) {
      yield { span: span(prose.start + index, prose.start + index + words.length), args: { words: words.replace(/\s+/g, ' ') } };
    }
  },
};

const UNIT = '(?:万?元|人次|[条件篇次起份期场批项个])';
/** Behind a word, and not behind another unit (`件/条`) nor in the number of an article (`第XX条`). */
const BEHIND_A_WORD = '(?<=[\\p{Script=Han}”》)](?<![条件篇次起份期场批项个元人年月日天时分第]))';
const PLACEHOLDERS = [
  `(?:[Xx×]{1,4}|_{1,20}|\\(\\s{0,10}\\))\\s?${UNIT}(?![例款目])`,
  // A stroke may also stand for `or`: 栏目/项目.
  `/\\s?${UNIT}(?!\\p{Script=Han})`,
];
/** `公开信息条，`: elsewhere 条 is the beginning of a word. */
const NOTHING = '(?:信息|公开)\\s{0,10}条(?=\\s{0,10}(?:[,，、。;；]|其中))';
const LEFT_OUT = new RegExp(`${BEHIND_A_WORD}(?:${PLACEHOLDERS.join('|')})|${NOTHING}`, 'gu');
