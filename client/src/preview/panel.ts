/**
 * The preview of one report: asks the server what to draw whenever the text rests, and leads from the page to the text and back.
 * The page itself may come and go; it says when it is there, and is told everything anew.
 */
import { CancellationTokenSource, Disposable, languages, Range, Selection, TabInputText, type Uri, ViewColumn, type WebviewPanel, window, workspace, type TextDocument } from 'vscode';
import { PREVIEW_REQUEST, SETTINGS_SECTION, type PreviewParams, type PreviewResult } from '../../../server/src/protocol';
import type { ReportClient } from '../client';
import { messageFrom, type ToPage } from './messages';

/** How long the typing must rest before the page is drawn again. */
const REST_MS = 150;

export class PreviewPanel implements Disposable {
  #offset = 0;
  #shown: PreviewResult['span'] | undefined;
  #timer: NodeJS.Timeout | undefined;
  #asking = new CancellationTokenSource();
  readonly #subscriptions: Disposable;

  constructor(
    readonly panel: WebviewPanel,
    readonly uri: Uri,
    private readonly client: ReportClient,
    onExport: (uri: Uri, offset: number) => void,
  ) {
    this.#offset = offsetOfCursor(uri) ?? 0;
    const isOurs = (document: TextDocument): boolean => document.uri.toString() === uri.toString();
    this.#subscriptions = Disposable.from(
      panel.webview.onDidReceiveMessage((data: unknown) => {
        const message = messageFrom(data);
        if (message?.type === 'ready') void this.update();
        if (message?.type === 'export') onExport(uri, this.#offset);
        if (message?.type === 'reveal') void this.#reveal(message.start, message.end);
      }),
      workspace.onDidChangeTextDocument(({ document }) => isOurs(document) && this.schedule()),
      workspace.onDidOpenTextDocument((document) => isOurs(document) && this.schedule()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SETTINGS_SECTION) && this.schedule()),
      languages.onDidChangeDiagnostics(({ uris }) => uris.some((own) => own.toString() === uri.toString()) && this.schedule()),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => isOurs(textEditor.document) && this.#cursorAt(textEditor.document.offsetAt(selections[0]!.active))),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking.cancel();
    this.#subscriptions.dispose();
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** Draws again when the typing rests. */
  schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.update(), REST_MS);
  }

  /** What was asked before and is not answered yet is cancelled. A page that is hidden asks when it is shown. */
  async update(): Promise<void> {
    if (!this.panel.visible) return;
    this.#asking.cancel();
    const { token } = (this.#asking = new CancellationTokenSource());
    const document = await documentAt(this.uri);
    if (!document || token.isCancellationRequested) return;
    const params: PreviewParams = { textDocument: { uri: this.client.uriOf(document) }, offset: this.#offset };
    const answer = await this.client.request<PreviewResult | null>(PREVIEW_REQUEST, params, token);
    // Undefined: the server is not there yet, or the text has changed meanwhile; both are followed by another try.
    if (token.isCancellationRequested || answer === undefined) return;
    this.#shown = answer?.span;
    this.#tell(answer ? { type: 'report', preview: answer.preview } : { type: 'nothing' });
    const offset = offsetOfCursor(this.uri);
    if (answer && offset !== undefined) this.#tell({ type: 'cursor', offset });
  }

  #cursorAt(offset: number): void {
    this.#offset = offset;
    if (this.#shown && (offset < this.#shown.start || offset > this.#shown.end)) this.schedule();
    else this.#tell({ type: 'cursor', offset });
  }

  #tell(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  async #reveal(start: number, end: number): Promise<void> {
    const document = await documentAt(this.uri);
    if (!document) return;
    const range = new Range(document.positionAt(start), document.positionAt(end));
    const editor = await window.showTextDocument(document, { viewColumn: this.#columnOfText(), selection: range });
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range);
  }

  /** Where the text is open already, else beside the page. */
  #columnOfText(): ViewColumn {
    const group = window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === this.uri.toString()));
    return group?.viewColumn ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  }
}

/** The document, opened if need be; undefined where it is gone. */
async function documentAt(uri: Uri): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ?? workspace.openTextDocument(uri).then(undefined, () => undefined);
}

/** Undefined where the document is in no editor that is shown. */
function offsetOfCursor(uri: Uri): number | undefined {
  const editors = [...(window.activeTextEditor ? [window.activeTextEditor] : []), ...window.visibleTextEditors];
  const editor = editors.find(({ document }) => document.uri.toString() === uri.toString());
  return editor?.document.offsetAt(editor.selection.active);
}
