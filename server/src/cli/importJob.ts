/** What `import` does with files: brings a document in, and writes its text where it belongs. */
import { readFileSync } from 'node:fs';
import { detect } from '../model/report/detect';
import type { Text } from '../text/span';
import { failure } from './failure';
import { type Entry, mustBeFile } from './inputs';
import type { Job } from './job';
import type { Target } from './targets';
import { writeNew } from './written';

export interface ImportRequest {
  /** Files that exist are overwritten. */
  readonly force: boolean;
}

export interface ImportTask {
  readonly entry: Entry;
  readonly target: Target;
}

/** What came of a file. */
export interface ImportedFile {
  readonly path: string;
  /** Why it could not be brought in, or its text not be written. */
  readonly error?: Text;
  /** Brought in from a folder, and no report: nothing is written. */
  readonly skipped?: true;
  /** For standard output. */
  readonly text?: string;
  /** Where the text was written. */
  readonly written?: string;
  readonly losses: readonly Text[];
}

export function importJob({ force }: ImportRequest): Job<ImportTask, ImportedFile> {
  return {
    async run({ entry: { path, named, failure: known, stdin }, target }) {
      if (known) return { path, error: known.reason, losses: [] };
      if (!stdin) mustBeFile(path);
      const bytes = stdin ?? readFileSync(path);
      const { importDocument } = await import('../documents/import/index');
      const { text, losses } = await importDocument(path, bytes);
      if (!named && !detect(text).isReport) return { path, skipped: true, losses };
      if (target.kind === 'stdout') return { path, text, losses };
      writeNew(target.path, text, force);
      return { path, written: target.path, losses };
    },
    lost: ({ entry: { path } }, error) => ({ path, error: failure(path, error).reason, losses: [] }),
  };
}
