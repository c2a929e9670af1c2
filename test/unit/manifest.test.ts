/** package.json, its translations and the client's sources agree with each other. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS as ANALYSIS_SETTINGS } from '../../server/src/analysis/settings';
import { CONFIG_FILE as PURE_CONFIG_FILE } from '../../server/src/analysis/config';
import { CONFIG_FILE, DEFAULT_SETTINGS, SETTINGS_SECTION } from '../../server/src/protocol';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readJson = <T>(path: string): T => JSON.parse(read(path)) as T;

interface Setting {
  readonly order: number;
  readonly type: string;
  readonly scope: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly markdownDescription?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly icon: string;
  readonly l10n: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean }; readonly virtualWorkspaces: boolean };
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly extensions: readonly string[]; readonly configuration: string; readonly icon: Record<string, string> }[];
    readonly grammars: readonly { readonly language: string; readonly scopeName: string; readonly path: string }[];
    readonly snippets: readonly { readonly language: string; readonly path: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
    readonly menus: Record<string, readonly { readonly command: string }[]>;
    readonly configuration: { readonly properties: Record<string, Setting> };
    readonly configurationDefaults: Record<string, Record<string, unknown>>;
  };
}

type Bundle = Record<string, string>;

const manifest = readJson<Manifest>('package.json');
const { contributes } = manifest;
const settings = contributes.configuration.properties;

const clientSources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(join('client/src', path)))
  .join('\n');

const matches = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].sort();

describe('translations', () => {
  const used = matches(read('package.json'), /%([\w.-]+)%/g);

  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    test(`${file} holds every key that package.json uses, and no other`, () => {
      const bundle = readJson<Bundle>(file);
      assert.deepEqual(Object.keys(bundle).sort(), used);
      for (const [key, text] of Object.entries(bundle)) assert.notEqual(text.trim(), '', key);
    });
  }

  test('the client bundle holds every message of the client, and no other', () => {
    const bundle = readJson<Bundle>(join(manifest.l10n, 'bundle.l10n.zh-cn.json'));
    const messages = matches(clientSources, /\bt\('((?:[^'\\]|\\.)+)'/g);
    assert.deepEqual(Object.keys(bundle).sort(), messages);
    const placeholders = (text: string): string[] => matches(text, /(\{\d\})/g);
    for (const [message, translation] of Object.entries(bundle)) assert.deepEqual(placeholders(translation), placeholders(message), message);
  });
});

describe('commands', () => {
  const declared = contributes.commands.map(({ command }) => command).sort();

  test('every declared command is registered by the client, and no other', () => {
    assert.deepEqual(matches(clientSources, /\bid: '(ogiReport\.\w+)'/g), declared);
  });

  test('the schema of a folder’s settings is packaged with the extension', () => {
    const [validation] = contributes.jsonValidation;
    assert.equal(validation!.fileMatch, CONFIG_FILE);
    assert.equal(CONFIG_FILE, PURE_CONFIG_FILE);
    assert.equal(readJson<{ title: string }>(validation!.url).title, CONFIG_FILE);
    assert.ok(read('.vscodeignore').split('\n').includes(`!${validation!.url.replace('./', '')}`));
  });

  test('menus and status items name declared commands', () => {
    const named = [...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command)), ...matches(clientSources, /command: '(ogiReport\.\w+)'/g)];
    for (const command of named) assert.ok(declared.includes(command), command);
  });
});

describe('settings', () => {
  test('every setting is described, and each of its values', () => {
    for (const [name, setting] of Object.entries(settings)) {
      assert.ok(name.startsWith(`${SETTINGS_SECTION}.`), name);
      assert.ok(setting.markdownDescription, name);
      assert.equal((setting.markdownEnumDescriptions ?? []).length, (setting.enum ?? []).length, name);
      if (setting.enum) assert.ok(setting.enum.includes(setting.default as string), name);
    }
  });

  test('they are about ten, in an order that is told', () => {
    const orders = Object.values(settings).map(({ order }) => order);
    assert.ok(orders.length <= 10, `${orders.length} settings`);
    assert.deepEqual(orders, orders.map((_, i) => i + 1));
  });

  test('defaults are those the server assumes for other editors', () => {
    for (const [name, value] of Object.entries(DEFAULT_SETTINGS)) assert.deepEqual(settings[`${SETTINGS_SECTION}.${name}`]?.default, value, name);
  });

  test('every setting is read: by the server, by the client, or by the language client library', () => {
    const read = [...Object.keys(DEFAULT_SETTINGS), 'detection', 'trace.server'].map((name) => `${SETTINGS_SECTION}.${name}`);
    assert.deepEqual(Object.keys(settings).sort(), read.sort());
  });
});

describe('language', () => {
  const [language] = contributes.languages;

  test('.ogi is ours, .txt is not', () => {
    assert.equal(language?.id, 'ogi-report');
    assert.deepEqual(language.extensions, ['.ogi']);
  });

  test('plain text wakes the extension, nothing is restricted', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:plaintext', 'onWebviewPanel:ogiReport.preview']);
    assert.deepEqual(manifest.capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
  });

  test('reports look as plain text does: no boxes around full-width characters, nothing trimmed', () => {
    const defaults = contributes.configurationDefaults['[ogi-report]'];
    assert.equal(defaults?.['editor.unicodeHighlight.ambiguousCharacters'], false);
    assert.equal(defaults['editor.unicodeHighlight.invisibleCharacters'], false);
    assert.equal(defaults['files.trimTrailingWhitespace'], false);
  });

  test('every file that is named exists', () => {
    const files = [manifest.icon, language!.configuration, ...Object.values(language!.icon), ...contributes.grammars.map(({ path }) => path)];
    for (const file of files) assert.ok(read(file).length > 0, file);
  });
});

describe('snippets', () => {
  const snippets = readJson<Record<string, { readonly prefix: readonly string[]; readonly description: string; readonly body: readonly string[] }>>(contributes.snippets[0]!.path);
  const body = (prefix: string): string => Object.values(snippets).find((snippet) => snippet.prefix.includes(prefix))!.body.join('\n');
  /** Cells that stand between bars and are to be filled in. */
  const blanks = (text: string): number => text.match(/\| \/(?= \|)|^\/(?= \|)/gm)?.length ?? 0;

  test('2021: six sections and 10 + 175 + 15 numbers', () => {
    assert.equal(body('report2021').match(/^[一二三四五六]、.*(?:情况|事项)$/gm)?.length, 6);
    assert.equal(blanks(body('report2021')), 10 + 175 + 15);
  });

  test('with agency and year put in, nothing is wrong but the blanks', () => {
    for (const [prefix, year, edition] of [['report2021', 2025, '2021'], ['report2019', 2020, '2019']] as const) {
      const text = body(prefix).replaceAll(/\$\{1:[^}]*\}/g, '云溪县水利局').replaceAll(/\$\{2:\d+\}|\$2/g, String(year)).replace('$0', '');
      assert.doesNotMatch(text, /\$/);
      const { reports, diagnostics } = analyse(text, ANALYSIS_SETTINGS);
      assert.equal(reports[0]!.model.edition.id, edition);
      assert.deepEqual([...new Set(diagnostics.map(({ rule }) => rule))], ['table/blank-cell'], prefix);
    }
  });

  test('2019: six sections and 22 + 161 + 15 numbers', () => {
    assert.equal(body('report2019').match(/^[一二三四五六]、.*(?:情况|事项)$/gm)?.length, 6);
    assert.equal(blanks(body('report2019')), 22 + 161 + 15);
  });
});
