/** The glue between the service and the protocol, without a connection. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CancellationTokenSource, LSPErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { Analyses, type Snapshot } from '../../server/src/lsp/analyses';
import { textEditOf } from '../../server/src/lsp/convert';
import { OpenDocument } from '../../server/src/lsp/documents';
import { type Log, stackOf, tell } from '../../server/src/lsp/log';
import { safely } from '../../server/src/lsp/safely';
import { StatusTeller } from '../../server/src/lsp/status';
import type { StatusParams } from '../../server/src/protocol';
import { reportText } from '../support/reports';

const open = (text: string): OpenDocument => new OpenDocument('untitled:1', 'ogi-report', 1, text);

/** A log that is kept. */
function recorder(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const write = (message: string): void => void lines.push(message);
  return { lines, info: write, warn: write, error: (what, error) => write(`${what}\n${stackOf(error)}`), failed: (part, error) => write(`${part} failed.\n${stackOf(error)}`) };
}

describe('a handler', () => {
  const { token } = new CancellationTokenSource();

  test('that throws answers neutrally; the log names it and the place, not the words of the error', async () => {
    const log = recorder();
    const handler = safely(log, 'symbols', [], () => {
      throw new Error('公开信息');
    });
    assert.deepEqual(await handler(undefined, token), []);
    assert.match(log.lines.join('\n'), /^symbols failed\.\nError\n\s+at /);
    assert.doesNotMatch(log.lines.join('\n'), /公开信息/);
  });

  test('does nothing when its request was cancelled before, and gives no result when it is cancelled meanwhile', async () => {
    const source = new CancellationTokenSource();
    let runs = 0;
    const handler = safely(recorder(), 'x', 0, async () => {
      runs++;
      source.cancel();
      await Promise.resolve();
      return 1;
    });
    for (const expected of [1, 1]) {
      const answer = await handler(undefined, source.token);
      assert.ok(answer instanceof ResponseError && answer.code === LSPErrorCodes.RequestCancelled);
      assert.equal(runs, expected);
    }
  });
});

describe('analyses', () => {
  test('are kept until text or settings change, and start from the one before', () => {
    const made: Snapshot[] = [];
    const analyses = new Analyses(() => undefined, (snapshot) => made.push(snapshot));
    const document = open(reportText());
    const first = analyses.of(document, DEFAULT_SETTINGS);
    assert.equal(analyses.of(document, DEFAULT_SETTINGS), first);
    document.update([{ range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: '又' }], 2);
    const second = analyses.of(document, DEFAULT_SETTINGS);
    const third = analyses.of(document, { ...DEFAULT_SETTINGS, locale: 'en' });
    assert.equal(new Set([first, second, third].map(({ resultId }) => resultId)).size, 3);
    assert.deepEqual(made, [first, second, third]);
    const slices = ({ analysis }: Snapshot) => analysis.syntax.sections.map(({ syntax }) => syntax);
    assert.equal(slices(second).filter((slice, i) => slice === slices(first)[i]).length, slices(first).length - 1);
    assert.deepEqual(slices(third), slices(second));
  });
});

describe('an edit', () => {
  const applied = (text: string, start: number, end: number, newText: string): string => {
    const document = open(text);
    const { range, newText: inserted } = textEditOf(document, { span: { start, end }, newText });
    document.update([{ range, text: inserted }], 2);
    return document.text;
  };

  test('lands where its offsets say, between the halves of a CRLF too', () => {
    for (const text of ['甲\r\n乙\r\n', '\r\n\r\n', '\ud83d\ude00\n\r乙']) {
      for (let start = 0; start <= text.length; start++) {
        for (let end = start; end <= text.length; end++) {
          assert.equal(applied(text, start, end, 'x'), `${text.slice(0, start)}x${text.slice(end)}`, JSON.stringify([text, start, end]));
        }
      }
    }
  });
});

describe('what is told', () => {
  test('to an editor that is gone is lost without a fuss', async () => {
    tell(() => {
      throw new Error('closed');
    });
    tell(() => Promise.reject(new Error('broken pipe')));
    await new Promise(setImmediate); // an unhandled rejection would fail the test
  });

  /** A connection that only hears notifications. */
  const connectionTo = (statuses: StatusParams[]): Connection => ({ sendNotification: (_: string, params: StatusParams) => (statuses.push(params), Promise.resolve()) }) as unknown as Connection;
  const snapshotWith = (analysis: object): Snapshot => {
    const document = open('一、总体情况\n');
    const own = analyse(document.text, DEFAULT_SETTINGS);
    return { document, version: 1, resultId: '1', tooLong: false, analysis: { ...own, diagnostics: own.diagnostics, found: own.found, failedRules: own.failedRules, ...analysis } };
  };

  test('a rule that fails is named in every status, and once in the log without its words', () => {
    const statuses: StatusParams[] = [];
    const log = recorder();
    const status = new StatusTeller(connectionTo(statuses), log);
    const failing = { failedRules: [{ rule: 'glyph/width', error: new RangeError('公开信息') }] };
    status.analysed(snapshotWith(failing));
    status.analysed(snapshotWith(failing));
    assert.deepEqual(statuses.map(({ failedRules }) => failedRules), [['glyph/width'], ['glyph/width']]);
    assert.equal(log.lines.length, 1);
    assert.match(log.lines[0]!, /glyph\/width[^]*RangeError/);
    assert.doesNotMatch(log.lines[0]!, /公开信息/);
  });

  test('problems beyond the limit are counted in the status, and said once a document', () => {
    const statuses: StatusParams[] = [];
    const log = recorder();
    const status = new StatusTeller(connectionTo(statuses), log);
    const snapshot = snapshotWith({ found: 7, settings: { ...DEFAULT_SETTINGS, maxProblems: 3 } });
    status.analysed(snapshot);
    status.analysed(snapshot);
    assert.deepEqual(statuses.map(({ findings, shown }) => [findings, shown]), [[7, 3]]);
    assert.equal(log.lines.length, 1);
  });

  test('of quick edits one status is told, if it is another than the last; none of a document that was closed', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const statuses: StatusParams[] = [];
    const status = new StatusTeller(connectionTo(statuses), recorder());
    const found = (): number[] => statuses.map(({ findings }) => findings);
    const first = snapshotWith({ found: 1 });
    status.analysed(first);
    assert.deepEqual(found(), [1], 'the first at once');
    for (const number of [2, 3]) status.analysed({ ...first, analysis: { ...first.analysis, found: number } });
    assert.deepEqual(found(), [1]);
    t.mock.timers.tick(1000);
    assert.deepEqual(found(), [1, 3]);
    status.analysed({ ...first, analysis: { ...first.analysis, found: 3 } });
    t.mock.timers.tick(1000);
    assert.deepEqual(found(), [1, 3]);
    status.analysed({ ...first, analysis: { ...first.analysis, found: 4 } });
    status.forget(first.document);
    t.mock.timers.tick(1000);
    assert.deepEqual(found(), [1, 3]);
  });
});
