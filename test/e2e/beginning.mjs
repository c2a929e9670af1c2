/** How a report begins, in the workbench, with mouse and keyboard: a new one from last year's, and the walkthrough. */
import assert from 'node:assert/strict';
import { openEditor } from './ui.mjs';

/** “New Report…” asks whose and of which year, and takes over what the report in the workspace carried over. */
export async function beginReport() {
  // All of it is in view.
  const editor = await openEditor({ file: 'sample.ogi', viewport: { width: 1600, height: 1900 } });
  const { page } = editor;
  try {
    await editor.squiggles();
    await editor.command('OGI Report: New Report');
    const agency = page.locator('.quick-input-list .monaco-list-row', { hasText: '云溪县科技和工业信息化局' });
    assert.match(await agency.first().innerText(), /2024/);
    await agency.first().click();
    const year = page.locator('.quick-input-widget input');
    await page.locator('.quick-input-title', { hasText: 'Year' }).waitFor();
    assert.equal(await year.inputValue(), '2025');
    await year.fill('1999');
    await page.locator('.quick-input-message', { hasText: 'no national form' }).waitFor();
    await year.fill('2025');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '云溪县科技和工业信息化局2025年' }).first().waitFor();
    await page.locator('.notification-toast', { hasText: 'sample.ogi' }).first().waitFor();

    const lines = (await page.locator('.editor-instance .view-line').allInnerTexts()).map((line) => line.replaceAll('\u00a0', ' '));
    const rows = lines.filter((line) => /\| (?:\/|\d+) \|/.test(line));
    const [carried, ...others] = rows.toSorted((a, b) => Number(b.startsWith('二、')) - Number(a.startsWith('二、')));
    assert.match(carried, /^二、上年结转政府信息公开申请数量 \| 1 \| 1 \| 0 \| 0 \| 0 \| 0 \| 2 \|$/);
    assert.ok(others.length > 30, `${others.length} rows`);
    const values = (row) => row.split('|').map((cell) => cell.trim()).filter((cell) => /^[\d/]+$/.test(cell));
    for (const row of others) assert.ok(values(row).every((value) => value === '/'), `every other number is a blank with its mark: ${row}`);
  } finally {
    await editor.close();
  }
}

/** What the walkthrough asks for, done; each step is then ticked off. */
export async function walkThrough() {
  const editor = await openEditor({ file: 'sample.ogi' });
  const { page } = editor;
  try {
    await editor.squiggles();
    await editor.command('Welcome: Open Walkthrough');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Your First OGI Annual Report' }).first().click();
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 3);
    const done = (count) => page.waitForFunction((wanted) => document.querySelectorAll('.getting-started-step .codicon-getting-started-step-checked.complete').length >= wanted, count);
    await page.locator('.tab', { hasText: 'sample.ogi' }).first().click();
    await editor.problems();
    await page.getByRole('button', { name: 'Fix Everything That Is Safe to Fix' }).first().click();
    await page.locator('.tab', { hasText: 'Walkthrough' }).first().click();
    await done(3);
  } finally {
    await editor.close();
  }
}
