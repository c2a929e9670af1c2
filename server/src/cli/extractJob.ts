/** What `extract` does with files: reads the reports in them, and writes them as data. */
import { analyse } from '../analysis/analyse';
import { NO_RULES } from '../analysis/noRules';
import type { Locale, Text } from '../text/span';
import { type ConfigCall, Configs } from './config';
import { csvRow } from './formats/csv';
import { extractions } from './extraction';
import { failure } from './failure';
import { type Entry, read } from './inputs';
import type { Job } from './job';
import { rangesIn } from './positions';
import { Voice } from './voice';

export interface ExtractRequest {
  readonly config: ConfigCall;
  readonly format: 'json' | 'csv';
  readonly voice: { readonly locale: Locale; readonly styled: boolean };
}

/** What came of a file. */
export interface Extracted {
  readonly path: string;
  /** For the output: its reports, a line each. */
  readonly part: string;
  /** Why it could not be read. */
  readonly error?: Text;
  /** Read, and no report in it. */
  readonly empty?: true;
  /** How the file was read. */
  readonly remarks?: readonly Text[];
}

export function extractJob({ config, format, voice: { locale, styled } }: ExtractRequest): Job<Entry, Extracted> {
  const configs = new Configs({ ...config, own: { ...config.own, rules: NO_RULES } });
  const voice = new Voice(locale, styled);
  return {
    run(entry) {
      const content = read(entry, configs);
      if (content.kind === 'skipped') return { path: entry.path, part: '' };
      if (content.kind === 'failure') return { path: content.failure.path, part: '', error: content.failure.reason };
      const { path, text, settings, remarks } = content;
      const records = extractions(path, analyse(text, settings), rangesIn(text), (words) => voice.words(words));
      const lines = records.map((record) => (format === 'csv' ? csvRow(record) : `${JSON.stringify(record)}\n`));
      return { path, part: lines.join(''), remarks, ...(records.length === 0 && { empty: true }) };
    },
    lost: ({ path }, error) => ({ path, part: '', error: failure(path, error).reason }),
  };
}
