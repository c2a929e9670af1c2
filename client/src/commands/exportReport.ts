import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { ExportFormat } from '../../../server/src/protocol';
import { converted, inEditorLanguage } from '../conversion';
import { LANGUAGE_ID } from '../names';
import { serverSettings } from '../settings';
import type { Parts, ReportCommand } from './command';
import { tellLosses } from './losses';

const FORMATS = ['docx', 'html', 'csv'] as const satisfies readonly ExportFormat[];

/** What a key binding may say: the format, and where to; a person is asked for what it does not say. */
interface Wish {
  readonly format?: ExportFormat;
  readonly to?: string;
}

/** Writes the active report as a Word document, a web page or a sheet in the official form. */
export const exportReport = ({ context, startConversion, log }: Parts): ReportCommand => ({
  id: 'ogiReport.exportReport',
  run: async (argument) => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE_ID) return;
    const wish = (argument instanceof Uri ? {} : (argument ?? {})) as Wish;
    const format = FORMATS.find((own) => own === wish.format) ?? (await askFormat());
    const to = format && (wish.to === undefined ? await askPlace(document.uri, format) : Uri.parse(wish.to));
    if (!format || !to) return;
    const name = to.path.slice(to.path.lastIndexOf('/') + 1);
    const text = document.getText();
    const result = await window.withProgress({ location: ProgressLocation.Notification, title: l10n.t('Exporting {0}', name) }, () =>
      converted(startConversion(context.extensionUri), { kind: 'export', text, format, edition: serverSettings(document.uri).edition }),
    );
    if (result.kind === 'refused') {
      void window.showErrorMessage(l10n.t('{0} was not exported: {1}', name, inEditorLanguage(result.reason)));
      return;
    }
    if (result.kind !== 'exported') return;
    await workspace.fs.writeFile(to, result.bytes);
    window.setStatusBarMessage(l10n.t('{0} was exported.', name), SHOW_MS);
    tellLosses(l10n.t('{0} was exported.', name), result.losses, log);
  },
});

const SHOW_MS = 6000;

async function askFormat(): Promise<ExportFormat | undefined> {
  const labels: Readonly<Record<ExportFormat, string>> = { docx: l10n.t('Word document'), html: l10n.t('Web page'), csv: l10n.t('Sheet for Excel (CSV)') };
  const picked = await window.showQuickPick(FORMATS.map((format) => ({ label: labels[format], description: `.${format}`, format })), { title: l10n.t('Export Report'), placeHolder: l10n.t('The report itself in the official form, without problems and comparisons') });
  return picked?.format;
}

/** The dialog asks before a file is overwritten. */
async function askPlace(source: Uri, format: ExportFormat): Promise<Uri | undefined> {
  const path = `${source.path.replace(/\.(?:ogi|txt)$/i, '')}.${format}`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const beside = source.scheme === 'untitled' ? folder && Uri.joinPath(folder, path.slice(path.lastIndexOf('/') + 1)) : source.with({ path });
  return window.showSaveDialog({ ...(beside && { defaultUri: beside }), filters: { [format]: [format] } });
}
