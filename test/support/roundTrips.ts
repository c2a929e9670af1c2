/** A report sent out and brought in again: whether the same is extracted, and whether a difference was told. */
import { exportReport, type ExportFormat } from '../../server/src/documents/export';
import { importDocument } from '../../server/src/documents/import';
import { extracted } from './extracted';

/** `told`: it is not the same, and the export said so. `silent` must not be. */
export type RoundTrip = 'same' | 'told' | 'silent';

export async function roundTrip(text: string, format: ExportFormat): Promise<{ readonly outcome: RoundTrip; readonly back: string }> {
  const { bytes, losses } = await exportReport(text, format);
  const { text: back } = await importDocument(`report.${format}`, bytes);
  return { outcome: isSame(text, back) ? 'same' : losses.length > 0 ? 'told' : 'silent', back };
}

const isSame = (text: string, back: string): boolean => JSON.stringify(extracted(text)) === JSON.stringify(extracted(back));

interface Told {
  readonly tables: Readonly<Record<string, unknown>>;
  readonly unreadable?: readonly { readonly table: string }[];
}

/** As `hasSameTables`; where they are not, it counts as told if each table that differs is one that can't be read. */
export function comparedTables(text: string, back: string): RoundTrip {
  if (hasSameTables(text, back)) return 'same';
  const [before, after] = [extracted(text), extracted(back)] as [Told[], Told[]];
  const differs = (table: string, i: number): boolean => JSON.stringify(before[i]!.tables[table]) !== JSON.stringify(after[i]!.tables[table]);
  const isTold = after.every(({ unreadable = [] }, i) => Object.keys(before[i]?.tables ?? {}).every((table) => !differs(table, i) || unreadable.some((own) => own.table === table)));
  return before.length === after.length && isTold ? 'told' : 'silent';
}

/** The same tables, year and form. A printed page breaks titles into lines, and its font may show radicals for characters: both are for the checker to see. */
export function hasSameTables(text: string, back: string): boolean {
  const told = (own: string): unknown => (extracted(own) as Record<string, unknown>[]).map(({ fiscalYear, edition, tables, deduced, unreadable }) => ({ fiscalYear, edition, tables, deduced, unreadable }));
  return JSON.stringify(told(text)) === JSON.stringify(told(back));
}
