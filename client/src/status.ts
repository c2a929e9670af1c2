/** The language status of the active report: `{}` in the status bar. */
import { commands, Disposable, l10n, languages, LanguageStatusSeverity, window, workspace, type Command, type LanguageStatusItem, type TextDocument } from 'vscode';
import { type FailedPartsParams, SETTINGS_SECTION, type StatusParams } from '../../server/src/protocol';
import type { Detection } from './detection';
import { LANGUAGE_ID } from './names';
import { detectionIsOn } from './settings';
import { balanceLine, editionLine, limitsLine, reportLine, type Line, waitingLine } from './statusText';

export class StatusItems implements Disposable {
  private readonly latest = new Map<string, StatusParams>();
  private failedParts: readonly string[] = [];
  private serverIsDown = false;
  private isActive = false;
  private readonly report = createItem('report', l10n.t('Report'));
  private readonly edition = createItem('edition', l10n.t('Form'));
  private readonly balance = createItem('balance', l10n.t('Sums'));
  /** These two are there only while there is something to say. */
  private limits: LanguageStatusItem | undefined;
  private recognition: LanguageStatusItem | undefined;
  private readonly subscriptions: Disposable;

  constructor(private readonly detection: Detection) {
    this.edition.command = openSetting('edition');
    this.balance.command = { command: 'workbench.actions.view.problems', title: l10n.t('Problems') };
    this.subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.render()),
      // A change of the language opens the document again without a change of the editor.
      workspace.onDidOpenTextDocument((document) => document === activeReport() && this.render()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SETTINGS_SECTION) && this.render()),
      workspace.onDidCloseTextDocument((document) => this.latest.delete(document.uri.toString())),
    );
    this.render();
  }

  /** What the server last told about `document`. */
  of(document: TextDocument): StatusParams | undefined {
    return this.latest.get(document.uri.toString());
  }

  update(status: StatusParams): void {
    this.latest.set(status.uri, status);
    if (activeReport()?.uri.toString() === status.uri) this.render();
  }

  /** Parts of the server failed; it goes on without them. */
  failed({ parts }: FailedPartsParams): void {
    this.failedParts = parts;
    this.render();
  }

  /** The server went away, or came back and will tell about every document again. */
  serverChanged(isDown: boolean): void {
    this.serverIsDown = isDown;
    if (isDown) this.latest.clear();
    if (isDown) this.failedParts = [];
    this.render();
  }

  dispose(): void {
    Disposable.from(this.subscriptions, this.report, this.edition, this.balance).dispose();
    this.limits?.dispose();
    this.recognition?.dispose();
  }

  private render(): void {
    const document = activeReport();
    this.tellContext(document !== undefined);
    if (!document) return;
    const status = this.of(document);
    const waiting = waitingLine(this.serverIsDown, this.failedParts, l10n.t);
    show(this.report, status ? reportLine(status, l10n.t) : waiting);
    show(this.edition, status ? editionLine(status, l10n.t) : { text: '–' });
    show(this.balance, status ? balanceLine(status, l10n.t) : { text: '–' });
    this.report.busy = !status && !waiting.warning;
    this.report.command = this.serverIsDown
      ? { command: 'ogiReport.restartServer', title: l10n.t('Restart') }
      : { command: 'ogiReport.notAReport', title: l10n.t('Not a Report') };
    this.renderLimits(status);
    this.renderRecognition(document);
  }

  /**
   * Ticks off a step of the walkthrough, which can't see the language of an editor: a report is active. What is true already when
   * the walkthrough is opened never ticks it off, so it is true for a moment, each time.
   */
  private tellContext(isActive: boolean): void {
    if (isActive && !this.isActive) for (const value of [true, false]) void commands.executeCommand('setContext', 'ogiReport.isOpened', value);
    this.isActive = isActive;
  }

  private renderLimits(status: StatusParams | undefined): void {
    const line = limitsLine(status, this.failedParts, l10n.t);
    if (!line) {
      this.limits?.dispose();
      this.limits = undefined;
      return;
    }
    this.limits ??= createItem('limits', l10n.t('Limits'));
    const failed = this.failedParts.length > 0 || (status?.failedRules.length ?? 0) > 0;
    this.limits.command = failed ? { command: 'ogiReport.showOutput', title: l10n.t('Show Log') } : openSetting('maxProblems');
    show(this.limits, line);
  }

  private renderRecognition(document: TextDocument): void {
    const reason = this.detection.reason(document);
    if (!reason) {
      this.recognition?.dispose();
      this.recognition = undefined;
      return;
    }
    this.recognition ??= createItem('recognition', l10n.t('Recognition'));
    const on = detectionIsOn(document);
    this.recognition.command = { command: 'ogiReport.toggleDetection', title: on ? l10n.t('Turn Off') : l10n.t('Turn On') };
    show(this.recognition, {
      text: reason === 'title' ? l10n.t('Recognised by its title') : l10n.t('Recognised by its headings'),
      ...(on ? {} : { detail: l10n.t('Recognition by content is now off') }),
    });
  }
}

/** The document of the active editor where it is a report. */
function activeReport(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document?.languageId === LANGUAGE_ID ? document : undefined;
}

function createItem(id: string, name: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem(`ogiReport.${id}`, { language: LANGUAGE_ID });
  item.name = name;
  return item;
}

function openSetting(name: string): Command {
  return { command: 'workbench.action.openSettings', title: l10n.t('Change'), arguments: [`@id:${SETTINGS_SECTION}.${name}`] };
}

function show(item: LanguageStatusItem, { text, detail, warning }: Line): void {
  item.text = text;
  item.detail = detail ?? '';
  item.severity = warning ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
