import { article } from '../../editions/law';
import { remembered } from '../../model/remembered';
import type { BoundTable } from '../../model/types';
import { rowsOf } from '../../syntax/rows';
import { lineEnd } from '../../text/lines';
import { shift, type Span, span } from '../../text/span';
import type { ReportRule } from '../rule';
import { wholeTable } from '../tableExamples';

/** Lines drawn with box characters frame their cells and pad nothing. */
const BAR = /[|｜]/;

export const tablePaddingBars: ReportRule = {
  id: 'table/padding-bars',
  scope: 'report',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: {
      zh: '有 {count} 行末尾多出空的竖线格，各行格数不齐；不影响读数，可以一次清除。',
      en: '{count} rows end in empty cells, so that rows differ in length. The numbers are read all the same; the bars can be cleared at once.',
    },
  },
  docs: {
    title: { zh: '行末多余的竖线', en: 'Bars that pad rows' },
    what: {
      zh: '用竖线分隔的表，行末有超出表式列数的空格子（“| |||”），整份报告只报告一次。表式要求的空白单元格和 Markdown 表格（有“|---|”行）不在此列。清除只去掉多余的竖线，不动任何文字和数字。',
      en: 'A table with bars whose rows end in empty cells beyond the form’s columns (`| |||`); told once a report. Blank cells that the form asks for, and Markdown tables (with a `|---|` line), are left alone. Clearing removes bars only, no word and no number.',
    },
    why: {
      zh: '合并单元格的网页表格复制成文本时留下这些竖线，行与行对不齐，人难读，程序也容易错位。',
      en: 'Merged cells of a web table leave them in the copied text; rows no longer line up for people, and programs may take them for columns.',
    },
    ignore: { zh: '文本不再经程序处理时可以忽略。', en: 'Leave it in a text that no program will read.' },
    law: [article('24'), article('8')],
    examples: [
      {
        bad: wholeTable('proactiveDisclosure').replace('第二十条第（一）项 |', '第二十条第（一）项 |⟦ |||⟧').replace('规章 | 0 | 0 | 0 |', '规章 | 0 | 0 | 0 | | |'),
        good: wholeTable('proactiveDisclosure'),
        fix: 'safe',
      },
    ],
  },
  *check(report) {
    // The head above a table that lost its heading may be that of the one before it, too.
    const runs = [...new Map(report.tables.flatMap(({ start, table }) => paddingIn(table).map((run) => [start + run.start, shift(run, start)]))).values()];
    const [first] = runs;
    if (!first) return;
    yield {
      span: first,
      args: { count: runs.length },
      unnecessary: true,
      fixes: [
        {
          title: { zh: `清除行末多余的竖线（${runs.length} 行）`, en: `Clear the bars at the ends of rows (${runs.length} rows)` },
          safety: 'safe',
          edits: runs.map((run) => ({ span: run, newText: '' })),
          preferred: true,
        },
      ],
    };
  },
};

/**
 * A table that could not be read to the last cell keeps everything: its bars may be the place of a lost number. So does one with
 * blank cells, whose places are told by rows that are equally long.
 */
function isWhole({ rows, missing, unknown, unreadable }: BoundTable): boolean {
  return !unreadable && missing.length === 0 && unknown.length === 0 && rows.every(({ cells }) => cells.length > 0 && cells.every(({ syntax }) => syntax.text !== ''));
}

/** What stands behind the bar after the last cell of a row, in the coordinates of the slice. Computed once for a table. */
const paddingIn = remembered((table: BoundTable): readonly Span[] => {
  const { text } = table.section;
  if (!isWhole(table)) return [];
  if (/^[ \t]*(?:[|｜][ \t]*)?:?--[-\s:|｜]*$|[│┤]/m.test(text)) return [];
  const complete = new Map(table.rows.map((row) => [lineEnd(text, row.valuesSpan.end), row]));
  const written = rowsOf(table.section).filter(({ layout, span: own }) => layout === 'pipe' && own.start < Math.max(table.span.end, 1));
  // Bars that make all rows equally long are no padding but the grid of the table.
  if (written.every(({ cells }) => cells.length === written[0]!.cells.length)) return [];
  return written.flatMap((row): Span[] => {
    const bound = complete.get(row.span.end);
    const words = row.cells.every(({ quantity, text: own }) => quantity.kind === 'text' || own === '');
    const last = bound ? bound.values.at(-1) : words ? row.cells.findLast(({ text: own }) => own !== '') : undefined;
    const bar = last ? text.slice(last.span.end, row.span.end).search(BAR) : -1;
    if (!last || bar < 0) return [];
    const from = last.span.end + bar + 1;
    // What is no bar is a cell of another row: 表四 may stand on several lines.
    const rest = text.slice(from, row.span.end);
    // A heading whose line end was lost is told by the blank before it.
    const end = row.span.end < text.length ? row.span.end : from + rest.trimEnd().length;
    return BAR.test(rest) && /^[\s|｜]*$/.test(rest) ? [span(from, end)] : [];
  });
});
