/** Entry for desktop and remote windows. */
import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';
import { startConversionThread } from './conversion.node';

export function activate(context: ExtensionContext): void {
  activateWith(context, async () => (await import('./connector.node')).connectToProcess, startConversionThread);
}
