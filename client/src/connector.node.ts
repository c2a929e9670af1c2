/** The server as a child process. */
import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { connect, type Connect } from './connector';

/** An edit leaves little behind that lasts: with more room for it (MB) nothing is faster, and the process grows by half. */
const YOUNG = '--max-semi-space-size=4';

export const connectToProcess: Connect = (extensionUri, listener) => {
  const server = { module: Uri.joinPath(extensionUri, 'dist/server.js').fsPath, transport: TransportKind.ipc, options: { execArgv: [YOUNG] } };
  const debug = { ...server, options: { execArgv: [YOUNG, '--nolazy', '--inspect=6009'] } };
  return connect((id, name, options) => new ServerProcess(id, name, { run: server, debug }, options), listener);
};

/** What goes wrong with it is in the log and in the status; a person is asked only where it is not started again. */
class ServerProcess extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
