/**
 * The service a second time: modules of its own, and so nothing of what the first one remembers. Whoever compares an
 * incremental analysis with a full one would otherwise compare it with what the incremental one left in memory.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Digest from './digest';

const PROJECT = join(__dirname, '../..');
const MODULES = join(PROJECT, 'node_modules');

/** `digest.ts` with everything it imports, loaded anew. */
export function freshService(): typeof Digest {
  const load = createRequire(__filename);
  const known = Object.entries(load.cache).filter(([file]) => file.startsWith(PROJECT) && !file.startsWith(MODULES));
  for (const [file] of known) delete load.cache[file];
  const fresh = load('./digest') as typeof Digest;
  for (const [file, module] of known) load.cache[file] = module;
  return fresh;
}
