/**
 * Takes the README's pictures: `node test/e2e/screenshots.mjs [FOLDER]`, after a build.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitOnSignals } from '../host/project.mjs';
import { openEditor } from './ui.mjs';

exitOnSignals();
const screenshots = resolve(process.argv[2] ?? 'docs/images');
mkdirSync(screenshots, { recursive: true });
const editor = await openEditor({
  file: 'sample.ogi',
  screenshots,
  viewport: { width: 1280, height: 800 },
  settings: { 'ogiReport.language': 'zh-CN', 'editor.minimap.enabled': false },
});
try {
  await editor.squiggles();
  const problems = await editor.problems();
  await editor.outline();
  await editor.goTo(60, 1);
  await editor.screenshot('overview');
  const [, line, column] = /\[Ln (\d+), Col (\d+)\]/.exec(problems.find((row) => row.includes('glyph/radical')));
  await editor.goTo(line, column);
  await editor.lightBulb();
  await editor.screenshot('quick-fix');
} finally {
  await editor.close();
}
