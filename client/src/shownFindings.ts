/**
 * The findings that the editor shows, and those of closed documents taken back: the library leaves them to the next answer for the whole
 * workspace, and has forgotten them when that is asked for.
 */
import { workspace, type DiagnosticCollection, type Uri } from 'vscode';
import { DefaultDiagnosticCollectionProvider, DiagnosticCollectionSource } from 'vscode-languageclient';

export class ShownFindings extends DefaultDiagnosticCollectionProvider {
  #pulled: DiagnosticCollection | undefined;
  readonly #closed = new Set<string>();

  override create(name: string | undefined, source: DiagnosticCollectionSource): DiagnosticCollection {
    const collection = super.create(name, source);
    if (source === DiagnosticCollectionSource.pull) this.#pulled = collection;
    return collection;
  }

  override dispose(collection: DiagnosticCollection, source: DiagnosticCollectionSource): void {
    if (collection === this.#pulled) this.#pulled = undefined;
    super.dispose(collection, source);
  }

  opened(uri: Uri): void {
    this.#closed.delete(uri.toString());
  }

  /** `isStillChecked`: the file is, if it is there; then its findings come with the next answer for the workspace, and stay until then. */
  async closed(uri: Uri, isStillChecked: boolean): Promise<void> {
    this.#closed.add(uri.toString());
    const isGone = !isStillChecked || !(await exists(uri));
    if (isGone && this.isClosed(uri)) this.#pulled?.delete(uri);
  }

  /** What is answered now was asked before it was closed. */
  isClosed(uri: Uri): boolean {
    return this.#closed.has(uri.toString());
  }
}

const exists = (uri: Uri): Thenable<boolean> => workspace.fs.stat(uri).then(() => true, () => false);
