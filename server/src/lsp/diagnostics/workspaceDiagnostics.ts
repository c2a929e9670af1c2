/**
 * The findings of all reports of the workspace, where somebody wants them: by the setting, or by the command, which also sums them up.
 * Open documents are left to their own pulls.
 */
import { type CancellationToken, DocumentDiagnosticReportKind, type ResultProgressReporter, type WorkspaceDiagnosticParams, type WorkspaceDiagnosticReport, type WorkspaceDiagnosticReportPartialResult, type WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import { CHECK_WORKSPACE_REQUEST, type CheckWorkspaceResult } from '../../protocol';
import { inLocale } from '../../text/span';
import type { Context } from '../context';
import { Progress } from '../progress';
import { safely, stopIfCancelled } from '../safely';
import { canonicalUri } from '../uris';
import { type Entry, WorkspaceCheck } from './workspaceCheck';

/** Changes that come together are told together. */
const REST_MS = 300;

export function listenForWorkspacePulls(context: Context): void {
  const { connection, log } = context;
  const told = new WorkspaceDiagnostics(context);
  connection.languages.diagnostics.onWorkspace((params, token, _, results) => safely(log, 'workspace/diagnostic', { items: [] }, (asked: WorkspaceDiagnosticParams) => told.report(asked, token, results))(params, token));
  connection.onRequest(CHECK_WORKSPACE_REQUEST, safely(log, 'checkWorkspace', undefined, (_: unknown, token) => told.checkAll(token)));
}

class WorkspaceDiagnostics {
  readonly #check: WorkspaceCheck;
  /** Somebody asked for it in this session. */
  #asked = false;
  /** Somebody has had enough: what is not checked yet stays so until it is asked for again. */
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  /** Counts what happened to files, settings and folders. */
  #happened = 0;

  constructor(private readonly context: Context) {
    const { client, connection, log, settings } = context;
    this.#check = new WorkspaceCheck(context);
    settings.onDidChange(() => (this.#stopped = false));
    this.#check.onDidChange(() => this.#happened++);
    if (!client.refreshesDiagnostics) return;
    this.#check.onDidChange(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        const refresh = async (): Promise<void> => void ((await this.#isOn()) && (await connection.languages.diagnostics.refresh()));
        refresh().catch((error: unknown) => log.error('The editor did not refresh.', error));
      }, REST_MS);
    });
  }

  async report({ previousResultIds }: WorkspaceDiagnosticParams, token: CancellationToken, results: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined): Promise<WorkspaceDiagnosticReport> {
    const before = new Map(previousResultIds.map(({ uri, value }) => [canonicalUri(uri), { uri, value }]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    let isInParts = false;
    // What the editor knows already is told at the end, together; what is news, as it is found.
    const tell = (report: WorkspaceDocumentDiagnosticReport): void => {
      if (!results) return void items.push(report);
      isInParts = true;
      results.report({ items: [report] });
    };
    if (await this.#isOn()) {
      const unchanged = this.#unchanged(previousResultIds);
      if (unchanged) return { items: unchanged };
      await this.#each(token, async (file, folder, entry) => {
        const known = before.get(file);
        before.delete(file);
        const { resultId } = entry;
        const uri = known?.uri ?? file;
        if (known?.value === resultId && resultId !== '') items.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId });
        else if (resultId !== '') tell({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...(await this.#check.itemsOf(file, folder))] });
        else if (known) tell({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
      });
    }
    // Deleted, or nobody wants it any more.
    for (const [file, { uri }] of before) if (!this.#isOpen(file) && !this.#stopped) items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    // An answer whose beginning came in parts has nothing left in it: an editor may look at the parts alone.
    if (!isInParts) return { items };
    if (items.length > 0) results!.report({ items });
    return { items: [] };
  }

  /** The answer to an editor that knows everything already, of which most ask every two seconds. Undefined: there may be news. */
  #unchanged(previous: WorkspaceDiagnosticParams['previousResultIds']): WorkspaceDocumentDiagnosticReport[] | undefined {
    const { settled } = this.#check;
    if (!settled) return undefined;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const { uri, value } of previous) {
      const file = canonicalUri(uri);
      if (this.#isOpen(file)) continue;
      if (settled.get(file)?.resultId !== value) return undefined;
      items.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId: value });
    }
    let told = 0;
    for (const [file, { resultId }] of settled) if (resultId !== '' && !this.#isOpen(file)) told++;
    return told === items.length ? items : undefined;
  }

  /** Everything, the open documents too, in numbers. From now on the findings are told. */
  async checkAll(token: CancellationToken): Promise<CheckWorkspaceResult> {
    const { documents, settings, analyses, connection, client } = this.context;
    this.#asked = true;
    this.#stopped = false;
    const sum = { files: 0, reports: 0, bySeverity: { error: 0, warning: 0, information: 0, hint: 0 }, unread: 0, more: false };
    const add = ({ counts, isText }: Pick<Entry, 'counts' | 'isText'>): void => {
      if (!isText) sum.unread++;
      if (counts.reports === 0) return;
      sum.files++;
      sum.reports += counts.reports;
      for (const severity of ['error', 'warning', 'information', 'hint'] as const) sum.bySeverity[severity] += counts.bySeverity[severity];
    };
    await this.#each(token, (_, __, entry) => add(entry));
    for (const document of documents.all()) {
      if (!this.context.workspace.folderOf(document.uri)) continue;
      const known = await settings.of(document.uri);
      if (documents.get(document.uri) === document) add({ counts: WorkspaceCheck.countsOf(analyses.of(document, known).analysis), isText: true });
    }
    if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(() => undefined);
    return { ...sum, more: this.#check.more, stopped: this.#stopped };
  }

  /** Calls `visit` for each file that is not open, one after another. */
  async #each(token: CancellationToken, visit: (file: string, folder: string, entry: Entry) => void | Promise<void>): Promise<void> {
    const { connection, settings, workspace } = this.context;
    // Else the reports beside each file would come one by one, and each of them would have it checked anew.
    await workspace.reports();
    stopIfCancelled(token);
    const files = await this.#check.files();
    const [first] = workspace.folders;
    if (first === undefined) return;
    const { locale } = await settings.ofEditor(first);
    const progress = new Progress(connection, inLocale({ zh: '正在检查工作区中的年度报告', en: 'Checking the reports of the workspace' }, locale), () => (this.#stopped = true));
    let done = 0;
    const happened = this.#happened;
    try {
      for (const [file, folder] of [...files]) {
        stopIfCancelled(token);
        progress.report(done++, files.size);
        if (this.#stopped) return;
        if (this.#isOpen(file)) continue;
        await visit(file, folder, await this.#check.of(file, folder, token));
      }
      if (happened === this.#happened) this.#check.settle();
    } finally {
      progress.end();
    }
  }

  #isOpen(file: string): boolean {
    return this.context.workspace.isOpen(file);
  }

  async #isOn(): Promise<boolean> {
    const { settings, workspace } = this.context;
    if (this.#asked) return true;
    const known = await Promise.all(workspace.folders.map((folder) => settings.ofEditor(folder)));
    return known.some(({ checkWorkspace }) => checkWorkspace);
  }
}
