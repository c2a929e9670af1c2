/**
 * The editor as a person sees it: a file is open in the workbench, and a script clicks and types.
 *
 *     const editor = await openEditor({ file: 'sample.ogi', screenshots: 'docs/images' });
 *     await editor.squiggles();
 *     console.log(await editor.problems());
 *     await editor.screenshot('problems');
 *     await editor.close();
 */
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openEmbedded } from '../host/embedded.mjs';
import { copyToWorkspace, inProject, root } from '../host/project.mjs';

/**
 * Opens a copy of a file in the workbench, with the extension in development or, if given, installed ones.
 * @param {object} options
 * @param {string} options.file           a path, or a name in test/fixtures
 * @param {string} [options.screenshots]  where pictures go
 * @param {string} [options.extensions]   a folder of installed extensions, instead of the one in development
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {Record<string, unknown>} [options.settings]  of the workspace
 * @param {(text: string) => string} [options.change]  what the file says instead
 * @param {(text: string) => Record<string, string>} [options.beside]  files beside it, by name, made of its text
 */
export async function openEditor({ file, screenshots = inProject('test', 'e2e', 'out'), extensions, viewport, settings, change = (text) => text, beside = () => ({}) }) {
  const copy = copyToWorkspace(file === basename(file) ? inProject('test', 'fixtures', file) : file);
  const original = readFileSync(copy.file, 'utf8');
  const text = change(original);
  if (text !== original) writeFileSync(copy.file, text);
  for (const [name, content] of Object.entries(beside(text))) writeFileSync(join(copy.folder, name), content);
  if (settings) {
    mkdirSync(join(copy.folder, '.vscode'));
    writeFileSync(join(copy.folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  }
  const opening = { folder: copy.folder, openFile: copy.file, ...(extensions ? {} : { developmentPath: root }) };
  const { page, close } = await openEmbedded(opening, { extensions, viewport });
  page.setDefaultTimeout(60_000);
  // Attached is enough: the first line may be blank.
  await page.waitForSelector(`.monaco-editor[data-uri$="${encodeURI(basename(file))}"] .view-line span`, { state: 'attached' });

  /** The visible rows of a list; it is drawn row by row, so wait for the first. */
  const rows = async (selector) => {
    await page.locator(selector).first().waitFor();
    return page.locator(selector).allInnerTexts();
  };

  return {
    page,
    close,

    /** The path of the open file, a copy in a temporary folder. */
    file: copy.file,

    /** What the preview beside the text shows, once it is there. */
    preview: () => page.frameLocator('iframe.webview').frameLocator('#active-frame'),

    /** The line of the cursor, as the status bar tells it. */
    async lineIs(line) {
      await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line},` }).waitFor();
    },

    /** Waits for the first finding, then says how many squiggles are in view. */
    async squiggles() {
      const squiggles = page.locator('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint');
      await squiggles.first().waitFor({ state: 'attached' });
      return squiggles.count();
    },

    /** Opens the Problems panel and returns its visible rows: the file's, then the findings'. */
    async problems() {
      await page.keyboard.press('Control+Shift+M');
      return rows('.markers-panel .monaco-list-row');
    },

    /** Opens the Outline in the side bar and returns its visible rows. */
    async outline() {
      const header = page.getByRole('button', { name: 'Outline Section' });
      if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
      return rows('.outline-pane .monaco-list-row');
    },

    /** Puts the cursor in the editor, at a line and column that count from 1. */
    async goTo(line, column = 1) {
      await page.locator('.monaco-editor .view-lines').first().click();
      await page.keyboard.press('Control+G');
      await page.keyboard.type(`${line}:${column}`);
      await page.keyboard.press('Enter');
    },

    /** Puts the cursor before, or with `behind` after, the first of these words. */
    async goToWords(words, behind = false) {
      const at = text.indexOf(words) + (behind ? words.length : 0);
      const before = text.slice(0, at).split('\n');
      await this.goTo(before.length, before.at(-1).length + 1);
    },

    /** The line of the text that holds these words, as it is drawn; it has no blanks in it. */
    line: (words) => page.locator('.view-line', { hasText: words }).first(),

    /** Opens the light bulb's list at the cursor and returns what it offers, headings included. */
    async lightBulb() {
      await page.keyboard.press('Control+.');
      return rows('.action-widget .monaco-list-row');
    },

    /** Runs a command by its title, through the command palette. */
    async command(title) {
      await page.keyboard.press('F1');
      await page.keyboard.type(title);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
      await page.keyboard.press('Enter');
    },

    /** Saves until the file on disk is as described (what was done before may still be under way), and returns its text. */
    async saved(isRight = () => true) {
      for (const until = Date.now() + 60_000; ; ) {
        await page.keyboard.press('Control+S');
        await page.waitForTimeout(300);
        const text = readFileSync(copy.file, 'utf8');
        if (isRight(text) || Date.now() > until) return text;
      }
    },

    /** Takes back the last change in the editor. */
    async undo() {
      await page.locator('.monaco-editor .view-lines').first().click();
      await page.keyboard.press('Control+Z');
    },

    /** Saves the part of the window that holds these, with a margin, as WebP. */
    async picture(name, locators, margin = 3) {
      const boxes = await Promise.all(locators.map(async (own) => (await own.first().boundingBox()) ?? assert.fail(`${name}: ${own} is not in view`)));
      const { width, height } = page.viewportSize();
      const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - margin);
      const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - margin);
      const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + margin);
      const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + margin);
      const png = await page.screenshot({ clip: { x: left, y: top, width: right - left, height: bottom - top } });
      writeFileSync(join(screenshots, `${name}.webp`), await asWebp(page, png));
    },

    /** Saves what the window shows now; as JPEG, small enough to be packaged, where a quality is given. */
    screenshot: (name, quality) =>
      page.screenshot(quality ? { path: join(screenshots, `${name}.jpg`), type: 'jpeg', quality } : { path: join(screenshots, `${name}.png`) }),
  };
}

/** Sharp text in a third of the bytes: the browser itself writes it, on a page without the workbench's policy. */
async function asWebp(page, png) {
  const canvas = await page.context().newPage();
  try {
    const url = await canvas.evaluate(async (base64) => {
      const image = document.createElement('img');
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const { width, height } = image;
      const drawing = Object.assign(document.createElement('canvas'), { width, height });
      drawing.getContext('2d').drawImage(image, 0, 0);
      return drawing.toDataURL('image/webp', 0.75);
    }, png.toString('base64'));
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  } finally {
    await canvas.close();
  }
}
