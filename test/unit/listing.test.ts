/** Which files of a workspace are read when more change than may be read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { Configs } from '../../server/src/lsp/configs';
import { Folders } from '../../server/src/lsp/folders';
import { KnownReports } from '../../server/src/lsp/knownReports';
import { Listing } from '../../server/src/lsp/listing';
import type { Log } from '../../server/src/lsp/log';
import type { Reading } from '../../server/src/lsp/reading';
import { ReportFiles } from '../../server/src/lsp/reportFiles';
import type { DocumentSettings } from '../../server/src/lsp/settings';
import { reportsOf } from '../../server/src/model/reports';
import { summariesOf } from '../../server/src/model/summary';
import { segment } from '../../server/src/syntax/segment';
import { reportText } from '../support/reports';

const FOLDER = 'file:///reports';
const HERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

test('a file that is known is read again when it changes, even where there is no room for new ones', async () => {
  const fail = (): never => assert.fail('Nothing goes wrong here.');
  const log: Log = { info: fail, warn: fail, error: fail, failed: fail };
  const settings = { ofEditor: () => Promise.resolve(DEFAULT_SETTINGS) } as unknown as DocumentSettings;
  const files = new ReportFiles({ list: () => Promise.resolve({ uris: [], more: false }), read: () => Promise.resolve(undefined) }, log);
  const known = new KnownReports(log);
  const read: string[] = [];
  const reading = { room: 1, add: (file: string) => void read.push(file), clear: () => undefined };
  const listing = new Listing(files, new Folders([FOLDER], settings), { changed: () => undefined, all: [] } as unknown as Configs, known, reading as unknown as Reading, log);
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
