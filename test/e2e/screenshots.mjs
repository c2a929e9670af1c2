/**
 * Takes the pictures of the README and the walkthrough: `npm run screenshots`, or `node test/e2e/screenshots.mjs [FOLDER]` after
 * a build.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitOnSignals } from '../host/project.mjs';
import { firstMinutes } from './firstMinutes.mjs';
import { openEditor } from './ui.mjs';

/** Of 100; text stays sharp enough to read. */
const QUALITY = 35;

exitOnSignals();
const screenshots = resolve(process.argv[2] ?? 'docs/images');
mkdirSync(screenshots, { recursive: true });
const options = { screenshots, settings: { 'ogiReport.language': 'zh-CN', 'editor.minimap.enabled': false } };

await overview();
await firstMinutes((editor, name) => editor.screenshot(name, QUALITY), options);

/** The whole window, as the first thing to see. */
async function overview() {
  const editor = await openEditor({ file: 'sample.ogi', viewport: { width: 1180, height: 760 }, ...options });
  try {
    await editor.squiggles();
    await editor.problems();
    await editor.outline();
    await editor.goTo(60, 1);
    await editor.screenshot('overview', QUALITY);
  } finally {
    await editor.close();
  }
}
