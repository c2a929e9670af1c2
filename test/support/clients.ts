/** The clients that the tests of a file start: each is ended after its test, with its server, in whatever state they are. */
import { afterEach } from 'node:test';
import { LanguageClient, type StartOptions } from './languageClient';

const clients: LanguageClient[] = [];

afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill('SIGKILL');
});

export const started = async (options?: StartOptions): Promise<LanguageClient> => endedAfterTest(await LanguageClient.start(options));

/** For a client that is not started as others are. */
export function endedAfterTest(client: LanguageClient): LanguageClient {
  clients.push(client);
  return client;
}

/** The same with a report open. */
export async function startedWith(uri: string, text: string, options?: StartOptions): Promise<LanguageClient> {
  const client = await started(options);
  await client.open(uri, text);
  return client;
}
