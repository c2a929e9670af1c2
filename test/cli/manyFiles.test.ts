/** Thousands of files: by threads, by lists of names, and by several processes of an engine; always with the same answer. */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { bundle, CLEAN, folderWith, ogiReport, RADICALS, replaced, UNBALANCED } from '../support/commandLine';

const run = promisify(execFile);
const DIGITS = '甲乙丙丁戊己庚辛壬癸';
const posix = { skip: process.platform === 'win32' && 'needs a POSIX shell' };

/** `count` reports of as many agencies, every tenth with one of last year that does not fit; a broken file, and one that is no report. */
function manyReports(count: number): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = { 'gbk.ogi': Buffer.from([0xd5, 0xfe, 0xb8, 0xae]), 'notes.txt': '会议记录\n' };
  for (let i = 0; i < count; i++) {
    const name = [...String(i).padStart(3, '0')].map((digit) => DIGITS[Number(digit)]).join('');
    const own = (text: string): string => text.replaceAll('云溪县', `${name}县`);
    files[`单位 ${i % 7}/${i}.txt`] = own([CLEAN, UNBALANCED, RADICALS][i % 3]!);
    if (i % 10 === 0) files[`${i}-last.ogi`] = own(replaced(CLEAN, '| 2 | 1 | 6 |', '| 2 | 1 | 5 |').replaceAll('2024', '2023'));
  }
  return files;
}

const FILES = manyReports(90);
const REPORTS = Object.keys(FILES).filter((name) => name !== 'notes.txt');
const cwd = folderWith(FILES);

describe('--jobs', () => {
  for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
    test(`changes nothing of check --format ${format}, neighbours included`, async () => {
      const [one, ...more] = await Promise.all(['1', '2', '5'].map((jobs) => ogiReport(['check', '--format', format, '--jobs', jobs, '.'], { cwd })));
      assert.equal(one!.code, 2);
      assert.match(one!.err, /^gbk\.ogi: .*$/m);
      if (format === 'json') assert.match(one!.out, /workspace\/carried-over/);
      for (const other of more) assert.deepEqual(other, one);
    });
  }

  for (const format of ['json', 'csv']) {
    test(`changes nothing of extract --format ${format}`, async () => {
      const [one, more] = await Promise.all(['1', '3'].map((jobs) => ogiReport(['extract', '--format', format, '--jobs', jobs, '.'], { cwd })));
      assert.equal(one!.out.trimEnd().split('\n').length, REPORTS.length - 1 + (format === 'csv' ? 1 : 0));
      assert.deepEqual(more, one);
    });
  }

  test('a thread that runs out of memory costs one file, which is told', async () => {
    const huge = folderWith({ 'huge.ogi': '一、总体情况\n（一）主动公开。全年⽹站公开信息⽹⽹。\n'.repeat(500_000), 'a.ogi': CLEAN, 'b.ogi': UNBALANCED });
    const { code, out, err } = await ogiReport(['check', '--jobs', '2', 'huge.ogi', 'a.ogi', 'b.ogi'], { cwd: huge, env: { NODE_OPTIONS: '--max-old-space-size=64' } });
    assert.equal(code, 2);
    assert.equal(err, 'huge.ogi: 处理此文件时内存不足，请拆分后再处理\n');
    assert.match(out, /^b\.ogi:/);
    assert.match(out, /检查了 2 个文件、2 份报告：错误 1，.*；1 个文件出错\n$/);
  });
});

describe('--files-from', () => {
  const list = REPORTS.slice(0, 12);
  const records = (out: string): string[] => out.split('\n').filter(Boolean).sort();
  const expected = async (): Promise<string[]> => records((await ogiReport(['check', '--format', 'ndjson', ...list], { cwd })).out);

  test('a file, or standard input, with names that end in line ends or in NUL', async () => {
    const names = folderWith({ lines: list.join('\n'), crlf: `${list.join('\r\n')}\r\n\r\n`, nul: list.map((name) => `${name}\0`).join('') });
    const check = async (args: readonly string[], input = ''): Promise<string[]> => records((await ogiReport(['check', '--format', 'ndjson', ...args], { cwd, input })).out);
    const told = await expected();
    assert.equal(told.length, list.length);
    assert.deepEqual(await check(['--files-from', join(names, 'lines')]), told);
    assert.deepEqual(await check(['--files-from', join(names, 'crlf')]), told);
    assert.deepEqual(await check(['--files-from', join(names, 'nul'), '-0']), told);
    assert.deepEqual(await check(['--files-from', '-'], list.join('\n')), told);
    assert.deepEqual(await check(['--files-from', '-'], `\ufeff${list.join('\r\n')}`), told, 'with a byte order mark');
    assert.deepEqual(await check(['--files-from', '-', '--null', '--jobs', '2'], list.join('\0')), told);
  });

  test('in every format the names are files: those that are none are told, and the others go on', async () => {
    const { code, out, err } = await ogiReport(['check', '--files-from', '-'], { cwd, input: `*.ogi\n单位 1\n${REPORTS[1]!}\n` });
    assert.equal(code, 2);
    assert.match(err, /^\*\.ogi: 没有这个文件.*\n单位 1: 是文件夹，不是文件\n$/);
    assert.match(out, /检查了 1 个文件/);
  });

  test('for extract and fix too', async () => {
    const own = folderWith({ 'a.ogi': RADICALS });
    assert.equal((await ogiReport(['extract', '--files-from', '-'], { cwd: own, input: 'a.ogi\n' })).out.split('\n').length, 2);
    await ogiReport(['fix', '--files-from', '-'], { cwd: own, input: 'a.ogi' });
    assert.equal(readFileSync(join(own, 'a.ogi'), 'utf8'), CLEAN);
  });

  test('a list that is not there is a wrong call', async () => {
    const { code, out, err } = await ogiReport(['check', '--files-from', 'nowhere', '--format', 'ndjson'], { cwd });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /nowhere：没有这个文件/);
  });

  test('a record is written as soon as its file is done, before the next name is known', { timeout: 60_000 }, async () => {
    for (const jobs of ['1', '2']) {
      const child = spawn(process.execPath, [bundle, 'check', '--files-from', '-', '--format', 'ndjson', '--jobs', jobs], { cwd });
      child.stdout.setEncoding('utf8');
      const answers = child.stdout[Symbol.asyncIterator]() as AsyncIterator<string>;
      for (const name of list.slice(0, 3)) {
        child.stdin.write(`${name}\n`);
        assert.equal((JSON.parse((await answers.next()).value as string) as { file: string }).file, name);
      }
      child.stdin.end();
      assert.equal((await answers.next()).done, true);
    }
  });
});

describe('an engine of many processes gives the answer of one', () => {
  const names = folderWith({ list: REPORTS.map((name) => `${name}\0`).join('') });
  const call = `"${process.execPath}" "${bundle}" check --format ndjson --fail-on never --jobs 1`;
  const one = async (): Promise<string[]> => (await ogiReport(['check', '--format', 'ndjson', '--files-from', join(names, 'list'), '-0'], { cwd })).out.split('\n').filter(Boolean).sort();
  const answer = async (command: string): Promise<string[]> => {
    const { stdout } = await run('sh', ['-c', command], { cwd, maxBuffer: 1e9 });
    return stdout.split('\n').filter(Boolean).sort();
  };

  test('xargs -P', posix, async () => {
    const expected = await one();
    assert.equal(expected.length, REPORTS.length);
    assert.deepEqual(await answer(`xargs -0 -P 4 -n 20 ${call} < "${join(names, 'list')}" || true`), expected);
  });

  test('a partition each of several pipes, as Spark’s pipe runs them', posix, async () => {
    const parts = [0, 1, 2].map((part) => {
      const file = join(names, `part-${part}`);
      writeFileSync(file, REPORTS.filter((_, i) => i % 3 === part).map((name) => `${name}\n`).join(''));
      return `${call} --files-from - < "${file}" > "${file}.out" &`;
    });
    await answer(`${parts.join('\n')}\nwait`);
    const told = [0, 1, 2].flatMap((part) => readFileSync(join(names, `part-${part}.out`), 'utf8').split('\n').filter(Boolean));
    assert.deepEqual(told.sort(), await one());
  });

  const parallel = ['/usr/bin/parallel', '/usr/local/bin/parallel', '/opt/homebrew/bin/parallel'].find(existsSync);
  test('GNU parallel', { skip: parallel === undefined && 'GNU parallel is not installed' }, async () => {
    assert.deepEqual(await answer(`"${parallel!}" -0 -j 4 --pipe -N 20 '${call} --files-from - -0' < "${join(names, 'list')}" || true`), await one());
  });
});

describe('progress', () => {
  const script = existsSync('/usr/bin/script') && process.platform === 'linux';

  test('is shown on a terminal, on standard error, and leaves nothing behind', { skip: !script && 'needs script(1) of util-linux' }, async () => {
    const slow = folderWith({ 'a.ogi': CLEAN, ...Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.ogi`, CLEAN.replaceAll('云溪县', `${i}县`)])) });
    const { stdout } = await run('script', ['-qec', `"${process.execPath}" "${bundle}" check --lang en . > out.log`, '/dev/null'], { cwd: slow, maxBuffer: 1e9 });
    assert.match(stdout, /\r\u001b\[2K\d+\/301 files checked/);
    assert.ok(stdout.endsWith('\r\u001b[2K'), JSON.stringify(stdout.slice(-40)));
    assert.match(readFileSync(join(slow, 'out.log'), 'utf8'), /^301 files, 301 reports: no problems/);
  });

  test('is not shown to a pipe or a file', async () => {
    const { err } = await ogiReport(['check', '--lang', 'en', '.'], { cwd });
    assert.doesNotMatch(err, /\u001b|checked/);
  });
});
