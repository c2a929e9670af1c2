/** What `import --check --json-output` says of a folder, held against what is in it. */
import { join } from 'node:path';
import type { Expected } from './mixedFolder';

export interface FolderRecord {
  readonly file: string;
  readonly error?: string;
  readonly notReport?: true;
  readonly check?: { readonly diagnostics: readonly { readonly rule: string; readonly severity: string; readonly message: string }[] };
}

/** A line for each file that came out otherwise than it should. */
export function surprises(expected: ReadonlyMap<string, Expected>, records: readonly FolderRecord[], folder: string): string[] {
  const byFile = new Map(records.map((record) => [record.file, record]));
  const strange = records.filter(({ file }) => ![...expected.keys()].some((path) => join(folder, path) === file)).map(({ file }) => `${file}: not in the folder`);
  return [
    ...strange,
    ...[...expected].flatMap(([path, outcome]) => {
      const record = byFile.get(join(folder, path));
      const found = outcomeOf(record);
      return found === outcome ? [] : [`${path}: ${found}, not ${outcome}${record?.error ? ` (${record.error})` : ''}${record?.check ? ` ${JSON.stringify(record.check.diagnostics.slice(0, 2).map(({ rule, message }) => `${rule}: ${message}`))}` : ''}`];
    }),
  ];
}

function outcomeOf(record: FolderRecord | undefined): Expected | 'missing' {
  if (!record) return 'missing';
  if (record.error) return 'failed';
  if (record.notReport || !record.check) return 'notReport';
  return record.check.diagnostics.some(({ severity }) => severity === 'error') ? 'wrong' : 'clean';
}
