/** The extension is there, and opening a report is enough to start it. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, openFixture, waitUntil } from './helper';
import type { Suite } from './run';

export const smoke: Suite = {
  'a report is opened in its own language': async () => {
    const { document } = await openFixture('sample.ogi');
    assert.equal(document.languageId, 'ogi-report');
  },

  'opening a report activates the extension': async () => {
    await openFixture('sample.ogi');
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
    await waitUntil(vscode.extensions.onDidChange, () => extension.isActive);
  },
};
