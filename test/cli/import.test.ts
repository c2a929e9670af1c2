/** `ogi-report import`: documents as texts, a folder of them checked at once, and no file that stops the others. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import Ajv from 'ajv';
import { buildDocumentParts, CLEAN, folderWith, ogiReport, POWERLESS, UNBALANCED } from '../support/commandLine';
import { p, wordDocument } from '../support/office';

buildDocumentParts();

const asWord = (text: string): Uint8Array => wordDocument(text.split('\n').map((line) => p(line)).join(''));
const asHtml = (text: string): string => `<meta charset="utf-8">${text.split('\n').map((line) => `<p>${line}</p>`).join('')}`;
const withoutBlankLines = (text: string): string => text.replace(/\n+/g, '\n');

describe('one file', () => {
  test('goes to standard output, or to the file that is named', async () => {
    const cwd = folderWith({ 'a.docx': asWord(CLEAN) });
    const { code, out, err } = await ogiReport(['import', 'a.docx'], { cwd });
    assert.deepEqual([code, out, err], [0, withoutBlankLines(CLEAN), '']);
    assert.deepEqual(await ogiReport(['import', '-o', 'b.txt', 'a.docx'], { cwd }), { code: 0, out: '', err: '' });
    assert.equal(readFileSync(join(cwd, 'b.txt'), 'utf8'), withoutBlankLines(CLEAN));
  });

  test('from standard input, by its content', async () => {
    assert.equal((await ogiReport(['import', '-'], { input: asWord('甲') })).out, '甲\n');
  });

  test('what was lost is told on standard error', async () => {
    const cwd = folderWith({ 'a.html': '<p>甲<img src=x>' });
    assert.deepEqual(await ogiReport(['import', '--lang', 'en', 'a.html'], { cwd }), { code: 0, out: '甲\n', err: 'a.html: 1 image left out\n' });
  });

  test('that can’t be imported is told with what to do', async () => {
    const cwd = folderWith({ 'a.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) });
    const { code, out, err } = await ogiReport(['import', 'a.doc'], { cwd });
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^a\.doc: .*另存为 \.docx/);
  });
});

describe('folders', () => {
  test('texts go beside their documents, those that are no reports are told, nothing is overwritten without --force', async () => {
    const cwd = folderWith({ '2024/a.docx': asWord(CLEAN), '2024/sub/b.html': asHtml(UNBALANCED), '2024/a.html': asHtml(CLEAN), '2024/notes.docx': asWord('会议记录'), '2024/~$a.docx': 'lock' });
    const first = await ogiReport(['import', '2024'], { cwd });
    assert.equal(first.code, 0);
    assert.match(first.err, /^2024\/notes\.docx: 不是年度报告，未写入\n$/);
    assert.deepEqual(readdirSync(join(cwd, '2024'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ogi')).sort(), ['a.html.ogi', 'a.ogi', 'sub/b.ogi']);
    const second = await ogiReport(['import', '2024'], { cwd });
    assert.equal(second.code, 2);
    assert.match(second.err, /a\.ogi 已存在，未写入；确要覆盖请加 --force/);
    assert.equal((await ogiReport(['import', '--force', '2024'], { cwd })).code, 0);
    assert.ok(readdirSync(join(cwd, '2024')).every((name) => !name.endsWith('.tmp')));
  });

  test('are checked in the same call: a line a unit, a summary, and records for programs', async () => {
    const cwd = folderWith({ 'in/a.docx': asWord(CLEAN), 'in/sub/b.html': asHtml(UNBALANCED.replaceAll('云溪县', '青岩县')), 'in/last.txt': CLEAN.replaceAll('2024', '2023'), 'in/broken.docx': 'PK\x03\x04', 'in/old.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'in/menu.html': '<p>首页</p>' });
    const { code, out } = await ogiReport(['import', '--check', '-o', 'out', '--json-output', 'result.ndjson', '--lang', 'en', 'in'], { cwd });
    assert.equal(code, 2);
    assert.match(out, /^state +errors {2}warnings {2}unit +file\n/);
    assert.match(out, /^checked +1 .*青岩县科技和工业信息化局 2024 +in\/sub\/b\.html$/m);
    assert.match(out, /^failed +- +- +- +in\/old\.doc: an old Office or WPS file/m);
    assert.match(out, /^no report .*in\/menu\.html$/m);
    assert.match(out, /^6 files: 3 checked \(2 of them without errors\), 2 failed, 1 no reports; 1 errors, \d+ warnings in all$/m);
    assert.ok(existsSync(join(cwd, 'out/sub/b.ogi')) && !existsSync(join(cwd, 'out/menu.ogi')) && !existsSync(join(cwd, 'out/last.ogi')));
    const records = readFileSync(join(cwd, 'result.ndjson'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { file: string; error?: string; text?: string; check?: { diagnostics: { rule: string }[] } });
    const valid = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(__dirname, '../../docs/schema/import.schema.json'), 'utf8')) as object);
    for (const record of records) assert.ok(valid(record), JSON.stringify(valid.errors));
    assert.deepEqual(records.map(({ file }) => file), ['in/a.docx', 'in/broken.docx', 'in/last.txt', 'in/menu.html', 'in/old.doc', 'in/sub/b.html']);
    assert.equal(records[0]!.text, 'out/a.ogi');
    assert.ok(records[0]!.check!.diagnostics.some(({ rule }) => rule === 'workspace/carried-over'), 'held against last year’s');
    assert.ok(records.at(-1)!.check!.diagnostics.some(({ rule }) => rule === 'table/result-total' || rule === 'table/balance'));
  });
});

test('a file that takes too long is given up, and the others go on', async () => {
  const cwd = folderWith({ 'a.docx': asWord('甲'), 'deep.html': '<table><tr><td>'.repeat(60_000), 'b.docx': asWord('乙') });
  const { code, err } = await ogiReport(['import', '--timeout', '1', '--lang', 'en', '-o', 'out', 'a.docx', 'deep.html', 'b.docx'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /^deep\.html: (?:given up after 1 second|the page is too deeply nested|error: .*)\n$/);
  assert.deepEqual(readdirSync(join(cwd, 'out')).sort(), ['a.ogi', 'b.ogi']);
});

describe('what can’t be written', () => {
  test('is named with the reason, and the others go on', async () => {
    const cwd = folderWith({ 'a.ogi': CLEAN, 'a.docx': asWord(CLEAN) });
    const long = `${'x'.repeat(300)}.docx`;
    for (const [call, words] of [
      [['export', '-o', 'a.ogi/b.docx', 'a.ogi'], 'a.ogi: 无法写入 a.ogi/b.docx：路径的上一级不是文件夹，请核对路径\n'],
      [['export', '-o', long, 'a.ogi'], `a.ogi: 无法写入 ${long}：路径过长\n`],
      [['import', '-o', 'a.ogi/b.ogi', 'a.docx'], 'a.docx: 无法写入 a.ogi/b.ogi：路径的上一级不是文件夹，请核对路径\n'],
      [['import', '-o', 'b.ogi', '--json-output', 'a.ogi/b', 'a.docx'], 'ogi-report: 无法写入 a.ogi/b：路径的上一级不是文件夹，请核对路径\n'],
    ] as const) {
      assert.deepEqual(await ogiReport([...call], { cwd }), { code: 2, out: '', err: words });
    }
    assert.ok(existsSync(join(cwd, 'b.ogi')));
  });

  test('for want of rights is named too', { skip: process.platform === 'win32' }, async () => {
    const cwd = folderWith({ 'a.ogi': CLEAN, 'locked/b.ogi': '' });
    chmodSync(join(cwd, 'locked'), 0);
    const { code, err } = await ogiReport(['export', '-o', 'locked/a.docx', 'a.ogi'], { cwd, ...POWERLESS });
    chmodSync(join(cwd, 'locked'), 0o755);
    assert.deepEqual([code, err], [2, 'a.ogi: 无法写入 locked/a.docx：没有权限，请检查文件及其所在文件夹的权限\n']);
  });

  test('for it is a device or a pipe: that is no file to overwrite', { skip: process.platform === 'win32' && 'pipes of POSIX' }, async () => {
    const cwd = folderWith({ 'a.docx': asWord(CLEAN) });
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    assert.deepEqual(await ogiReport(['import', '--force', '-o', 'pipe', 'a.docx'], { cwd }), { code: 2, out: '', err: 'a.docx: pipe 不是普通文件，未写入；写到标准输出请用 -o -\n' });
    assert.ok(lstatSync(join(cwd, 'pipe')).isFIFO());
  });

  test('a link stays a link: what it leads to is overwritten', { skip: process.platform === 'win32' && 'links of POSIX' }, async () => {
    const cwd = folderWith({ 'a.docx': asWord(CLEAN), 'b/text.ogi': '' });
    symlinkSync('b/text.ogi', join(cwd, 'a.ogi'));
    assert.equal((await ogiReport(['import', '--force', '-o', 'a.ogi', 'a.docx'], { cwd })).code, 0);
    assert.ok(lstatSync(join(cwd, 'a.ogi')).isSymbolicLink() && readFileSync(join(cwd, 'b/text.ogi')).length > 0);
  });

  test('records are refused before any work', async () => {
    const cwd = folderWith({ 'in/a.docx': asWord(CLEAN), 'result.ndjson': '' });
    const call = ['import', '--check', '-o', 'out', '--json-output'];
    const there = await ogiReport([...call, 'result.ndjson', 'in'], { cwd });
    assert.deepEqual([there.code, there.out, existsSync(join(cwd, 'out'))], [2, '', false]);
    assert.match(there.err, /^ogi-report: result\.ndjson 已存在，未写入；确要覆盖请加 --force\n/);
    assert.match((await ogiReport([...call, '-', 'in'], { cwd })).err, /^ogi-report: --json-output 应为文件/);
    assert.equal((await ogiReport([...call, 'result.ndjson', '--force', 'in'], { cwd })).code, 0);
  });
});
