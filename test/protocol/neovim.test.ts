/** A client that nobody here wrote. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtServer } from '../support/builtServer';
import { reportText } from '../support/reports';

interface Outcome {
  readonly problem?: string;
  readonly opened: readonly string[];
  readonly fixed: readonly string[];
  readonly allFixed: readonly string[];
  readonly text: string;
}

const missing = spawnSync('nvim', ['--version']).error && 'Neovim (nvim) is not on the PATH: apt-get install neovim';

test('Neovim shows the findings and applies the fixes', { skip: missing ?? false, timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-nvim-'));
  const report = join(folder, '2024.txt');
  const result = join(folder, 'result.json');
  // Two runs of radicals, after characters of three bytes each.
  writeFileSync(report, reportText().replace('公开信息12条', '公开⽂件12条').replace('网站运行平稳', '⽹站运行平稳'));
  const env = { ...process.env, OGI_NODE: process.execPath, OGI_SERVER: builtServer(), OGI_REPORT: report, OGI_RESULT: result, OGI_REPORT_PUSH_DELAY_MS: '20' };
  const run = spawnSync('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(__dirname, 'neovim.lua')}`], { env, encoding: 'utf8', timeout: 100_000 });
  assert.equal(run.status, 0, run.stderr);
  const outcome = JSON.parse(readFileSync(result, 'utf8')) as Outcome;
  assert.equal(outcome.problem, undefined, run.stderr);
  assert.deepEqual(outcome.opened, ['glyph/radical', 'glyph/radical']);
  assert.deepEqual(outcome.fixed, ['glyph/radical']);
  assert.deepEqual(outcome.allFixed, []);
  assert.equal(`${outcome.text}\n`, reportText().replace('公开信息12条', '公开文件12条'));
});
