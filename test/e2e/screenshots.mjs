/**
 * Takes the README's pictures: `node test/e2e/screenshots.mjs [FOLDER]`, after a build.
 */
import { resolve } from 'node:path';
import { exitOnSignals } from '../host/project.mjs';
import { openEditor } from './ui.mjs';

exitOnSignals();
const screenshots = resolve(process.argv[2] ?? 'docs/images');
const editor = await openEditor({ file: 'sample.ogi', screenshots });
try {
  console.log(`${await editor.squiggles()} squiggles in view`);
  await editor.screenshot('editor');
  const problems = await editor.problems();
  console.log(`Problems:\n${problems.join('\n')}`);
  await editor.screenshot('problems');
  console.log(`Outline:\n${(await editor.outline()).join('\n')}`);
  await editor.screenshot('outline');
  const [, line, column] = /\[Ln (\d+), Col (\d+)\]/.exec(problems[1]);
  await editor.goTo(line, column);
  console.log(`Fixes offered there:\n${(await editor.lightBulb()).join('\n')}`);
  await editor.screenshot('quick-fix');
} finally {
  await editor.close();
}
