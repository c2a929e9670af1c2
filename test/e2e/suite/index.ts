/** The entry that VS Code calls in its Node extension host: runs every test in turn, or what is measured alone, and writes a report. */
import { writeFileSync } from 'node:fs';
import { activation } from './activation';
import { comparing } from './comparing';
import { crash } from './crash';
import { deciding } from './deciding';
import { documents } from './documents';
import { editing } from './editing';
import { leaving } from './leaving';
import { runAll } from './run';
import { seeds } from './seeds';
import { smoke } from './smoke';
import { writing } from './writing';

export async function run(): Promise<void> {
  // From `deciding` on the whole workspace is checked, and a closed report keeps its problems.
  const rows = await runAll(process.env['OGI_E2E_ACTIVATION'] ? { activation } : { smoke, editing, writing, leaving, deciding, comparing, documents, crash, seeds });
  writeFileSync(process.env['OGI_E2E_REPORT'] ?? 'e2e-report.json', JSON.stringify(rows));
  if (rows.some((row) => !row.ok)) throw new Error('Some tests failed');
}
