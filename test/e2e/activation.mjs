/**
 * How long VS Code takes to activate an extension of its own and the packaged one after it, each time in a new window. Prints a line of
 * JSON: milliseconds by name. What the editor says goes to the error output.
 *
 *     node test/e2e/activation.mjs ROUNDS
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, npm } from '../host/project.mjs';
import { runSuite } from './run.mjs';

const rounds = Number(process.argv[2]);
console.log = console.error;
await npm('run package --silent');
const times = {};
for (let i = 0; i < rounds; i++) {
  for (const { name, ok, ms, error } of await runSuite(inProject('dist', 'ogi-report.vsix'), { environment: { OGI_E2E_ACTIVATION: '1' }, installed: asleep })) {
    if (!ok) throw new Error(error);
    (times[name] ??= []).push(ms);
  }
}
process.stdout.write(`${JSON.stringify(times)}\n`);

/** Some window opens a plain text of its own, which would have activated the extension before anybody looks. */
function asleep(extensions) {
  const manifest = join(extensions, readdirSync(extensions).find((name) => name.startsWith('ogi-report.')), 'package.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), activationEvents: [] }));
}
