/** The entry that VS Code for the Web calls, in a worker: what it reports goes through the console. */
import { clicking } from './clicking';
import { comparing } from './comparing';
import { documents } from './documents';
import { editing } from './editing';
import { leaving } from './leaving';
import { runAll } from './run';
import { smoke } from './smoke';
import { writing } from './writing';

export async function run(): Promise<void> {
  const rows = await runAll({ smoke, clicking, editing, writing, leaving, comparing, documents });
  console.log(`${process.env['OGI_E2E_REPORT']}${JSON.stringify(rows)}`);
  if (rows.some((row) => !row.ok)) throw new Error('Some tests failed');
}
