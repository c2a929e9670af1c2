/** Entry of the language server as a process: `ogi-report-language-server --stdio`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../package.json';
import { Gate } from './lsp/gate';
import { startServer } from './lsp/server';
import { connect, transportIn } from './node/connection';
import { nodeFiles } from './node/files';

const USAGE = `Usage: ogi-report-language-server TRANSPORT

Language server for OGI annual reports (政府信息公开工作年度报告). Editors start it; TRANSPORT is one of
  --stdio          standard input and output
  --node-ipc       the channel of a Node parent process
  --socket=PORT    a TCP port of this machine on which the editor listens
  --pipe=NAME      a named pipe or a Unix socket on which the editor listens

  --version        print the version
  --help           print this`;

const DEFAULT_PUSH_DELAY_MS = 150;

function main(args: readonly string[]): void {
  if (args.includes('--version')) return console.log(version);
  if (args.includes('--help')) return console.log(USAGE);
  const transport = transportIn(args);
  if (!transport) {
    console.error(args.includes('--node-ipc') ? '--node-ipc needs a Node parent process with a channel.' : 'No transport given.');
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  // Whatever prints by mistake must not print between messages.
  console.log = console.info = console.debug = console.error;
  const gate = new Gate();
  startServer(connect(transport, gate), gate, { version, docsBase: docsBase(), pushDelayMs: pushDelay(), files: nodeFiles });
}

/** The docs lie beside the bundle in a package, and above the sources in the project. */
function docsBase(): string {
  const folder = join(__dirname, '../docs/rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : '';
}

/** For tests and slow editors. */
function pushDelay(): number {
  const asked = Number(process.env['OGI_REPORT_PUSH_DELAY_MS'] ?? NaN);
  return asked >= 0 ? asked : DEFAULT_PUSH_DELAY_MS;
}

main(process.argv.slice(2));
