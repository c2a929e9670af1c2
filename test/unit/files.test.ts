/** Files of a workspace on disk, and their names as URIs. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { canonicalUri, isBelow, withFolders } from '../../server/src/lsp/uris';
import { nodeFiles } from '../../server/src/node/files';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'ogi-report-files-')));
after(() => rmSync(root, { recursive: true, force: true }));

const uriOf = (path: string): string => pathToFileURL(join(root, path)).href;
const write = (path: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), path);
};
const posix = { skip: process.platform === 'win32' && 'links need rights there' };

describe('the disk', () => {
  for (const path of ['in/b.ogi', 'in/A.TXT', 'in/深/c 1.txt', 'in/notes.md', 'in/.git/x.txt', 'in/node_modules/p/x.txt', 'out/secret.txt']) write(path);

  test('lists what may be a report, folder by folder, and passes over folders of tools', async () => {
    assert.deepEqual(await nodeFiles.list({ folder: uriOf('in'), most: 10 }), { uris: ['in/A.TXT', 'in/b.ogi', 'in/深/c 1.txt'].map(uriOf), more: false });
  });

  test('says when there is more than asked for', async () => {
    assert.deepEqual(await nodeFiles.list({ folder: uriOf('in'), most: 2 }), { uris: ['in/A.TXT', 'in/b.ogi'].map(uriOf), more: true });
  });

  test('lists one folder of the folder, and finds nothing below a file or outside', async () => {
    const below = (path: string): ReturnType<typeof nodeFiles.list> => nodeFiles.list({ folder: uriOf('in'), below: uriOf(path), most: 10 });
    assert.deepEqual(await below('in/深'), { uris: [uriOf('in/深/c 1.txt')], more: false });
    for (const path of ['in/notes.md', 'in/b.ogi', 'in/nowhere', 'out', 'in/../out']) assert.deepEqual(await below(path), { uris: [], more: false }, path);
  });

  test('has nothing in a folder that is not there', async () => {
    assert.deepEqual(await nodeFiles.list({ folder: uriOf('nowhere'), most: 10 }), { uris: [], more: false });
  });

  test('reads files inside the folder only, and up to a size', async () => {
    const read = async (path: string, mostBytes = 100): Promise<string | undefined> => (await nodeFiles.read({ uri: uriOf(path), folder: uriOf('in'), mostBytes }))?.toString();
    assert.equal(await read('in/深/c 1.txt'), 'in/深/c 1.txt');
    assert.equal(await read('in/b.ogi', 3), undefined);
    for (const path of ['out/secret.txt', 'in/../out/secret.txt', 'in/none.txt', 'in', '']) assert.equal(await read(path), undefined, path);
  });

  test('reads settings by their name alone, anywhere, and says so where they can not be read', async () => {
    mkdirSync(join(root, 'settings/folder/.ogireport.json'), { recursive: true });
    writeFileSync(join(root, 'settings/.ogireport.json'), '{}');
    writeFileSync(join(root, 'settings/other.json'), '{}');
    const read = async (path: string, mostBytes = 100): Promise<string | undefined> => (await nodeFiles.read({ uri: uriOf(path), mostBytes }))?.toString();
    assert.equal(await read('settings/.ogireport.json'), '{}');
    for (const path of ['settings/other.json', 'settings/none/.ogireport.json', '.ogireport.json']) assert.equal(await read(path), undefined, path);
    await assert.rejects(read('settings/.ogireport.json', 1));
    await assert.rejects(read('settings/folder/.ogireport.json'), 'a folder of that name');
    for (const uri of ['memfs:/a/.ogireport.json', 'file://elsewhere/a/.ogireport.json']) assert.equal(await nodeFiles.read({ uri, mostBytes: 100 }), undefined, uri);
  });

  test('follows no link', posix, async () => {
    symlinkSync(join(root, 'out'), join(root, 'in/link'));
    symlinkSync(join(root, 'out/secret.txt'), join(root, 'in/link.txt'));
    symlinkSync(join(root, 'in/深'), join(root, 'in/inner'));
    assert.equal((await nodeFiles.list({ folder: uriOf('in'), most: 10 })).uris.length, 3);
    for (const path of ['in/link', 'in/inner']) assert.deepEqual(await nodeFiles.list({ folder: uriOf('in'), below: uriOf(path), most: 10 }), { uris: [], more: false });
    for (const path of ['in/link.txt', 'in/link/secret.txt']) assert.equal(await nodeFiles.read({ uri: uriOf(path), folder: uriOf('in'), mostBytes: 100 }), undefined, path);
  });
});

describe('a URI', () => {
  test('has one spelling, however an editor encodes it', () => {
    const spellings = ['file:///c%3A/%E5%B9%B4%E6%8A%A5/a%20(1).txt', 'file:///C:/年报/a (1).txt', 'FILE:///c:/%e5%b9%b4%e6%8a%a5/a%20%281%29.txt'];
    assert.equal(new Set(spellings.map(canonicalUri)).size, 1);
    assert.equal(canonicalUri(canonicalUri(spellings[0]!)), canonicalUri(spellings[0]!));
    assert.equal(canonicalUri('vscode-vfs://GitHub/x/100%.txt'), 'vscode-vfs://github/x/100%.txt');
    assert.notEqual(canonicalUri('file:///a/B.txt'), canonicalUri('file:///a/b.txt'));
  });

  test('is below its folders, and below no other', () => {
    assert.deepEqual(withFolders('file:///a/b.txt').slice(0, 2), ['file:///a/b.txt', 'file:///a']);
    assert.deepEqual([isBelow('file:///a/b', 'file:///a'), isBelow('file:///ab', 'file:///a'), isBelow('file:///a', 'file:///'), isBelow('file:///a', 'file:///a')], [true, false, true, false]);
  });
});
