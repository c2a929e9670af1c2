/**
 * The previews that are open, one for each report; they come back when the window is reloaded, and go along with a report that is renamed,
 * moved or saved under a name.
 */
import { Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, type WebviewPanelOptions, type WebviewOptions, window, workspace, type ExtensionContext, type TextDocument } from 'vscode';
import type { ReportClient } from '../client';
import type { PageState } from './messages';
import { PreviewPanel } from './panel';
import { shellPage } from './shell';

export const PREVIEW_TYPE = 'ogiReport.preview';

export class Previews implements Disposable {
  readonly #open = new Map<string, PreviewPanel>();
  /** The files that reports without one were saved as. */
  readonly #savedAs = new Map<string, Uri>();
  readonly #media: Uri;
  readonly #subscription: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly client: ReportClient,
    private readonly onExport: (uri: Uri, offset: number) => void,
  ) {
    this.#media = Uri.joinPath(context.extensionUri, 'dist');
    this.#subscription = Disposable.from(
      window.registerWebviewPanelSerializer(PREVIEW_TYPE, { deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, state) }),
      workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.#moved(oldUri.toString(), newUri.toString()))),
      workspace.onDidCloseTextDocument((document) => document.isUntitled && document.isClosed && this.#gone(document.uri.toString())),
      workspace.onDidOpenTextDocument((document) => this.#noteSaved(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#noteSaved(document)),
      client.onPreviewOutdated(() => this.#open.forEach((preview) => preview.schedule())),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#open.forEach((preview) => preview.dispose());
  }

  /** Shows the preview of a document beside it; the one that is open already, if there is one. */
  show(uri: Uri): void {
    const known = this.#open.get(uri.toString());
    if (known) known.reveal();
    else this.#fill(window.createWebviewPanel(PREVIEW_TYPE, titleOf(uri), { viewColumn: ViewColumn.Beside, preserveFocus: true }, this.#options()), uri);
  }

  async #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const { uri } = (state ?? {}) as Partial<PageState>;
    if (typeof uri !== 'string' || this.#open.has(uri)) return panel.dispose();
    panel.webview.options = this.#options();
    this.#fill(panel, Uri.parse(uri));
  }

  #fill(panel: WebviewPanel, uri: Uri): void {
    const preview = new PreviewPanel(panel, uri, this.client, this.onExport);
    this.#open.set(uri.toString(), preview);
    panel.onDidDispose(() => this.#forget(preview));
    const icon = (theme: string): Uri => Uri.joinPath(this.context.extensionUri, 'client', 'images', `report-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.html = shellPage({
      scriptUri: panel.webview.asWebviewUri(Uri.joinPath(this.#media, 'preview.js')).toString(),
      nonce: nonce(),
      documentUri: uri.toString(),
      locale: env.language,
      title: panel.title,
      words: { export: l10n.t('Save or Print the Preview…'), waiting: l10n.t('Waiting for the language server…'), nothing: l10n.t('There is no report in this file.') },
    });
  }

  #forget(preview: PreviewPanel): void {
    const key = preview.uri.toString();
    if (this.#open.get(key) === preview) this.#open.delete(key);
    preview.dispose();
  }

  /** A file, or a folder with all that is in it. */
  #moved(from: string, to: string): void {
    for (const [uri, preview] of [...this.#open]) {
      if (uri === from || uri.startsWith(`${from}/`)) this.#follow(preview, Uri.parse(to + uri.slice(from.length)));
    }
  }

  /** Whether the text of a file is that of a previewed report without one, which is then being saved: nobody tells, and it is emptied before it is closed. */
  #noteSaved(file: TextDocument): void {
    if (file.isUntitled) return;
    for (const [key, { uri: previewed }] of this.#open) {
      if (previewed.scheme !== 'untitled') continue;
      const unsaved = workspace.textDocuments.find(({ isUntitled, uri }) => isUntitled && uri.toString() === key);
      if (unsaved?.lineCount === file.lineCount && unsaved.getText() === file.getText()) this.#savedAs.set(key, file.uri);
    }
  }

  /** A report without a file is gone: into one, or for good. To ask for it would open an empty one in its place. */
  #gone(key: string): void {
    const preview = this.#open.get(key);
    const file = this.#savedAs.get(key);
    this.#savedAs.delete(key);
    if (file && preview) this.#follow(preview, file);
    else preview?.panel.dispose();
  }

  /** Unless a preview of that is open. */
  #follow(preview: PreviewPanel, uri: Uri): void {
    const { panel } = preview;
    if (this.#open.has(uri.toString())) return panel.dispose();
    this.#forget(preview);
    panel.title = titleOf(uri);
    this.#fill(panel, uri);
  }

  #options(): WebviewOptions & WebviewPanelOptions {
    return { enableScripts: true, enableFindWidget: true, localResourceRoots: [this.#media] };
  }
}

function titleOf(uri: Uri): string {
  return l10n.t('Preview {0}', uri.path.slice(uri.path.lastIndexOf('/') + 1));
}

function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
