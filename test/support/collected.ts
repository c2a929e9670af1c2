/** Real reports collected beside the project, in the layouts they are found in; tests use them where they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../shared/reports');

export interface Collected {
  /** `real/001-….txt`. */
  readonly name: string;
  readonly text: string;
}

export const COLLECTED: readonly Collected[] = ['seeds', 'real', 'partial'].flatMap((folder) =>
  existsSync(join(FOLDER, folder))
    ? readdirSync(join(FOLDER, folder))
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .map((file) => ({ name: `${folder}/${file}`, text: readFileSync(join(FOLDER, folder, file), 'utf8') }))
    : [],
);

/** Why tests over them are skipped; false where they are there. */
export const noCollected: string | false = COLLECTED.length === 0 && `the collected reports are not here (${FOLDER})`;
