import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { MOST_DOCUMENT_BYTES } from '../../../server/src/protocol';
import { converted, inEditorLanguage } from '../conversion';
import { LANGUAGE_ID } from '../names';
import type { Parts, ReportCommand } from './command';
import { tellLosses } from './losses';

const EXTENSIONS = ['docx', 'docm', 'pdf', 'html', 'htm', 'xhtml', 'xlsx', 'xlsm', 'csv'];

/** Opens a Word, PDF, HTML, Excel or CSV report as an unsaved text, and tells what did not come along. The file is only read. */
export const importReport = ({ context, startConversion, log }: Parts): ReportCommand => ({
  id: 'ogiReport.importReport',
  run: async (argument) => {
    const uri = argument instanceof Uri ? argument : await chosen();
    if (!uri) return;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const result = await window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('Importing {0}', name) }, async () => {
      const { size } = await workspace.fs.stat(uri);
      if (size > MOST_DOCUMENT_BYTES) return { kind: 'refused' as const, reason: { zh: '文件超过 100 MB', en: 'larger than 100 MB' } };
      return converted(startConversion(context.extensionUri), { kind: 'import', name, bytes: await workspace.fs.readFile(uri) });
    });
    if (result.kind === 'refused') {
      void window.showErrorMessage(l10n.t('{0} was not imported: {1}', name, inEditorLanguage(result.reason)));
      return;
    }
    if (result.kind !== 'imported') return;
    await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content: result.text }), { preview: false });
    tellLosses(l10n.t('{0} was imported.', name), result.losses, log);
  },
});

async function chosen(): Promise<Uri | undefined> {
  const [uri] = (await window.showOpenDialog({ canSelectMany: false, openLabel: l10n.t('Import'), filters: { [l10n.t('Reports')]: EXTENSIONS, [l10n.t('All files')]: ['*'] } })) ?? [];
  return uri;
}
