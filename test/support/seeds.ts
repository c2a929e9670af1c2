/** The real reports that the product was asked for. They are not part of the project: tests use them where they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../shared/reports/seeds');

export interface Seed {
  readonly name: string;
  readonly text: string;
}

export const SEEDS: readonly Seed[] = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => ({ name: name.slice(0, 3), text: readFileSync(join(FOLDER, name), 'utf8') }))
  : [];

/** Why tests over the seeds are skipped; false where they are there. */
export const noSeeds: string | false = SEEDS.length === 0 && `the seed reports are not here (${FOLDER})`;
