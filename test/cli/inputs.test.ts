/** Files, folders, globs and standard input; and what can't be read. */
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { encode } from '../../server/src/cli/encoding';
import { CLEAN, folderWith, ogiReport, type Outcome, POWERLESS, RADICALS, replaced, UNBALANCED } from '../support/commandLine';

const NOTES = '会议记录\n\n今天讨论了年度工作安排，下午继续，没有形成结论，明天再议。\n'.repeat(5);
const posix = { skip: process.platform === 'win32' && 'symbolic links and permissions of POSIX' };

/** The files that were extracted, in order. */
async function read(args: readonly string[], cwd: string, input = ''): Promise<{ files: string[] } & Outcome> {
  const outcome = await ogiReport(['extract', ...args], { cwd, input });
  return { ...outcome, files: outcome.out.split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { file: string }).file) };
}

describe('what paths stand for', () => {
  const cwd = folderWith({
    'b/report.TXT': CLEAN,
    'b/notes.txt': NOTES,
    'b/report.md': CLEAN,
    'a.ogi': CLEAN,
    '报告(1)[终稿].txt': CLEAN,
    'node_modules/x/report.txt': CLEAN,
  });

  test('a folder: .ogi files, and .txt files that are reports; the rest is skipped and counted', async () => {
    assert.deepEqual((await read(['.'], cwd)).files, ['a.ogi', join('b', 'report.TXT'), '报告(1)[终稿].txt']);
    assert.match((await ogiReport(['check', '.'], { cwd })).out, /检查了 3 个文件.*跳过 1 个不是报告的文件/);
  });

  test('an .ogi file in a folder is a report by its name, however little it holds', async () => {
    const own = folderWith({ 'draft.ogi': '一、总体情况\n' });
    assert.deepEqual((await read(['.'], own)).files, ['draft.ogi']);
  });

  test('a file that is named is read whatever it is called, and before it is a pattern', async () => {
    assert.deepEqual((await read(['b/report.md', '报告(1)[终稿].txt'], cwd)).files, ['b/report.md', '报告(1)[终稿].txt']);
  });

  test('a glob', async () => {
    assert.deepEqual((await read(['**/report.{md,TXT}'], cwd)).files, ['b/report.TXT', 'b/report.md', 'node_modules/x/report.txt'].slice(0, 2).map((path) => join(path)));
    const { code, err } = await read(['*.nothing'], cwd);
    assert.equal(code, 2);
    assert.match(err, /^\*\.nothing: 没有与之匹配的文件/);
  });

  test('a file is read once, and a name counts more than a folder', async () => {
    assert.deepEqual((await read(['a.ogi', '.', './a.ogi'], cwd)).files, ['a.ogi', join('b', 'report.TXT'), '报告(1)[终稿].txt']);
    assert.match((await ogiReport(['check', '.', 'b/notes.txt'], { cwd })).out, /检查了 4 个文件/);
  });

  test('- is standard input', async () => {
    assert.deepEqual((await read(['-'], cwd, CLEAN)).files, ['-']);
  });

  test('a folder that is called like a file is a folder', async () => {
    assert.deepEqual((await read(['x.txt'], folderWith({ 'x.txt/in.ogi': CLEAN }))).files, [join('x.txt', 'in.ogi')]);
    assert.deepEqual((await read(['.'], folderWith({ 'x.ogi/in.ogi': CLEAN }))).files, [join('x.ogi', 'in.ogi')]);
  });
});

describe('what can not be read is named with what to do, the others go on, and the exit code is 2', () => {
  const check = async (cwd: string, args: readonly string[], expected: RegExp, more = {}): Promise<void> => {
    const { code, out, err } = await ogiReport(['check', ...args], { cwd, ...more });
    assert.equal(code, 2);
    assert.match(err, expected);
    assert.match(out, /检查了 1 个文件.*；1 个文件出错/);
  };

  test('no such file', () => check(folderWith({ 'a.ogi': CLEAN }), ['nowhere.txt', 'a.ogi'], /^nowhere\.txt: 没有这个文件/));
  test('a path through a file', () => check(folderWith({ 'a.ogi': CLEAN }), ['a.ogi/b.txt', 'a.ogi'], /^a\.ogi\/b\.txt: 路径的上一级不是文件夹/));
  test('GBK of so few characters that nobody can be sure', () => check(folderWith({ 'a.ogi': CLEAN, 'gbk.txt': Buffer.from('d5feb8aed0c5cfa2b9abbfaa', 'hex') }), ['.'], /^gbk\.txt: 不是 UTF-8.*--encoding/));
  test('another encoding, which is named', () => check(folderWith({ 'a.ogi': CLEAN, 'big5.txt': Buffer.from(BIG5, 'hex') }), ['.'], /^big5\.txt: 不是 UTF-8.*可能是 Big5.*--encoding/));
  test('bytes that are no text', () => check(folderWith({ 'a.ogi': CLEAN, 'photo.ogi': Buffer.from('89504e470d0a1a0a0000000dff', 'hex') }), ['.'], /^photo\.ogi: 不是 UTF-8/));
  test('UTF-16 cut in the middle of a character', () => check(folderWith({ 'a.ogi': CLEAN, 'b.ogi': Buffer.from('fffe4e', 'hex') }), ['.'], /^b\.ogi: 不是 UTF-8/));

  test('UTF-32, whose mark begins like that of UTF-16', () =>
    check(folderWith({ 'a.ogi': CLEAN, 'b.ogi': Buffer.from([...`\ufeff${CLEAN}`].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8, 0, 0])) }), ['.'], /^b\.ogi: 不是 UTF-8.*可能是 UTF-32/));

  test('a link that leads to itself', posix, () => {
    const cwd = folderWith({ 'a.ogi': CLEAN });
    symlinkSync('self.txt', join(cwd, 'self.txt'));
    return check(cwd, ['self.txt', 'a.ogi'], /^self\.txt: 符号链接循环/);
  });

  test('a device', posix, () => check(folderWith({ 'a.ogi': CLEAN }), ['/dev/null', 'a.ogi'], /^\/dev\/null: 不是普通文件/));

  test('a file without permission', posix, () => {
    const cwd = folderWith({ 'a.ogi': CLEAN, 'secret.ogi': CLEAN });
    chmodSync(join(cwd, 'secret.ogi'), 0);
    return check(cwd, ['.'], /^secret\.ogi: 没有权限/, POWERLESS);
  });

  test('a folder without permission', posix, async () => {
    const cwd = folderWith({ 'a.ogi': CLEAN, 'locked/b.ogi': CLEAN });
    chmodSync(join(cwd, 'locked'), 0);
    await check(cwd, ['.'], /^locked: 没有权限/, POWERLESS);
    await check(cwd, ['**/*.ogi'], /^locked: 没有权限/, POWERLESS);
    await check(cwd, [join(cwd, '**/*.ogi')], /^\/.*\/locked: 没有权限/, POWERLESS);
  });
});

test('links inside a folder are not followed, so a loop is no loop', posix, async () => {
  const cwd = folderWith({ 'a.ogi': CLEAN });
  mkdirSync(join(cwd, 'sub'));
  symlinkSync('..', join(cwd, 'sub', 'up'));
  symlinkSync('../a.ogi', join(cwd, 'sub', 'link.ogi'));
  assert.deepEqual((await read(['.'], cwd)).files, ['a.ogi']);
  assert.deepEqual((await read([join('sub', 'link.ogi')], cwd)).files, [join('sub', 'link.ogi')]);
});

/** 雲溪縣水利局政府資訊公開工作年度報告。本年度主動公開政府資訊，依法辦理公開申請，加強監督保障。 */
const BIG5 = 'b6b3b7cbbfa4a4f4a751a7bdac46a9b2b8eab054a4bdb67da475a740a67eabd7b3f8a769a143a5bba67eabd7a544b0caa4bdb67dac46a9b2b8eab054a141a8ccaa6bbfecb27aa4bdb67da5d3bdd0a141a55bb16abacab7feab4fbbd9a143';

describe('encodings', () => {
  const utf16 = (text: string, swap: boolean): Buffer => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return swap ? bytes.swap16() : bytes;
  };

  test('UTF-8 with and without a byte order mark, UTF-16 with one: the same findings at the same places', async () => {
    const outputs = await Promise.all([UNBALANCED, `\ufeff${UNBALANCED}`, utf16(UNBALANCED, false), utf16(UNBALANCED, true)].map((input) => ogiReport(['check', '-'], { input })));
    assert.equal(outputs[0]!.code, 1);
    for (const output of outputs) assert.deepEqual(output, outputs[0]);
  });

  const gb18030 = (text: string): Buffer => encode(text, { encoding: 'gb18030', bom: false });

  test('a text without words is no report without faults: that nothing was checked is said', async () => {
    for (const input of ['', '\ufeff \r\n', '\f\f']) assert.match((await ogiReport(['check', '-'], { input })).err, /^-: 没有文字，未检查任何内容/);
    assert.equal((await ogiReport(['check', '-'], { input: CLEAN })).err, '');
  });

  test('GB18030 is recognised, said to be so, and read to the same findings', async () => {
    const [known, found] = await Promise.all([UNBALANCED, gb18030(UNBALANCED)].map((input) => ogiReport(['check', '-'], { input })));
    assert.deepEqual({ ...found!, err: '' }, known);
    assert.match(found!.err, /^-: 不是 UTF-8，已按 GB18030（GBK）读取；.*--encoding 指定编码\n$/);
    const cwd = folderWith({ 'a.txt': gb18030(CLEAN), 'notes.txt': gb18030(NOTES) });
    const { files, err } = await read(['.'], cwd);
    assert.deepEqual(files, ['a.txt']);
    assert.match(err, /^a\.txt: [^\n]*GB18030[^\n]*\n$/, 'of what is skipped nothing is said');
  });

  test('UTF-16 without a byte order mark is known, told, and written back as it was', async () => {
    const known = await ogiReport(['check', '-'], { input: UNBALANCED });
    const little = Buffer.from(UNBALANCED, 'utf16le');
    for (const [order, input] of Object.entries({ 'utf-16le': little, 'utf-16be': Buffer.from(little).swap16() })) {
      const found = await ogiReport(['check', '-'], { input });
      assert.deepEqual({ ...found, err: '' }, known);
      assert.match(found.err, new RegExp(`^-: 没有字节顺序标记，已按 ${order} 读取；.*--encoding 指定编码\n$`));
    }
    const cwd = folderWith({ 'a.ogi': Buffer.from(RADICALS, 'utf16le') });
    await ogiReport(['fix', 'a.ogi'], { cwd });
    assert.ok(readFileSync(join(cwd, 'a.ogi')).equals(Buffer.from(CLEAN, 'utf16le')));
  });

  test('--encoding is believed, and nothing needs to be said', async () => {
    const inputs = { 'utf-8': UNBALANCED, 'utf-16le': Buffer.from(UNBALANCED, 'utf16le'), 'utf-16be': Buffer.from(UNBALANCED, 'utf16le').swap16(), gb18030: gb18030(UNBALANCED) };
    const known = await ogiReport(['check', '-'], { input: UNBALANCED });
    for (const [encoding, input] of Object.entries(inputs)) assert.deepEqual(await ogiReport(['check', '--encoding', encoding, '-'], { input }), known, encoding);
  });

  test('what is not in the encoding of the call is refused; an encoding that there is none of is a wrong call', async () => {
    const { code, err } = await ogiReport(['check', '--encoding', 'utf-8', '-'], { input: gb18030(UNBALANCED) });
    assert.equal(code, 2);
    assert.match(err, /^-: 不是有效的 utf-8 文本，请核对 --encoding/);
    assert.match((await ogiReport(['check', '--encoding', 'latin1', '-'], { input: CLEAN })).err, /--encoding 只能是 utf-8, utf-16le, utf-16be, gb18030/);
  });

  test('line ends: the same findings on the same lines', async () => {
    const outputs = await Promise.all(['\n', '\r\n', '\r'].map((eol) => ogiReport(['check', '-'], { input: UNBALANCED.replaceAll('\n', eol) })));
    for (const output of outputs) assert.deepEqual(output, outputs[0]);
    const mixed = UNBALANCED.split('\n').map((line, i) => line + ['\n', '\r\n', '\r'][i % 3]!).join('');
    assert.equal((await ogiReport(['check', '-'], { input: mixed })).code, 1);
  });
});

test('a title before the text does not hide a file from a folder', async () => {
  const cwd = folderWith({ 'a.txt': replaced(CLEAN, '一、总体情况', '⼀、总体情况') });
  assert.equal((await read(['.'], cwd)).files.length, 1);
});
