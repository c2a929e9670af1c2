/** The editor for a machine without a desktop VS Code: VS Code's server, shown in a Chromium. */
import { findBrowser, launchBrowser } from './browser.mjs';
import { installEditor } from './install.mjs';
import { startServer } from './server.mjs';

/** Installs the server if need be; throws a MissingPrerequisite where there is no browser to show it. */
export async function requireEmbeddedEditor() {
  await findBrowser();
  await installEditor();
}

/**
 * Opens a window.
 * @param {import('./server.mjs').Opening} opening
 * @param {object} [options]
 * @param {string} [options.extensions]  a folder of installed extensions
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare]  before the page is loaded
 */
export async function openEmbedded(opening, { extensions, viewport, prepare } = {}) {
  const server = await startServer({ extensions });
  const browser = await launchBrowser(viewport);
  await prepare?.(browser.page);
  await browser.page.goto(server.url(opening));
  return {
    page: browser.page,
    log: server.log,
    async close() {
      await browser.close();
      server.stop();
    },
  };
}
