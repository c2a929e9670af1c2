/**
 * The reports of the workspace beside each other: those that are open as the editor has them, the others as they are on
 * disk.
 *
 * Files are read in the background, one at a time with a pause after each, and not while somebody types. Of a file only the
 * summaries of its reports are kept. An open document is summed up again when the typing rests, from the analysis that was
 * made of it anyway. Whatever goes wrong with a file leaves that file out and nothing else.
 */
import { type Connection, DidChangeWatchedFilesNotification, Emitter, FileChangeType, type FileEvent, type TextDocuments, WatchKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ConfigError } from '../analysis/config';
import type { Settings } from '../analysis/settings';
import type { Vicinity } from '../analysis/vicinity';
import { Neighbourhood } from '../model/neighbours';
import { reportsOf } from '../model/reports';
import { type ReportSummary, summariesOf } from '../model/summary';
import { CONFIG_FILE, mayBeReport, mayHoldReports, REPORT_FILES } from '../protocol';
import { segment } from '../syntax/segment';
import { inLocale } from '../text/span';
import type { Snapshot } from './analyses';
import type { Client } from './client';
import type { Configs } from './configs';
import { rangeOf } from './convert';
import type { OpenDocument } from './documents';
import type { Files } from './files';
import type { Log } from './log';
import { NewFolders } from './newFolders';
import { Progress } from './progress';
import { holdsReports, MOST_BYTES, MOST_FILES, ReportFiles } from './reportFiles';
import type { DocumentSettings } from './settings';
import { canonicalUri, isBelow, schemeOf, withFolders } from './uris';

/** How long the typing must rest before anything is read or summed up. */
const REST_MS = 300;
/** Changes that come together are told together. */
const TELL_MS = 100;

interface Folder {
  /** Canonical. */
  readonly uri: string;
  readonly settings: Settings;
}

export class Workspace {
  /** Files that are not open. */
  readonly files: ReportFiles;
  readonly #neighbourhood = new Neighbourhood();
  readonly #changes = new Emitter<ReadonlySet<string>>();
  /** Fires after reports came, went or changed that others may be held against, with the keys of their agencies. */
  readonly onDidChange = this.#changes.event;
  readonly #fileEvents = new Emitter<readonly string[]>();
  /** Fires with the canonical URIs of files and folders that changed on disk, came or went. */
  readonly onDidChangeFiles = this.#fileEvents.event;
  readonly #folderEvents = new Emitter<void>();
  /** Fires when folders come or go. */
  readonly onDidChangeFolders = this.#folderEvents.event;

  /** Canonical URIs of the workspace's folders, and those of them whose files are read. */
  #folderUris: readonly string[];
  #folders: readonly Folder[] = [];
  /** Files to read, in this order; a file that changes again before its turn is read once. */
  readonly #waiting = new Set<string>();
  #reading = false;
  /** Agencies whose reports changed since it was last told. */
  #changedAgencies = new Set<string>();
  /** Counts listings, so that an older one that is still under way is dropped. */
  #listing = 0;
  /** Whether there may be files that no listing has seen, though the folders are the same. */
  #isStale = false;
  /** What happened on disk while files are listed; undefined: none are. */
  #meanwhile: FileEvent[] | undefined = [];
  readonly #newFolders = new NewFolders((uris) => this.#appeared(uris));
  readonly #open = new Map<string, OpenDocument>();
  /** Open documents that were analysed since they were summed up. */
  readonly #analysed = new Map<string, Snapshot>();
  /** End when the folders have been listed, and when the files that were to be read have been. */
  #listingDone: Promise<void> = Promise.resolve();
  #readingDone: Promise<void> = Promise.resolve();
  #lastEdit = 0;
  /** Which settings beside the files name a form, as of the last look. */
  #forms = '[]';
  #restTimer: NodeJS.Timeout | undefined;
  #tellTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    files: Files | undefined,
    documents: TextDocuments<OpenDocument>,
    private readonly settings: DocumentSettings,
    private readonly configs: Configs,
    private readonly log: Log,
  ) {
    this.files = new ReportFiles(files, log);
    this.#folderUris = client.folders.map(canonicalUri);
    documents.onDidOpen(({ document }) => {
      this.#open.set(canonicalUri(document.uri), document);
      configs.opened(document.uri, (folder) => client.watchesFiles && this.folderOf(`${folder}/`) !== undefined);
    });
    documents.onDidChangeContent(() => (this.#lastEdit = Date.now()));
    documents.onDidClose(({ document }) => this.#closed(canonicalUri(document.uri)));
  }

  /** Begins to read, and to follow what happens on disk. The editor must be initialized. */
  start(): void {
    if (!this.files.areOffered) return;
    if (this.client.tellsFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => canonicalUri(uri)));
        this.#folderUris = [...this.#folderUris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => canonicalUri(uri))];
        this.#folderEvents.fire();
        this.#list();
      });
    }
    this.settings.onDidChange(() => this.#list());
    this.configs.onDidChange(() => this.#formsChanged());
    // What appears after it was listed and before it is watched would be missed.
    this.#listingDone = this.#watch().then(() => {
      this.#list();
      return this.#listingDone;
    });
  }

  async #watch(): Promise<void> {
    if (!this.client.watchesFiles) return;
    this.connection.onDidChangeWatchedFiles(({ changes }) => this.#changed(changes));
    // A folder that comes or goes may be told as one event, without the files in it.
    const watchers = [{ globPattern: REPORT_FILES }, { globPattern: `**/${CONFIG_FILE}` }, { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete }];
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => this.log.error('The editor will not tell of changed files.', error));
  }

  /** What `document` may be held against; undefined for what is no file, such as an older version in a comparison. */
  vicinityOf({ uri }: OpenDocument): Vicinity | undefined {
    return this.#isFile(uri) ? { file: canonicalUri(uri), neighbourhood: this.#neighbourhood } : undefined;
  }

  /** The same of a file that is not open. */
  vicinityOfFile(file: string): Vicinity {
    return { file, neighbourhood: this.#neighbourhood };
  }

  /** Canonical URIs of the workspace's folders. */
  get folders(): readonly string[] {
    return this.#folderUris;
  }

  isOpen(file: string): boolean {
    return this.#open.has(file);
  }

  /** The reports of the workspace, as far as they have been read. */
  get known(): Neighbourhood {
    return this.#neighbourhood;
  }

  /** The reports of the workspace, once those that are known of have been read. */
  async reports(): Promise<Neighbourhood> {
    await this.#listingDone;
    await this.#readingDone;
    this.#sumUpOpen();
    return this.#neighbourhood;
  }

  /** To be told of every analysis of an open document. Costs a timer while somebody types. */
  analysed(snapshot: Snapshot): void {
    if (!this.#isFile(snapshot.document.uri)) return;
    this.#analysed.set(snapshot.document.uri, snapshot);
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#sumUpOpen(), REST_MS);
  }

  #isFile(uri: string): boolean {
    const scheme = schemeOf(uri);
    return scheme === 'file' || this.#folderUris.some((folder) => schemeOf(folder) === scheme);
  }

  #sumUpOpen(): void {
    const snapshots = [...this.#analysed.values()];
    this.#analysed.clear();
    for (const { document, version, analysis } of snapshots) {
      const file = canonicalUri(document.uri);
      // Positions are those of the text that was analysed; of a later one there will be another analysis.
      if (this.#open.get(file) !== document || document.version !== version) continue;
      this.#set(file, () => summariesOf(analysis.reports, file, (span) => rangeOf(document, span)));
    }
  }

  #closed(file: string): void {
    this.#open.delete(file);
    if (this.#folderOf(file)) this.#read(file);
    else this.#set(file, () => []);
  }

  /** The folder of the workspace whose file `file` is, where it may be a report. */
  #folderOf(file: string): Folder | undefined {
    return mayBeReport(file) ? this.#around(file) : undefined;
  }

  #around(uri: string): Folder | undefined {
    return this.#folders.find((folder) => isBelow(uri, folder.uri));
  }

  /** How many more files may be read. */
  get #room(): number {
    return MOST_FILES - this.#neighbourhood.size - this.#waiting.size;
  }

  /** The canonical URI of the workspace's folder that `uri` is in. */
  folderOf(uri: string): string | undefined {
    const file = canonicalUri(uri);
    return this.#folderUris.find((folder) => isBelow(file, folder));
  }

  /** Other settings beside the files may mean that they are read by another form. */
  #formsChanged(): void {
    const forms = JSON.stringify(this.configs.all.map(({ uri, content }) => [uri, content instanceof ConfigError ? 'none' : content.edition]).filter(([, form]) => form !== undefined).sort());
    if (forms === this.#forms) return;
    this.#forms = forms;
    this.#isStale = true;
    this.#list();
  }

  #changed(changes: readonly FileEvent[]): void {
    this.configs.changed(changes.map(({ uri }) => uri));
    this.#fileEvents.fire(changes.map(({ uri }) => canonicalUri(uri)));
    if (this.#meanwhile) {
      this.#meanwhile = this.#meanwhile.concat(changes);
      return;
    }
    const gone = new Set(changes.flatMap(({ uri, type }) => (type === FileChangeType.Deleted ? [canonicalUri(uri)] : [])));
    if (gone.size > 0) this.#forget((known) => withFolders(known).some((uri) => gone.has(uri)));
    for (const { uri, type } of changes) {
      const file = canonicalUri(uri);
      if (type === FileChangeType.Deleted) continue;
      if (this.#folderOf(file)) {
        if (this.#room > 0) this.#read(file);
      } else if (type === FileChangeType.Created && this.#mayBeFolder(file)) this.#newFolders.add(file);
    }
  }

  #mayBeFolder(uri: string): boolean {
    const folder = this.#around(uri);
    return folder !== undefined && uri.slice(folder.uri.length).split('/').every(mayHoldReports);
  }

  /** Reads what lies in folders that are new; undefined: so much is new that everything is looked for. */
  #appeared(uris: readonly string[] | undefined): void {
    if (uris) return void this.#listNew(uris);
    this.#isStale = true;
    this.#list();
  }

  async #listNew(uris: readonly string[]): Promise<void> {
    for (const below of uris) {
      const folder = this.#around(below);
      if (!folder || this.#room <= 0) continue;
      const found = await this.files.list({ folder: folder.uri, below, most: this.#room });
      for (const file of found.uris) if (this.#folderOf(canonicalUri(file))) this.#read(canonicalUri(file));
    }
  }

  /** An open document stays a report whatever becomes of its file. */
  #forget(isGone: (file: string) => boolean): void {
    for (const known of [...this.#neighbourhood.files]) if (!this.#open.has(known) && isGone(known)) this.#set(known, () => []);
  }

  #list(): void {
    const listing = ++this.#listing;
    this.#meanwhile ??= [];
    this.#listingDone = this.#listFolders(listing)
      .catch((error: unknown) => this.log.error('The files of the workspace were not listed.', error))
      .then(() => {
        if (listing === this.#listing) this.#listed();
      });
  }

  #listed(): void {
    const changes = this.#meanwhile ?? [];
    this.#meanwhile = undefined;
    this.#changed(changes);
  }

  async #listFolders(listing: number): Promise<void> {
    const all = await Promise.all(this.#folderUris.map(async (uri) => ({ uri, settings: await this.settings.ofEditor(uri) })));
    const folders = all.filter(({ settings }) => settings.compareReports);
    if (listing !== this.#listing || (!this.#isStale && readsTheSame(folders, this.#folders))) return;
    const found = new Set<string>();
    for (const { uri } of folders) {
      const { uris, more } = await this.files.list({ folder: uri, most: MOST_FILES - found.size });
      if (listing !== this.#listing) return;
      for (const file of uris) found.add(canonicalUri(file));
      if (more) this.log.warn(`Too many files or folders; only ${uris.length} of those that may be reports are compared. ${uri}`);
    }
    if (listing !== this.#listing) return;
    this.#isStale = false;
    this.#folders = folders;
    this.#waiting.clear();
    this.#forget((known) => !found.has(known));
    for (const file of found) this.#read(file);
  }

  #read(file: string): void {
    this.#waiting.add(file);
    if (this.#reading) return;
    this.#reading = true;
    this.#readingDone = this.#readAll();
  }

  async #readAll(): Promise<void> {
    const progress = this.#progress();
    let files = 0;
    let leftOut = 0;
    let failure: unknown;
    for (const file of this.#waiting) {
      await this.rest();
      if (!this.#waiting.delete(file)) continue; // cancelled, or listed anew
      files++;
      const isText = await this.#readFile(file).catch((error: unknown) => void (failure ??= error));
      if (!isText) leftOut++;
      progress.report(files, files + this.#waiting.size);
    }
    this.#reading = false; // at once: the next file must find it so
    progress.end();
    if (failure !== undefined) this.log.error('Files of the workspace were not read.', failure);
    if (leftOut > 0) this.log.info(`${leftOut} of ${files} files are not compared: gone, larger than ${MOST_BYTES} bytes, or no text.`);
    if (files > 1) this.log.info(`${files} files read for comparison.`);
  }

  /** Lets requests through, and waits while somebody types. */
  async rest(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, Math.max(0, this.#lastEdit + REST_MS - Date.now())));
    while (Date.now() < this.#lastEdit + REST_MS);
  }

  #progress(): Progress {
    const title = inLocale({ zh: '正在读取工作区中的年度报告', en: 'Reading the reports of the workspace' }, this.#folders[0]!.settings.locale);
    return new Progress(this.connection, title, () => {
      this.log.info(`Cancelled: ${this.#waiting.size} files are not compared until they change.`);
      this.#waiting.clear();
    });
  }

  /** False: the file can't be read as text. */
  async #readFile(file: string): Promise<boolean> {
    const folder = this.#folderOf(file);
    if (!folder || this.#open.has(file)) return true;
    const text = await this.files.read(file, folder.uri);
    const config = (await this.configs.of(file))?.content;
    // What is not checked can't be relied on.
    const summaries = (): readonly ReportSummary[] => (text === undefined || config instanceof ConfigError ? [] : summariesIn(text, file, config?.edition ?? folder.settings.edition));
    // What was opened meanwhile is in the editor's hands.
    if (!this.#open.has(file)) this.#set(file, summaries);
    return text !== undefined;
  }

  #set(file: string, summaries: () => readonly ReportSummary[]): void {
    try {
      const before = this.#neighbourhood.in(file);
      if (!this.#neighbourhood.set(file, summaries())) return;
      for (const { agencyKey } of [...before, ...this.#neighbourhood.in(file)]) this.#changedAgencies.add(agencyKey);
    } catch (error) {
      this.log.failed('comparison', error);
      return;
    }
    if (this.#tellTimer) return;
    this.#tellTimer = setTimeout(() => {
      this.#tellTimer = undefined;
      const agencies = this.#changedAgencies;
      this.#changedAgencies = new Set();
      this.#changes.fire(agencies);
    }, TELL_MS);
  }
}

/** Whether the files of these folders are the same, and read the same way. */
function readsTheSame(a: readonly Folder[], b: readonly Folder[]): boolean {
  return a.length === b.length && a.every(({ uri, settings }, i) => uri === b[i]!.uri && settings.edition === b[i]!.settings.edition);
}

function summariesIn(text: string, file: string, edition: Settings['edition']): ReportSummary[] {
  if (!holdsReports(file, text)) return [];
  const lines = TextDocument.create(file, '', 0, text);
  return summariesOf(reportsOf(segment(text), edition), file, (span) => rangeOf({ lines }, span));
}
