/** Entry for windows in a browser. */
import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';
import { startConversionWorker } from './conversion.web';
import type * as connector from './connector.web';
import { loadPart } from './loadPart';

export function activate(context: ExtensionContext): void {
  activateWith(context, async () => (await loadPart<typeof connector>(context.extensionUri, 'dist/web/client.js')).connectToWorker, startConversionWorker);
}
