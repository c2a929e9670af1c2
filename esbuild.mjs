/**
 * Bundles the product: `node esbuild.mjs [--production] [--watch]`.
 *
 * Three files run on Node and nothing else: the extension, the language server it starts, and the command line.
 * Production bundles are minified and carry no source maps: they are what the packaged extension ships.
 */
import { chmodSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** Every bundle: `executable` ones can be started by name from a shell. */
const bundles = [
  { entry: 'client/src/extension.ts', out: 'dist/extension.js', external: ['vscode'] },
  { entry: 'server/src/node.ts', out: 'dist/server.js', executable: true },
  { entry: 'server/src/cli.ts', out: 'dist/cli.js', executable: true },
];

const missing = bundles.filter(({ entry }) => !existsSync(join(root, entry)));
if (missing.length > 0) {
  console.error(`Can't build, entry not found: ${missing.map(({ entry }) => entry).join(', ')}`);
  process.exit(1);
}

/** Prints a bundle's size and makes an executable one executable, after every build. */
const report = (bundle) => ({
  name: 'report',
  setup(build) {
    build.onEnd(({ errors, metafile }) => {
      if (errors.length > 0) return;
      if (bundle.executable) chmodSync(join(root, bundle.out), 0o755);
      console.log(`${bundle.out.padEnd(18)} ${(metafile.outputs[bundle.out].bytes / 1024).toFixed(1).padStart(8)} kB`);
    });
  },
});

const contexts = await Promise.all(
  bundles.map((bundle) =>
    context({
      absWorkingDir: root,
      entryPoints: [bundle.entry],
      outfile: bundle.out,
      external: bundle.external ?? [],
      banner: bundle.executable ? { js: '#!/usr/bin/env node' } : {},
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      // ES modules where a package has them: only those can be tree-shaken.
      mainFields: ['module', 'main'],
      // Some of those find their neighbours by the address of the module; here that is the bundle.
      define: { 'import.meta.url': '__filename' },
      minify: production,
      sourcemap: !production,
      metafile: true,
      logLevel: 'warning',
      plugins: [report(bundle)],
    }),
  ),
);

if (watch) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  // The errors themselves are on the screen already (logLevel).
  const results = await Promise.allSettled(contexts.map((bundle) => bundle.rebuild()));
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
