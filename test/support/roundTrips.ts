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

/** The same tables, year and form. A printed page breaks titles into lines, and its font may show radicals for characters: both are for the checker to see. */
export function hasSameTables(text: string, back: string): boolean {
  const told = (own: string): unknown => (extracted(own) as Record<string, unknown>[]).map(({ fiscalYear, edition, tables, deduced, unreadable }) => ({ fiscalYear, edition, tables, deduced, unreadable }));
  return JSON.stringify(told(text)) === JSON.stringify(told(back));
}
