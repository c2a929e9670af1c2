/** Which files of a workspace are read when many change, or go while they are read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { type Connection, FileChangeType, type FileEvent } from 'vscode-languageserver';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { Configs } from '../../server/src/lsp/config/configs';
import { Folders } from '../../server/src/lsp/workspace/folders';
import { KnownReports } from '../../server/src/lsp/workspace/knownReports';
import { Listing } from '../../server/src/lsp/workspace/listing';
import type { Log } from '../../server/src/lsp/log';
import { Reading } from '../../server/src/lsp/workspace/reading';
import { ReportFiles } from '../../server/src/lsp/workspace/reportFiles';
import type { DocumentSettings } from '../../server/src/lsp/settings';
import type { Typing } from '../../server/src/lsp/typing';
import { reportsOf } from '../../server/src/model/report/reports';
import { summariesOf } from '../../server/src/model/report/summary';
import type { ReadFileParams } from '../../server/src/protocol';
import { segment } from '../../server/src/syntax/segment';
import { reportText } from '../support/reports';

const FOLDER = 'file:///reports';
const HERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const fail = (): never => assert.fail('Nothing goes wrong here.');
const SETTINGS = { ofEditor: () => Promise.resolve(DEFAULT_SETTINGS) } as unknown as DocumentSettings;
const NO_CONFIGS = { changed: () => undefined, of: () => Promise.resolve(undefined), all: [] } as unknown as Configs;

test('a file that is known is read again when it changes, even where there is no room for new ones', async () => {
  const log: Log = { info: fail, warn: fail, error: fail, failed: fail };
  const files = new ReportFiles({ list: () => Promise.resolve({ uris: [], more: false }), read: () => Promise.resolve(undefined) }, log);
  const known = new KnownReports(log);
  const read: string[] = [];
  const reading = { room: 1, add: (file: string) => void read.push(file), clear: () => undefined };
  const listing = new Listing(files, new Folders([FOLDER], SETTINGS), NO_CONFIGS, known, reading as unknown as Reading, log);
  listing.list();
  await listing.done;

  const [old, fresh] = ['old', 'fresh'].map((name) => `${FOLDER}/${name}.txt`) as [string, string];
  known.set(old, () => summariesOf(reportsOf(segment(reportText()), 'auto'), old, () => HERE));
  assert.equal(known.neighbourhood.size, 1);
  const changes = [old, fresh].map((uri): FileEvent => ({ uri, type: FileChangeType.Changed }));
  listing.changed(changes);
  assert.deepEqual(read.splice(0), [old, fresh]);
  reading.room = 0;
  listing.changed(changes);
  assert.deepEqual(read, [old]);
});

test('a file that is deleted while it is read is not known afterwards', async () => {
  const log: Log = { info: () => undefined, warn: fail, error: fail, failed: fail };
  const file = `${FOLDER}/report.txt`;
  const onDisk = new Map([[file, reportText()]]);
  let letRead = (): void => undefined;
  const reads: string[] = [];
  const read = async ({ uri }: ReadFileParams): Promise<Uint8Array | undefined> => {
    reads.push(uri);
    const text = onDisk.get(uri);
    if (reads.length === 1) await new Promise<void>((resolve) => (letRead = resolve));
    return text === undefined ? undefined : Buffer.from(text);
  };
  const files = new ReportFiles({ list: () => Promise.resolve({ uris: [file], more: false }), read }, log);
  const [known, folders] = [new KnownReports(log), new Folders([FOLDER], SETTINGS)];
  const typing = { rest: () => Promise.resolve() } as unknown as Typing;
  const reading = new Reading({} as Connection, files, folders, NO_CONFIGS, known, typing, log);
  const listing = new Listing(files, folders, NO_CONFIGS, known, reading, log);
  listing.list();
  await listing.done;
  await setImmediate();
  assert.deepEqual(reads, [file]);
  onDisk.clear();
  listing.changed([{ uri: file, type: FileChangeType.Deleted }]);
  letRead();
  await reading.done;
  assert.equal(known.neighbourhood.size, 0);
});
