/** The preview over the protocol: the built server as our editor sees it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Preview } from '../../server/src/features/preview';
import { PAGE_REQUEST, type PageResult, PREVIEW_OUTDATED_NOTIFICATION, PREVIEW_REQUEST, type PreviewResult } from '../../server/src/protocol';
import { startedWith } from '../support/clients';
import type { LanguageClient } from '../support/languageClient';
import { reportText } from '../support/reports';

const URI = 'file:///reports/2024.txt';
const OTHER = 'file:///reports/2023.txt';
const TIMEOUT = { timeout: 60_000 };

const opened = (text: string): Promise<LanguageClient> => startedWith(URI, text);

const ask = <T>(client: LanguageClient, method: string, params: object = {}): Promise<T> => client.connection.sendRequest(method, { textDocument: { uri: URI }, offset: 0, ...params });

test('a report is told as data, with its version and its place', TIMEOUT, async () => {
  const text = reportText();
  const { version, span, preview } = await ask<PreviewResult>(await opened(text), PREVIEW_REQUEST);
  assert.deepEqual([version, span], [1, { start: 0, end: text.length }]);
  const { title, sections } = preview as Preview;
  assert.equal(title, '云溪县水利局2024年政府信息公开工作年度报告');
  assert.deepEqual(sections.flatMap(({ table }) => table?.state ?? []), ['balanced', 'balanced', 'balanced']);
});

test('and as a page', TIMEOUT, async () => {
  const { html } = await ask<PageResult>(await opened(reportText({ cell: () => '7' })), PAGE_REQUEST);
  assert.match(html, /^<!DOCTYPE html>/);
  assert.match(html, /（本列数据的勾稽关系为/);
});

test('there is nothing where there is no report, no document, or no sense in the question', TIMEOUT, async () => {
  const client = await opened('随便写点什么。\n');
  assert.equal(await ask(client, PREVIEW_REQUEST), null);
  assert.equal(await ask(client, PAGE_REQUEST), null);
  assert.equal(await ask(client, PREVIEW_REQUEST, { textDocument: { uri: OTHER } }), null);
  assert.equal(await ask(client, PREVIEW_REQUEST, { textDocument: null }), null);
  assert.equal(await ask(client, PREVIEW_REQUEST, { offset: 'x' }), null);
});

test('who has asked is told when a report changes that it may be compared with', TIMEOUT, async () => {
  const client = await opened(reportText());
  const compared = async (): Promise<Preview['comparison']> => ((await ask<PreviewResult>(client, PREVIEW_REQUEST)).preview as Preview).comparison;
  assert.equal(await compared(), undefined);
  const told = new Promise<void>((resolve) => client.connection.onNotification(PREVIEW_OUTDATED_NOTIFICATION, resolve));
  await client.open(OTHER, reportText({ year: 2023 }));
  await ask(client, PREVIEW_REQUEST, { textDocument: { uri: OTHER } });
  await told;
  assert.equal((await compared())?.fiscalYear, 2023);
});
