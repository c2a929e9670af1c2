/** Messages wait here while what answers them is being loaded; they go on in their order. */
import type { MessageStrategy } from 'vscode-languageserver';

export class Gate implements MessageStrategy {
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  readonly handleMessage: MessageStrategy['handleMessage'] = (message, next) => {
    if (this.#closed) this.#waiting.push(() => void next(message));
    else return next(message);
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
}
