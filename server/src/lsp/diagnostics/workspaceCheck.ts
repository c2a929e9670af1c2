/**
 * Checking every report of the workspace's folders, those that are not open.
 *
 * Files are read and checked one at a time, with a pause after each and not while somebody types. Of a file nothing is kept but the name of
 * its findings (a hash) and how many there are; the findings themselves only until they are told, and only so many. What is known
 * of a file holds until the file, its settings or a report beside it changes.
 */
import { type CancellationToken, type Diagnostic, Emitter } from 'vscode-languageserver';
import { analyse } from '../../analysis/analyse';
import type { Settings } from '../../analysis/settings';
import { reachesOf } from '../../analysis/vicinity';
import { identityOf } from '../../model/report/summary';
import type { Severity } from '../../rules/rule';
import { contentHash } from '../../text/hash';
import type { Snapshot } from '../analyses';
import type { Context } from '../context';
import { OpenDocument } from '../documents';
import { itemsOf } from './items';
import { holdsReports, MOST_FILES } from '../workspace/reportFiles';
import { stopIfCancelled } from '../safely';
import { canonicalUri, isBelow } from '../uris';

/** Findings that are kept until they are told; beyond them a file is checked once more when it is its turn. */
const MOST_KEPT = 20_000;

/** How many reports and findings a file holds. */
export interface Counts {
  readonly reports: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** What is known of a file. */
export interface Entry {
  readonly settings: Settings;
  /** Names the findings: equal in every run of the server while they are. */
  readonly resultId: string;
  readonly counts: Counts;
  /** Whether it could be read. */
  readonly isText: boolean;
  /** Whose reports it holds. */
  readonly agencies: readonly string[];
}

interface Checked extends Entry {
  readonly items: readonly Diagnostic[];
}

/** A check under way. */
interface Checking {
  readonly settings: Settings;
  readonly done: Promise<Checked>;
}

const NONE: Counts = { reports: 0, bySeverity: { error: 0, warning: 0, information: 0, hint: 0 } };

export class WorkspaceCheck {
  readonly #entries = new Map<string, Entry>();
  readonly #kept = new Map<string, readonly Diagnostic[]>();
  #keptItems = 0;
  readonly #checking = new Map<string, Checking>();
  /** The files that may be reports, with the folder each is in; undefined: to be listed. */
  #listed: Promise<Map<string, string>> | undefined;
  /** Whether there are more files than are checked. */
  more = false;
  readonly #changes = new Emitter<void>();
  /** Fires when something known of a file holds no more. */
  readonly onDidChange = this.#changes.event;

  /** What is known of every file, where all of it is known and holds. */
  #settled = false;

  constructor(private readonly context: Context) {
    const { documents, settings, configs, workspace } = context;
    this.#changes.event(() => (this.#settled = false));
    workspace.onDidChangeFiles((uris) => void this.#filesChanged(uris));
    workspace.onDidChangeFolders(() => {
      this.#listed = undefined;
      this.#changes.fire();
    });
    workspace.onDidChange((agencies) => this.#forget(({ settings: own, agencies: whose }) => whose.some((agency) => agencies.has(agency)) || reachesOf(own).has('folder')));
    documents.onDidClose(({ document }) => {
      this.#forgetFile(canonicalUri(document.uri));
      this.#changes.fire();
    });
    settings.onDidChange(() => this.#changes.fire());
    configs.onDidChange(() => this.#changes.fire());
  }

  /** Everything was looked at, and nothing has happened meanwhile. */
  settle(): void {
    this.#settled = this.context.client.watchesFiles;
  }

  /** By file, where nothing has happened since everything was looked at. */
  get settled(): ReadonlyMap<string, Entry> | undefined {
    return this.#settled ? this.#entries : undefined;
  }

  /** The files, in a stable order, with the folder that each is in. */
  async files(): Promise<ReadonlyMap<string, string>> {
    const { client } = this.context;
    if (!client.watchesFiles) {
      // Nobody tells what changed, and nobody is told of it: who asks, asks anew.
      this.#listed = undefined;
      for (const file of [...this.#entries.keys()]) this.#forgetFile(file);
    }
    return (this.#listed ??= this.#list());
  }

  /** What is known of `file`, checked if need be. */
  async of(file: string, folder: string, token: CancellationToken): Promise<Entry> {
    const settings = await this.context.settings.ofFile(file, folder);
    const known = this.#entries.get(file);
    if (known?.settings === settings) return known;
    await this.context.workspace.rest();
    stopIfCancelled(token);
    return this.#check(file, folder, settings);
  }

  /** Its findings, to be told now; they are not kept after that. */
  async itemsOf(file: string, folder: string): Promise<readonly Diagnostic[]> {
    const kept = this.#kept.get(file);
    if (!kept) return (await this.#check(file, folder, await this.context.settings.ofFile(file, folder))).items;
    this.#drop(file);
    return kept;
  }

  /** The counts of an open document. */
  static countsOf({ reports, checked }: Pick<Snapshot['analysis'], 'reports' | 'checked'>): Counts {
    const bySeverity = { ...NONE.bySeverity };
    for (const { diagnostics } of checked) for (const { severity } of diagnostics) bySeverity[severity]++;
    return { reports: reports.length, bySeverity };
  }

  async #check(file: string, folder: string, settings: Settings): Promise<Checked> {
    const before = this.#checking.get(file);
    if (before?.settings === settings) return before.done;
    this.#forgetFile(file);
    const checking: Checking = { settings, done: this.#checkNow(file, folder, settings) };
    this.#checking.set(file, checking);
    const isLatest = (): boolean => this.#checking.get(file) === checking;
    try {
      const checked = await checking.done;
      // Of a file that has changed meanwhile nothing is kept: it is checked again when it is asked for.
      if (isLatest()) this.#keep(file, checked);
      return checked;
    } finally {
      if (isLatest()) this.#checking.delete(file);
    }
  }

  async #checkNow(file: string, folder: string, settings: Settings): Promise<Checked> {
    const text = await this.context.workspace.files.read(file, folder);
    if (text !== undefined && holdsReports(file, text)) return this.#checkText(file, text, settings);
    return { settings, resultId: '', counts: NONE, isText: text !== undefined, agencies: [], items: [] };
  }

  #keep(file: string, { items, ...entry }: Checked): void {
    const { client } = this.context;
    this.#entries.set(file, entry);
    if (items.length > 0 && client.pullsDiagnostics && this.#keptItems + items.length <= MOST_KEPT) {
      this.#kept.set(file, items);
      this.#keptItems += items.length;
    }
  }

  #checkText(file: string, text: string, settings: Settings): Checked {
    const analysis = analyse(text, settings, undefined, this.context.workspace.vicinityOfFile(file));
    const document = new OpenDocument(file, '', 0, text);
    const items = itemsOf({ document, analysis }, this.context.client);
    const agencies = analysis.reports.flatMap(({ model }) => identityOf(model)?.agencyKey ?? []);
    return { settings, resultId: contentHash(JSON.stringify(items)), counts: WorkspaceCheck.countsOf(analysis), isText: true, agencies, items };
  }

  async #list(): Promise<Map<string, string>> {
    const { workspace, log } = this.context;
    const found = new Map<string, string>();
    this.more = false;
    for (const folder of workspace.folders) {
      const { uris, more } = await workspace.files.list({ folder, most: MOST_FILES - found.size });
      for (const uri of uris) {
        const file = canonicalUri(uri);
        found.set(file, workspace.folderOf(file) ?? folder);
      }
      this.more ||= more;
      if (more) log.warn(`Too many files or folders; only ${uris.length} of those that may be reports are checked. ${folder}`);
    }
    this.#forget((_, file) => !found.has(file));
    return found;
  }

  async #filesChanged(uris: readonly string[]): Promise<void> {
    const isTouched = (file: string): boolean => uris.some((uri) => file === uri || isBelow(file, uri));
    for (const file of [...this.#checking.keys()]) if (isTouched(file)) this.#forgetFile(file);
    this.#forget((_, file) => isTouched(file));
    const listed = await this.#listed;
    if (!listed) return;
    for (const file of uris) {
      const folder = this.context.workspace.folderListing(file);
      // What is gone shows so when it is read.
      if (folder !== undefined && listed.size < MOST_FILES) listed.set(file, folder);
      for (const known of [...listed.keys()]) if (isBelow(known, file)) listed.delete(known);
      this.#changes.fire();
    }
  }

  #forget(isOutdated: (entry: Entry, file: string) => boolean): void {
    const outdated = [...this.#entries].filter(([file, entry]) => isOutdated(entry, file));
    for (const [file] of outdated) this.#forgetFile(file);
    if (outdated.length > 0) this.#changes.fire();
  }

  #forgetFile(file: string): void {
    this.#settled = false;
    this.#checking.delete(file);
    this.#entries.delete(file);
    this.#drop(file);
  }

  #drop(file: string): void {
    this.#keptItems -= this.#kept.get(file)?.length ?? 0;
    this.#kept.delete(file);
  }
}
