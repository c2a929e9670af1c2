/** Entry for desktop and remote windows: the server is a child process. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate';

export function activate(context: ExtensionContext): void {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  activateWith(context, (id, name, options) => new ServerProcess(id, name, { run: server, debug }, options));
}

/** What goes wrong with it is in the log and in the status; a person is asked only where it is not started again. */
class ServerProcess extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
