/** What the server says in the editor's output channel. Never a word of a document. */
import type { RemoteConsole } from 'vscode-languageserver';

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** `what` happened, and where in the code. */
  error(what: string, error: unknown): void;
}

export function logTo(console: RemoteConsole): Log {
  return {
    info: (message) => tell(() => console.info(message)),
    warn: (message) => tell(() => console.warn(message)),
    error: (what, error) => tell(() => console.error(`${what}\n${stackOf(error)}`)),
  };
}

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
