/** `format` without a layout: tables set in order, as the editor does it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { formatting } from '../../server/src/features/formatting';
import { CLEAN, folderWith, ogiReport } from '../support/commandLine';

test('columns line up in place, and a second time nothing changes', async () => {
  const cwd = folderWith({ 'a.ogi': CLEAN });
  const { code, out, err } = await ogiReport(['format', 'a.ogi'], { cwd });
  assert.deepEqual([code, err], [0, '1 个文件，修改了 1 个\n']);
  assert.match(out, /^a\.ogi: 整理表格 \d+ 处\n$/);
  assert.equal(readFileSync(join(cwd, 'a.ogi'), 'utf8'), applyEdits(CLEAN, formatting(analyse(CLEAN, DEFAULT_SETTINGS))));
  assert.match((await ogiReport(['format', 'a.ogi'], { cwd })).err, /修改了 0 个/);
});

test('of standard input the result is written, with --dry-run only what would change is told', async () => {
  assert.match((await ogiReport(['format', '-'], { input: CLEAN })).out, /^规章 {15}\| 0/m);
  const cwd = folderWith({ 'a.ogi': CLEAN });
  const { out } = await ogiReport(['format', '--dry-run', '--lang', 'en', 'a.ogi'], { cwd });
  assert.match(out, /^a\.ogi:\d+: tables set in order, \d+ places\n$/);
  assert.equal(readFileSync(join(cwd, 'a.ogi'), 'utf8'), CLEAN);
});

test('--table is for --layout', async () => {
  const { code, err } = await ogiReport(['format', '--table', 'requests', 'a.ogi']);
  assert.equal(code, 2);
  assert.match(err, /--table 只与 --layout 一起使用/);
});
