/** What throws costs its own answer and nothing else: a rule, a layout reader, a feature of the server. It is told once, without a word of the document. */
import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { type Checked, checkJob } from '../../server/src/cli/checkJob';
import { Analyses, type Snapshot } from '../../server/src/lsp/analyses';
import type { Client } from '../../server/src/lsp/client';
import type { Context } from '../../server/src/lsp/context';
import { OpenDocument } from '../../server/src/lsp/documents';
import { type Log, logTo } from '../../server/src/lsp/log';
import { FEATURES } from '../../server/src/lsp/service';
import { StatusTeller } from '../../server/src/lsp/status';
import { FAILED_PARTS_NOTIFICATION, MOST_CHARACTERS, STATUS_NOTIFICATION } from '../../server/src/protocol';
import { tableSpec } from '../../server/src/editions';
import { matcherOf } from '../../server/src/model/binding/labels';
import { RULES } from '../../server/src/rules';
import { withFixes } from '../../server/src/rules/rule';
import { pipe } from '../../server/src/syntax/layouts/pipe';
import { reportText } from '../support/reports';

const CANARY = '金丝雀鸣';
const FAULTY = reportText({ cell: (row, column) => (row.id === 'granted' && column.id === 'total' ? '4' : '0') }).replace('公开信息12条', '公开⽂件12条');
const fail = (): never => {
  throw new Error(CANARY);
};
const rulesIn = (text: string): string[] => analyse(text, DEFAULT_SETTINGS).diagnostics.map(({ rule }) => rule);

describe('a rule that throws', () => {
  for (const rule of RULES) {
    test(`${rule.id}: is named, and the others say what they say without it`, () => {
      const without = analyse(FAULTY, { ...DEFAULT_SETTINGS, rules: { [rule.id]: 'off' } });
      const check = mock.method(rule, 'check', fail);
      try {
        // A text of its own: what the rules said of the same one is remembered.
        const { diagnostics, failedRules } = analyse(`${FAULTY} `, DEFAULT_SETTINGS);
        assert.deepEqual(failedRules.map(({ rule: id }) => id), check.mock.callCount() > 0 ? [rule.id] : []);
        assert.deepEqual(diagnostics.map(({ rule: id, span }) => [id, span.start]), without.diagnostics.map(({ rule: id, span }) => [id, span.start]));
      } finally {
        check.mock.restore();
      }
    });
  }
});

test('rows that binding throws at are not read, which is no word about what they lack; the rest is checked', () => {
  const text = FAULTY.replace('公开⽂件', '公开文件⼯作');
  const binding = mock.method(matcherOf(tableSpec('requests', '2021')), 'exactKey', fail);
  try {
    const { diagnostics, failedRules } = analyse(text, DEFAULT_SETTINGS);
    assert.deepEqual(failedRules.map(({ rule }) => rule), ['layout']);
    const rules = diagnostics.map(({ rule }) => rule);
    assert.deepEqual([...new Set(rules.filter((rule) => rule.startsWith('table/')))], ['table/unreadable']);
    assert.ok(rules.includes('glyph/radical'));
  } finally {
    binding.mock.restore();
  }
  assert.ok(rulesIn(`${text} `).includes('table/row-total'), 'the next text is read again');
});

describe('a fix that throws', () => {
  test('in check: the finding is told all the same, and that it has no fix', () => {
    const { rule, severity } = { rule: RULES.find(({ scope }) => scope === 'report')!, severity: 'warning' as const };
    const check = mock.method(rule, 'check', () => [withFixes({ span: { start: 0, end: 1 } }, fail)]);
    try {
      const job = checkJob({ config: { own: { rules: { [rule.id]: severity } }, locale: 'en' }, format: 'json', failing: ['error'], limit: 1000, voice: { locale: 'en', styled: false } });
      const entry = { path: '-', named: true, stdin: Buffer.from(`${FAULTY}    `) };
      const [{ part, error, remarks }] = job.run({ entries: [entry], what: 'check' }) as readonly [Checked];
      assert.equal(check.mock.callCount(), 1);
      assert.ok(part.includes(rule.id));
      assert.equal(error, undefined, 'nothing was left unchecked');
      assert.deepEqual(remarks.map(({ en }) => en), [`The fix of the rule ${rule.id} failed and was not made: ${CANARY}`]);
    } finally {
      check.mock.restore();
    }
  });
});

describe('a layout reader that throws', () => {
  for (const part of ['sniff', 'read'] as const) {
    test(`in ${part}: its tables can't be read, which is no word about what they lack; the rest is checked`, () => {
      const reader = mock.method(pipe, part, fail);
      try {
        const { diagnostics, failedRules } = analyse(`${FAULTY}  ${part}`, DEFAULT_SETTINGS);
        assert.deepEqual(failedRules.map(({ rule }) => rule), ['layout']);
        const rules = diagnostics.map(({ rule }) => rule);
        assert.deepEqual([...new Set(rules.filter((rule) => rule.startsWith('table/')))], ['table/unreadable']);
        assert.ok(rules.includes('glyph/radical'));
      } finally {
        reader.mock.restore();
      }
      assert.ok(rulesIn(`${FAULTY}   ${part}`).includes('table/row-total'), 'the next text is read again');
    });
  }
});

describe('a feature that throws', () => {
  /** A connection that keeps the handlers it is given and the notifications it sends, whatever their names. */
  function recorder() {
    const handlers = new Map<string, (params: unknown, token: unknown) => unknown>();
    const sent: { readonly method: string; readonly params: object }[] = [];
    const at = (path: string): object =>
      new Proxy(() => Promise.resolve(), {
        get: (_, name) => {
          if (name === 'sendNotification') return (type: string | { method: string }, params: object) => (sent.push({ method: typeof type === 'string' ? type : type.method, params }), Promise.resolve());
          return at(`${path}.${String(name)}`);
        },
        apply: (_, __, [handler]: unknown[]) => {
          if (/\.on[A-Z]?\w*$/.test(path) && typeof handler === 'function') handlers.set(path, handler as never);
          return Promise.resolve();
        },
      });
    return { connection: at('') as Connection, handlers, sent };
  }

  const everything = new Proxy({} as Client, { get: (_, name) => (name === 'commands' ? new Set() : name === 'foldingLimit' ? Infinity : true) });
  const document = new OpenDocument('untitled:1', 'ogi-report', 1, FAULTY);

  function listening(log: (connection: Connection) => Log, analysisOf: () => Snapshot) {
    const { connection, handlers, sent } = recorder();
    const documents = { get: () => document, all: () => [document], onDidChangeContent: () => undefined, onDidClose: () => undefined };
    const context = {
      ...{ connection, client: everything, environment: { version: '', docsBase: '', pushDelayMs: 0 }, documents, log: log(connection) },
      ...{ settings: { of: () => DEFAULT_SETTINGS, onDidChange: () => undefined }, configs: { onDidChange: () => undefined }, analyses: { of: analysisOf } },
      workspace: { onDidChange: () => undefined, onDidChangeFiles: () => undefined, onDidChangeFolders: () => undefined },
    } as unknown as Context;
    for (const feature of FEATURES) feature.listen(context);
    return { handlers, sent };
  }

  test('answers neutrally and is told once; the others go on', async () => {
    const { handlers, sent } = listening(logTo, fail);
    assert.ok(handlers.size >= FEATURES.length - 1, [...handlers.keys()].join());
    const place = { line: 3, character: 1 };
    const params = { textDocument: { uri: 'untitled:1' }, position: place, positions: [place], range: { start: place, end: place }, context: { diagnostics: [] } };
    const { token } = new CancellationTokenSource();
    for (let again = 0; again < 2; again++) {
      for (const [name, handler] of handlers) {
        const answer = await (handler(params, token) as Promise<unknown>);
        assert.ok(answer === null || typeof answer === 'object', `${name} must answer neutrally`);
      }
    }
    const logged = sent.filter(({ method }) => method === 'window/logMessage').map(({ params: { message } }: { params: { message?: string } }) => message!);
    assert.ok(logged.length > 5);
    assert.equal(new Set(logged.map((message) => message.split('\n')[0])).size, logged.length, 'each once');
    assert.ok(!JSON.stringify(sent).includes(CANARY));
    const told = sent.filter(({ method }) => method === FAILED_PARTS_NOTIFICATION).at(-1)!.params as { parts: string[] };
    assert.equal(told.parts.length, logged.length);
  });
});

describe('a part of the check that throws', () => {
  test('leaves no analysis of an earlier text behind', () => {
    let broken = false;
    const analyses = new Analyses(() => (broken ? fail() : undefined), () => undefined);
    const text = new OpenDocument('untitled:1', 'ogi-report', 1, FAULTY);
    analyses.of(text, DEFAULT_SETTINGS);
    text.update([{ text: 'x' }], 2);
    broken = true;
    assert.throws(() => analyses.of(text, DEFAULT_SETTINGS));
    broken = false;
    assert.equal(analyses.of(text, DEFAULT_SETTINGS).analysis.text, 'x');
  });

  test('in the status, does not stop whoever asked for the analysis', () => {
    const failed: string[] = [];
    const log: Log = { info: fail, warn: fail, error: fail, failed: (part) => void failed.push(part) };
    const status = new StatusTeller({ sendNotification: () => Promise.resolve() } as unknown as Connection, log);
    const analysed = (snapshot: Snapshot): void => status.analysed({ ...snapshot, analysis: new Proxy(snapshot.analysis, { get: (analysis, name) => (name === 'reports' ? fail() : Reflect.get(analysis, name)) }) });
    const { analysis } = new Analyses(() => undefined, analysed).of(new OpenDocument('untitled:1', 'ogi-report', 1, FAULTY), DEFAULT_SETTINGS);
    assert.ok(analysis.found > 0);
    assert.deepEqual(failed, ['status']);
  });
});

describe('a document that is too long', () => {
  test('is not checked, which is said; and is checked once it is shorter', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const statuses: { tooLong: boolean; findings: number }[] = [];
    const lines: string[] = [];
    const connection = { sendNotification: (method: string, params: never) => (method === STATUS_NOTIFICATION && statuses.push(params), Promise.resolve()) } as unknown as Connection;
    const log: Log = { info: () => undefined, warn: (line) => void lines.push(line), error: fail, failed: fail };
    const status = new StatusTeller(connection, log);
    const analyses = new Analyses(() => undefined, (snapshot) => status.analysed(snapshot));
    const analysed = (): number => {
      const { analysis } = analyses.of(long, DEFAULT_SETTINGS);
      t.mock.timers.tick(1000);
      return analysis.found;
    };
    const long = new OpenDocument('untitled:1', 'ogi-report', 1, FAULTY);
    const checked = analysed();
    assert.ok(checked > 0);
    long.update([{ text: FAULTY + '略'.repeat(MOST_CHARACTERS) }], 2);
    assert.equal(analysed(), 0);
    long.update([{ text: FAULTY }], 3);
    assert.equal(analysed(), checked);
    assert.deepEqual(statuses.map(({ tooLong, findings }) => [tooLong, findings > 0]), [[false, true], [true, false], [false, true]]);
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /^Not checked/);
  });
});
