/** Clients that nobody here wrote. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtServer } from '../support/builtServer';
import { reportText } from '../support/reports';

/** What a client's script writes of its session. */
interface Outcome {
  readonly problem?: string;
  readonly opened: readonly string[];
  readonly fixed: readonly string[];
  readonly allFixed: readonly string[];
  readonly text: string;
}

/** Two sections with a radical, after characters of three bytes each. */
const REPORT = reportText().replace('公开信息12条', '公开⽂件12条').replace('解读形式单一', '解读⽅式单一');

const clients: readonly { readonly name: string; readonly program: string; readonly packages: string; readonly args: readonly string[] }[] = [
  { name: 'Neovim', program: 'nvim', packages: 'neovim', args: ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(__dirname, 'neovim.lua')}`] },
  { name: 'Emacs with Eglot', program: 'emacs', packages: 'emacs-nox elpa-eglot', args: ['-q', '--batch', '-l', join(__dirname, 'emacs.el')] },
];

for (const { name, program, packages, args } of clients) {
  const missing = spawnSync(program, ['--version']).error && `${program} is not on the PATH: apt-get install ${packages}`;

  test(`${name} shows the findings and applies the fixes`, { skip: missing ?? false, timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'ogi-report-editor-'));
    const report = join(folder, '2024.txt');
    const result = join(folder, 'result.json');
    writeFileSync(report, REPORT);
    const env = { ...process.env, OGI_NODE: process.execPath, OGI_SERVER: builtServer(), OGI_REPORT: report, OGI_RESULT: result, OGI_REPORT_PUSH_DELAY_MS: '20' };
    const run = spawnSync(program, args, { env, encoding: 'utf8', timeout: 100_000 });
    assert.equal(run.status, 0, run.stderr);
    const outcome = JSON.parse(readFileSync(result, 'utf8')) as Outcome;
    assert.equal(outcome.problem, undefined, run.stderr);
    assert.deepEqual(outcome.opened, ['glyph/radical', 'glyph/radical']);
    assert.deepEqual(outcome.fixed, ['glyph/radical']);
    assert.deepEqual(outcome.allFixed, []);
    assert.equal(`${outcome.text.trimEnd()}\n`, reportText().replace('公开信息12条', '公开文件12条').replace('解读形式单一', '解读方式单一'));
  });
}
