/** Entry for desktop and remote windows. */
import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';

export function activate(context: ExtensionContext): void {
  activateWith(context, async () => (await import('./connector.node')).connectToProcess);
}
