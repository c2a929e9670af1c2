/** A folder of reports of many kinds, with files that are broken, hostile or no reports: all come out as they should, and none stops the others. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { buildDocumentParts, folderWith, ogiReport } from '../support/commandLine';
import { type FolderRecord, surprises } from '../support/folderRecords';
import { BROKEN, writeMixedFolder } from '../support/mixedFolder';
import { Random } from '../support/random';

buildDocumentParts();
const FILES = 40;

test(`${FILES} mixed files, imported and checked in one call`, async (t) => {
  const random = new Random();
  t.diagnostic(`OGI_SEED=${random.seed}`);
  const cwd = folderWith({});
  const expected = await writeMixedFolder(join(cwd, 'in'), FILES, random);
  const { out } = await ogiReport(['import', '--check', '--lang', 'en', '-o', 'out', '--json-output', 'result.ndjson', 'in'], { cwd });
  assert.match(out, new RegExp(`^${FILES} files: `, 'm'));
  const records = readFileSync(join(cwd, 'result.ndjson'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as FolderRecord);
  assert.deepEqual(surprises(expected, records, 'in'), []);
});

describe('files that are made to harm, or broken, are refused with a reason', () => {
  test('all of them in one call, beside a sound one', async () => {
    const cwd = folderWith({ ...Object.fromEntries(Object.entries(BROKEN).map(([name, make]) => [name, make()])), 'sound.csv': '甲,1\r\n' });
    const names = [...Object.keys(BROKEN), 'sound.csv'];
    const { code, err } = await ogiReport(['import', '-o', 'out', ...names], { cwd });
    assert.equal(code, 2);
    for (const name of Object.keys(BROKEN)) assert.match(err, new RegExp(`^${name.replace('.', '\\.')}: [^\n]*[\u4e00-\u9fff]`, 'm'), name);
    assert.match(err, /^bomb\.docx: 文件解压后过大/m);
    assert.match(err, /^scan\.pdf: 是扫描件.*OCR/m);
    assert.doesNotMatch(err, /root:|出错：/);
    assert.equal(readFileSync(join(cwd, 'out/sound.ogi'), 'utf8'), '甲 | 1 |\n');
  });
});
