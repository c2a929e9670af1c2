/**
 * What else an editor asks for, right after a keystroke: in processor time of the whole server, which other programs lengthen much
 * less than the time. On each report the dearest counts; “first” pays for the analysis of the edited text too, “after findings”
 * comes when that was asked for already, as editors do.
 */
import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { PREVIEW_REQUEST } from '../../server/src/protocol';
import { Random } from '../support/random';
import { type BenchEdit, type Corpus, documentOf } from './corpus';
import { figure, printTable, Times } from './figures';
import { ServerProcess } from './serverProcess';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
const OPTIONS = { tabSize: 4, insertSpaces: true };

/** Where something is to be said in a document. */
interface Places {
  /** A total of 表三. */
  readonly total: Position;
  /** A label of a row. */
  readonly label: Position;
  /** Where a sentence ends. */
  readonly sentence: Position;
  /** The agency in the title. */
  readonly agency: Position;
}

type Ask = (server: ServerProcess, places: Places, last: { readonly resultId?: string }) => Promise<unknown>;

const at = (method: string, place: keyof Places, params: object = {}): [string, Ask] => [method, (server, places) => server.ask(method, { position: places[place], ...params })];
const plain = (method: string, params: object = {}): [string, Ask] => [method, (server) => server.ask(method, params)];

const QUESTIONS: readonly (readonly [string, Ask])[] = [
  plain('diagnostic'),
  plain('documentSymbol'),
  plain('foldingRange'),
  plain('codeAction', { range: RANGE, context: { diagnostics: [] } }),
  at('completion', 'label'),
  ['completion in prose', (server, { sentence }) => server.ask('completion', { position: sentence })],
  at('hover', 'total'),
  plain('formatting', { options: OPTIONS }),
  plain('rangeFormatting', { range: RANGE, options: OPTIONS }),
  at('signatureHelp', 'total'),
  plain('inlayHint', { range: RANGE }),
  plain('codeLens'),
  plain('semanticTokens/full'),
  ['semanticTokens/full/delta', (server, _, { resultId = '' }) => server.ask('semanticTokens/full/delta', { previousResultId: resultId })],
  plain('semanticTokens/range', { range: RANGE }),
  at('documentHighlight', 'total'),
  at('definition', 'total'),
  at('references', 'total', { context: { includeDeclaration: true } }),
  ['selectionRange', (server, { total }) => server.ask('selectionRange', { positions: [total] })],
  plain('documentLink'),
  at('prepareRename', 'agency'),
  at('rename', 'agency', { newName: '清河县水利局' }),
  at('inlineCompletion', 'total', { context: { triggerKind: 1 } }),
  ['preview', (server) => server.ask(`/${PREVIEW_REQUEST}`, { offset: 0 })],
];

export async function answers(corpora: readonly Corpus[], rounds: number): Promise<void> {
  console.log('Answers right after a keystroke, milliseconds of processor time. Target: ≤ 5 on one report.\n');
  for (const corpus of corpora) {
    const rows = QUESTIONS.map(([name]) => [name]);
    const single = corpus.reports.slice(0, MOST_REPORTS);
    for (const first of [false, true]) {
      const times: Times[][] = [];
      for (const text of single) times.push(await measured(text, rounds, first));
      rows.forEach((row, i) => row.push(...[0.5, 0.95].map((share) => figure(Math.max(...times.map((own) => own[i]!.percentile(share)))))));
    }
    const large = await measured(documentOf(corpus, 1e6), Math.ceil(rounds / 3), false);
    rows.forEach((row, i) => row.push(...[0.5, 0.95].map((share) => figure(large[i]!.percentile(share)))));
    printTable([`${corpus.name} (${single.length})`, 'after findings p50', 'p95', 'first p50', 'p95', '1 MB p50', 'p95'], rows);
  }
}

/** Of a corpus of many. */
const MOST_REPORTS = 6;

/** Of each question, in a server that has been typed at for a while: what it does is machine code by then. */
async function measured(text: string, rounds: number, first: boolean): Promise<Times[]> {
  const server = await ServerProcess.start('ogi-report');
  await server.open(text);
  const places = placesIn(text);
  const random = new Random(3);
  const document = TextDocument.create('', '', 0, text);
  for (let i = 0; i < (text.length > 1e5 ? 10 : WARM_UP); i++) {
    for (const edit of keystroke(document, random)) await server.edit(edit);
    for (const [, ask] of QUESTIONS) await ask(server, places, {});
  }
  const all: Times[] = [];
  for (const [, ask] of QUESTIONS) {
    const times = new Times();
    let last: object = {};
    for (let i = 0; i < rounds; i++) {
      for (const edit of keystroke(document, random)) {
        if (first) server.type(edit);
        else await server.edit(edit);
        const worked = server.processorTime();
        last = Object(await ask(server, places, last)) as object;
        times.add(server.processorTime() - worked);
      }
    }
    all.push(times);
  }
  await server.stop();
  return all;
}

const WARM_UP = 60;

/** A character at a random place, and that it is taken back: what was on its line stays on it. */
function keystroke(document: TextDocument, random: Random): readonly BenchEdit[] {
  const start = document.positionAt(random.below(document.getText().length));
  const behind = { ...start, character: start.character + 1 };
  return [
    { kind: 'character', range: { start, end: start }, text: random.pick([...'政府信息公开0123456789，']) },
    { kind: 'undo', range: { start, end: behind }, text: '' },
  ];
}

function placesIn(text: string): Places {
  const document = TextDocument.create('', '', 0, text);
  const [report] = analyse(text, DEFAULT_SETTINGS).reports;
  const { model, start } = report!;
  const requests = model.tables.find(({ id, table }) => id === 'requests' && !table.unreadable);
  const row = requests?.table.rows.find(({ found, expected }) => found === expected);
  const sentence = Math.max(0, text.indexOf('。') + 1);
  const place = (offset: number | undefined): Position => document.positionAt(offset === undefined ? sentence : start + offset);
  const inTable = (offset: number | undefined): Position => place(offset === undefined ? undefined : requests!.start + offset);
  return {
    total: inTable(row?.cells.at(-1)?.syntax.span.start),
    label: inTable(row?.label?.span.start),
    sentence: place(undefined),
    agency: place(model.title && model.title.span.start + Math.max(0, model.title.text.indexOf(model.agency ?? ''))),
  };
}
