/** Every question about a document (findings are asked for in tests of their own), while the server still waits for its settings: withdrawn, or overtaken by an edit. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CancellationTokenSource, type ClientCapabilities, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { PAGE_REQUEST, PREVIEW_REQUEST } from '../../server/src/protocol';
import { started } from '../support/clients';
import { type LanguageClient, PULLING } from '../support/languageClient';
import { reportText } from '../support/reports';

const URI = 'file:///reports/2024.txt';
const TIMEOUT = { timeout: 60_000 };
const PLACE = { line: 2, character: 1 };
const RANGE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const OPTIONS = { tabSize: 4, insertSpaces: true };

/** By the name that the server logs: the method, and what is asked besides the document. */
const QUESTIONS: Readonly<Record<string, readonly [string, object]>> = {
  documentSymbol: ['textDocument/documentSymbol', {}],
  foldingRange: ['textDocument/foldingRange', {}],
  codeAction: ['textDocument/codeAction', { range: RANGE, context: { diagnostics: [] } }],
  hover: ['textDocument/hover', { position: PLACE }],
  signatureHelp: ['textDocument/signatureHelp', { position: PLACE }],
  inlayHint: ['textDocument/inlayHint', { range: RANGE }],
  codeLens: ['textDocument/codeLens', {}],
  semanticTokens: ['textDocument/semanticTokens/full', {}],
  'semanticTokens/delta': ['textDocument/semanticTokens/full/delta', { previousResultId: '' }],
  'semanticTokens/range': ['textDocument/semanticTokens/range', { range: RANGE }],
  documentHighlight: ['textDocument/documentHighlight', { position: PLACE }],
  definition: ['textDocument/definition', { position: PLACE }],
  references: ['textDocument/references', { position: PLACE, context: { includeDeclaration: true } }],
  selectionRange: ['textDocument/selectionRange', { positions: [PLACE] }],
  completion: ['textDocument/completion', { position: PLACE }],
  formatting: ['textDocument/formatting', { options: OPTIONS }],
  rangeFormatting: ['textDocument/rangeFormatting', { range: RANGE, options: OPTIONS }],
  rangesFormatting: ['textDocument/rangesFormatting', { ranges: [RANGE], options: OPTIONS }],
  prepareRename: ['textDocument/prepareRename', { position: PLACE }],
  rename: ['textDocument/rename', { position: PLACE, newName: '清河县水利局' }],
  inlineCompletion: ['textDocument/inlineCompletion', { position: PLACE, context: { triggerKind: 1 } }],
  documentLink: ['textDocument/documentLink', {}],
  preview: [PREVIEW_REQUEST, { offset: 0 }],
  page: [PAGE_REQUEST, { offset: 0 }],
};

const CAPABILITIES: ClientCapabilities = { ...PULLING, textDocument: { ...PULLING.textDocument, inlineCompletion: {}, rename: { prepareSupport: true } } };

/** An editor whose settings the server has to wait for until they are released. */
async function held(): Promise<{ readonly client: LanguageClient; readonly release: () => void }> {
  let release = (): void => undefined;
  const answer = new Promise<void>((resolve) => (release = resolve));
  const client = await started({
    capabilities: CAPABILITIES,
    prepare: (connection) =>
      connection.onRequest('workspace/configuration', async ({ items }: { items: readonly unknown[] }) => {
        await answer;
        return items.map(() => ({}));
      }),
  });
  await client.open(URI, reportText());
  return { client, release };
}

/** Whatever was sent before is being worked on: the server answers in this order, and at once what it does not know. */
const taken = async ({ connection }: LanguageClient): Promise<void> => void (await codeOf(connection.sendRequest('ogiReport/unknown')));

const codeOf = (answer: Promise<unknown>): Promise<number | undefined> =>
  answer.then(
    () => undefined,
    (error: unknown) => (error instanceof ResponseError || (error instanceof Error && 'code' in error) ? Number((error as ResponseError<unknown>).code) : NaN),
  );

test('are all of them', () => {
  const folder = join(__dirname, '../../server/src/lsp/requests');
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const names = [...sources.matchAll(/\bonDocument(?:<[^(]*>)?\(\s*context, '([\w/]+)'/g)].map(([, name]) => name!);
  assert.deepEqual(names.sort(), Object.keys(QUESTIONS).sort());
});

for (const [name, [method, params]] of Object.entries(QUESTIONS)) {
  test(`${name} that is cancelled is answered as cancelled, and asked again it is answered`, TIMEOUT, async () => {
    const { client, release } = await held();
    const source = new CancellationTokenSource();
    const ask = (): Promise<unknown> => client.connection.sendRequest(method, { textDocument: { uri: URI }, ...params }, source.token);
    const answer = codeOf(ask());
    await taken(client);
    source.cancel();
    release();
    assert.equal(await answer, LSPErrorCodes.RequestCancelled);
    assert.equal(await codeOf(client.connection.sendRequest(method, { textDocument: { uri: URI }, ...params })), undefined);
    assert.deepEqual(client.logs, []);
  });

  test(`${name} is not answered for a text that is no more`, TIMEOUT, async () => {
    const { client, release } = await held();
    const answer = codeOf(client.connection.sendRequest(method, { textDocument: { uri: URI }, ...params }));
    await taken(client);
    await client.change(URI, { range: { start: PLACE, end: PLACE }, text: '新' });
    await taken(client);
    release();
    assert.equal(await answer, LSPErrorCodes.ContentModified);
  });
}
