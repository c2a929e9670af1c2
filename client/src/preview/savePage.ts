/**
 * The preview as a web page in a file of the user's choice, with what is wrong and last year's figures; what is published is exported
 * without them. It is also how a preview is printed: a page inside the editor may not open the dialog for that.
 */
import { env, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { PAGE_REQUEST, type PageResult, type PreviewParams } from '../../../server/src/protocol';
import type { ReportClient } from '../client';

/** `offset`: which report of the document. Asks where to; nothing is written before. */
export async function savePage(client: ReportClient, document: TextDocument, offset: number): Promise<void> {
  const params: PreviewParams = { textDocument: { uri: client.uriOf(document) }, offset };
  const page = await client.request<PageResult | null>(PAGE_REQUEST, params);
  if (!page) return void window.showWarningMessage(page === null ? l10n.t('There is no report in this file.') : l10n.t('Not checked: the language server is not running'));
  const target = await window.showSaveDialog({ defaultUri: proposed(document.uri), filters: { HTML: ['html'] }, title: l10n.t('Save or Print the Preview…') });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(page.html));
  const open = l10n.t('Open in the Browser');
  if ((await window.showInformationMessage(l10n.t('Saved: {0}. In a browser it can be printed.', target.path.slice(target.path.lastIndexOf('/') + 1)), open)) === open) await env.openExternal(target);
}

/** Beside the document, under its name. */
function proposed(uri: Uri): Uri {
  const path = uri.path.replace(/\.[^./]*$/, '') + '.html';
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return uri.scheme === 'untitled' && folder ? Uri.joinPath(folder, path.slice(path.lastIndexOf('/') + 1)) : uri.with({ path });
}
