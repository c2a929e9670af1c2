/** How others start the command line: pre-commit and GitHub Actions; and that its manual tells the truth. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { CLEAN, folderWith, ogiReport, UNBALANCED } from '../support/commandLine';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const run = promisify(execFile);
const built = existsSync(join(root, 'dist/cli.js'));
const notBuilt = { skip: !built && 'not built; npm run build' };

/** Exit code and output of a program, whatever it ends with. */
async function outcome(program: string, args: readonly string[], options: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<{ code: number; out: string }> {
  try {
    return { code: 0, out: (await run(program, args, options)).stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, out: stdout };
  }
}

describe('pre-commit', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; language: string; files: string; require_serial: boolean }[];

  test('hooks take .ogi files and nothing else by themselves', () => {
    assert.deepEqual(hooks.map(({ id }) => id), ['ogi-report-check', 'ogi-report-fix']);
    for (const { files } of hooks) assert.deepEqual(['a.ogi', 'b/报告.ogi', 'notes.txt', 'x.ogi.bak'].map((name) => new RegExp(files).test(name)), [true, true, false, false]);
  });

  for (const { id, entry } of hooks) {
    test(`${id} runs`, notBuilt, async () => {
      const [script, command] = entry.split(' ') as [string, string];
      if (process.platform !== 'win32') assert.ok(statSync(join(root, script)).mode & 0o100, 'executable');
      const cwd = folderWith({ 'a.ogi': UNBALANCED, 'b.ogi': CLEAN });
      const { code, out } = await outcome(process.execPath, [join(root, script), command, '--lang', 'en', 'a.ogi', 'b.ogi'], { cwd });
      assert.equal(code, command === 'check' ? 1 : 0);
      if (command === 'check') assert.match(out, /^a\.ogi:\d+:\d+ error .*\n\n2 files, 2 reports: 1 error/);
    });
  }
});

describe('GitHub Actions', () => {
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly { readonly name?: string; readonly uses?: string; readonly run?: string; readonly shell?: string; readonly env?: Readonly<Record<string, string>> }[] };
  }
  const { inputs, runs } = parse(read('action.yml')) as Action;
  const check = runs.steps.find(({ name }) => name === 'Check')!;
  const posix = { skip: !built ? notBuilt.skip : process.platform === 'win32' && 'needs bash' };

  /** The step with the action's defaults, and `given` in their place, as the runner fills them in. */
  function step(cwd: string, given: Readonly<Record<string, string>>): ReturnType<typeof outcome> {
    const valueOf = (name: string): string => given[name] ?? inputs[name]?.default ?? assert.fail(`no input ${name}`);
    const env = Object.entries(check.env!).map(([name, value]) => [name, value.replace('${{ github.action_path }}', root).replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, input: string) => valueOf(input))]);
    return outcome('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', check.run!], { cwd, env: { PATH: process.env['PATH'], ...Object.fromEntries(env) } });
  }

  test('nothing from outside becomes a part of a script', () => {
    assert.equal(runs.using, 'composite');
    for (const { run: script = '', uses, shell } of runs.steps) {
      assert.doesNotMatch(script, /\$\{\{/);
      assert.ok(uses !== undefined || shell === 'bash');
    }
  });

  test('annotates what is wrong below the current folder', posix, async () => {
    const { code, out } = await step(folderWith({ 'a.ogi': UNBALANCED }), {});
    assert.equal(code, 1);
    assert.match(out, /^::error file=a\.ogi,line=\d+/);
  });

  test('takes paths with blanks, globs and quotes as they are, one a line', posix, async () => {
    const cwd = folderWith({ '一 月/a b.ogi': CLEAN, 'c.ogi': CLEAN, '$(touch x).ogi': CLEAN });
    const { code, out } = await step(cwd, { paths: '一 月\n*.ogi\n$(touch x).ogi\n', format: 'text', 'fail-on': 'never', lang: 'en' });
    assert.deepEqual([code, out, existsSync(join(cwd, 'x'))], [0, '3 files, 3 reports: no problems\n', false]);
  });

  test('writes the output to a file', posix, async () => {
    const cwd = folderWith({ 'a.ogi': UNBALANCED });
    assert.deepEqual(await step(cwd, { format: 'sarif', output: 'result.sarif' }), { code: 1, out: '' });
    assert.equal((JSON.parse(readFileSync(join(cwd, 'result.sarif'), 'utf8')) as { version: string }).version, '2.1.0');
  });
});

describe('the manual', () => {
  const page = read('docs/command-line.md');

  test('tells every option of every command, and none that is not there', async () => {
    const there = new Set<string>();
    for (const command of ['check', 'extract', 'fix', 'format', 'import', 'export', 'rules']) {
      for (const [, option] of (await ogiReport([command, '--help'])).out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)) there.add(option!);
    }
    const ofOthers = ['--global', '--pipe', '--sshlogin'];
    const told = new Set([...page.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option).filter((option) => !ofOthers.includes(option)));
    assert.deepEqual([...there].filter((option) => !told.has(option)), []);
    assert.deepEqual([...told].filter((option) => !there.has(option)), []);
  });

  test('its calls are calls', async () => {
    const calls = page.split('\n').flatMap((line) => line.split(/\s[|>#]/)).filter((part) => /^ogi-report [a-z]+ /.test(part));
    assert.ok(calls.length >= 6);
    for (const call of calls) {
      const args = call.split(' ').slice(1).filter(Boolean).map((arg) => arg.replaceAll("'", ''));
      const { err } = await ogiReport([...args, '--lang', 'en'], { cwd: folderWith({}) });
      assert.doesNotMatch(err, /^ogi-report: /m, call);
    }
  });
});
