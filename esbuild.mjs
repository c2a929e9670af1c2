/**
 * Bundles the product: `node esbuild.mjs [--production] [--watch] [--out FOLDER] [NAME…]`, all of it or the bundles of that name.
 *
 * Some files run on Node: the extension, the language server it starts, and the command line. Those in `dist/web` run in the workers
 * of a browser. What is not needed at the start is a bundle of its own, loaded by a dynamic import, or, in a browser's extension
 * host, by client/src/loadPart.ts; what brings documents in and sends them out needs neither Node nor a browser's page, and is the same
 * file for both.
 * The server comes in pieces: `server.js` and what it shares answer `initialize`, the rest of it is loaded behind the answer.
 * The page of the preview runs in a browser, and is loaded when a preview is opened.
 * Production bundles are minified and carry no source maps: they are what the packaged extension ships.
 */
import { Buffer } from 'node:buffer';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { context, transform } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const { values, positionals: names } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' }, out: { type: 'string' } }, allowPositionals: true });
const { production = false, watch = false, out: folder } = values;

/** Every bundle: `executable` ones can be started by name from a shell; one in `pieces` has them in the folder of its name; `web` ones run in a browser, a `page` on a page there, `pure` ones run on anything that runs JavaScript; one that `loads` is a worker that loads those. */
const all = [
  { entry: 'client/src/extension.ts', out: 'dist/extension.js', external: ['vscode'] },
  { entry: 'client/src/connector.node.ts', out: 'dist/client.js', external: ['vscode'] },
  { entry: 'client/src/extension.web.ts', out: 'dist/web/extension.js', external: ['vscode'], web: true },
  { entry: 'client/src/connector.web.ts', out: 'dist/web/client.js', external: ['vscode'], web: true },
  { entry: 'server/src/browser.ts', out: 'dist/web/server.js', web: true, pieces: true },
  { entry: 'server/src/documents/worker.ts', out: 'dist/web/convert.js', web: true, loads: true },
  { entry: 'client/webview/preview.ts', out: 'dist/preview.js', page: true, web: true },
  { entry: 'server/src/node.ts', out: 'dist/server.js', executable: true, pieces: true },
  { entry: 'server/src/cli.ts', out: 'dist/cli.js', executable: true },
  { entry: 'server/src/node/conversionThread.ts', out: 'dist/convert.js' },
  { entry: 'server/src/documents/import/index.ts', out: 'dist/import.js', pure: true },
  { entry: 'server/src/documents/import/pdf.ts', out: 'dist/import-pdf.js', pure: true },
  { entry: 'server/src/documents/import/pdfCMapFiles.ts', out: 'dist/import-cmaps.js', pure: true },
  { entry: 'server/src/documents/export/index.ts', out: 'dist/export.js', pure: true },
];
const nameOf = ({ out }) => basename(out, '.js');
/** As `server`, or `web/server`. */
const pathOf = ({ out }) => out.slice('dist/'.length, -'.js'.length);
const bundles = all.filter((bundle) => names.length === 0 || names.includes(pathOf(bundle))).map((bundle) => ({ ...bundle, out: folder ? join(folder, `${pathOf(bundle)}.js`) : bundle.out }));

const missing = bundles.filter(({ entry }) => !existsSync(join(root, entry)));
if (missing.length > 0) {
  console.error(`Can't build, entry not found: ${missing.map(({ entry }) => entry).join(', ')}`);
  process.exit(1);
}

/** Leaves a dynamic import of what is a bundle of its own to be loaded when it is reached. */
const parts = (bundle) => ({
  name: 'parts',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      const part = kind === 'dynamic-import' && all.find(({ entry }) => join(root, entry) === `${join(resolveDir, path)}.ts`);
      return part ? { path: pathBetween(bundle, part), external: true } : undefined;
    });
  },
});

/** As `./import.js`; wherever bundles are written, they lie to each other as they do in `dist`. */
function pathBetween({ entry }, part) {
  const from = all.find((own) => own.entry === entry);
  const path = posix.relative(posix.dirname(from.out), part.out);
  return path.startsWith('.') ? path : `./${path}`;
}

const print = (name, bytes) => console.log(`${name.padEnd(32)} ${(bytes / 1024).toFixed(1).padStart(8)} kB`);

/** Writes pieces, prints sizes, and makes an executable bundle one, after every build. */
const finish = (bundle) => ({
  name: 'finish',
  setup(build) {
    build.onEnd(async ({ errors, metafile, outputFiles }) => {
      if (errors.length > 0) return;
      if (bundle.pieces) await writePieces(bundle, outputFiles, metafile.outputs);
      else print(bundle.out, Object.entries(metafile.outputs).find(([path]) => path.endsWith('.js'))[1].bytes);
      if (bundle.executable) chmodSync(resolve(root, bundle.out), 0o755);
    });
  },
});

/**
 * esbuild cuts only ES modules into pieces; CommonJS, which they become here, starts sooner and is what an editor's process loads.
 * A worker can load no module by name: it gets the pieces that it starts with in one script, and the others as scripts.
 */
async function writePieces({ entry, out, web }, outputFiles, outputs) {
  rmSync(resolve(root, out.replace(/\.js$/, '')), { recursive: true, force: true });
  const pieces = await Promise.all(outputFiles.map(async ({ path, text }) => ({ path, code: escaped((await transform(text, pieceOptions(path, web))).code) })));
  if (!web) return pieces.forEach(write);
  const first = startOf(entry, outputs);
  const starting = pieces.filter(({ path }) => first.has(basename(path)));
  for (const piece of pieces) if (!starting.includes(piece)) write({ path: piece.path, code: asScript(piece) });
  write({ path: resolve(root, out), code: `${LOADER}${starting.map(asScript).join('')}ogiReportLoad(${JSON.stringify(basename(out))});\n` });
}

/**
 * The server keeps its own text for as long as it runs, and with one Chinese character in it every character takes two bytes. What esbuild leaves
 * of them stands in regular expressions, which know the same escapes.
 */
const escaped = (code) => (production ? code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : code);

const pieceOptions = (path, web) => ({
  ...{ format: 'cjs', platform: web ? 'browser' : 'node', target: 'node20', charset: 'ascii', supported: { 'dynamic-import': false } },
  ...{ minify: production, sourcemap: production || web ? false : 'inline', sourcefile: path },
});

/** The names of the entry's file and of what it can't do without. */
function startOf(entry, outputs) {
  const names = new Set(Object.keys(outputs).filter((name) => outputs[name].entryPoint === entry));
  for (const name of names) for (const { path, kind } of outputs[name].imports) if (kind === 'import-statement' && path in outputs) names.add(path);
  return new Set([...names].map((name) => basename(name)));
}

/** A worker's `require`, by the file's name: what isn't there is loaded from the folder that the worker was told. */
const LOADER = `var ogiReportPieces = {};
var ogiReportLoad = (() => {
  const loaded = {};
  return function load(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (name in loaded) return loaded[name].exports;
    if (!(name in ogiReportPieces)) importScripts(ogiReportBase + name);
    const module = (loaded[name] = { exports: {} });
    ogiReportPieces[name](module, module.exports, load);
    return module.exports;
  };
})();
`;

/** What goes round a bundle: how it is started by its name, where its parts are loaded from, and how a worker that has no modules gets a part. */
function around({ executable, pure, loads, out }) {
  if (executable) return { banner: { js: '#!/usr/bin/env node' } };
  if (loads) return { banner: { js: `${LOADER}var require = ogiReportLoad;` } };
  if (!pure) return {};
  const name = JSON.stringify(basename(out));
  return { banner: { js: `(function (part) { if (typeof module === 'object') part(module, exports, require); else ogiReportPieces[${name}] = part; })(function (module, exports, require) {` }, footer: { js: '});' } };
}

const asScript = ({ path, code }) => `ogiReportPieces[${JSON.stringify(basename(path))}] = function (module, exports, require) {\n${code}};\n`;

function write({ path, code }) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
  print(relative(root, path), Buffer.byteLength(code));
}

/** What every package under this licence says, for those that come without a file of it. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that
the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF
OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const describe = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
const isLicence = (name) => /^(?:licen[cs]e|notice|copying)/i.test(name);

/**
 * The packages that bundles hold, each as it may be passed on: with its name, and with the licence that came with it. A package may be published with
 * those that it needs already in it.
 */
function noticesOf(inputs) {
  const packages = new Map();
  for (const input of inputs) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (!folder) continue;
    const known = packages.get(folder) ?? new Set();
    for (const place of [folder, dirname(input)]) {
      for (const name of readdirSync(join(root, place)).filter(isLicence)) known.add(join(place, name));
    }
    packages.set(folder, known);
  }
  for (const needed of [...packages.keys()].flatMap((folder) => Object.keys(describe(folder).dependencies ?? {}))) {
    const folder = `node_modules/${needed}`;
    if (needed.startsWith('@types/') || packages.has(folder) || !existsSync(join(root, folder))) continue;
    packages.set(folder, new Set(readdirSync(join(root, folder)).filter(isLicence).map((name) => join(folder, name))));
  }
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([folder, files]) => {
    const { name, version, license, author } = describe(folder);
    const texts = [...files].map((file) => readFileSync(join(root, file), 'utf8').trim());
    return [`${name} ${version}`, `License: ${license}`, ...(texts.length > 0 ? texts : [`Copyright ${author?.name ?? author}`, ...(license === 'ISC' ? [ISC] : [])])].join('\n\n');
  });
}

/** What makes one file, or a file with pieces. Parts and pieces are CommonJS, as what loads them is. */
const outputOf = ({ out, pieces, page }) =>
  pieces
    ? { outdir: dirname(out), chunkNames: `${nameOf({ out })}/[name]-[hash]`, splitting: true, format: 'esm', write: false, sourcemap: production ? false : 'inline' }
    : { outfile: out, format: page ? 'iife' : 'cjs', sourcemap: !production, supported: { 'dynamic-import': false } };

const contexts = await Promise.all(
  bundles.map((bundle) =>
    context({
      absWorkingDir: root,
      entryPoints: [{ in: bundle.entry, out: nameOf(bundle) }],
      ...outputOf(bundle),
      external: bundle.external ?? [],
      ...around(bundle),
      bundle: true,
      platform: bundle.pure || bundle.web ? 'browser' : 'node',
      target: bundle.page ? 'es2022' : 'node20',
      // Else every Chinese character would take six.
      charset: 'utf8',
      // ES modules where a package has them: only those can be tree-shaken.
      mainFields: ['module', 'main'],
      // Some of those find their neighbours by the address of the module; here that is the bundle.
      // What is pure must not find Node where it happens to run on it, nor take the messages of the worker that it runs in, as PDF.js would.
      define: bundle.pure || bundle.web ? { 'import.meta.url': '""', process: 'undefined', ...(bundle.pure ? { 'self.postMessage': 'undefined' } : {}) } : { 'import.meta.url': '__filename' },
      loader: { '.bcmap': 'binary' },
      minify: production,
      metafile: true,
      logLevel: 'warning',
      plugins: [parts(bundle), finish(bundle)],
    }),
  ),
);

if (watch) {
  await Promise.all(contexts.map((bundle) => bundle.watch()));
} else {
  // The errors themselves are on the screen already (logLevel).
  const results = await Promise.allSettled(contexts.map((bundle) => bundle.rebuild()));
  if (bundles.length === all.length) {
    const inputs = results.flatMap(({ value }) => Object.values(value?.metafile.outputs ?? {}).flatMap((output) => Object.keys(output.inputs)));
    writeFileSync(resolve(root, folder ?? 'dist', 'NOTICES.txt'), `${noticesOf(inputs).join(`\n\n${'─'.repeat(80)}\n\n`)}\n`);
  }
  await Promise.all(contexts.map((bundle) => bundle.dispose()));
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
