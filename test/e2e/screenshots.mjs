/**
 * Takes the pictures of the README, the walkthrough and `docs/features.md`: `npm run screenshots`, or some of them:
 * `npm run screenshots -- first overview hover`.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitOnSignals } from '../host/project.mjs';
import { firstMinutes } from './firstMinutes.mjs';
import { PICTURES, takePicture } from './pictures.mjs';
import { openEditor } from './ui.mjs';

/** Of 100; text stays sharp enough to read. */
const QUALITY = 35;

exitOnSignals();
const names = process.argv.slice(2);
const wanted = (name) => names.length === 0 || names.includes(name);
const screenshots = resolve('docs/images');
const features = resolve('docs/images/features');
mkdirSync(features, { recursive: true });
const options = { screenshots, settings: { 'ogiReport.language': 'zh-CN', 'editor.minimap.enabled': false } };

if (wanted('overview')) await overview();
if (wanted('first')) await firstMinutes((editor, name) => editor.screenshot(name, QUALITY), options);
for (const name of Object.keys(PICTURES)) if (wanted(name)) await takePicture(name, features);

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
