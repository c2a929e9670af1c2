/** Whether somebody types: what can wait waits until the typing rests. */
import type { TextDocuments } from 'vscode-languageserver';
import type { OpenDocument } from './documents';

/** How long the typing must rest before anything is read or summed up. */
export const REST_MS = 300;

/** Typing in any open document counts, whether it is a report or not. */
export class Typing {
  /** In milliseconds, as `Date.now()`. */
  #lastEdit = 0;

  constructor(documents: TextDocuments<OpenDocument>) {
    documents.onDidChangeContent(() => (this.#lastEdit = Date.now()));
  }

  /** Lets requests through, and waits while somebody types. */
  async rest(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, Math.max(0, this.#lastEdit + REST_MS - Date.now())));
    while (Date.now() < this.#lastEdit + REST_MS);
  }
}
