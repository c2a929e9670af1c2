/** The server as a worker of the browser. */
import { Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { connect, type Connect } from './connector';

type Port = ConstructorParameters<typeof BrowserMessageReader>[0];

/** The browser's own; its types would contradict those of Node, which the other entries need. */
declare const Worker: new (url: string) => Port & { terminate(): void };

export const connectToWorker: Connect = (extensionUri, listener) => {
  const at = (path: string): string => Uri.joinPath(extensionUri, path).toString(true);
  let worker: InstanceType<typeof Worker> | undefined;
  // Another worker for each start: one that failed may not listen any more. The library doesn't know the extension host's workers
  // for such, so it is given what it would have made of one.
  const start = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(at('dist/web/server.js'));
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return connect((id, name, options) => new ServerWorker(id, name, start, options), listener, { extensionBase: `${at('')}/` });
};

/** As the server's process: what goes wrong with it is in the log and in the status. */
class ServerWorker extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
