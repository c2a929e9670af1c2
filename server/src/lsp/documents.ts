/** Open documents: the editor's text, and what changed in it since it was last analysed. */
import type { Range, TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../syntax/segment';
import { difference, merged } from './changes';
import { isPosition, NO_POSITION } from './positions';

/** One opening of a document; opened again, it is another object. */
export class OpenDocument {
  /** Turns offsets into positions, in the text of the moment. */
  readonly lines: TextDocument;
  #change: Change | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.lines = TextDocument.create(uri, languageId, version, text);
  }

  get uri(): string {
    return this.lines.uri;
  }

  get version(): number {
    return this.lines.version;
  }

  get text(): string {
    return this.lines.getText();
  }

  /** What happened since the last call, as one replacement; undefined: nothing. */
  takeChange(): Change | undefined {
    const change = this.#change;
    this.#change = undefined;
    return change;
  }

  /** Applies the changes of one notification, each to the result of those before it. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    // One by one: if one of them is malformed, text and record still belong together.
    for (const change of changes) {
      // Some editors write null for what they leave out.
      const done = 'range' in change && (change.range as Range | null) !== null ? this.#replace(change.range, change.text, version) : this.#replaceAll(change.text, version);
      this.#change = this.#change ? merged(this.#change, done) : done;
    }
  }

  #replace(asked: Range, text: string, version: number): Change {
    if (!isPosition(asked.start) || !isPosition(asked.end)) throw new TypeError(NO_POSITION);
    const [a, b] = [this.lines.offsetAt(asked.start), this.lines.offsetAt(asked.end)];
    const [start, oldEnd] = a <= b ? [a, b] : [b, a];
    // Positions beyond the text mean its end; the line table counts on lines that are there.
    const range = { start: this.lines.positionAt(start), end: this.lines.positionAt(oldEnd) };
    TextDocument.update(this.lines, [{ range, text }], version);
    return { start, oldEnd, newEnd: start + text.length };
  }

  /** Editors that send the whole text each time get an analysis of the part that differs all the same. */
  #replaceAll(text: string, version: number): Change {
    const before = this.text;
    TextDocument.update(this.lines, [{ text }], version);
    return difference(before, text);
  }
}

export const openDocuments: TextDocumentsConfiguration<OpenDocument> = {
  create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
  update: (document, changes, version) => {
    document.update(changes, version);
    return document;
  },
};
