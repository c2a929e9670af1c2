/** What is measured on: documents of any size made of reports, and edits as people make them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { knownReports } from '../support/knownReports';
import type { Random } from '../support/random';

/** Real reports, in the project's own surroundings or wherever `OGI_SEEDS` says. */
const SEEDS = process.env['OGI_SEEDS'] ?? resolve(__dirname, '../../../shared/reports/seeds');
const FIXTURES = join(__dirname, '../fixtures');

export interface Corpus {
  readonly name: string;
  readonly reports: readonly string[];
}

/** The project's own reports in every layout that is written; and the real seeds where they are. */
export function corpora(): Corpus[] {
  const sample = ['sample.ogi', 'clean-2021.ogi'].map((name) => readFileSync(join(FIXTURES, name), 'utf8'));
  const own = { name: 'own reports', reports: [...sample, ...knownReports().map(({ text }) => text)] };
  if (!existsSync(SEEDS)) return [own];
  return [own, { name: 'real seeds', reports: readdirSync(SEEDS, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort().map((name) => readFileSync(join(SEEDS, name), 'utf8')) }];
}

/** Reports one after another, at least `bytes` of them in UTF-8, each with a year of its own so that none is another's twin. */
export function documentOf({ reports }: Corpus, bytes: number): string {
  const parts: string[] = [];
  let size = 0;
  for (let i = 0; size < bytes; i++) {
    const report = `${reports[i % reports.length]!.trimEnd()}\n（第${i + 1}份）\n\n`;
    parts.push(report);
    size += Buffer.byteLength(report);
  }
  // Flat, as an editor's text arrives: not a tree of its parts.
  return Buffer.from(parts.join('')).toString();
}

/** UTF-8 bytes in `text`, in millions. */
export function megabytes(text: string): number {
  return Buffer.byteLength(text) / 1e6;
}

export const EDIT_KINDS = ['character', 'newline', 'table', 'undo'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

export interface BenchEdit {
  readonly kind: EditKind;
  readonly range: Range;
  readonly text: string;
}

/** `count` edits of every kind at random places, each for the text that those before it left. An undo takes back the edit before it. */
export function editScript(text: string, table: string, count: number, random: Random): BenchEdit[] {
  const document = TextDocument.create('', '', 0, text);
  const edits: BenchEdit[] = [];
  const apply = (kind: EditKind, start: number, end: number, inserted: string): void => {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    TextDocument.update(document, [{ range, text: inserted }], document.version + 1);
    edits.push({ kind, range, text: inserted });
  };
  for (let i = 0; i < count; i++) {
    for (const [kind, inserted] of [['character', random.pick([...'政府信息公开0123456789，'])], ['newline', '\n'], ['table', table]] as const) {
      const length = document.getText().length;
      const at = document.offsetAt(document.positionAt(random.below(length)));
      apply(kind, at, at, inserted);
      // A table is taken back at once, else the document would grow; of the others every second one stays.
      if (kind === 'table' || random.oneIn(2)) apply('undo', at, at + inserted.length, '');
    }
  }
  return edits;
}
