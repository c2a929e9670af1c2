/** Runs suites inside an extension host, whichever it is: one test after another, each within a time of its own. */
import * as vscode from 'vscode';
import { lastSeen } from './helper';

/** Tests by name, run in this order. */
export type Suite = Record<string, () => Promise<void>>;

/** What is reported of one test. */
export interface Row {
  name: string;
  ok: boolean;
  ms: number;
  error?: string;
}

/** Generous: a first start on a slow machine. Tests wait for events and end long before. */
const timeout = 30_000;

export async function runAll(suites: Record<string, Suite>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [suite, tests] of Object.entries(suites)) {
    for (const [name, test] of Object.entries(tests)) {
      const row = await runOne(`${suite}: ${name}`, test);
      console.log(`${row.ok ? '✔' : '✖'} ${row.name} (${row.ms} ms)${row.error ? `\n${row.error}` : ''}`);
      rows.push(row);
    }
  }
  return rows;
}

async function runOne(name: string, test: () => Promise<void>): Promise<Row> {
  const started = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done after ${timeout / 1000} s, waiting for ${lastSeen()}`)), timeout);
  });
  try {
    await Promise.race([test(), late]);
    return { name, ok: true, ms: Date.now() - started };
  } catch (error) {
    return { name, ok: false, ms: Date.now() - started, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    clearTimeout(timer);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  }
}
