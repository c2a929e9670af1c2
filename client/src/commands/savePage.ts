import { window } from 'vscode';
import { savePage as save } from '../preview/savePage';
import type { Parts, ReportCommand } from './command';

/** Saves the preview of the active report as a web page that needs no other file, for keeping and printing. */
export const savePage = ({ client }: Parts): ReportCommand => ({
  id: 'ogiReport.savePage',
  run: () => {
    const editor = window.activeTextEditor;
    return editor && save(client, editor.document, editor.document.offsetAt(editor.selection.active));
  },
});
