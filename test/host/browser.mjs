/** A Chromium to show the workbench in: the one on this machine, driven by playwright-core. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installCommand } from './debian.mjs';
import { MissingPrerequisite, onPath, temporaryFolder } from './project.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser's packages on Debian: without the fonts a screenshot of Chinese text is a row of boxes. */
export const browserPackages = ['chromium', 'fonts-noto-cjk'];

/** Where installers put Chrome, Chromium and Edge, which is Chromium too. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  return [];
}

/** The browser's executable: CHROME_PATH, then one on the PATH, in a usual place, or fetched by Playwright before. */
export async function findBrowser() {
  const { chromium } = await import('playwright-core');
  const found = [
    process.env.CHROME_PATH,
    onPath('chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge'),
    ...usualPlaces(),
    chromium.executablePath(),
  ].find((file) => file && existsSync(file));
  if (found) return found;
  throw new MissingPrerequisite('no Chromium or Chrome was found', installCommand(browserPackages, 'npx playwright-core install chromium'));
}

/**
 * Starts the browser without a window and with a fresh profile.
 * @param {{ width: number, height: number }} [viewport]
 * @returns {Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>}
 */
export async function launchBrowser(viewport = { width: 1280, height: 800 }) {
  const { chromium } = await import('playwright-core');
  const context = await chromium.launchPersistentContext(profile(), {
    executablePath: await findBrowser(),
    headless: true,
    args: flags,
    viewport,
  });
  return { page: context.pages()[0] ?? (await context.newPage()), close: () => context.close() };
}

/** A fresh one, in which a page may have parts from another origin that keep something: VS Code for the Web draws its webviews so. */
function profile() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }));
  return folder;
}
