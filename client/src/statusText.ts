/** The words of the status items, from what the server found. Knows nothing of VS Code, so that it can be tested alone. */
import { MOST_CHARACTERS, type ReportStatus, type StatusParams, type TableStatus } from '../../server/src/protocol';

/** `vscode.l10n.t`. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

export interface Line {
  readonly text: string;
  readonly detail?: string;
  /** Worth a look. */
  readonly warning?: boolean;
}

/** Which report this is. */
export function reportLine({ reports }: StatusParams, t: Translate): Line {
  const [report] = reports;
  if (!report) return { text: t('No report found') };
  if (reports.length > 1) return { text: t('{0} reports', reports.length), detail: reports.map((each) => name(each, t)).join(t(', ')) };
  return { text: name(report, t) };
}

/** Which form it is checked against, and why. */
export function editionLine({ reports }: StatusParams, t: Translate): Line {
  const editions = [...new Set(reports.map(({ edition }) => editionName(edition, t)))];
  const reasons = [...new Set(reports.map((report) => editionReason(report, t)))];
  return { text: editions.length > 0 ? editions.join(t(', ')) : t('No form'), detail: reasons.join(t(', ')) };
}

/** Whether the tables add up. */
export function balanceLine({ reports }: StatusParams, t: Translate): Line {
  const checked = reports.filter(({ edition }) => edition !== 'pre2019');
  if (checked.length === 0) return { text: t('Tables are not checked') };
  const faulty = checked.filter(({ tables }) => tables.some(isFaulty));
  const warning = faulty.length > 0;
  if (checked.length > 1) {
    const text = t('{0} of {1} reports add up', checked.length - faulty.length, checked.length);
    return { text, detail: faulty.map((each) => name(each, t)).join(t(', ')), warning };
  }
  const tables = checked.flatMap((report) => report.tables);
  const detail = tables.filter(({ state }) => state !== 'balanced').map((table) => `${tableName(table, t)}${t(': ')}${tableState(table, t)}`);
  return { text: tables.map((table) => `${tableName(table, t)} ${SIGNS[table.state]}`).join(' · '), detail: detail.join(t('; ')), warning };
}

/** Before anything is known of a report. */
export function waitingLine(serverIsDown: boolean, failedParts: readonly string[], t: Translate): Line {
  if (serverIsDown) return { text: t('Not checked: the language server is not running'), warning: true };
  // Else it would be waited for without end.
  if (failedParts.includes(CHECKING)) return { text: t('Not checked: the check failed'), warning: true };
  return { text: t('Checking…') };
}

/** The part of the server that findings come from. */
const CHECKING = 'diagnostic';

/** What was left out: a document too long, problems beyond the limit, rules and parts of the server that failed. Undefined where nothing was. */
export function limitsLine(status: StatusParams | undefined, failedParts: readonly string[], t: Translate): Line | undefined {
  const { findings = 0, shown = 0, failedRules = [], tooLong = false } = status ?? {};
  const lines: Line[] = [
    ...(tooLong ? [{ text: t('Not checked: longer than {0} million characters', MOST_CHARACTERS / 1e6) }] : []),
    ...(failedRules.length > 0 ? [{ text: t('Rules that failed: {0}', failedRules.length), detail: failedRules.join(t(', ')) }] : []),
    ...(failedParts.length > 0 ? [{ text: t('Parts of the server that failed: {0}', failedParts.length), detail: failedParts.join(t(', ')) }] : []),
    ...(shown < findings ? [{ text: t('{0} of {1} problems shown', shown, findings) }] : []),
  ];
  if (lines.length === 0) return undefined;
  const details = lines.flatMap(({ detail }) => detail ?? []);
  return { text: lines.map(({ text }) => text).join(t('; ')), ...(details.length > 0 ? { detail: details.join(t('; ')) } : {}), warning: true };
}

const SIGNS: Readonly<Record<TableStatus['state'], string>> = { balanced: '✓', unbalanced: '✗', blank: '○', incomplete: '◐', unreadable: '?', missing: '–' };

const isFaulty = ({ state }: TableStatus): boolean => state !== 'balanced';

function name({ agency, fiscalYear, title }: ReportStatus, t: Translate): string {
  if (agency && fiscalYear) return `${agency} ${fiscalYear}`;
  return title ?? agency ?? (fiscalYear ? t('Report of {0}', fiscalYear) : t('Report without a title'));
}

function editionName(edition: ReportStatus['edition'], t: Translate): string {
  return edition === 'pre2019' ? t('No national form') : t('Form of {0}', edition);
}

function editionReason({ edition, editionReason, fiscalYear }: ReportStatus, t: Translate): string {
  if (edition === 'pre2019') return t('recognised, not checked against a form');
  switch (editionReason) {
    case 'setting':
      return t('chosen in the settings');
    case 'year':
      return fiscalYear ? t('used for {0}', fiscalYear) : t('by the year');
    case 'tables':
      return t('by its tables');
    case 'default':
      return t('assumed: neither year nor tables tell');
  }
}

function tableName({ id }: TableStatus, t: Translate): string {
  switch (id) {
    case 'proactiveDisclosure':
      return t('Table 2');
    case 'requests':
      return t('Table 3');
    case 'reviewAndLitigation':
      return t('Table 4');
  }
}

function tableState({ state, failing }: TableStatus, t: Translate): string {
  switch (state) {
    case 'balanced':
      return t('adds up');
    case 'unbalanced':
      return t('wrong sums: {0}', failing);
    case 'blank':
      return t('no numbers yet');
    case 'incomplete':
      return t('only partly readable');
    case 'unreadable':
      return t('not readable');
    case 'missing':
      return t('missing');
  }
}
