/** The previews that are open, one for each report; they come back when the window is reloaded. */
import { Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, type WebviewPanelOptions, type WebviewOptions, window, type ExtensionContext } from 'vscode';
import type { ReportClient } from '../client';
import type { PageState } from './messages';
import { PreviewPanel } from './panel';
import { shellPage } from './shell';

export const PREVIEW_TYPE = 'ogiReport.preview';

export class Previews implements Disposable {
  readonly #open = new Map<string, PreviewPanel>();
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
    panel.onDidDispose(() => {
      this.#open.delete(uri.toString());
      preview.dispose();
    });
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
