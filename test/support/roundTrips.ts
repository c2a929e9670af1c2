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

export const isSame = (text: string, back: string): boolean => JSON.stringify(extracted(text)) === JSON.stringify(extracted(back));
