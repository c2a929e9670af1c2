import { article, FORM_2021 } from '../../editions/law';
import type { CellSyntax, RowSyntax } from '../../syntax/types';
import type { BoundTable } from '../../model/types';
import { matchKey } from '../../text/fold';
import { matcherOf } from '../../model/binding/labels';
import { rowsOf } from '../../syntax/rows';
import { headerRows, printedRows } from '../headerRows';
import type { TableRule } from '../rule';
import { CLAUSES, listed } from '../tableWords';
import { renderTable } from '../../model/writing/render';
import { tableSpec } from '../../editions';

const MAX_NAMES = 4;
/** So many cells tell which printed row it is that begins with them. */
const MIN_BEGINNING = 5;
const CAPTION = /^第二十条/;
const INNER_SPACE = /\p{Script=Han}\s+\p{Script=Han}/u;

/** The header of 表四 with the first of its lines changed, for the example. */
const remedies = (first: string): string =>
  `四、政府信息公开行政复议、行政诉讼情况\n\n${renderTable(tableSpec('reviewAndLitigation', '2021'), 'pipe', () => '0', '\n').replace('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未', `${first} | 未`)}`;

export const tableHeaderLabel: TableRule = {
  id: 'table/header-label',
  scope: 'table',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: { zh: '{table}的表头有多余的空格：{cells}。', en: 'Header cells of {table} have spaces that the form has not: {cells}.' },
    cut: { zh: '{table}的表头不完整：{cells}。', en: 'Header cells of {table} are cut: {cells}.' },
    twice: { zh: '{table}的表头有一格写成了同一行的另一格：{cells}。', en: 'A header cell of {table} says what another one of its row does: {cells}.' },
  },
  docs: {
    title: { zh: '表头缺字、重复或带空格', en: 'Header cells cut, doubled or with spaces' },
    what: {
      zh: '表头的单元格缺字（“尚未”应为“尚未审结”），写成了同一行的另一格（两格都是“本年新制作数量”），或者字中间有空格（“商业 企业”）。一张表只报告一次。数字仍按位置对应各列；因换行而断开的表头不报告。',
      en: 'A header cell is cut (尚未 for 尚未审结), says what another one of its row does (本年新制作数量 twice) or has spaces between its characters (商业 企业). One finding a table. Numbers still belong to their columns by place; headers wrapped over lines are not reported.',
    },
    why: {
      zh: '从网页或文档复制时，单元格里的换行变成空格，第二行的字也可能丢失；公开的表应与表式一致。',
      en: 'Copying from a page or a document turns line breaks inside cells into spaces, or loses the second line; the published table should read like the form.',
    },
    ignore: { zh: '只是网页排版在单元格里换行时可以忽略。', en: 'Leave it where only the page’s layout breaks the cell.' },
    law: [FORM_2021, article('50')],
    examples: [
      { bad: remedies('结果维持 | ⟦结果⟧ | 其他结果 | 尚未 | 总计'), good: remedies('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计'), fix: 'suggested' },
      { bad: remedies('结果维持 | ⟦结果维持⟧ | 其他结果 | 尚未审结 | 总计'), good: remedies('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计'), fix: 'suggested' },
      { bad: remedies('⟦结果 维持⟧ | 结果纠正 | 其他结果 | 尚未审结 | 总计'), good: remedies('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计'), fix: 'suggested' },
    ],
  },
  *check(table) {
    const rows = headerRows(table);
    const deviations = [...rows.flatMap((row, i) => goingOn(deviationsIn(table, row), rows[i + 1])), ...cutAmongCells(table)];
    const [first] = deviations;
    if (!first) return;
    const names = deviations.map(({ cell, title }) => ({ zh: `“${cell.text}”应为“${title}”`, en: `“${cell.text}” for “${title}”` }));
    yield {
      span: first.cell.span,
      ...messageOf(deviations),
      args: { table: table.spec.name, cells: listed(names, MAX_NAMES, CLAUSES) },
      related: deviations.slice(1).map(({ cell, title }) => ({ span: cell.span, message: { zh: `应为“${title}”`, en: `“${title}” in the form` } })),
      fixes: [
        {
          title: deviations.length > 1 ? { zh: `按表式改正表头（${deviations.length} 处）`, en: `Write ${deviations.length} header cells as in the form` } : { zh: `改为“${first.title}”`, en: `Change to “${first.title}”` },
          safety: 'suggested',
          certain: true,
          edits: deviations.map(({ cell, title }) => ({ span: cell.span, newText: title })),
          preferred: true,
        },
      ],
    };
  },
};

interface Deviation {
  readonly cell: CellSyntax;
  readonly title: string;
  /** `twice`: it is another title of its row. */
  readonly kind: 'spaces' | 'cut' | 'twice';
}

const messageOf = (deviations: readonly Deviation[]): { readonly message?: string } => {
  const kind = (['cut', 'twice'] as const).find((own) => deviations.some((deviation) => deviation.kind === own));
  return kind ? { message: kind } : {};
};

/** Not on several lines, nor with a line break (`<br>`) in it. */
const isInOnePiece = (text: string, { span: { start, end }, text: own }: CellSyntax): boolean => end - start === own.length && !text.slice(start, end).includes('<');

/** The cells that differ from the printed row, or its beginning, all of whose words they begin; one of them may have lost others. */
function deviationsIn({ spec, section }: BoundTable, row: RowSyntax): Deviation[] {
  const cells = row.cells.filter((cell) => cell.text !== '' && isInOnePiece(section.text, cell));
  const keys = cells.map(({ text }) => matchKey(text));
  for (const { titles, keys: allPrinted } of printedRows(spec)) {
    // Where cells of several rows are drawn as they are, the others of their row stand by themselves.
    if (titles.length !== cells.length && (cells.length < MIN_BEGINNING || titles.length < cells.length)) continue;
    const printed = allPrinted.slice(0, cells.length);
    const others = printed.flatMap((title, i) => (isCutOf(keys[i]!, title) ? [] : [i]));
    if (others.length > (cells.length > 1 ? 1 : 0) || !others.every((i) => isLossOf(keys[i]!, printed[i]!) || printed.includes(keys[i]!))) continue;
    return cells.flatMap((cell, i): Deviation[] => {
      const title = titles[i]!;
      if (!isWhole(keys[i]!, title)) return [{ cell, title, kind: printed.includes(keys[i]!) ? 'twice' : 'cut' }];
      // `第二十条 第（一）项` is how many offices set the captions.
      return INNER_SPACE.test(cell.text) && !CAPTION.test(title) ? [{ cell, title, kind: 'spaces' }] : [];
    });
  }
  return [];
}

/** `deviations` of a row; none of what is cut, if `next` is the row that the rest of its cells was broken into. */
function goingOn(deviations: readonly Deviation[], next: RowSyntax | undefined): readonly Deviation[] {
  const rests = deviations.flatMap(({ cell, title, kind }) => (kind === 'cut' ? [matchKey(title).slice(matchKey(cell.text).length)] : []));
  const below = next?.cells.flatMap(({ text }) => (text === '' ? [] : [matchKey(text)])) ?? [];
  const isRest = rests.length > 0 && rests.length === below.length && rests.every((rest, i) => rest === below[i]);
  return isRest ? deviations.filter(({ kind }) => kind !== 'cut') : deviations;
}

/** The unit in brackets stands in the header, above the table or nowhere: that is no cut. */
const isWhole = (key: string, title: string): boolean => key === matchKey(title) || (UNIT.test(title) && key.replace(UNIT_KEY, '') === matchKey(title.replace(UNIT, '')));

const UNIT = /（[^（）]*）$/;
/** The key of `（单位：万元）`, `（万元，保留四位小数）`. */
const UNIT_KEY = /(?:单位)?万?元[^元]*$/;

const isCutOf = (key: string, printed: string): boolean => key.length >= 2 && printed.startsWith(key);

/** So many characters of a cell may be lost anywhere in it. */
const MOST_LOST = 2;
const LEAST_LEFT = 3;

/** Whether `key` is the title `printed` without a character or two. */
function isLossOf(key: string, printed: string): boolean {
  if (key.length < LEAST_LEFT || printed.length - key.length > MOST_LOST) return false;
  let at = 0;
  for (const character of printed) if (character === key[at]) at++;
  return at === key.length;
}

/**
 * The cell of a printed row that is cut where the layout shows cells, a line or a bar each, but no rows. It is not only broken over
 * lines: the others of its row are whole, and so is what stands before them and what follows, so that the rest of it stands nowhere.
 */
function cutAmongCells({ spec, section, span }: BoundTable): Deviation[] {
  const cells = rowsOf(section).flatMap((row) => (row.open && row.span.start < span.end ? row.cells.filter(({ text }) => text !== '') : []));
  if (cells.length === 0) return [];
  const keys = cells.map(({ text, quantity }) => (quantity.kind === 'text' ? matchKey(text) : ''));
  const matcher = matcherOf(spec);
  const isKnown = (index: number): boolean => cells[index]?.quantity.kind === 'number' || matcher.isHeaderKey(keys[index] ?? '') || matcher.exactKey(keys[index] ?? '') !== undefined;
  const found = new Map<CellSyntax, Deviation>();
  for (const { titles, keys: printedKeys } of printedRows(spec)) {
    if (titles.length < 2) continue;
    const first = printedKeys[0]!;
    for (let at = keys.indexOf(first); at >= 0; at = keys.indexOf(first, at + 1)) {
      const differing = titles.flatMap((title, i) => (isWhole(keys[at + i] ?? '', title) ? [] : [i]));
      const [index] = differing;
      if (index === undefined || differing.length > 1 || !isKnown(at + titles.length) || (at > 0 && !isKnown(at - 1))) continue;
      const cell = cells[at + index]!;
      const title = titles[index]!;
      const [key, printed] = [keys[at + index]!, printedKeys[index]!];
      const isTwice = printedKeys.includes(key);
      if (isInOnePiece(section.text, cell) && (isTwice || isCutOf(key, printed) || isLossOf(key, printed))) found.set(cell, { cell, title, kind: isTwice ? 'twice' : 'cut' });
    }
  }
  return [...found.values()];
}
