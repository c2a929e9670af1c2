/** The real reports beside the project, where they exist: recognised by content, read, and told just what is expected. */
import * as assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { getSymbols, lineAndRule, openText, ruleOf, waitForDiagnostics } from './helper';
import type { Suite } from './run';

const project = process.env['OGI_E2E_PROJECT'] ?? '';
const folder = join(project, '..', 'shared', 'reports', 'seeds');

/** Line (from 1) and rule of each finding that `test/seeds.snapshot.txt` expects of a seed. */
function expected(seed: string): string[] {
  return readFileSync(join(project, 'test', 'seeds.snapshot.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${seed.slice(0, 3)}:`))
    .map((line) => line.split(/\s+/).slice(0, 2).join(' ').slice(4));
}

/** Hints are not listed in the Problems view. */
const MOST_LISTED = 12;

/** Further places of a finding are hints of its rule. */
function withoutRepeats(diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  const isHint = ({ severity }: vscode.Diagnostic): boolean => severity === vscode.DiagnosticSeverity.Hint;
  const listed = new Set(diagnostics.filter((diagnostic) => !isHint(diagnostic)).map(ruleOf));
  return diagnostics.filter((diagnostic) => !isHint(diagnostic) || !listed.has(ruleOf(diagnostic)));
}

async function check(seed: string): Promise<void> {
  const { document } = await openText(readFileSync(join(folder, seed), 'utf8'));
  const want = expected(seed).sort().join();
  // The number alone would not do: it may be reached before all are there.
  const found = await waitForDiagnostics(document.uri, (diagnostics) => withoutRepeats(diagnostics).map(lineAndRule).sort().join() === want);
  assert.equal(document.languageId, 'ogi-report');
  assert.ok(found.filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint).length <= MOST_LISTED);
  const flat = (symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] => symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
  const names = flat(await getSymbols(document.uri)).map(({ name }) => name);
  for (const ordinal of '一二三四五六') assert.ok(names.some((name) => name.startsWith(`${ordinal}、`)), `no section ${ordinal} in the outline`);
}

const names = existsSync(folder) ? readdirSync(folder).sort() : [];
if (names.length === 0) console.log('Skipped: no folder with real reports beside the project.');

export const seeds: Suite = Object.fromEntries(names.map((name) => [name, () => check(name)]));
