/** Documents are brought in as reports, and reports sent out as documents. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pageWith } from '../../support/pdf';
import { besideTheReports, openFixture } from './helper';
import type { Suite } from './run';

const withoutBlankLines = (text: string): string => text.replace(/(?:\r?\n)+/g, '\n');

/** The text that importing the file opens. */
async function imported(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('ogiReport.importReport', uri);
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document?.isUntitled, 'no unsaved text was opened');
  return document;
}

export const documents: Suite = {
  'a report that is exported as a Word document, a page or a sheet is the same when it is imported': async () => {
    const { document } = await openFixture('sample.ogi');
    const text = withoutBlankLines(document.getText());
    for (const format of ['docx', 'html', 'csv']) {
      const to = besideTheReports(`exported.${format}`);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('ogiReport.exportReport', { format, to: to.toString() });
      const back = await imported(to);
      assert.equal(back.languageId, 'ogi-report');
      if (format !== 'csv') assert.equal(withoutBlankLines(back.getText()), text, format);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  },

  'a PDF report is imported, with a font whose characters are told by a table of the package': async () => {
    const pdf = besideTheReports('printed.pdf');
    await vscode.workspace.fs.writeFile(pdf, pageWith('云溪县民政局2024年政府信息公开工作年度报告'));
    assert.equal((await imported(pdf)).getText().trim(), '云溪县民政局2024年政府信息公开工作年度报告');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  },

  'a file that can’t be imported opens nothing': async () => {
    await openFixture('sample.ogi');
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    const old = besideTheReports('old.doc');
    await vscode.workspace.fs.writeFile(old, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]));
    await vscode.commands.executeCommand('ogiReport.importReport', old);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), before);
  },
};
