/** Reading a table in the editor, over the protocol: the built server as an editor sees it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClientCapabilities, CodeLens, DefinitionLink, DocumentHighlight, Hover, InlayHint, Location, MarkupContent, Position, Range, SelectionRange, SemanticTokens, SemanticTokensDelta, SignatureHelp } from 'vscode-languageserver';
import type { UnbalancedCells } from '../../server/src/protocol';
import { startedWith } from '../support/clients';
import { type LanguageClient, PULLING, rangeOf, type StartOptions } from '../support/languageClient';
import { readMarked } from '../support/marked';
import { reportText } from '../support/reports';

const URI = 'file:///reports/2024.txt';
const TIMEOUT = { timeout: 60_000 };
const NUMBERS: Readonly<Record<string, string>> = {
  'received naturalPerson': '3',
  'received total': '3',
  'granted naturalPerson': '3',
  'granted total': '4',
  'processedTotal naturalPerson': '3',
  'processedTotal total': '3',
};
const FAULTY = reportText({ cell: (row, column) => NUMBERS[`${row.id} ${column.id}`] ?? '0' });

/** An editor that shows Markdown, knows places in signatures, and asks again when told to. */
const RICH: ClientCapabilities = {
  workspace: { ...PULLING.workspace, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true }, semanticTokens: { refreshSupport: true } },
  textDocument: {
    ...PULLING.textDocument,
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    signatureHelp: { signatureInformation: { documentationFormat: ['markdown'], parameterInformation: { labelOffsetSupport: true } } },
  },
};

const opened = (text: string, options: StartOptions = { capabilities: RICH }): Promise<LanguageClient> => startedWith(URI, text, options);

const ask = <T>(client: LanguageClient, method: string, params: object = {}): Promise<T> => client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
const wordsAt = (client: LanguageClient, range: Range): string => client.documents.get(URI)!.getText(range);
const whole = (client: LanguageClient): Range => ({ start: { line: 0, character: 0 }, end: client.documents.get(URI)!.positionAt(Infinity) });
const placeOf = (text: string, words: string): { position: Position } => ({ position: rangeOf(text, words).start });

test('the editor is told what it can ask for', TIMEOUT, async () => {
  const { capabilities } = (await opened(FAULTY)).initializeResult;
  assert.deepEqual(capabilities.signatureHelpProvider, { triggerCharacters: ['\t', '|', ' ', '\n'] });
  assert.deepEqual(capabilities.semanticTokensProvider, { legend: { tokenTypes: ['label', 'number', 'oddGlyph'], tokenModifiers: ['total', 'zero', 'deduced'] }, full: { delta: true }, range: true });
  const { hoverProvider, inlayHintProvider, codeLensProvider, documentHighlightProvider, definitionProvider, referencesProvider, selectionRangeProvider } = capabilities;
  assert.deepEqual([hoverProvider, inlayHintProvider, codeLensProvider, documentHighlightProvider, definitionProvider, referencesProvider, selectionRangeProvider], [true, true, {}, true, true, true, true]);
});

describe('hover', TIMEOUT, () => {
  const marked = readMarked(FAULTY.replace('| 4 |', '| ⟦4⟧ |'));

  test('is Markdown for an editor that shows it, and tells its range', async () => {
    const client = await opened(marked.text);
    const position = client.documents.get(URI)!.positionAt(marked.marks[0]!.start);
    const { contents, range } = await ask<Hover>(client, 'hover', { position });
    assert.equal(wordsAt(client, range!), '4');
    const { kind, value } = contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.equal(value.split('\n')[0], '**表三 · （一）予以公开 · 总计**');
    assert.match(value, /\n- ✗ 总计 \\= 自然人 \\\+ 法人或其他组织：4 ≠ 3，相差 1$/);
  });

  test('is plain text for any other, in its language', async () => {
    const client = await opened(marked.text, { capabilities: PULLING, initializationOptions: { locale: 'en' } });
    const { contents } = await ask<Hover>(client, 'hover', placeOf(marked.text, '（三）不予公开'));
    assert.deepEqual(contents, { kind: 'plaintext', value: 'Table 三 · （三）不予公开\nThe totals of its 8 rows sum to 0; the form has no row for it.' });
  });

  test('is plain text for one that shows that rather', async () => {
    const client = await opened(marked.text, { capabilities: { textDocument: { hover: { contentFormat: ['plaintext', 'markdown'] } } } });
    const { contents } = await ask<Hover>(client, 'hover', placeOf(marked.text, '（三）不予公开'));
    assert.equal((contents as MarkupContent).kind, 'plaintext');
  });

  test('lets no word of the report mean anything', async () => {
    const client = await opened(FAULTY.replace('| 4 |', '| [附件](command:x)<b> |'));
    const { contents } = await ask<Hover>(client, 'hover', placeOf(client.text(URI), '[附件]'));
    assert.match((contents as MarkupContent).value, /“\\\[附件\\\]\\\(command\\:x\\\)\\<b\\>”不是数/);
  });

  test('is nothing where nothing is known', async () => {
    const client = await opened(FAULTY);
    assert.equal(await ask(client, 'hover', placeOf(FAULTY, '开展工作')), null);
    assert.equal(await ask(client, 'hover', { textDocument: { uri: 'file:///other.txt' }, position: { line: 0, character: 0 } }), null);
  });

  test('of a text that is gone is not answered', async () => {
    const client = await opened(FAULTY, { capabilities: RICH, configuration: () => ({}) });
    const answer = ask(client, 'hover', placeOf(FAULTY, '4 |'));
    const settled = assert.rejects(answer, { code: -32801 });
    await client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    await settled;
  });
});

describe('signature help', TIMEOUT, () => {
  const start = '三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量';

  test('comes with the first tab and moves on with each', async () => {
    const client = await opened(start);
    const columns: string[] = [];
    for (const typed of ['\t', '3\t', '0\t']) {
      const end = client.documents.get(URI)!.positionAt(Infinity);
      await client.change(URI, { range: { start: end, end }, text: typed });
      const { signatures, activeParameter } = await ask<SignatureHelp>(client, 'signatureHelp', { position: client.documents.get(URI)!.positionAt(Infinity) });
      const [from, to] = signatures[0]!.parameters![activeParameter!]!.label as [number, number];
      columns.push(signatures[0]!.label.slice(from, to));
      assert.equal(signatures[0]!.parameters!.length, 7);
      assert.deepEqual(signatures[0]!.documentation, { kind: 'markdown', value: '本年度新收到的申请。《中华人民共和国政府信息公开条例》第二十九条' });
    }
    assert.deepEqual(columns, ['自然人', '商业企业', '科研机构']);
  });

  test('names the columns for an editor that does not know places in it', async () => {
    const client = await opened(`${start} | `, { capabilities: PULLING });
    const { signatures, activeParameter } = await ask<SignatureHelp>(client, 'signatureHelp', { position: client.documents.get(URI)!.positionAt(Infinity) });
    assert.deepEqual(signatures[0]!.parameters![activeParameter!], { label: '自然人', documentation: { kind: 'plaintext', value: '单位：件' } });
  });
});

describe('inlay hints', TIMEOUT, () => {
  const hints = (client: LanguageClient): Promise<InlayHint[]> => ask(client, 'inlayHint', { range: whole(client) });

  test('stand behind the totals that are wrong', async () => {
    const client = await opened(FAULTY);
    const [hint, ...others] = await hints(client);
    assert.deepEqual(others, []);
    assert.deepEqual(hint!.position, { ...rangeOf(FAULTY, '4 |').start, character: rangeOf(FAULTY, '4 |').start.character + 1 });
    assert.deepEqual([hint!.label, hint!.paddingLeft], ['应为 3', true]);
    assert.match(hint!.tooltip as string, /^✗ /);
  });

  test('follow the settings of the document, and the editor is told when they change', async () => {
    let value = 'names';
    const client = await opened(reportText({ layout: 'cell-per-line' }), { capabilities: RICH, configuration: () => ({ inlayHints: value }) });
    const refreshed = new Promise<void>((resolve) => client.connection.onRequest('workspace/inlayHint/refresh', () => (resolve(), null)));
    for (const each of ['codeLens', 'semanticTokens']) client.connection.onRequest(`workspace/${each}/refresh`, () => null);
    assert.equal((await hints(client)).length, 10 + 175 + 15);
    value = 'off';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await refreshed;
    assert.deepEqual(await hints(client), []);
  });
});

describe('code lenses', TIMEOUT, () => {
  test('show the cells that don’t add up, for an editor with the command', async () => {
    const client = await opened(FAULTY, { capabilities: RICH, initializationOptions: { commands: ['ogiReport.showUnbalanced'] } });
    const lenses = await ask<CodeLens[]>(client, 'codeLens');
    assert.deepEqual(lenses.map(({ range, command }) => [wordsAt(client, range).slice(0, 2), command!.title, command!.command]), [
      ['二、', '✓ 10 个数都已填', 'ogiReport.showUnbalanced'],
      ['三、', '✗ 2 处不平（共 39 项勾稽关系）', 'ogiReport.showUnbalanced'],
      ['四、', '✓ 勾稽平衡（3 项）', 'ogiReport.showUnbalanced'],
    ]);
    const { uri, at, cells } = lenses[1]!.command!.arguments![0] as UnbalancedCells;
    assert.deepEqual([uri, at], [URI, lenses[1]!.range.start]);
    assert.deepEqual(cells.map((cell) => wordsAt(client, cell)), ['4']);
  });

  test('are words alone for any other, and go when they are switched off', async () => {
    const client = await opened(FAULTY, { capabilities: RICH, configuration: () => ({}) });
    assert.deepEqual((await ask<CodeLens[]>(client, 'codeLens')).map(({ command }) => command!.command), ['', '', '']);
    const other = await opened(FAULTY, { capabilities: RICH, configuration: () => ({ codeLens: false }) });
    assert.deepEqual(await ask(other, 'codeLens'), []);
  });
});

describe('semantic tokens', TIMEOUT, () => {
  const full = (client: LanguageClient): Promise<SemanticTokens> => ask(client, 'semanticTokens/full');

  /** Each token as its words, with its type and modifiers as numbers. */
  function decoded(client: LanguageClient, { data }: SemanticTokens): string[] {
    let [line, character] = [0, 0];
    return Array.from({ length: data.length / 5 }, (_, i) => {
      const [lines, characters, length, type, modifiers] = data.slice(i * 5, i * 5 + 5) as [number, number, number, number, number];
      line += lines;
      character = lines === 0 ? character + characters : characters;
      return `${wordsAt(client, { start: { line, character }, end: { line, character: character + length } })} ${type} ${modifiers}`;
    });
  }

  test('are labels, numbers, totals, zeros and odd characters at their places', async () => {
    const client = await opened(FAULTY.replace('公开信息12条', '公开⽂件12条'));
    const tokens = decoded(client, await full(client));
    assert.equal(tokens[0], '⽂ 2 0');
    const row = tokens.indexOf('（一）予以公开 0 0');
    assert.deepEqual(tokens.slice(row + 1, row + 8), ['3 1 0', '0 1 2', '0 1 2', '0 1 2', '0 1 2', '0 1 2', '4 1 1']);
    assert.equal(tokens.length, 1 + 34 + 200);
  });

  test('of a range are among those of the whole', async () => {
    const client = await opened(FAULTY + FAULTY);
    const all = decoded(client, await full(client));
    const { start } = rangeOf(FAULTY, '一、本年新收');
    const some = decoded(client, await ask<SemanticTokens>(client, 'semanticTokens/range', { range: { start, end: { line: start.line + 3, character: 0 } } }));
    const from = all.indexOf(some[0]!);
    assert.ok(some.length >= 8 * 3 && some.length < 8 * 5);
    assert.ok(some.includes('一、本年新收政府信息公开申请数量 0 0') && from >= 0);
  });

  test('come as differences after an edit, which make what the whole would be', async () => {
    const client = await opened(FAULTY + reportText({ agency: '云溪县林业局' }));
    let { data, resultId } = await full(client);
    const edits = [
      { range: rangeOf(client.text(URI), '4 |'), text: '13 |' },
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '云溪县\n\n' },
      { range: rangeOf(client.text(URI), '网站运行'), text: '⽹站\n⽹站' },
    ];
    for (const edit of edits) {
      await client.change(URI, edit);
      const delta = await ask<SemanticTokensDelta>(client, 'semanticTokens/full/delta', { previousResultId: resultId });
      assert.ok(delta.edits.length === 1 && (delta.edits[0]!.data?.length ?? 0) < 100, 'a small edit is a small difference');
      for (const { start, deleteCount, data: inserted = [] } of delta.edits) data = [...data.slice(0, start), ...inserted, ...data.slice(start + deleteCount)];
      resultId = delta.resultId!;
      const fresh = await opened(client.text(URI));
      assert.deepEqual(data, (await full(fresh)).data);
    }
    assert.deepEqual(await ask(client, 'semanticTokens/full/delta', { previousResultId: resultId }), { resultId, edits: [] });
  });

  test('come whole for an editor that remembers something else', async () => {
    const client = await opened(FAULTY);
    const whole = await full(client);
    assert.deepEqual(await ask(client, 'semanticTokens/full/delta', { previousResultId: 'other' }), whole);
  });
});

describe('between totals and addends', TIMEOUT, () => {
  const total = { position: rangeOf(FAULTY, '4 |').start };

  test('highlights, definitions and references lead', async () => {
    const client = await opened(FAULTY);
    const highlights = await ask<DocumentHighlight[]>(client, 'documentHighlight', total);
    assert.deepEqual(highlights.map(({ range, kind }) => `${wordsAt(client, range)} ${kind}`), ['3 2', '0 2', '0 2', '0 2', '0 2', '0 2', '4 3', '3 3']);
    const links = await ask<DefinitionLink[]>(client, 'definition', total);
    assert.equal(wordsAt(client, links[0]!.originSelectionRange!), '4');
    assert.deepEqual(links.map(({ targetUri, targetSelectionRange }) => [targetUri, wordsAt(client, targetSelectionRange)]), ['3', '0', '0', '0', '0', '0'].map((words) => [URI, words]));
    const references = await ask<Location[]>(client, 'references', { ...total, context: { includeDeclaration: true } });
    assert.deepEqual(references.map(({ uri, range }) => [uri, wordsAt(client, range)]), [[URI, '4'], [URI, '3']]);
  });

  test('definitions are plain places for an editor without links', async () => {
    const client = await opened(FAULTY, { capabilities: PULLING });
    const locations = await ask<Location[]>(client, 'definition', total);
    assert.deepEqual(locations.map(({ uri, range }) => [uri, wordsAt(client, range)]).slice(0, 2), [[URI, '3'], [URI, '0']]);
    assert.equal(await ask(client, 'definition', placeOf(FAULTY, '开展工作')), null);
  });
});

test('selections grow, each position by itself', TIMEOUT, async () => {
  const client = await opened(FAULTY);
  const ranges = await ask<SelectionRange[]>(client, 'selectionRange', { positions: [rangeOf(FAULTY, '4 |').start, { line: 0, character: 0 }] });
  const steps = (range: SelectionRange | undefined): string[] => (range ? [wordsAt(client, range.range), ...steps(range.parent)] : []);
  const [cell, title] = ranges.map(steps);
  assert.deepEqual(cell!.slice(0, 2), ['4', '（一）予以公开 | 3 | 0 | 0 | 0 | 0 | 0 | 4']);
  assert.equal(cell!.at(-1), FAULTY);
  assert.deepEqual(title, [FAULTY]);
});

test('where there is nothing to select, the answer is a place in the text', TIMEOUT, async () => {
  const client = await opened('');
  assert.deepEqual(await ask(client, 'selectionRange', { positions: [{ line: 7, character: 7 }] }), [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }]);
});
