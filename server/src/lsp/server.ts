/**
 * The language server on a connection, whatever the host. `initialize` is answered at once; what does the work is loaded
 * behind it, while the editor makes up its mind what to ask.
 */
import { type Connection, ErrorCodes, type InitializeParams, type InitializeResult, ResponseError } from 'vscode-languageserver';
import { capabilitiesOf } from './capabilities';
import { type Client, readClient } from './client';
import type { Environment } from './environment';
import { type Gate, LATE_REQUEST } from './gate';
import { SOURCE } from './source';

/** Whatever comes through `gate`, the strategy that `connection` was made with, waits until the service is there. */
export function startServer(connection: Connection, gate: Gate, environment: Environment): void {
  let initialized = false;

  const load = async (client: Client): Promise<void> => {
    // The answer to `initialize` leaves first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    environment.foundAt?.(client.extensionBase);
    const { serve } = await import('./service');
    serve(connection, client, environment);
  };

  const tooEarly = connection.onRequest(() => new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'The server is not initialized yet.'));
  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<never> => {
    if (initialized) return new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server is initialized already.');
    initialized = true;
    tooEarly.dispose();
    const client = readClient(params);
    void gate.closeWhile(load(client));
    return { capabilities: capabilitiesOf(client), serverInfo: { name: SOURCE, version: environment.version } };
  });

  connection.onRequest(LATE_REQUEST, () => new ResponseError<never>(ErrorCodes.InvalidRequest, 'The server is shut down.'));
  connection.listen();
}
