/** What is told of a cell, in every layout that tables are found in: the same of the same cell, wherever and however it stands. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Analysis } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { codeActions } from '../../server/src/features/codeActions';
import { codeLenses } from '../../server/src/features/codeLenses';
import { completions } from '../../server/src/features/completions';
import { definitions } from '../../server/src/features/definitions';
import { documentHighlights } from '../../server/src/features/documentHighlights';
import { type DocumentSymbol, documentSymbols } from '../../server/src/features/documentSymbols';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { hover } from '../../server/src/features/hovers';
import { inlineCompletion } from '../../server/src/features/inlineCompletions';
import { inlayHints } from '../../server/src/features/inlayHints';
import { previewOf } from '../../server/src/features/preview';
import { references } from '../../server/src/features/references';
import { renameable } from '../../server/src/features/renames';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { signatureHelp } from '../../server/src/features/signatureHelp';
import { tablesIn } from '../../server/src/features/cellAt';
import type { CellText } from '../../server/src/model/writing/render';
import { LAYOUTS } from '../support/layouts';
import { formOf, type TableLayout } from '../support/layouts/form';
import type { Span } from '../../server/src/text/span';
import { at, whole } from '../support/placed';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

/** One total is wrong: （一）予以公开·总计 is 777, and 345 were given to persons. */
const NUMBERS: Readonly<Record<string, string>> = {
  'received naturalPerson': '345',
  'received total': '345',
  'granted naturalPerson': '345',
  'granted total': '777',
  'processedTotal naturalPerson': '345',
  'processedTotal total': '345',
};
const cell: CellText = (row, column) => NUMBERS[`${row.id} ${column.id}`] ?? '0';

function analysed(layout: TableLayout): Analysis {
  return analyse(reportText({ table: (spec) => layout.render(formOf(spec, cell), new Random(7)) }), DEFAULT_SETTINGS);
}

for (const layout of LAYOUTS.filter(({ cells }) => cells !== 'deduced')) {
  describe(layout.id, () => {
    const analysis = analysed(layout);
    // Some layouts lose what tells a row; then the equations down the columns can't be assessed, and that is said.
    const cells = tablesIn(analysis, whole(analysis)).flatMap(({ start, table }) => table.rows.flatMap((row) => row.cells.map((own) => ({ own, start: start + own.syntax.span.start, end: start + own.syntax.span.end }))));
    const complete = cells.length === 10 + 175 + 15;
    const { start: total, end } = cells.find(({ own }) => own.value === 777)!;
    /** What is written at a place, without the tags that an editor put between its digits, and the stars of bold ones. */
    const words = (span: Span): string => at(analysis, span).replace(/<[^<>]*>|\*/g, '');
    const inPieces = cells.some(({ own }) => own.syntax.pieces);

    test('hover: place, number, law, and both equations with their numbers', () => {
      const lines = hover(analysis, total)!.lines.map(({ text }) => text);
      assert.deepEqual(lines, [
        ...['表三 · （一）予以公开 · 总计', '777 件', '全部公开。《中华人民共和国政府信息公开条例》第三十六条第（一）、（二）项'],
        ...[complete ? '✗ （七）= 各办理结果之和：345 ≠ 777，相差 432' : '– （七）= 各办理结果之和：有的数没有填，或者读不准，没有核对', '✗ 总计 = 自然人 + 法人或其他组织：777 ≠ 345，相差 432'],
      ]);
    });

    test('inlay hint: the one number that must be there', () => {
      assert.deepEqual(inlayHints(analysis, whole(analysis)).map(({ offset, label }) => [offset, label]), [[end, complete ? '应为 345' : '相加得 345']]);
    });

    test('signature help: the row with its columns, the last one current', () => {
      const help = signatureHelp(analysis, total)!;
      assert.deepEqual([help.columns.length, help.active, help.label.slice(0, 7)], [7, 6, '（一）予以公开']);
    });

    test('highlights, definition and references: between the total and its addends', () => {
      const highlights = documentHighlights(analysis, total).map(({ span, kind }) => `${words(span)} ${kind}`);
      if (!inPieces) assert.deepEqual(highlights.sort(), ['0 addend', '0 addend', '0 addend', '0 addend', '0 addend', '345 addend', '345 total', '777 total']);
      assert.deepEqual(definitions(analysis, total)!.targets.map(words).sort(), ['0', '0', '0', '0', '0', '345']);
      const addend = definitions(analysis, total)!.targets.find((span) => words(span) === '345')!;
      assert.deepEqual(references(analysis, addend.start, false).map(words).sort(), ['345', '777']);
    });

    test('code lens: a line above each table, in order', () => {
      const lenses = codeLenses(analysis);
      assert.deepEqual(lenses.map(({ span }) => at(analysis, span).slice(0, 2)), ['二、', '三、', '四、']);
      if (complete) assert.deepEqual(lenses.map(({ title }) => title), ['✓ 10 个数都已填', '✗ 2 处不平（共 39 项勾稽关系）', '✓ 勾稽平衡（3 项）']);
      else assert.match(lenses[1]!.title, /^✗ 1 处不平/);
      assert.deepEqual(lenses[1]!.cells.map(words), ['777']);
    });

    test('semantic tokens: numbers, totals and zeros, as many as are read', () => {
      const tokens = semanticTokens(analysis, whole(analysis)).filter(({ type }) => type === 'number');
      if (inPieces) return assert.ok(tokens.length > cells.length);
      assert.equal(tokens.length, cells.length);
      assert.deepEqual(tokens.filter(({ span }) => words(span) === '777').map(({ modifiers }) => modifiers), [['total']]);
      if (complete) assert.equal(tokens.filter(({ modifiers }) => modifiers.includes('total')).length, 25 + 7 - 1 + 3);
      assert.equal(tokens.filter(({ modifiers }) => modifiers.includes('zero')).length, tokens.length - 6);
    });

    test('selections: from the cell to the whole report, each wider than the one before', () => {
      const steps = selectionRanges(analysis, total);
      assert.match(words(steps[0]!), inPieces ? /^7+$/ : /^777$/);
      assert.equal(at(analysis, steps.at(-1)!), analysis.text);
      assert.ok(steps.length >= 4 && steps.every((step, i) => i === 0 || (step.start <= steps[i - 1]!.start && step.end >= steps[i - 1]!.end)));
    });

    test('completion and ghost text: nothing in any number', () => {
      for (const { start, table } of tablesIn(analysis, whole(analysis))) {
        for (const { syntax } of table.rows.flatMap((row) => row.cells)) {
          assert.deepEqual(completions(analysis, start + syntax.span.end), []);
          assert.equal(inlineCompletion(analysis, start + syntax.span.end), undefined);
        }
      }
    });

    test('outline and folding: every row that is read, within its table, within its section', () => {
      const flat = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] => symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
      const symbols = flat(documentSymbols(analysis));
      const rows = tablesIn(analysis, whole(analysis)).flatMap(({ table }) => table.rows);
      assert.equal(symbols.filter(({ kind }) => kind === 'table').length, 3);
      assert.ok(symbols.filter(({ kind }) => kind === 'row').length >= rows.length);
      for (const { span, children } of symbols) assert.ok(children.every((child) => child.span.start >= span.start && child.span.end <= span.end));
      assert.equal(foldingRanges(analysis).length, symbols.filter(({ kind }) => kind !== 'row').length);
    });

    test('preview: the wrong cell with its number, and what would be right', () => {
      const table = previewOf(analysis, 0)!.sections.find(({ id }) => id === 'requests')!.table!;
      const wrong = table.body.flat().flatMap((own) => (own.kind === 'value' && own.row === 'granted' && own.column === 'total' ? [own] : []));
      assert.deepEqual(wrong.map(({ text, expected }) => [text, expected.map(({ value }) => value)]), [['777', [345]]]);
    });

    test('rename: the agency, in the title', () => {
      const title = analysis.reports[0]!.model.title!.span.start;
      assert.equal(words(renameable(analysis, title + 1)!.origin), '云溪县水利局');
    });

    test('code actions: what is offered at the wrong cell is about it', () => {
      const actions = codeActions(analysis, { span: { start: total, end: total } }).filter(({ findings }) => findings.length > 0);
      assert.ok(actions.length > 0);
      for (const { findings } of actions) assert.ok(findings.every((index) => analysis.diagnostics[index]!.rule.startsWith('table/')));
    });
  });
}

test('most layouts lose nothing', () => {
  const counts = LAYOUTS.filter(({ cells }) => cells !== 'deduced').map((layout) => tablesIn(analysed(layout), { start: 0, end: Infinity }).flatMap(({ table }) => table.rows.flatMap(({ cells }) => cells)).length);
  assert.ok(counts.filter((count) => count === 200).length >= 0.8 * counts.length, counts.join(' '));
});

test('of digits that run together and do not add up nothing is told but that they can’t be read', () => {
  for (const layout of LAYOUTS.filter(({ cells }) => cells === 'deduced')) {
    const analysis = analysed(layout);
    assert.deepEqual(inlayHints(analysis, whole(analysis)), []);
    assert.equal(codeLenses(analysis).length, 3);
    // Those of a table that were told apart have their sums.
    const deduced = tablesIn(analysis, whole(analysis)).filter(({ table }) => table.deduced).map(({ start, table }) => ({ start: start + table.span.start, end: start + table.span.end }));
    for (let offset = 0; offset < analysis.text.length; offset += 7) {
      if (!deduced.some(({ start, end }) => start <= offset && offset <= end)) assert.equal(definitions(analysis, offset), undefined);
    }
  }
});
