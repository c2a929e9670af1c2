/**
 * The connection with the editor: the transport that the arguments name, and what is done when it brings nonsense. A message
 * that is no JSON is passed over. Where not even the length of a message can be told, nothing after it can be read either,
 * and the process ends, so that the editor starts it again instead of waiting for answers. Each is a line in the log, and so is a
 * promise that breaks and that nobody waits for.
 */
import {
  type Connection,
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  type MessageReader,
  type MessageStrategy,
  MessageType,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-languageserver/node';
import { quietConsole, stackOf } from '../lsp/log';
import { PatientWriter } from './patientWriter';

export type Transport = () => readonly [MessageReader, MessageWriter];

/** The transport that the arguments name; undefined where they name none, or one that is not there. */
export function transportIn(args: readonly string[]): Transport | undefined {
  for (const [i, arg] of args.entries()) {
    const [name, value = args[i + 1] ?? ''] = arg.split('=', 2);
    if (name === '--stdio') return () => [new StreamMessageReader(process.stdin), new PatientWriter(process.stdout, process.stdin)];
    if (name === '--node-ipc' && process.send) return () => [new IPCMessageReader(process), new IPCMessageWriter(process)];
    if (name === '--socket' && isPort(Number(value))) return () => createServerSocketTransport(Number(value));
    if (name === '--pipe' && value) return () => createServerPipeTransport(value);
  }
  return undefined;
}

const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65_536;

/** Errors of a reader that no longer knows where a message begins. Any other is about one message, which is passed over. */
const LOST = /^(?:Header must provide|Content-Length value|Message header must|Cannot read)/;
/** How long the last line of the log may take to leave. */
const LAST_WORDS_MS = 1000;

/** Requests answered at the same time: an answer counts until the editor took it, so that one which never reads costs no memory. */
const MOST_AT_ONCE = 16;

/** `gate` sees every message first. */
export function connect(transport: Transport, gate: MessageStrategy): Connection {
  const [reader, writer] = transport();
  const connection = createConnection(quietConsole, reader, writer, { maxParallelism: MOST_AT_ONCE, messageStrategy: gate });
  const say = (message: string): Promise<void> => connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message }).catch(() => undefined);
  let shutDown = false;
  const end = (): never => process.exit(shutDown ? 0 : 1);
  connection.onShutdown(() => {
    shutDown = true;
  });
  reader.onClose(end);
  process.once('disconnect', end);
  reader.onError((error) => {
    const { message } = error;
    // There is nobody to be told but who started the process.
    if ('syscall' in error && error.syscall === 'connect') return void process.stderr.write(`No editor is there: ${message}\n`);
    if (!LOST.test(message)) return void say('A malformed message was passed over.');
    setTimeout(end, LAST_WORDS_MS);
    void say('What the editor sends can no longer be told apart; the server ends, to be started again.').then(end);
  });
  // Node would end the process, and every open report with it.
  process.on('unhandledRejection', (reason) => void say(`A step failed that nobody waits for.\n${stackOf(reason)}`));
  reader.onPartialMessage(() => void say('A message has been incomplete for ten seconds.'));
  return connection;
}
