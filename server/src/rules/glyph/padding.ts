/**
 * No-break and ideographic spaces that fill cells and line ends: what web tables leave in the text copied from them.
 *
 * Wide spaces that do something stay: those that indent a paragraph, stand between words, or are all that separates two
 * columns. Removing the others changes no cell that is read.
 */
import { article } from '../../editions/law';
import { rowsOf } from '../../syntax/rows';
import type { SectionSyntax } from '../../syntax/types';
import type { Span, Text } from '../../text/span';
import { counted, glyphsOf, holdsTable, isRuled, joined, spansAt } from '../glyphs';
import type { TextRule } from '../rule';

export const glyphPadding: TextRule = {
  id: 'glyph/padding',
  scope: 'text',
  severity: 'hint',
  since: '0.1.0',
  messages: {
    default: {
      zh: '这一部分的单元格和行尾填充了多余的空格（{list}），从这里开始；不影响内容，可以一次清除。',
      en: 'Cells and line ends of this section are padded with spaces ({list}), from here on. They mean nothing and can all be cleared at once.',
    },
  },
  docs: {
    title: { zh: '填充空格', en: 'Padding' },
    what: {
      zh: '找出表格单元格前后和行尾的不换行空格（U+00A0）、全角空格（U+3000）等宽空格，每个部分只报告一次。段首空两格、文字中间的空格、仅靠空格分开的列都不报告；空单元格清除填充后仍是空单元格。',
      en: 'Finds no-break spaces (U+00A0), ideographic spaces (U+3000) and other wide spaces around table cells and at line ends, one finding a section. Paragraph indents, spaces between words and spaces that alone separate columns are left; an empty cell stays an empty cell.',
    },
    why: {
      zh: '网页表格用它们撑开单元格，复制成文本后看不出来，却会让按分隔符读取的程序把“ 0”当成文字。',
      en: 'Web tables use them to give cells a size. In the copied text nobody sees them, but a program that splits the text takes “ 0” for a word.',
    },
    ignore: {
      zh: '如果文本只供人阅读，可以不处理。',
      en: 'When only people read the text, it may stay.',
    },
    law: [article('24'), article('8')],
    examples: [
      { bad: '\t规章\n\t⟦\u00a0⟧0\n\t\u3000\u30003\n\t\u00a0\n', good: '\t规章\n\t0\n\t3\n\t\n', fix: 'safe' },
      { bad: '规章⟦\u3000⟧| 0\u00a0| 0 | 1 |\n', good: '规章| 0| 0 | 1 |\n', fix: 'safe' },
      { bad: '<table><tr><td>规章⟦\u3000⟧</td><td>0</td></tr></table>\n', good: '<table><tr><td>规章</td><td>0</td></tr></table>\n', fix: 'safe' },
      { bad: '（一）存在问题⟦\u3000⟧\n\u3000\u3000培训还不够。\u00a0\u00a0\n', good: '（一）存在问题\n\u3000\u3000培训还不够。\n', fix: 'safe' },
      { bad: '⟦\u00a0⟧12\n', good: '12\n规章\u30000\u30000\u30001\n', },
    ],
  },
  *check(section) {
    const { text } = section;
    const runs = paddingIn(section);
    const [first] = runs;
    if (!first) return;
    const keepsWidth = isRuled(text) || hasBarsForBlanks(section);
    yield {
      span: first,
      unnecessary: true,
      args: { list: kindsOf(text, runs) },
      fixes: [
        {
          title: { zh: `清除这一部分的填充空格（${runs.length} 处）`, en: `Clear the padding of this section (${counted(runs.length, 'place', 'places').en})` },
          safety: 'safe',
          edits: joined(runs.map((run) => ({ span: run, newText: betweenTags(text, run) ? ' '.repeat(run.end - run.start) : keepsWidth ? aligned(text, run) : '' }))),
          preferred: true,
        },
      ],
    };
  },
};

/** Whether bars are read as blanks, as OCR leaves them between some cells: with a blank less beside one, two cells would be one. */
function hasBarsForBlanks(section: SectionSyntax): boolean {
  return rowsOf(section).some(({ layout, span: { start, end } }) => layout === 'flow' && /[|｜│]/.test(section.text.slice(start, end)));
}

/** Runs of wide spaces that pad. */
function paddingIn(section: SectionSyntax): Span[] {
  const { text } = section;
  const inTable = holdsTable(section);
  return spansAt(text, glyphsOf(section, 'space')).filter((run) => isPadding(text, run, inTable));
}

const LINE_END = /^[\n\r]?$/;
const SEPARATOR = /^[\t|｜│]$/;

function isPadding(text: string, run: Span, inTable: boolean): boolean {
  const start = skipBack(text, run.start);
  const end = skip(text, run.end);
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (LINE_END.test(after)) {
    // In a table a line of its own may be all that is left of an empty cell.
    if (LINE_END.test(before)) return !inTable;
    // A slice may end in the middle of a line, where the next heading stands behind a blank.
    return after !== '';
  }
  if (SEPARATOR.test(after) || betweenTags(text, run) || endsCell(text, end)) return true;
  if (SEPARATOR.test(before)) return before !== '\t' || !indentsParagraph(text, start, end);
  return LINE_END.test(before) && isNumberLine(text, end);
}

/** A cell of raw HTML with nothing in it. */
function betweenTags(text: string, { start, end }: Span): boolean {
  return text.charAt(start - 1) === '>' && text.charAt(end) === '<';
}

/** At the end of a cell of raw HTML. */
const endsCell = (text: string, at: number): boolean => /^<\/t[dh]>/i.test(text.slice(at, at + 5));

/** Over blanks of any width. */
function skip(text: string, at: number): number {
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function skipBack(text: string, at: number): number {
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x1680;

const SENTENCE = /[。；！？：]$/;
const LONG_CELL = 60;

/** A tab, an indent and a sentence: a paragraph, not a cell. */
function indentsParagraph(text: string, start: number, end: number): boolean {
  if (!LINE_END.test(text.charAt(start - 2))) return false;
  const rest = /[^\n\r]*/y;
  rest.lastIndex = end;
  const line = rest.exec(text)![0];
  return !line.includes('\t') && (line.length > LONG_CELL || SENTENCE.test(line));
}

/** Whether the line goes on with a number and nothing else. */
function isNumberLine(text: string, at: number): boolean {
  const number = /[-+]?[\d,.０-９]{1,20}[^\S\n\r]*(?=[\n\r]|$)/y;
  number.lastIndex = at;
  return number.test(text);
}

/** Ordinary spaces as wide as `run`, so that the columns of a ruled table stay aligned. */
function aligned(text: string, run: Span): string {
  return text.slice(run.start, run.end).replace(/\u3000/g, '  ').replace(/[^ ]/g, ' ');
}

const KINDS: readonly { readonly test: RegExp; readonly zh: string; readonly en: string }[] = [
  { test: /\u00a0/g, zh: '个不换行空格', en: 'no-break' },
  { test: /\u3000/g, zh: '个全角空格', en: 'ideographic' },
  { test: /[^\u00a0\u3000]/g, zh: '个其他宽空格', en: 'other wide' },
];

/** `177 个不换行空格、9 个全角空格` */
function kindsOf(text: string, runs: readonly Span[]): Text {
  const all = runs.map(({ start, end }) => text.slice(start, end)).join('');
  const counts = KINDS.flatMap(({ test, zh, en }) => {
    const count = all.match(test)?.length ?? 0;
    return count > 0 ? [{ ...counted(count, en, en), kind: zh }] : [];
  });
  return { zh: counts.map(({ zh, kind }) => `${zh} ${kind}`).join('、'), en: counts.map(({ en }) => en).join(', ') };
}
