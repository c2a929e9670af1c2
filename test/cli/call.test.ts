/** Arguments, help, languages, and the end of the pipe. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { version } from '../../package.json';
import { bundle, folderWith, ogiReport, UNBALANCED } from '../support/commandLine';

const built = join(__dirname, '../../dist/cli.js');
const COMMANDS = ['check', 'extract', 'fix', 'format', 'import', 'export', 'rules'];

describe('help', () => {
  for (const command of COMMANDS) {
    test(`${command} --help explains the command in both languages, and names no option that is not there`, async () => {
      const zh = await ogiReport([command, '--help']);
      const en = await ogiReport([command, '-h', '--lang', 'en']);
      assert.equal(zh.code, 0);
      const sections = (page: string): string[] => page.match(/^\S.*$/gm)!;
      assert.deepEqual(sections(zh.out), ['名称', '用法', '说明', '选项', '退出码', '示例']);
      assert.deepEqual(sections(en.out), ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'EXIT STATUS', 'EXAMPLES']);
      for (const { out } of [zh, en]) assert.match(out, new RegExp(`^\\S+\n  ogi-report ${command} - .+\n\n\\S+\n  ogi-report ${command} \\[`));
      const options = (page: string): string[] => [...page.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map((match) => match[1]!);
      assert.ok(options(zh.out).includes('lang'));
      assert.deepEqual(options(zh.out), options(en.out));
      for (const option of options(en.out)) assert.doesNotMatch((await ogiReport([command, `--${option}`, '--lang', 'en'])).err, /unknown option/);
    });
  }

  test('without a command the list of commands goes to standard error, with --help to standard output', async () => {
    const asked = await ogiReport(['--help']);
    const unasked = await ogiReport([]);
    for (const command of COMMANDS) assert.match(asked.out, new RegExp(`^ {2}${command} `, 'm'));
    assert.deepEqual([asked.code, unasked.code, unasked.out, unasked.err], [0, 2, '', `${asked.out}\n`]);
  });

  test('--version is the version of the package', async () => {
    assert.deepEqual(await ogiReport(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });
});

describe('wrong calls end with 2 and say what is wrong', () => {
  const calls: readonly (readonly [readonly string[], RegExp])[] = [
    [['chekc', 'a.txt'], /没有命令“chekc”/],
    [['--lang', 'zh', 'check'], /命令写在最前面/],
    [['check'], /没有指定/],
    [['check', '--fix', 'a.txt'], /没有选项 --fix/],
    [['check', '--format', 'xml', 'a.txt'], /--format 只能是 text, json, ndjson, sarif, github, junit/],
    [['check', '--jobs', '0', 'a.txt'], /--jobs 应为正整数/],
    [['check', '-0', 'a.txt'], /-0 须与 --files-from 同用/],
    [['check', '--files-from', '-', '--stdin'], /标准输入不能既是文本又是文件名列表/],
    [['extract', '--format', 'xml', 'a.txt'], /--format 只能是 json, csv/],
    [['check', '--fail-on', 'hint', 'a.txt'], /--fail-on 只能是/],
    [['check', '--fail-on'], /选项 --fail-on 须有值/],
    [['import', '-o'], /选项 --output 须有值/],
    [['check', '--jobs', '-3', 'a.txt'], /选项 --jobs 须有值（值以 - 开头时写作 --名称=值）/],
    [['check', '--stdin=yes'], /选项 --stdin 不带值/],
    [['check', '-hope.ogi'], /没有选项 -o（以 - 开头的文件名写作 \.\/-…）/],
    [['check', '--max-problems', '0', 'a.txt'], /--max-problems 应为正整数/],
    [['check', '--edition', '2020', 'a.txt'], /--edition 只能是 auto, 2021, 2019/],
    [['check', '--lang', 'de', 'a.txt'], /--lang 只能是 zh 或 en/],
    [['check', '--rule', 'no/such-rule=off', 'a.txt'], /没有规则“no\/such-rule”/],
    [['check', '--rule', 'table/balance', 'a.txt'], /--rule 应写作/],
    [['check', '--rule', 'table/balance=fatal', 'a.txt'], /只能是 error, warning/],
    [['rules', 'no/such-rule'], /没有规则/],
  ];
  for (const [args, expected] of calls) {
    test(args.join(' '), async () => {
      const { code, out, err } = await ogiReport(args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, expected);
      assert.match(err, /--help/);
    });
  }
});

describe('the language of messages', () => {
  const languageWith = async (env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<string> =>
    /^SYNOPSIS$/m.test((await ogiReport(['--help', ...args], { env })).out) ? 'en' : 'zh';

  test('--lang, else the system, else Chinese', async () => {
    assert.equal(await languageWith({ LANG: 'zh_CN.UTF-8' }), 'zh');
    assert.equal(await languageWith({ LANG: 'en_US.UTF-8' }), 'en');
    assert.equal(await languageWith({ LANG: 'C.UTF-8' }), 'zh');
    assert.equal(await languageWith({ LANG: '' }), 'zh');
    assert.equal(await languageWith({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }), 'en');
    assert.equal(await languageWith({ LANG: 'en_US.UTF-8' }, ['--lang', 'zh']), 'zh');
  });

  test('findings are told in it', async () => {
    const cwd = folderWith({ 'a.ogi': UNBALANCED });
    assert.match((await ogiReport(['check', 'a.ogi'], { cwd })).out, /检查了 1 个文件、1 份报告：错误 1/);
    assert.match((await ogiReport(['check', '--lang', 'en', 'a.ogi'], { cwd })).out, /1 file, 1 report: 1 error,/);
  });
});

test('what the build makes runs', { skip: !existsSync(built) && 'not built; npm run build' }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [built, 'extract', '--lang', 'en', join(__dirname, '../fixtures')]);
  assert.ok(stdout.split('\n').filter(Boolean).every((line) => (JSON.parse(line) as { tables: object }).tables));
});

test('a reader that stops reading ends the command quietly', { skip: process.platform === 'win32' && 'needs a POSIX shell' }, async () => {
  const cwd = folderWith(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.ogi`, UNBALANCED])));
  const { stderr } = await promisify(execFile)('sh', ['-c', '"$0" "$1" extract . | head -n 1 > first', process.execPath, bundle], { cwd });
  assert.equal(stderr, '');
  assert.equal(readFileSync(join(cwd, 'first'), 'utf8').match(/\n/g)?.length, 1);
});

test('a full disk under the output is told', { skip: !existsSync('/dev/full') && 'there is no /dev/full' }, async () => {
  const cwd = folderWith({ 'a.ogi': UNBALANCED });
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', '"$0" "$1" extract --lang en a.ogi > /dev/full; echo $?', process.execPath, bundle], { cwd });
  assert.equal(stdout, '2\n');
  assert.match(stderr, /^standard output: the disk is full/);
});
