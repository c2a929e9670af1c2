/** The preview in the workbench, with mouse and keyboard. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../host/project.mjs';
import { openEditor } from './ui.mjs';

/** From the page to the text and back, live, and saved as a file. */
export async function readPreview() {
  const editor = await openEditor({ file: 'sample.ogi', viewport: { width: 1400, height: 900 } });
  const { page } = editor;
  try {
    await editor.squiggles();
    await page.getByRole('button', { name: 'Show the Preview Beside the Text' }).click();
    const preview = editor.preview();
    const total = preview.locator('[data-value="processedTotal/naturalPerson"]');
    assert.match(await total.innerText(), /19\s+should be 18/);

    // There: a click, and Enter on a cell that the arrow keys led to.
    const lines = readFileSync(editor.file, 'utf8').split('\n');
    const lineOf = (start) => lines.findIndex((line) => line.startsWith(start)) + 1;
    await total.click();
    await editor.lineIs(lineOf('（七）总计'));
    await total.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await editor.lineIs(lineOf('四、结转'));

    // And back: the cursor of the text is shown on the page.
    await editor.goTo(lineOf('行政许可'), lines[lineOf('行政许可') - 1].indexOf('14') + 1);
    await preview.locator('[data-value="licensing/decisions"][aria-current]').waitFor();

    // Live: what is typed is drawn.
    await page.keyboard.type('9');
    await preview.locator('[data-value="licensing/decisions"]', { hasText: '914' }).waitFor();
    await editor.saved((text) => text.includes('914'));

    await editor.command('Save or Print the Preview');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.keyboard.press('Enter');
    const saved = await fileAppears(editor.file.replace(/\.ogi$/, '.html'));
    assert.match(saved, /^<!DOCTYPE html>/);
    assert.match(saved, />914</);
    assert.doesNotMatch(saved, /<script/);
  } finally {
    await editor.close();
  }
}

/** A report that was pasted is saved by the dialog, and the preview goes along. */
export async function savePreviewed() {
  // While VS Code guesses, there is a moment in which the commands of a report are not offered.
  const editor = await openEditor({ file: 'clean-2021.ogi', settings: { 'workbench.editor.languageDetection': false } });
  const { page } = editor;
  try {
    // Of the commands that are found first is one that compares two such files.
    await page.keyboard.press('F1');
    await page.keyboard.type('File: New Untitled Text File');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: /New Untitled Text File(?!s)/ }).first().click();
    await page.locator('#status\\.editor\\.mode', { hasText: 'Plain Text' }).waitFor();
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.insertText(readFileSync(editor.file, 'utf8').replaceAll('2024', '2023'));
    await page.locator('#status\\.editor\\.mode', { hasText: 'OGI Annual Report' }).waitFor();
    await editor.command('Show the Preview Beside the Text');
    await page.locator('.tab', { hasText: 'Preview Untitled-1' }).waitFor();
    await page.locator('.monaco-editor .view-lines').first().click();
    await page.keyboard.press('Control+Shift+S');
    // The dialog proposes the first line.
    await page.waitForFunction(() => /云溪县.*\.ogi$/.test(document.querySelector('.quick-input-widget input')?.value ?? ''));
    await page.keyboard.press('Enter');
    await page.locator('.tab', { hasText: 'Preview 云溪县' }).waitFor();
    await editor.preview().locator('h1', { hasText: '2023' }).waitFor();
    assert.equal(await page.locator('.tab', { hasText: 'Untitled' }).count(), 0, 'nothing is left of the text without a name');
  } finally {
    await editor.close();
  }
}

/** A window of an extension in development forgets what was open; one with an installed extension does not. */
export async function restorePreview() {
  const extensions = temporaryFolder();
  symlinkSync(root, join(extensions, 'ogi-report.ogi-report-0.1.0'), 'junction');
  const editor = await openEditor({ file: 'sample.ogi', extensions });
  const { page } = editor;
  try {
    await editor.squiggles();
    await editor.command('Show the Preview Beside the Text');
    await editor.preview().locator('td.certain').waitFor();
    // The window writes down what is open when it finds the time, and tells nobody.
    await page.waitForTimeout(5000);
    // The address of the window without the file to open: what was open is up to the window itself.
    const url = new URL(page.url());
    const payload = JSON.parse(url.searchParams.get('payload')).filter(([name]) => name !== 'openFile');
    url.searchParams.set('payload', JSON.stringify(payload));
    await page.goto(url.href);
    await editor.preview().locator('td.certain').waitFor();
  } finally {
    await editor.close();
  }
}

async function fileAppears(file) {
  for (const until = Date.now() + 15_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 200))) {
    if (existsSync(file)) return readFileSync(file, 'utf8');
  }
  throw new Error(`${file} was not written`);
}
