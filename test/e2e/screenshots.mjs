/**
 * Takes the README's picture: `node test/e2e/screenshots.mjs [FOLDER]`, after a build.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitOnSignals } from '../host/project.mjs';
import { openEditor } from './ui.mjs';

/** Of 100; text stays sharp enough to read. */
const QUALITY = 55;

exitOnSignals();
const screenshots = resolve(process.argv[2] ?? 'docs/images');
mkdirSync(screenshots, { recursive: true });
const editor = await openEditor({
  file: 'sample.ogi',
  screenshots,
  viewport: { width: 1180, height: 760 },
  settings: { 'ogiReport.language': 'zh-CN', 'editor.minimap.enabled': false },
});
try {
  await editor.squiggles();
  await editor.problems();
  await editor.outline();
  await editor.goTo(60, 1);
  await editor.screenshot('overview', QUALITY);
} finally {
  await editor.close();
}
