/** The language server as it is shipped: bundled. */
import { existsSync, mkdtempSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '../..');

/** `dist/server.js` where it is newer than the sources, else one made for this run. */
export function builtServer(): string {
  const shipped = join(ROOT, 'dist/server.js');
  const sources = readdirSync(join(ROOT, 'server/src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const newest = Math.max(...sources.map((name) => statSync(join(ROOT, 'server/src', name)).mtimeMs));
  if (existsSync(shipped) && statSync(shipped).mtimeMs > newest) return shipped;
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-'));
  const outfile = join(folder, 'dist/server.js');
  buildSync({ absWorkingDir: ROOT, entryPoints: ['server/src/node.ts'], outfile, bundle: true, format: 'cjs', platform: 'node', target: 'node20', mainFields: ['module', 'main'], logLevel: 'error' });
  // Beside it the docs, as in a package.
  symlinkSync(join(ROOT, 'docs'), join(folder, 'docs'), 'junction');
  return outfile;
}
