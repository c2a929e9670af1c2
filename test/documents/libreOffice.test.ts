/** Reports that go through LibreOffice: opened, saved in its own way, and brought in again, their tables are the same. `npm run roundtrips` does so with many. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { exportReport } from '../../server/src/documents/export';
import type * as documents from '../../server/src/documents/import';
import { buildDocumentParts, bundle, CLEAN } from '../support/commandLine';
import { LIBRE_OFFICE, NO_LIBRE_OFFICE, OFFICE_WAYS, savedAs } from '../support/libreOffice';
import { reportText } from '../support/reports';
import { comparedTables } from '../support/roundTrips';

if (LIBRE_OFFICE) buildDocumentParts();
const TEXTS = [CLEAN, reportText({ edition: '2019', year: 2020, cell: () => '1234567' })];

describe('through LibreOffice', { skip: LIBRE_OFFICE === undefined && NO_LIBRE_OFFICE, timeout: 600_000 }, () => {
  for (const [from, to] of OFFICE_WAYS) {
    test(`${from}, saved as ${to}`, async () => {
      const { importDocument } = (await import(join(dirname(bundle), 'import.js'))) as typeof documents;
      const saved = await savedAs(to, from, (await Promise.all(TEXTS.map((text) => exportReport(text, from)))).map(({ bytes }) => bytes));
      for (const [i, bytes] of saved.entries()) {
        assert.ok(bytes, 'nothing was saved');
        assert.equal(comparedTables(TEXTS[i]!, (await importDocument(`a.${to}`, bytes)).text), 'same');
      }
    });
  }
});
