/** What the server says in the editor's output channel. Never a word of a document. */
import { FAILED_PARTS_NOTIFICATION, type FailedPartsParams } from '../protocol';
import { type Connection, type Features, LogMessageNotification, MessageType, type RemoteConsole } from 'vscode-languageserver';

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** `what` happened, and where in the code. */
  error(what: string, error: unknown): void;
  /** A part of the server, as `hover`, failed. Told once; the editor may show it from then on. */
  failed(part: string, error: unknown): void;
}

export function logTo(connection: Connection): Log {
  const say = (type: MessageType, message: string): void => tell(() => connection.sendNotification(LogMessageNotification.type, { type, message }));
  const failed = new Set<string>();
  return {
    info: (message) => say(MessageType.Info, message),
    warn: (message) => say(MessageType.Warning, message),
    error: (what, error) => say(MessageType.Error, `${what}\n${stackOf(error)}`),
    failed(part, error) {
      if (failed.has(part)) return;
      failed.add(part);
      this.error(`${part} failed; it answers nothing where it does.`, error);
      tell(() => connection.sendNotification(FAILED_PARTS_NOTIFICATION, { parts: [...failed] } satisfies FailedPartsParams));
    },
  };
}

/** What the protocol's own library says when a message is malformed: what went wrong, without the message, which may be a report. */
export const quietConsole: Features<RemoteConsole> = {
  __brand: 'features',
  console: (Base) =>
    class extends Base {
      override error(message: string): void {
        super.error(withoutContent(message));
      }
    },
};

/** Up to where a message or an error is quoted. */
const withoutContent = (message: string): string => /^.*?(?=:\n| with message: |:? \{|\n|$)/.exec(message)![0];

/** Says something that needs no answer. An editor that is gone is no failure of whoever speaks: the process ends by itself. */
export function tell(say: () => void | Promise<void>): void {
  try {
    say()?.catch(() => undefined);
  } catch {
    // closed already
  }
}

/** Kind and places of an error. Its message is left out: it may quote the document. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s*at /.test(line));
  return [error.name, ...frames].join('\n');
}
