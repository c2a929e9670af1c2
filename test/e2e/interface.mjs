/**
 * What a person does with mouse and keyboard, in the workbench itself: read the squiggles and the Problems list, take a
 * fix from the light bulb, fix all, undo, look at the outline, save. Each check is a row like those of the suite.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { inProject } from '../host/project.mjs';
import { beginReport, walkThrough } from './beginning.mjs';
import { firstMinutes } from './firstMinutes.mjs';
import { readPreview, restorePreview, savePreviewed } from './previewing.mjs';
import { openEditor } from './ui.mjs';

/** @typedef {import('./run.mjs').Row} Row */

/** @returns {Promise<Row[]>} */
export async function runInterface() {
  const rows = [];
  await check(rows, 'interface: sample.ogi, from squiggle to saved file', repairSample);
  await check(rows, 'interface: a problem is left with a reason, from the light bulb to the folder’s settings', leaveOne);
  await check(rows, 'interface: the first five minutes, as the README tells them', () => firstMinutes((editor, name) => editor.screenshot(name)));
  await check(rows, 'interface: a new report from last year’s, everything else blank', beginReport);
  await check(rows, 'interface: the walkthrough, each step ticked off when it is done', walkThrough);
  await check(rows, 'interface: the preview beside the text, there and back and into a file', readPreview);
  await check(rows, 'interface: a pasted report is saved under a name, and its preview goes along', savePreviewed);
  await check(rows, 'interface: a preview comes back with the window', restorePreview);
  const seeds = resolve(inProject('..', 'shared', 'reports', 'seeds'));
  if (!existsSync(seeds)) console.log('Skipped: no folder with real reports beside the project.');
  else for (const name of readdirSync(seeds).sort()) await check(rows, `interface: ${name} is recognised, checked and outlined`, () => readSeed(resolve(seeds, name)));
  return rows;
}

async function check(rows, name, run) {
  const started = Date.now();
  const error = await run().then(
    () => undefined,
    (caught) => (caught instanceof Error ? (caught.stack ?? caught.message) : String(caught)),
  );
  const row = { name, ok: error === undefined, ms: Date.now() - started, ...(error === undefined ? {} : { error }) };
  console.log(`${row.ok ? '✔' : '✖'} ${name} (${row.ms} ms)${error ? `\n${error}` : ''}`);
  rows.push(row);
}

async function repairSample() {
  const editor = await openEditor({ file: 'sample.ogi' });
  try {
    assert.ok((await editor.squiggles()) > 0, 'no squiggle');
    const before = readFileSync(editor.file, 'utf8');
    assert.match(before, /⾏⽂/);
    const line = before.split('\n').findIndex((text) => text.includes('⾏⽂')) + 1;
    const column = before.split('\n')[line - 1].indexOf('⾏⽂') + 1;
    assert.ok((await editor.problems()).length > 3, 'the Problems list is short of findings');

    await editor.goTo(line, column);
    assert.ok((await editor.lightBulb()).length > 0, 'the light bulb offers nothing');
    await editor.page.keyboard.press('Enter');
    assert.match(await editor.saved((text) => text.includes('行文')), /行文/, 'the fix did not reach the file');

    await editor.undo();
    assert.equal(await editor.saved((text) => text === before), before, 'undo must bring back the text');

    await editor.command('Fix Everything That Is Safe to Fix');
    const fixed = await editor.saved((text) => text !== before);
    assert.doesNotMatch(fixed, /[\u2e80-\u2fdf]/);
    assert.deepEqual(fixed.match(/\d+/g), before.match(/\d+/g), 'fix-all must not touch a number');

    assert.ok((await editor.outline()).some((row) => row.includes('一、')), 'the outline does not begin with section 一');
  } finally {
    await editor.close();
  }
}

/** Leaves the radicals of the sample as they are. */
async function leaveOne() {
  const editor = await openEditor({ file: 'sample.ogi' });
  try {
    assert.ok((await editor.squiggles()) > 0, 'no squiggle');
    const lines = readFileSync(editor.file, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes('⾏⽂'));
    await editor.goTo(line + 1, lines[line].indexOf('⾏⽂') + 1);
    await editor.lightBulb();
    const focused = editor.page.locator('.action-widget .monaco-list-row.focused');
    for (let i = 0; !/Leave this one.*glyph\/radical/.test(await focused.innerText()); i++) {
      assert.ok(i < 10, 'the light bulb does not offer to leave it');
      await editor.page.keyboard.press('ArrowDown');
    }
    await editor.page.keyboard.press('Enter');
    const input = editor.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill('原件如此');
    await editor.page.keyboard.press('Enter');
    const settings = join(dirname(editor.file), '.ogireport.json');
    for (const until = Date.now() + 30_000; !existsSync(settings) || !readFileSync(settings, 'utf8').includes('原件如此'); ) {
      assert.ok(Date.now() < until, 'the reason did not reach the settings');
      await editor.page.waitForTimeout(200);
    }
    const { ignores } = JSON.parse(readFileSync(settings, 'utf8'));
    assert.deepEqual(ignores.map(({ file, rule, reason }) => [file, rule, reason]), [[basename(editor.file), 'glyph/radical', '原件如此']]);
    await editor.problems();
    await editor.page.waitForFunction(() => !/glyph\/radical/.test(document.querySelector('.markers-panel')?.textContent ?? 'glyph/radical'));
    assert.equal(readFileSync(editor.file, 'utf8'), lines.join('\n'), 'the report stays as it is');
  } finally {
    await editor.close();
  }
}

/** A real report, opened as the `.txt` it is. */
async function readSeed(file) {
  const editor = await openEditor({ file });
  try {
    await editor.page.getByText('OGI Annual Report', { exact: true }).first().waitFor();
    const problems = await editor.problems();
    assert.ok(problems.length > 1, 'no findings');
    // Only the rows in view are drawn; the whole tree is checked through the API.
    assert.ok((await editor.outline()).some((row) => row.includes('一、')), 'the outline does not begin with section 一');
    await editor.screenshot(`seed-${basename(file).slice(0, 3)}`);
  } finally {
    await editor.close();
  }
}
