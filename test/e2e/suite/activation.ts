/**
 * Activation alone, in a window where no report was opened: what is told of its time is for the bench. A small extension of VS Code's
 * own goes first, as some do in every window: the first of all pays for what the host does once.
 */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId } from './helper';
import type { Suite } from './run';

const OTHER = 'vscode.merge-conflict';

export const activation: Suite = { [OTHER]: () => activate(OTHER), [extensionId]: () => activate(extensionId) };

async function activate(id: string): Promise<void> {
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension, `${id} is not installed`);
  assert.ok(!extension.isActive, 'it was active before it was asked to be');
  await extension.activate();
}
