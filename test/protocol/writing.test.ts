/** Writing in the editor, over the protocol: the built server as an editor sees it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ClientCapabilities, CompletionItem, DefinitionLink, DocumentLink, Location, MarkupContent, Range, SymbolInformation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AGENCIES_REQUEST, NEW_REPORT_REQUEST, type NewReportResult } from '../../server/src/protocol';
import { started, startedWith } from '../support/clients';
import { type LanguageClient, PULLING, rangeOf, type StartOptions } from '../support/languageClient';
import { readMarked } from '../support/marked';
import { reportText } from '../support/reports';

const URI = 'file:///reports/2024.txt';
const TIMEOUT = { timeout: 60_000 };

/** An editor that takes all that completion has. */
const RICH: ClientCapabilities = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true }, inlineCompletion: {}, definition: { linkSupport: true }, completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'], insertTextModeSupport: { valueSet: [1, 2] } } } },
};

const opened = (text: string, options: StartOptions = { capabilities: RICH }): Promise<LanguageClient> => startedWith(URI, text, options);

const folder = mkdtempSync(join(tmpdir(), 'ogi-report-writing-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A server with a folder of reports, of which none is open. */
async function withFolder(files: Readonly<Record<string, string>>): Promise<{ readonly client: LanguageClient; at(name: string): string }> {
  const own = mkdtempSync(join(folder, 'case-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
  const client = await started({ folders: [pathToFileURL(own).href] });
  return { client, at: (name) => pathToFileURL(join(own, name)).href };
}

const ask = <T>(client: LanguageClient, method: string, params: object = {}): Promise<T> => client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
const applied = (client: LanguageClient, edits: readonly TextEdit[]): string => TextDocument.applyEdits(client.documents.get(URI)!, [...edits]);

describe('completion', TIMEOUT, () => {
  const { text, cursor } = readMarked('云溪县水利局2024年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n一、本年新收$0\n');
  const items = async (client: LanguageClient): Promise<CompletionItem[]> => ask(client, 'completion', { position: client.documents.get(URI)!.positionAt(cursor!) });

  test('writes a row with places to be filled in, where the editor knows such, and as it stands', async () => {
    const client = await opened(text);
    assert.deepEqual(client.initializeResult.capabilities.completionProvider, { triggerCharacters: ['、', '（', '(', '.'], resolveProvider: true });
    const [item, ...others] = await items(client);
    assert.deepEqual([item!.label, others, item!.insertTextFormat, item!.insertTextMode], ['一、本年新收政府信息公开申请数量', [], 2, 1]);
    const { newText, range } = item!.textEdit as TextEdit;
    assert.equal(newText, `一、本年新收政府信息公开申请数量${[1, 2, 3, 4, 5, 6, 7].map((n) => ` | \${${n}:/}`).join('')} |`);
    assert.equal(client.documents.get(URI)!.getText(range), '一、本年新收');
  });

  test('writes marks in their places for any other, and tells what the row counts when it is asked', async () => {
    const client = await opened(text, { capabilities: PULLING, initializationOptions: { locale: 'en' } });
    const [item] = await items(client);
    assert.equal(applied(client, [item!.textEdit as TextEdit]), text.replace('本年新收', `本年新收政府信息公开申请数量${' | /'.repeat(7)} |`));
    assert.equal(item!.documentation, undefined);
    const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match((documentation as MarkupContent).value, /^requests newly received this year\. /);
  });

  test('an item that is none of the server’s comes back as it is', async () => {
    const client = await opened(text);
    for (const data of [undefined, { about: { kind: 'row' }, locale: 'en' }, { about: { kind: 'phrase', id: 'noFee' }, locale: 'fr' }]) {
      const item = { label: 'x', ...(data ? { data } : {}) };
      assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', item), item);
    }
  });

  test('of a text that is gone is not answered', async () => {
    const client = await opened(text, { capabilities: RICH, configuration: () => ({}) });
    const settled = assert.rejects(items(client), { code: -32801 });
    await client.change(URI, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    await settled;
  });
});

describe('formatting', TIMEOUT, () => {
  const untidy = reportText({ eol: '\r\n' }).replace('规章 | 0', '规章  |　0');
  const options = { tabSize: 4, insertSpaces: true };

  test('of the document, of a range and of several changes nothing but white space, lines with CRLF too', async () => {
    const client = await opened(untidy);
    const { documentFormattingProvider, documentRangeFormattingProvider } = client.initializeResult.capabilities;
    assert.deepEqual([documentFormattingProvider, documentRangeFormattingProvider], [true, { rangesSupport: true }]);
    const whole = applied(client, await ask(client, 'formatting', { options }));
    assert.notEqual(whole, untidy);
    assert.equal(whole.replace(/[^\S\r\n]/g, ''), untidy.replace(/[^\S\r\n]/g, ''));
    const range: Range = rangeOf(untidy, '规章');
    const one = applied(client, await ask(client, 'rangeFormatting', { options, range })).split('\r\n');
    assert.deepEqual(one.flatMap((line, i) => (line === untidy.split('\r\n')[i] ? [] : [i])), [range.start.line]);
    const other = rangeOf(untidy, '行政强制');
    const two = applied(client, await ask(client, 'rangesFormatting', { options, ranges: [range, other] })).split('\r\n');
    assert.deepEqual(two.flatMap((line, i) => (line === untidy.split('\r\n')[i] ? [] : [i])), [range.start.line, other.start.line]);
    await client.change(URI, { text: whole });
    assert.deepEqual(await ask(client, 'formatting', { options }), []);
  });
});

describe('a new report', TIMEOUT, () => {
  const carrying = (year: number, carried: string, agency = '云溪县水利局'): string =>
    reportText({ year, agency, cell: (row, column) => (/^(?:received|carriedOut)$/.test(row.id) && /^(?:naturalPerson|total)$/.test(column.id) ? carried : '0') });

  test('takes over what last year’s report of the agency carried over, as soon as the folder has been read', async () => {
    const { client, at } = await withFolder({ 'a.ogi': carrying(2023, '2'), 'b.txt': carrying(2024, '3'), 'c.ogi': carrying(2024, '5', '云溪县林业局') });
    const { text, carriedFrom } = await client.connection.sendRequest<NewReportResult>(NEW_REPORT_REQUEST, { agency: '云溪县水利局', year: 2025 });
    assert.equal(carriedFrom, at('b.txt'));
    assert.match(text!, /^云溪县水利局2025年政府信息公开工作年度报告\n/);
    assert.match(text!, /^二、上年结转政府信息公开申请数量 \| 3 \| 0 \| 0 \| 0 \| 0 \| 0 \| 3 \|$/m);
    assert.deepEqual(await client.connection.sendRequest(AGENCIES_REQUEST, {}), [
      { agency: '云溪县林业局', years: [2024] },
      { agency: '云溪县水利局', years: [2023, 2024] },
    ]);
  });

  test('is blank without one, and there is none of a year without a form, nor for nonsense', async () => {
    const { client } = await withFolder({});
    const made = (params: unknown): Promise<NewReportResult> => client.connection.sendRequest(NEW_REPORT_REQUEST, params);
    const { text, carriedFrom } = await made({ agency: '水利局', year: 2020 });
    assert.equal(carriedFrom, null);
    assert.match(text!, /^二、上年结转政府信息公开申请数量(?: \| \/){7} \|$/m);
    const nothing = { text: null, carriedFrom: null };
    assert.deepEqual(await made({ agency: '云溪县水利局', year: 2018 }), nothing);
    assert.deepEqual(await made({ agency: 1, year: 'x' }), nothing);
    assert.deepEqual(await client.connection.sendRequest(AGENCIES_REQUEST, {}), []);
  });
});

describe('renaming', TIMEOUT, () => {
  const text = '云溪县水利局2024年政府信息公开工作年度报告\r\n\r\n现公布云溪县水利局2024年政府信息公开工作年度报告，统计期限自2024年1月1日起至2024年12月31日止。\r\n';
  const at = (words: string): { readonly position: Range['start'] } => ({ position: rangeOf(text, words).start });
  const edits = ({ documentChanges }: WorkspaceEdit): TextEdit[] => documentChanges!.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : []));

  test('asks what a place is called, then changes every place at once, in the version that was asked about', async () => {
    const client = await opened(text);
    assert.deepEqual(client.initializeResult.capabilities.renameProvider, { prepareProvider: true });
    assert.deepEqual(await ask(client, 'prepareRename', at('水利局')), { range: rangeOf(text, '云溪县水利局'), placeholder: '云溪县水利局' });
    const agency = await ask<WorkspaceEdit>(client, 'rename', { ...at('水利局'), newName: ' 云溪县水务局 ' });
    assert.equal(applied(client, edits(agency)), text.replaceAll('水利局', '水务局'));
    assert.deepEqual(agency.documentChanges!.map((change) => 'textDocument' in change && change.textDocument), [{ uri: URI, version: 1 }]);
    const year = await ask<WorkspaceEdit>(client, 'rename', { ...at('2024年1月'), newName: '2025' });
    assert.equal(applied(client, edits(year)), text.replaceAll('2024', '2025'));
  });

  test('says why a name is none, and nothing where there is nothing to rename', async () => {
    const client = await opened(text, { capabilities: RICH, initializationOptions: { locale: 'en' } });
    await assert.rejects(ask(client, 'rename', { ...at('2024'), newName: '二四' }), /a year has four digits/);
    assert.equal(await ask(client, 'prepareRename', at('现公布')), null);
    assert.equal(await ask(client, 'rename', { ...at('现公布'), newName: '2025' }), null);
    const plain = await opened(text, { capabilities: PULLING });
    assert.equal(plain.initializeResult.capabilities.renameProvider, true);
  });
});

test('the sum of a row is shown where its total is about to be typed, in an editor that shows such', TIMEOUT, async () => {
  const { text, cursor } = readMarked('三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量\t3\t1\t0\t0\t0\t2\t$0\n');
  const client = await opened(text);
  const position = client.documents.get(URI)!.positionAt(cursor!);
  const asked = { position, context: { triggerKind: 1 } };
  assert.deepEqual(await ask(client, 'inlineCompletion', asked), [{ insertText: '6', range: { start: position, end: position } }]);
  assert.deepEqual(await ask(client, 'inlineCompletion', { ...asked, position: { line: 0, character: 0 } }), []);
  const plain = await opened(text, { capabilities: PULLING });
  assert.equal(plain.initializeResult.capabilities.inlineCompletionProvider, undefined);
});

describe('articles of the regulation', TIMEOUT, () => {
  const text = '一、总体情况\n依据《中华人民共和国政府信息公开条例》第四十九条、第五十条公布。\n';

  test('lead to the page that tells of them: links, and definitions', async () => {
    const client = await opened(text);
    const links = await ask<DocumentLink[]>(client, 'documentLink');
    assert.deepEqual(links.map(({ range }) => client.documents.get(URI)!.getText(range)), ['第四十九条', '第五十条']);
    const [{ target, tooltip }] = links as [DocumentLink];
    assert.match(tooltip!, /1 月 31 日前/);
    const [page, line] = target!.split('#L') as [string, string];
    assert.equal(readFileSync(fileURLToPath(page), 'utf8').split('\n')[Number(line) - 1], '## 第四十九条');
    const [definition] = await ask<DefinitionLink[]>(client, 'definition', { position: rangeOf(text, '四十九').start });
    assert.deepEqual([definition!.targetUri, definition!.targetRange.start.line, definition!.originSelectionRange], [page, Number(line) - 1, rangeOf(text, '第四十九条')]);
  });

  test('are plain places for an editor without links', async () => {
    const client = await opened(text, { capabilities: PULLING });
    const [place] = await ask<Location[]>(client, 'definition', { position: rangeOf(text, '五十条').start });
    assert.match(place!.uri, /\/docs\/law\/disclosure-regulation\.md$/);
  });
});

test('reports and sections are found across the folder', TIMEOUT, async () => {
  const { client, at } = await withFolder({ 'a.ogi': reportText({ agency: '云溪县水利局' }), 'b.txt': reportText({ agency: '云溪县林业局', year: 2023 }) });
  assert.equal(client.initializeResult.capabilities.workspaceSymbolProvider, true);
  await client.connection.sendRequest(AGENCIES_REQUEST, {}); // answered once the folder has been read
  const symbols = (query: string): Promise<SymbolInformation[]> => client.connection.sendRequest('workspace/symbol', { query });
  assert.deepEqual((await symbols('')).map(({ name, location: { uri } }) => [name, uri]), [['云溪县水利局 2024年', at('a.ogi')], ['云溪县林业局 2023年', at('b.txt')]]);
  const [section, ...others] = await symbols('2023 诉讼');
  assert.deepEqual([section!.name, section!.containerName, others], ['四、政府信息公开行政复议、行政诉讼情况', '云溪县林业局 2023年', []]);
});
