import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { AGENCIES_REQUEST, type AgenciesResult, FIRST_YEAR, NEW_REPORT_REQUEST, type NewReportParams, type NewReportResult } from '../../../server/src/protocol';
import { LANGUAGE_ID } from '../names';
import type { Parts, ReportCommand } from './command';

/** Opens a report to be written: asks whose and of which year, and takes over what last year's report in the workspace carried over. */
export const newReport = ({ client }: Parts): ReportCommand => ({
  id: 'ogiReport.newReport',
  run: async () => {
    const agencies = await reading(async () => {
      await client.start();
      return client.request<AgenciesResult>(AGENCIES_REQUEST);
    });
    if (!agencies) return window.showErrorMessage(l10n.t('The language server is not running.'));
    const agency = await askAgency(agencies);
    const year = agency && (await askYear(agencies.find((own) => own.agency === agency)?.years ?? []));
    if (!year) return undefined;
    const made = await client.request<NewReportResult>(NEW_REPORT_REQUEST, { agency, year } satisfies NewReportParams);
    if (!made || made.text === null) return window.showErrorMessage(l10n.t('The language server is not running.'));
    await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE_ID, content: made.text }));
    const { carriedFrom } = made;
    return window.showInformationMessage(
      carriedFrom === null
        ? l10n.t('No report of {0} was found in the workspace; requests carried over are left blank.', year - 1)
        : l10n.t('Requests carried over were taken from {0}. All other numbers are blanks, marked with “/”.', workspace.asRelativePath(Uri.parse(carriedFrom))),
    );
  },
});

/** The reports of the workspace may still be read. */
const reading = <T>(work: () => Promise<T>): Thenable<T> => window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Reading the reports of the workspace') }, work);

async function askAgency(agencies: AgenciesResult): Promise<string | undefined> {
  if (agencies.length > 0) {
    const other = { label: l10n.t('Another agency…'), alwaysShow: true };
    const known = agencies.map(({ agency, years }) => ({ label: agency, description: years.join(l10n.t(', ')) }));
    const picked = await window.showQuickPick([...known, other], { title: l10n.t('New Report: Agency'), placeHolder: l10n.t('Whose report is it?') });
    if (picked !== other) return picked?.label;
  }
  const agency = await window.showInputBox({
    title: l10n.t('New Report: Agency'),
    prompt: l10n.t('The full name of the agency, as the title has it'),
    validateInput: (value) => (value.trim().length < 2 || /[\r\n]/.test(value) ? l10n.t('The full name of the agency, as the title has it') : undefined),
  });
  return agency?.trim();
}

/** By default the year after the last report, or the year that reports are written for now. */
async function askYear(years: readonly number[]): Promise<number | undefined> {
  const last = years.at(-1);
  const year = await window.showInputBox({
    title: l10n.t('New Report: Year'),
    prompt: l10n.t('The year that the report is about'),
    value: String(last === undefined ? new Date().getFullYear() - 1 : last + 1),
    validateInput: (value) => (/^20\d\d$/.test(value.trim()) && Number(value) >= FIRST_YEAR ? undefined : l10n.t('A year from {0} on; there was no national form before.', FIRST_YEAR)),
  });
  return year === undefined ? undefined : Number(year);
}
