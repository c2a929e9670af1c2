/** `fix`: what is written, and everything that must stay as it is. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, lstatSync, openSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ChangedMeanwhile, rewrite } from '../../server/src/cli/rewrite';
import { encode } from '../../server/src/cli/encoding';
import { bundle, CLEAN, folderWith, ogiReport, POWERLESS, RADICALS, UNBALANCED } from '../support/commandLine';

const posix = { skip: process.platform === 'win32' && 'symbolic links and modes of POSIX' };

/** Leaves no room. */
function fill(folder: string): void {
  const file = openSync(join(folder, 'full'), 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
  } finally {
    closeSync(file);
  }
}

/** What `fix` makes of a file. */
async function fixed(content: string | Uint8Array, ...args: string[]): Promise<{ bytes: Buffer; code: number | null; out: string; err: string }> {
  const cwd = folderWith({ 'a.ogi': content });
  const outcome = await ogiReport(['fix', ...args, 'a.ogi'], { cwd });
  assert.deepEqual(readdirSync(cwd), ['a.ogi'], 'no temporary file is left');
  return { ...outcome, bytes: readFileSync(join(cwd, 'a.ogi')) };
}

describe('writes', () => {
  test('safe fixes, and says which file', async () => {
    const { bytes, code, out, err } = await fixed(RADICALS);
    assert.equal(bytes.toString('utf8'), CLEAN);
    assert.deepEqual([code, out, err], [0, 'a.ogi: 已修复（改动 1 处）\n', '1 个文件，修改了 1 个\n']);
  });

  test('no number', async () => {
    assert.equal((await fixed(UNBALANCED)).bytes.toString('utf8'), UNBALANCED);
  });

  test('nothing where there is nothing to fix', async () => {
    const cwd = folderWith({ 'a.ogi': CLEAN });
    const before = statSync(join(cwd, 'a.ogi'), { bigint: true });
    const { out } = await ogiReport(['fix', 'a.ogi'], { cwd });
    const after = statSync(join(cwd, 'a.ogi'), { bigint: true });
    assert.equal(out, '');
    assert.deepEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
  });

  test('nothing by a rule that is off', async () => {
    assert.equal((await fixed(RADICALS, '--rule', 'glyph/radical=off')).bytes.toString('utf8'), RADICALS);
  });

  test('a second time nothing', async () => {
    const cwd = folderWith({ 'a.ogi': RADICALS });
    await ogiReport(['fix', 'a.ogi'], { cwd });
    assert.match((await ogiReport(['fix', 'a.ogi'], { cwd })).err, /修改了 0 个/);
  });

  test('in a folder, reports only', async () => {
    const notes = '会议⾏程\n'.repeat(20);
    const cwd = folderWith({ 'sub/a.txt': RADICALS, 'notes.txt': notes });
    const { err } = await ogiReport(['fix', '.'], { cwd });
    assert.equal(readFileSync(join(cwd, 'sub/a.txt'), 'utf8'), CLEAN);
    assert.equal(readFileSync(join(cwd, 'notes.txt'), 'utf8'), notes);
    assert.match(err, /1 个文件，修改了 1 个；跳过 1 个/);
  });
});

describe('keeps', () => {
  for (const [name, eol] of [['CRLF', '\r\n'], ['CR', '\r']] as const) {
    test(name, async () => {
      assert.equal((await fixed(RADICALS.replaceAll('\n', eol))).bytes.toString('utf8'), CLEAN.replaceAll('\n', eol));
    });
  }

  test('mixed line ends', async () => {
    const mixed = (text: string): string => text.split('\n').map((line, i) => line + ['\n', '\r\n', '\r'][i % 3]!).join('');
    assert.equal((await fixed(mixed(RADICALS))).bytes.toString('utf8'), mixed(CLEAN));
  });

  test('a last line without its end', async () => {
    assert.equal((await fixed(RADICALS.trimEnd())).bytes.toString('utf8'), CLEAN.trimEnd());
  });

  test('the byte order mark', async () => {
    assert.equal((await fixed(`\ufeff${RADICALS}`)).bytes.toString('utf8'), `\ufeff${CLEAN}`);
  });

  test('UTF-16, both ways round', async () => {
    const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
    assert.ok((await fixed(utf16(RADICALS))).bytes.equals(utf16(CLEAN)));
    assert.ok((await fixed(utf16(RADICALS).swap16())).bytes.equals(utf16(CLEAN).swap16()));
  });

  test('GB18030, with and without a byte order mark', async () => {
    for (const bom of [false, true]) {
      const stored = { encoding: 'gb18030', bom } as const;
      const { bytes, code, err } = await fixed(encode(RADICALS, stored));
      assert.ok(bytes.equals(encode(CLEAN, stored)));
      assert.equal(code, 0);
      assert.equal(/GB18030/.test(err), !bom, 'said where it was recognised');
    }
  });

  test('UTF-16 without a byte order mark, where the call says so', async () => {
    assert.ok((await fixed(Buffer.from(RADICALS, 'utf16le'), '--encoding', 'utf-16le')).bytes.equals(Buffer.from(CLEAN, 'utf16le')));
  });

  test('the mode', posix, async () => {
    const cwd = folderWith({ 'a.ogi': RADICALS });
    chmodSync(join(cwd, 'a.ogi'), 0o640);
    await ogiReport(['fix', 'a.ogi'], { cwd });
    assert.equal(readFileSync(join(cwd, 'a.ogi'), 'utf8'), CLEAN);
    assert.equal(statSync(join(cwd, 'a.ogi')).mode & 0o777, 0o640);
  });

  test('a link a link', posix, async () => {
    const cwd = folderWith({ 'real/a.ogi': RADICALS });
    symlinkSync(join('real', 'a.ogi'), join(cwd, 'link.ogi'));
    await ogiReport(['fix', 'link.ogi'], { cwd });
    assert.ok(lstatSync(join(cwd, 'link.ogi')).isSymbolicLink());
    assert.equal(readFileSync(join(cwd, 'real/a.ogi'), 'utf8'), CLEAN);
    assert.deepEqual(readdirSync(cwd).sort(), ['link.ogi', 'real']);
  });
});

describe('--dry-run', () => {
  test('lists what would change, and writes nothing', async () => {
    const { bytes, code, out, err } = await fixed(RADICALS, '--dry-run');
    assert.equal(bytes.toString('utf8'), RADICALS);
    assert.equal(code, 0);
    assert.match(out, /^a\.ogi:\d+:\d+ .+ \[glyph\/radical\]\n$/);
    assert.equal(err, '1 个文件，将修改 1 个\n');
  });
});

describe('standard input', () => {
  test('goes fixed to standard output, and nothing else does', async () => {
    assert.deepEqual(await ogiReport(['fix', '-'], { input: RADICALS }), { code: 0, out: CLEAN, err: '1 个文件，修改了 1 个\n' });
  });
  test('unchanged where there is nothing to fix', async () => {
    assert.equal((await ogiReport(['fix', '-'], { input: UNBALANCED })).out, UNBALANCED);
  });
  test('in its own encoding', async () => {
    assert.equal((await ogiReport(['fix', '-'], { input: `\ufeff${RADICALS}` })).out, `\ufeff${CLEAN}`);
  });
});

describe('leaves alone, and ends with 2', () => {
  test('a file that is read-only; the others are fixed', posix, async () => {
    const cwd = folderWith({ 'a.ogi': RADICALS, 'b.ogi': RADICALS });
    chmodSync(join(cwd, 'a.ogi'), 0o444);
    chmodSync(join(cwd, 'b.ogi'), 0o666);
    chmodSync(cwd, 0o777);
    const { code, err } = await ogiReport(['fix', '.'], { cwd, ...POWERLESS });
    assert.equal(code, 2);
    assert.match(err, /^a\.ogi: 没有权限/);
    assert.equal(readFileSync(join(cwd, 'a.ogi'), 'utf8'), RADICALS);
    assert.equal(readFileSync(join(cwd, 'b.ogi'), 'utf8'), CLEAN);
  });

  test('a folder that may not be written', posix, async () => {
    const cwd = folderWith({ 'a.ogi': RADICALS });
    chmodSync(join(cwd, 'a.ogi'), 0o666);
    chmodSync(cwd, 0o555);
    const { code, err } = await ogiReport(['fix', 'a.ogi'], { cwd, ...POWERLESS });
    chmodSync(cwd, 0o755);
    assert.equal(code, 2);
    assert.match(err, /^a\.ogi: 没有权限/);
  });

  test('a file that has no room on its disk', { skip: process.platform === 'win32' && 'needs a POSIX shell' }, async () => {
    // A limit on the size of files stands for a full disk: the write of the temporary file fails.
    const cwd = folderWith({ 'a.ogi': RADICALS });
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', 'ulimit -f 1; "$0" "$1" fix --lang en a.ogi; echo $?', process.execPath, bundle], { cwd });
    assert.equal(stdout, '2\n');
    assert.match(stderr, /^a\.ogi: over the limit/);
    assert.equal(readFileSync(join(cwd, 'a.ogi'), 'utf8'), RADICALS);
    assert.deepEqual(readdirSync(cwd), ['a.ogi']);
  });

  test('a file with bytes that would not come back as they were', async () => {
    // 0x80 is read as €, which has another code of its own.
    const content = Buffer.concat([encode(RADICALS, { encoding: 'gb18030', bom: false }), Buffer.from([0x80, 0x0a])]);
    const { bytes, code, err } = await fixed(content);
    assert.equal(code, 2);
    assert.match(err, /a\.ogi: 文件中有这种编码不能原样写回的字符，未写入/);
    assert.ok(bytes.equals(content));
  });

  test('a file whose disk is full', async (t) => {
    const cwd = folderWith({});
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', cwd]).status !== 0) return t.skip('needs a disk of its own, which only root may mount');
    try {
      writeFileSync(join(cwd, 'a.ogi'), RADICALS);
      fill(cwd);
      const { code, err } = await ogiReport(['fix', 'a.ogi'], { cwd });
      assert.equal(code, 2);
      assert.match(err, /^a\.ogi: 磁盘已满/);
      assert.equal(readFileSync(join(cwd, 'a.ogi'), 'utf8'), RADICALS);
      assert.deepEqual(readdirSync(cwd).sort(), ['a.ogi', 'full']);
    } finally {
      spawnSync('umount', [cwd]);
    }
  });

  test('a file that is changed all the time: what is written is never a mixture', async () => {
    const cwd = folderWith({ 'a.ogi': RADICALS });
    const path = join(cwd, 'a.ogi');
    const other = RADICALS.replaceAll('\n', '\r\n');
    const known = new Set([RADICALS, other, CLEAN, CLEAN.replaceAll('\n', '\r\n')]);
    let changing = true;
    const changes = (async () => {
      for (let i = 0; changing; i++) {
        writeFileSync(`${path}.new`, i % 2 === 0 ? other : RADICALS);
        renameSync(`${path}.new`, path);
        await after(1);
      }
    })();
    for (let i = 0; i < 8; i++) {
      const { code, err } = await ogiReport(['fix', 'a.ogi'], { cwd });
      assert.ok(code === 0 || (code === 2 && /被改动/.test(err)), err);
      assert.ok(known.has(readFileSync(path, 'utf8')));
    }
    changing = false;
    await changes;
  });

  test('a file that is not what was read any more', async () => {
    const cwd = folderWith({ 'a.ogi': 'read' });
    const path = join(cwd, 'a.ogi');
    writeFileSync(path, 'changed by somebody else');
    await assert.rejects(rewrite(path, Buffer.from('read'), Buffer.from('fixed')), ChangedMeanwhile);
    assert.equal(readFileSync(path, 'utf8'), 'changed by somebody else');
    assert.deepEqual(readdirSync(cwd), ['a.ogi']);
  });
});

test('a reader that has seen enough leaves no file undone', { skip: process.platform === 'win32' && 'needs a POSIX shell' }, async () => {
  const names = Array.from({ length: 30 }, (_, i) => `${i}.ogi`);
  for (const command of ['fix', 'format']) {
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, RADICALS])));
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', '{ "$0" "$1" "$2" --lang en .; echo $? > code; } | head -n 1; cat code', process.execPath, bundle, command], { cwd });
    assert.match(stdout, /^0\.ogi: .*\n0\n$/);
    assert.match(stderr, /^30 files, 30 changed\n$/);
    for (const name of names) assert.notEqual(readFileSync(join(cwd, name), 'utf8'), RADICALS, name);
  }
});
