/**
 * Semantic tokens as editors take them: five integers each, places relative to the token before. The integers of a report
 * are relative to its beginning and made once; a document's are those of its reports, one behind the other.
 */
import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';
import type { PlacedReport, ReportModel } from '../../model/types';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../features/announced';
import { reportTokens, type SemanticToken, semanticTokens as tokensWithin } from '../../features/semanticTokens';
import type { Snapshot } from '../analyses';
import { type Feature, onDocument, refreshOnSettings } from '../context';
import type { OpenDocument } from '../documents';

const LENGTH = 5;

export const semanticTokens: Feature = {
  listen(context) {
    const { connection, client } = context;
    const { semanticTokens: requests } = connection.languages;
    /** What was last sent of each document. */
    const sent = new WeakMap<OpenDocument, SemanticTokens>();
    const full = (snapshot: Snapshot): SemanticTokens => {
      const last = sent.get(snapshot.document);
      const now = last?.resultId === snapshot.resultId ? last : { resultId: snapshot.resultId, data: integersOf(snapshot) };
      sent.set(snapshot.document, now);
      return now;
    };
    requests.on(onDocument(context, 'semanticTokens', { data: [] }, full));
    requests.onDelta(
      onDocument(context, 'semanticTokens/delta', { data: [] }, (snapshot, { previousResultId }): SemanticTokens | SemanticTokensDelta => {
        const before = sent.get(snapshot.document);
        const now = full(snapshot);
        return before?.resultId === previousResultId ? { resultId: snapshot.resultId, edits: editsBetween(before.data, now.data) } : now;
      }),
    );
    requests.onRange(
      onDocument(context, 'semanticTokens/range', { data: [] }, ({ document, analysis }, { range }) => {
        const { lines } = document;
        const data: number[] = [];
        append(data, tokensWithin(analysis, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }), 0, document, { line: 0, character: 0 });
        return { data };
      }),
    );
    if (client.refreshes.semanticTokens) refreshOnSettings(context, () => requests.refresh());
  },
};

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Appends `tokens`, whose offsets count from `start`, the first relative to `from`; returns where the last one stands. */
function append(data: number[], tokens: readonly SemanticToken[], start: number, { lines }: OpenDocument, from: Place): Place {
  let before = from;
  for (const { span, type, modifiers } of tokens) {
    const at = lines.positionAt(start + span.start);
    const bits = modifiers.reduce((set, modifier) => set | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    data.push(at.line - before.line, at.line === before.line ? at.character - before.character : at.character, span.end - span.start, TOKEN_TYPES.indexOf(type), bits);
    before = at;
  }
  return before;
}

interface Encoded {
  /** The first token is relative to the beginning of the report. */
  readonly data: readonly number[];
  /** Lines from the beginning of the report to its last token, and the character that it begins at in its line. */
  readonly lastLine: number;
  readonly lastCharacter: number;
}

const encoded = new WeakMap<ReportModel, Encoded>();

function encode({ start, model }: PlacedReport, document: OpenDocument): Encoded {
  let known = encoded.get(model);
  if (!known) {
    const begin = document.lines.positionAt(start);
    const data: number[] = [];
    const last = append(data, reportTokens(model), start, document, begin);
    // A report may begin in the middle of a line, at another character every time.
    known = { data, lastLine: last.line - begin.line, lastCharacter: last.line === begin.line ? last.character - begin.character : last.character };
    encoded.set(model, known);
  }
  return known;
}

function integersOf({ document, analysis }: Snapshot): number[] {
  const reports = analysis.reports.map((report) => ({ report, own: encode(report, document) }));
  // Of its length from the start: a volume has hundreds of thousands, and a list that grows is slow to make.
  const data = new Array<number>(reports.reduce((length, { own }) => length + own.data.length, 0));
  let at = 0;
  let before: Place = { line: 0, character: 0 };
  for (const { report, own } of reports) {
    if (own.data.length === 0) continue;
    const begin = document.lines.positionAt(report.start);
    const [lines, characters] = own.data as readonly [number, number];
    const line = begin.line + lines;
    const character = lines === 0 ? begin.character + characters : characters;
    data[at++] = line - before.line;
    data[at++] = line === before.line ? character - before.character : character;
    for (let i = 2; i < own.data.length; i++) data[at++] = own.data[i]!;
    before = { line: begin.line + own.lastLine, character: own.lastLine === 0 ? begin.character + own.lastCharacter : own.lastCharacter };
  }
  return data;
}

/** The one replacement, of whole tokens, that makes `after` of `before`; none if nothing changed. */
function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  if (head === before.length && head === after.length) return [];
  head -= head % LENGTH;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  tail -= tail % LENGTH;
  return [{ start: head, deleteCount: before.length - head - tail, data: after.slice(head, after.length - tail) }];
}
