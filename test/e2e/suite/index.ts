/** The entry that VS Code calls: runs every test in turn and writes a report of them. */
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { comparing } from './comparing';
import { crash } from './crash';
import { editing } from './editing';
import { lastSeen } from './helper';
import { seeds } from './seeds';
import { smoke } from './smoke';

/** Tests by name, run in this order. */
export type Suite = Record<string, () => Promise<void>>;

const suites: Record<string, Suite> = { smoke, editing, comparing, crash, seeds };

/** Generous: a first start on a slow machine. Tests wait for events and end long before. */
const timeout = 30_000;

interface Row {
  name: string;
  ok: boolean;
  ms: number;
  error?: string;
}

export async function run(): Promise<void> {
  const rows: Row[] = [];
  for (const [suite, tests] of Object.entries(suites)) {
    for (const [name, test] of Object.entries(tests)) {
      const row = await runOne(`${suite}: ${name}`, test);
      console.log(`${row.ok ? '✔' : '✖'} ${row.name} (${row.ms} ms)${row.error ? `\n${row.error}` : ''}`);
      rows.push(row);
    }
  }
  writeFileSync(process.env['OGI_E2E_REPORT'] ?? 'e2e-report.json', JSON.stringify(rows));
  if (rows.some((row) => !row.ok)) throw new Error('Some tests failed');
}

async function runOne(name: string, test: () => Promise<void>): Promise<Row> {
  const started = Date.now();
  let timer: NodeJS.Timeout | undefined;
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
