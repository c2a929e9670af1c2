/**
 * Every message comes through here first. Messages wait while what answers them is being loaded, and go on in their order; after
 * `shutdown` nothing is done any more, as the protocol has it.
 */
import { Message, type MessageStrategy, type NotificationMessage, type RequestMessage } from 'vscode-languageserver';

/** What a request is taken for that comes after `shutdown`. No editor's own begins like this. */
export const LATE_REQUEST = '$/afterShutdown';

/** What an editor may still tell after `shutdown`. */
const LATE: ReadonlySet<string> = new Set(['exit', '$/cancelRequest']);

export class Gate implements MessageStrategy {
  readonly #waiting: (() => void)[] = [];
  #closed = false;
  #isShutDown = false;

  readonly handleMessage: MessageStrategy['handleMessage'] = (message, next) => {
    if (this.#closed) this.#waiting.push(() => void this.#pass(message, next));
    else return this.#pass(message, next);
  };

  /** Lets nothing through until `loading` is done. */
  async closeWhile(loading: Promise<void>): Promise<void> {
    this.#closed = true;
    try {
      await loading;
    } finally {
      this.#closed = false;
      for (const goOn of this.#waiting.splice(0)) goOn();
    }
  }

  #pass(message: Message, next: (message: Message) => void | Promise<void>): void | Promise<void> {
    if (!this.#isShutDown) {
      this.#isShutDown = Message.isRequest(message) && message.method === 'shutdown';
      return next(message);
    }
    if (Message.isRequest(message)) {
      const late: RequestMessage = { ...message, method: LATE_REQUEST };
      return next(late);
    }
    if (!Message.isNotification(message) || LATE.has((message as NotificationMessage).method)) return next(message);
  }
}
