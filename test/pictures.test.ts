/** The pictures of the docs: each is taken by the command, each is shown, and every feature has one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';

const root = join(__dirname, '..');
const PAGE = 'docs/features.md';
const FOLDER = 'docs/images/features';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const shown = [...read(PAGE).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path!);
const taken = [...read('test/e2e/pictures.mjs').matchAll(/^ {2}'?([a-z-]+)'?: \{$/gm)].map(([, name]) => name!);

/** What an editor asks a language server for, and the picture of it. */
const FEATURES: Readonly<Record<string, string>> = {
  ...{ hover: 'hover', inlayHint: 'inlay-hints', signatureHelp: 'signature-help', documentHighlight: 'highlights', references: 'references', definition: 'references', codeLens: 'code-lens' },
  ...{ semanticTokens: 'semantic-tokens', selectionRange: 'selections', documentSymbol: 'outline', foldingRange: 'outline', documentLink: 'article', completion: 'completion-rows', newReport: 'new-report' },
  ...{ inlineCompletion: 'ghost-text', formatting: 'formatting-after', rename: 'rename', codeAction: 'quick-fixes', configEdit: 'quick-fixes', configDiagnostics: 'folder-settings', diagnostics: 'check-workspace' },
  ...{ workspaceSymbol: 'workspace-symbols', preview: 'preview-tables' },
};

describe('the pictures of features', () => {
  test('are those that the page shows and the command takes', () => {
    const files = readdirSync(join(root, FOLDER)).sort();
    assert.deepEqual(shown.map((path) => join(dirname(PAGE), path)).sort(), files.map((name) => join(FOLDER, name)));
    assert.deepEqual(taken.map((name) => `${name}.webp`).sort(), files);
  });

  test('are small', () => {
    for (const path of shown) assert.ok(statSync(join(root, 'docs', path)).size < 100_000, path);
  });

  test('show every feature of the server', () => {
    const listed = /FEATURES: readonly Feature\[\] = \[([^;]*)\];/.exec(read('server/src/lsp/service.ts'))![1]!;
    const features = [...listed.matchAll(/\b[a-z]\w+\b/g)].map(([name]) => name);
    assert.deepEqual([...features].sort(), Object.keys(FEATURES).sort());
    for (const picture of Object.values(FEATURES)) assert.ok(taken.includes(picture), picture);
  });

  test('of the README are there', () => {
    const paths = [...read('README.md').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path!);
    assert.ok(paths.length > 3);
    for (const path of paths) assert.ok(statSync(join(root, path)).size > 0, path);
  });
});
