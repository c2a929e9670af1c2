/** The documents a person has said are no reports. */
import type { Memento, TextDocument, Uri } from 'vscode';

const KEY = 'declined';

export class Declined {
  /** Untitled documents reuse their names, so only the document itself can be remembered. */
  private readonly untitled = new WeakSet<TextDocument>();

  constructor(private readonly state: Memento) {}

  has(document: TextDocument): boolean {
    return document.isUntitled ? this.untitled.has(document) : this.hasFile(document.uri);
  }

  hasFile(uri: Uri): boolean {
    return this.uris().includes(uri.toString());
  }

  add(document: TextDocument): void {
    if (document.isUntitled) this.untitled.add(document);
    else if (!this.has(document)) this.save([...this.uris(), document.uri.toString()]);
  }

  delete(document: TextDocument): void {
    if (document.isUntitled) this.untitled.delete(document);
    else if (this.has(document)) this.save(this.uris().filter((uri) => uri !== document.uri.toString()));
  }

  private uris(): readonly string[] {
    return this.state.get<readonly string[]>(KEY, []);
  }

  private save(uris: readonly string[]): void {
    void this.state.update(KEY, uris);
  }
}
