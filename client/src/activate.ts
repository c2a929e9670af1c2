/** Puts the parts of the client together; shared by all entries. */
import { commands, l10n, type Uri, window, workspace, type ExtensionContext } from 'vscode';
import { ReportClient, type LoadConnector } from './client';
import { allCommands } from './commands';
import type { StartConversion } from './conversion';
import { Declined } from './declined';
import { Detection } from './detection';
import { SETTINGS_SECTION } from '../../server/src/protocol';
import { LANGUAGE_ID } from './names';
import { Previews } from './preview/previews';
import { savePage } from './preview/savePage';
import { workspaceIsChecked } from './settings';
import { StatusItems } from './status';

export function activateWith(context: ExtensionContext, loadConnector: LoadConnector, startConversion: StartConversion): void {
  const log = window.createOutputChannel(l10n.t('OGI Annual Report'), { log: true });
  const detection = new Detection(new Declined(context.workspaceState), log);
  const status = new StatusItems(detection);
  const client = new ReportClient(context.extensionUri, loadConnector, {
    log,
    onStatus: (params) => status.update(params),
    onFailedParts: (params) => status.failed(params),
    onDown: (isDown) => status.serverChanged(isDown),
    takes: (file) => detection.takes(file),
  });
  const previews = new Previews(context, client, (uri: Uri, offset) => void workspace.openTextDocument(uri).then((document) => savePage(client, document, offset)));
  context.subscriptions.push(log, client, status, detection, previews);

  for (const { id, run } of allCommands({ context, client, detection, previews, status, log, startConversion })) {
    context.subscriptions.push(commands.registerCommand(id, run));
  }

  // The extension wakes up for every plain-text file; the server only for a report.
  const startFor = ({ languageId }: { languageId: string }): void => {
    if (languageId === LANGUAGE_ID) void client.start();
  };
  context.subscriptions.push(workspace.onDidOpenTextDocument(startFor));
  workspace.textDocuments.forEach(startFor);
  const startForWorkspace = (): void => {
    if (workspaceIsChecked()) void client.start();
  };
  context.subscriptions.push(workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(`${SETTINGS_SECTION}.checkWorkspace`) && startForWorkspace()));
  startForWorkspace();
  detection.start();
}
