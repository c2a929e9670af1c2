/**
 * The first five minutes of somebody who has a report and has just installed the extension: what the README tells, done with
 * mouse and keyboard. A test of it, and the maker of its pictures.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openEditor } from './ui.mjs';

/**
 * @param {(editor: Awaited<ReturnType<typeof openEditor>>, name: string) => Promise<unknown>} picture  takes one of the window as it is
 * @param {object} [options]  for the editor
 */
export async function firstMinutes(picture, options = {}) {
  const editor = await openEditor({ file: 'sample.ogi', viewport: { width: 1180, height: 760 }, ...options });
  const { page } = editor;
  try {
    const before = readFileSync(editor.file, 'utf8');
    const lineOf = (words) => before.split('\n').findIndex((line) => line.includes(words)) + 1;

    // 1 · Open a report: it is recognised, and the status says which form it is checked against.
    assert.ok((await editor.squiggles()) > 0, 'no squiggle');
    const status = page.getByRole('button', { name: 'Editor Language Status' });
    await status.click();
    await page.locator('.hover-language-status').first().waitFor();
    const said = (await page.locator('.hover-language-status').allInnerTexts()).join('\n');
    assert.match(said, /2021/);
    await picture(editor, 'first-open');
    await page.keyboard.press('Escape');

    // 2 · Read the first problem, where it stands and in the list; the light bulb offers its cure.
    assert.ok((await editor.problems()).length > 3, 'the Problems list is short of findings');
    await editor.goTo(lineOf('⾏⽂'), before.split('\n')[lineOf('⾏⽂') - 1].indexOf('⾏⽂') + 1);
    assert.ok((await editor.lightBulb()).length > 0, 'the light bulb offers nothing');
    await picture(editor, 'first-problem');
    await page.keyboard.press('Escape');

    // 3 · Fix all that is safe to fix, with the button above the text: no number changes.
    await page.getByRole('button', { name: 'Fix Everything That Is Safe to Fix' }).first().click();
    const fixed = await editor.saved((text) => text !== before);
    assert.doesNotMatch(fixed, /[\u2e80-\u2fdf]/);
    assert.deepEqual(fixed.match(/\d+/g), before.match(/\d+/g), 'fix-all must not touch a number');
    await editor.goTo(lineOf('（七）总计'), 1);
    await picture(editor, 'first-fixed');

    // And what is left, as the form draws it: the cell that is wrong leads to its number.
    await page.keyboard.press('Control+J');
    await page.keyboard.press('Control+B');
    await page.getByRole('button', { name: 'Show the Preview Beside the Text' }).first().click();
    const wrong = editor.preview().locator('td.certain');
    await wrong.scrollIntoViewIfNeeded();
    await wrong.click();
    await editor.lineIs(lineOf('（七）总计'));
    await picture(editor, 'preview');
  } finally {
    await editor.close();
  }
}
