import { article } from '../../editions/law';
import { foldedText, proseOf } from '../../model/prose';
import { doubledIn } from '../../text/doubled';
import { shortened } from '../../text/shortened';
import type { Fix, TextRule } from '../rule';

export const reportDoubledWord: TextRule = {
  id: 'report/doubled-word',
  scope: 'text',
  severity: 'information',
  since: '1.0.0',
  messages: {
    default: { zh: '“{word}”重复了。', en: '“{word}” is written twice.' },
  },
  docs: {
    title: { zh: '重复的字词', en: 'Doubled words' },
    what: {
      zh: '“的的”“审核审核”等紧接着写了两遍的字词，以及整句粘贴了两遍的文字。“层层”“一步一步”“创业创新”和词语相接（“人民政府政府信息公开”“公开工作工作人员”）都不报告；隔着标点或换行的也不报告。',
      en: 'A word written twice in a row (的的, 审核审核), or a clause pasted twice. Right doublings (层层, 一步一步, 创业创新) and words that meet (人民政府政府信息公开) are not reported, nor is anything across punctuation or a line end.',
    },
    why: { zh: '修改时留下的重字，校对时容易漏看。', en: 'A trace of editing that is easily overlooked.' },
    ignore: { zh: '确实是两个词相接时可以忽略。', en: 'Leave it where two words meet.' },
    law: [article('6')],
    examples: [
      { bad: '一、总体情况\n规范⟦审核审核⟧发布机制，打造统一⟦的的⟧网站页面。\n', good: '一、总体情况\n规范审核发布机制，打造统一的网站页面。\n', fix: 'suggested' },
    ],
  },
  *check(section) {
    const prose = proseOf(section);
    if (!prose) return;
    for (const { span, second, word } of doubledIn(foldedText(section), prose.start, prose.end)) {
      const fix: Fix = { title: { zh: `删去一个“${short(word)}”`, en: `Remove one “${short(word)}”` }, safety: 'suggested', edits: [{ span: second, newText: '' }] };
      yield { span, args: { word: short(word) }, fixes: [fix] };
    }
  },
};

/** So much of a passage is quoted. */
const QUOTED = 13;

const short = (word: string): string => shortened(word, QUOTED);
