/** The text of a report as a document of another kind. Pure: text in, bytes out. */
import { analyse } from '../../analysis/analyse';
import { NO_RULES } from '../../analysis/noRules';
import { DEFAULT_SETTINGS, type Settings } from '../../analysis/settings';
import type { Text } from '../../text/span';
import { csvSheet } from './csv';
import { wordDocument } from './docx';
import { htmlPage } from './html';
import { print } from './print';

export const EXPORT_FORMATS = ['docx', 'html', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Exported {
  readonly bytes: Uint8Array;
  /** A sentence for each thing that is not as the form has it, or would be read otherwise. */
  readonly losses: readonly Text[];
}

export async function exportReport(text: string, format: ExportFormat, edition: Settings['edition'] = 'auto'): Promise<Exported> {
  const printed = print(analyse(text, { ...DEFAULT_SETTINGS, edition, rules: NO_RULES }));
  const { losses } = printed;
  if (format === 'docx') return { bytes: await wordDocument(printed), losses };
  return { bytes: new TextEncoder().encode(format === 'html' ? htmlPage(printed) : csvSheet(printed)), losses };
}
