/** Entry of the language server as a worker of a browser. It has no disk; the editor answers for files. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { Gate } from './lsp/gate';
import { quietConsole } from './lsp/log';
import { startServer } from './lsp/server';

/** An editor in a browser asks for findings itself; this is for a page of somebody's own. */
const PUSH_DELAY_MS = 150;

// The types of a worker contradict those of Node, which the other entries need; the reader wants no more of it than this.
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const gate = new Gate();
const connection = createConnection(quietConsole, new BrowserMessageReader(worker), new BrowserMessageWriter(worker), { messageStrategy: gate });
startServer(connection, gate, {
  ...{ version, docsBase: '', pushDelayMs: PUSH_DELAY_MS, files: undefined },
  // Where the loader that esbuild.mjs puts round this looks for the other pieces.
  foundAt: (folder) => Object.assign(globalThis, { ogiReportBase: `${folder}dist/web/server/` }),
});
