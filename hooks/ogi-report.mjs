#!/usr/bin/env node
/**
 * `ogi-report` for pre-commit, which clones this repository and starts this file with a command and the names of files. Builds
 * the command line on the first run: npm does not install what a build needs where a package comes from git
 * (https://github.com/npm/cli/issues/8440).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'cli.js');

function run(command, args, options) {
  const { status, error } = spawnSync(command, args, options);
  if (error) console.error(error.message);
  return status ?? 2;
}

if (!existsSync(program)) {
  // What is said while building is no part of what the hook says.
  const building = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  const failed = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], building) || run('npm', ['run', '--silent', 'build'], building);
  if (failed) process.exit(2);
}
process.exit(run(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' }));
