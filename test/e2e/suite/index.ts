/** The entry that VS Code calls in its Node extension host: runs every test in turn and writes a report of them. */
import { writeFileSync } from 'node:fs';
import { comparing } from './comparing';
import { crash } from './crash';
import { deciding } from './deciding';
import { documents } from './documents';
import { editing } from './editing';
import { runAll } from './run';
import { seeds } from './seeds';
import { smoke } from './smoke';
import { writing } from './writing';

export async function run(): Promise<void> {
  const rows = await runAll({ smoke, editing, writing, deciding, comparing, documents, crash, seeds });
  writeFileSync(process.env['OGI_E2E_REPORT'] ?? 'e2e-report.json', JSON.stringify(rows));
  if (rows.some((row) => !row.ok)) throw new Error('Some tests failed');
}
