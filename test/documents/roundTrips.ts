/**
 * `npm run roundtrips -- [--runs 20] [--seed N]`: reports of random numbers in every layout and form, the project's own, and the real ones
 * beside it where they are, sent out as Word documents, pages and sheets and brought in again; opened and saved by LibreOffice, and printed
 * as PDF by a browser, where they are. Prints how many read the same, and how many differences were told. A silent one fails the run.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { EXPORT_FORMATS, exportReport } from '../../server/src/documents/export';
import type { importDocument } from '../../server/src/documents/import';
import type { EditionId } from '../../server/src/editions';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { Random } from '../support/random';
import { reportText } from '../support/reports';
import { LIBRE_OFFICE, NO_LIBRE_OFFICE, OFFICE_WAYS, savedAs } from '../support/libreOffice';
import { comparedTables, roundTrip, type RoundTrip } from '../support/roundTrips';
import { crossFooting, key } from '../support/tables';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' }, seed: { type: 'string' } } });
const { seed } = values.seed === undefined ? new Random() : new Random(Number(values.seed));
const YEARS: Readonly<{ [id in EditionId]: number }> = { '2019': 2020, '2021': 2024 };
const FIXTURES = join(__dirname, '../fixtures');
const REAL = join(__dirname, '../../../shared/reports');

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /\.(?:ogi|txt)$/.test(name)).map((name) => join(folder, name));
}

function texts(): { name: string; text: string }[] {
  const own = [FIXTURES, ...['seeds', 'real', 'partial'].map((name) => join(REAL, name))].flatMap(filesIn).map((path) => ({ name: path, text: readFileSync(path, 'utf8') }));
  const random = (['2019', '2021'] as const).flatMap((edition) =>
    fc.sample(fc.tuple(crossFooting(edition), fc.constantFrom(...WRITABLE_LAYOUTS)), { numRuns: Number(values.runs), seed }).map(([numbers, layout], i) => ({
      name: `random ${edition} ${layout} ${i}`,
      text: reportText({ edition, year: YEARS[edition], layout, cell: (row, column) => String(numbers.get(key(row.id, column.id))) }),
    })),
  );
  return [...own, ...random];
}

class Tally {
  readonly #counts = { same: 0, told: 0, silent: 0 };

  add(outcome: RoundTrip, what: string): void {
    this.#counts[outcome]++;
    if (outcome !== 'same') console.log(`${what}: ${outcome === 'told' ? 'not the same, which was told' : 'NOT THE SAME, AND NOTHING SAID'}`);
    if (outcome === 'silent') process.exitCode = 1;
  }

  line(what: string): string {
    const { same, told, silent } = this.#counts;
    return `${what.padEnd(28)} ${same} of ${same + told + silent} the same, ${told} told, ${silent} silent`;
  }
}

interface Browser {
  readonly page: { setContent(html: string): Promise<void>; pdf(options: object): Promise<Uint8Array> };
  close(): Promise<void>;
}

async function launched(): Promise<Browser | undefined> {
  try {
    const { launchBrowser } = (await import(join(__dirname, '../host/browser.mjs'))) as { launchBrowser: () => Promise<Browser> };
    return await launchBrowser();
  } catch (error) {
    console.log(`printed by a browser: not tried: ${(error as Error).message}`);
    return undefined;
  }
}

async function main(): Promise<void> {
  const all = texts();
  console.log(`OGI_SEED=${seed}: ${all.length} texts`);
  for (const format of EXPORT_FORMATS) {
    const tally = new Tally();
    for (const { name, text } of all) tally.add((await roundTrip(text, format)).outcome, `${name}, ${format}`);
    console.log(tally.line(format));
  }
  // As it is shipped: PDF.js takes other ways where it finds Node around it.
  const bundle = (await import(join(__dirname, '../../dist/import.js'))) as { importDocument: typeof importDocument };
  if (LIBRE_OFFICE) await throughOffice(all, bundle);
  else console.log(`opened by LibreOffice: not tried: ${NO_LIBRE_OFFICE}`);
  const browser = await launched();
  if (!browser) return;
  const tally = new Tally();
  for (const { name, text } of all) {
    const { bytes, losses } = await exportReport(text, 'html');
    await browser.page.setContent(new TextDecoder().decode(bytes));
    const pdf = await browser.page.pdf({ preferCSSPageSize: true });
    const back = await bundle.importDocument('report.pdf', new Uint8Array(pdf));
    tally.add(outcomeOf(text, back.text, losses), `${name}, printed by a browser`);
  }
  await browser.close();
  console.log(tally.line('html printed by a browser'));
}

/** Tables, year and form: a page breaks titles into lines. */
function outcomeOf(text: string, back: string, losses: readonly unknown[]): RoundTrip {
  const outcome = comparedTables(text, back);
  return outcome === 'silent' && losses.length > 0 ? 'told' : outcome;
}

async function throughOffice(all: readonly { readonly name: string; readonly text: string }[], bundle: { importDocument: typeof importDocument }): Promise<void> {
  for (const [from, to] of OFFICE_WAYS) {
    const sent = await Promise.all(all.map(({ text }) => exportReport(text, from)));
    const saved = await savedAs(to, from, sent.map(({ bytes }) => bytes));
    const tally = new Tally();
    for (const [i, bytes] of saved.entries()) {
      const { name, text } = all[i]!;
      if (!bytes) throw new Error(`LibreOffice did not save ${name} as ${to}`);
      const { text: back } = await bundle.importDocument(`report.${to}`, bytes);
      tally.add(outcomeOf(text, back, sent[i]!.losses), `${name}, ${from} as ${to} by LibreOffice`);
    }
    console.log(tally.line(`${from} as ${to} by LibreOffice`));
  }
}

void main();
