/**
 * Full-width digits, and the full-width full stop in numbers and row ordinals.
 *
 * Full-width brackets, commas and percent signs are good Chinese typesetting, ASCII ones are what extraction leaves; neither
 * is anyone's mistake, so nothing is said of them.
 */
import { article } from '../../editions/law';
import type { SectionSyntax } from '../../syntax/types';
import type { Edit, Span, Text } from '../../text/span';
import { displayWidth, padded } from '../../text/width';
import { counted, gathered, glyphsOf, holdsTable, isRuled } from '../glyphs';
import type { Finding, TextRule } from '../rule';

export const glyphWidth: TextRule = {
  id: 'glyph/width',
  scope: 'text',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: {
      zh: '数字“{shown}”用的是全角字符，应写成半角的“{plain}”。',
      en: 'The number “{shown}” is written with full-width characters; write “{plain}”.',
    },
    several: {
      zh: '{where}有 {count} 个数字用的是全角字符（如“{shown}”），应写成半角（“{plain}”）。',
      en: '{where} {count} numbers that are written with full-width characters (“{shown}”); write “{plain}”.',
    },
    ordinal: {
      zh: '这张表有 {count} 处序号后面用的是全角句点“．”，格式文本用的是“.”。',
      en: 'In this table a full-width “．” follows {count}; the official form has “.”.',
    },
  },
  docs: {
    title: { zh: '全角数字', en: 'Full-width numbers' },
    what: {
      zh: '找出全角数字（０–９）和表格行序号后的全角句点（１．）。每个部分只报告一次，并标出各处。数字的替换只作建议，由人确认；序号后的句点可以直接替换。中英文括号、逗号混用不报告。',
      en: 'Finds full-width digits (０–９) and full-width stops after the ordinals of table rows (１．). There is one finding a section that marks every place. Numbers are only changed when a person says so; the stop after an ordinal may be replaced safely. Brackets and commas of either width are fine.',
    },
    why: {
      zh: '统计和汇总程序往往不认全角数字，读成空白或零。',
      en: 'Programs that collect figures often do not read full-width digits and take them for blanks or zeros.',
    },
    ignore: { zh: '本单位统一规定用全角数字时可以忽略。', en: 'Leave it where full-width digits are the house style.' },
    law: [article('24'), article('8')],
    examples: [
      { bad: '⟦２０２4⟧年，共收到申请１２件。\n', good: '2024年，共收到申请12件。\n', fix: 'suggested' },
      { bad: '行政许可 | ⟦１２．５⟧ |\n', good: '行政许可 | 12.5 |\n', fix: 'suggested' },
      { bad: '\t自然人\n\t⟦３⟧\n\t１０\n', good: '\t自然人\n\t3\n\t10\n', fix: 'suggested' },
      {
        bad: '三、收到和处理政府信息公开申请情况\n1⟦．⟧属于国家秘密 | 0 |\n2．其他法律行政法规禁止公开 | 0 |\n',
        good: '三、收到和处理政府信息公开申请情况\n1.属于国家秘密 | 0 |\n2.其他法律行政法规禁止公开 | 0 |\n',
        fix: 'safe',
      },
    ],
  },
  *check(section) {
    const marks = glyphsOf(section, 'width');
    if (marks.length === 0) return;
    const { text } = section;
    const numbers = numbersAt(text, marks);
    if (numbers.length > 0) yield numberFinding(text, numbers);
    const ordinals = holdsTable(section) ? ordinalStops(section, marks) : [];
    if (ordinals.length > 0) {
      const { where: _, ...told } = gathered(text, ordinals, () => ({ zh: '全角句点', en: 'full-width stop' }));
      yield {
        ...told,
        message: 'ordinal',
        args: { count: counted(ordinals.length, 'ordinal', 'ordinals') },
        fixes: [
          {
            title: { zh: `把 ${ordinals.length} 处序号后的“．”换成“.”`, en: `Replace “．” by “.” after ${counted(ordinals.length, 'ordinal', 'ordinals').en}` },
            safety: 'safe',
            edits: ordinals.map((span) => ({ span, newText: '.' })),
            preferred: true,
          },
        ],
      };
    }
  },
};

/** Numbers of a line that are listed. */
const SHOWN = 3;

function numberFinding(text: string, numbers: readonly Span[]): Finding {
  const [first] = numbers;
  const shown = text.slice(first!.start, first!.end);
  const ruled = isRuled(text);
  const edits = numbers.map((span): Edit => ({ span, newText: ruled && standsBeforeColumn(text, span.end) ? inItsWidth(text, span) : plain(text.slice(span.start, span.end)) }));
  const title =
    numbers.length === 1
      ? { zh: `改为半角“${plain(shown)}”`, en: `Write “${plain(shown)}”` }
      : { zh: `把这 ${numbers.length} 个数字改为半角`, en: `Write these ${numbers.length} numbers with ASCII digits` };
  const change = ({ start, end }: Span): string => `${text.slice(start, end)}→${plain(text.slice(start, end))}`;
  const show = (spans: readonly Span[]): Text => ({ zh: spans.slice(0, SHOWN).map(change).join('、'), en: spans.slice(0, SHOWN).map(change).join(', ') });
  const { where, ...told } = gathered(text, numbers, show);
  return {
    ...told,
    message: numbers.length === 1 ? 'default' : 'several',
    args: { where, count: numbers.length, shown, plain: plain(shown) },
    fixes: [{ title, safety: 'suggested', edits, preferred: true }],
  };
}

const plain = (number: string): string => number.replace(/[．０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** Whether what follows on the line is another column. */
function standsBeforeColumn(text: string, at: number): boolean {
  const gap = / {2,}(?=\S)| +(?=[\d０-９])| *[|｜│]/y;
  gap.lastIndex = at;
  return gap.test(text);
}

const inItsWidth = (text: string, { start, end }: Span): string => padded(plain(text.slice(start, end)), displayWidth(text.slice(start, end)));

const PART = /[\dA-Za-z０-９Ａ-Ｚａ-ｚ]/;
const DIGIT = /[\d０-９]/;
const POINT = /[.．]/;

/** Longer runs are no numbers. */
const MAX_NUMBER = 40;

/** Whole numbers with a full-width digit or point inside, each once. */
function numbersAt(text: string, marks: readonly number[]): Span[] {
  const numbers: Span[] = [];
  let done = 0;
  for (const mark of marks) {
    if (mark < done || !isNumberPart(text, mark)) continue;
    let start = mark;
    while (start > Math.max(done, mark - MAX_NUMBER) && isNumberPart(text, start - 1)) start--;
    let end = mark + 1;
    while (end < mark + MAX_NUMBER && isNumberPart(text, end)) end++;
    if (end - start < MAX_NUMBER) numbers.push({ start, end });
    done = end;
  }
  return numbers;
}

/** A digit, a letter (`Ａ４`), or a point between digits. */
function isNumberPart(text: string, at: number): boolean {
  const char = text.charAt(at);
  return PART.test(char) || (POINT.test(char) && DIGIT.test(text.charAt(at - 1)) && DIGIT.test(text.charAt(at + 1)));
}

/** `1．` where a cell begins, also `**1．` and `&emsp;1．` of Markdown. */
function ordinalStops({ text }: SectionSyntax, marks: readonly number[]): Span[] {
  return marks.flatMap((at): Span[] => {
    const isStop = text[at] === '．' && /(?:^|[\s|｜│>*;])[\d０-９]{1,2}$/.test(text.slice(Math.max(0, at - 3), at)) && !DIGIT.test(text.charAt(at + 1));
    return isStop ? [{ start: at, end: at + 1 }] : [];
  });
}
