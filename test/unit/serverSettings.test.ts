import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Log } from '../../server/src/lsp/log';
import { DocumentSettings, readSettings } from '../../server/src/lsp/settings';

const surroundings = { locale: 'zh-cn', docsBase: '' };
const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, failed: () => undefined };

describe('settings', () => {
  test('what is missing or makes no sense is as package.json has it', () => {
    const defaults = { edition: 'auto', rules: {}, compareReports: true, checkWorkspace: false, inlayHints: 'totals', codeLens: true, maxProblems: 1000, locale: 'zh-CN', ignores: [], docsBase: '' };
    for (const value of [undefined, null, 7, 'x', [], {}, { edition: '1999', rules: [], maxProblems: 0, language: 'fr' }, { inlayHints: true, codeLens: 'yes' }, { maxProblems: 1.5, rules: 'off', compareReports: 'no' }]) {
      assert.deepEqual(readSettings(value, surroundings), defaults);
    }
  });

  test('rules keep the levels that are levels', () => {
    assert.deepEqual(readSettings({ rules: { 'glyph/width': 'off', 'table/missing': 'fatal', 'a/b': 1 } }, surroundings).rules, { 'glyph/width': 'off' });
  });

  test('messages are in the language of the settings, else of the editor, else Chinese', () => {
    const locale = (language: string, editor: string | undefined): string => readSettings({ language }, { locale: editor, docsBase: '' }).locale;
    assert.deepEqual([locale('auto', undefined), locale('auto', 'zh-TW'), locale('auto', 'de'), locale('en', 'zh-cn'), locale('zh-CN', 'en')], ['zh-CN', 'zh-CN', 'en', 'en', 'zh-CN']);
  });
});

describe('settings of documents', () => {
  test('equal settings are one object', async () => {
    const settings = new DocumentSettings(() => Promise.resolve({ edition: '2021', rules: { b: 'off', a: 'hint' } }), undefined, surroundings, log);
    const first = await settings.of('file:///1');
    settings.changed(null);
    assert.equal(await settings.of('file:///2'), first);
  });

  test('an editor is asked once a document, and again after a change', async () => {
    const asked: string[] = [];
    const settings = new DocumentSettings((uri) => (asked.push(uri), Promise.resolve({})), undefined, surroundings, log);
    await settings.of('1');
    await settings.of('1');
    settings.changed(null);
    await settings.of('1');
    settings.forget('1');
    await settings.of('1');
    assert.deepEqual(asked, ['1', '1', '1']);
  });

  test('an answer from before a change is not used', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const settings = new DocumentSettings(() => new Promise((resolve) => answers.push(resolve)), undefined, surroundings, log);
    const waiting = settings.of('1');
    settings.changed(null);
    answers[0]!({ maxProblems: 1 });
    await new Promise(setImmediate);
    answers[1]!({ maxProblems: 2 });
    assert.equal((await waiting).maxProblems, 2);
  });

  test('editors that are not asked send them, first and later', async () => {
    const settings = new DocumentSettings(undefined, { maxProblems: 1 }, surroundings, log);
    let changes = 0;
    settings.onDidChange(() => changes++);
    assert.equal((await settings.of('1')).maxProblems, 1);
    settings.changed({ ogiReport: { maxProblems: 2 } });
    settings.changed({ other: {} });
    assert.equal((await settings.of('1')).maxProblems, 2);
    assert.equal(changes, 2);
  });

  test('an editor that fails to answer leaves what it sent first', async () => {
    const failures: string[] = [];
    const settings = new DocumentSettings(() => Promise.reject(new Error('no')), { maxProblems: 3 }, surroundings, { ...log, error: (what) => failures.push(what) });
    assert.equal((await settings.of('1')).maxProblems, 3);
    assert.equal(failures.length, 1);
  });
});
