/** The reports of the workspace beside each other: those that are open as the editor has them, the others as they are on disk. */
import { type Connection, DidChangeWatchedFilesNotification, type Event, type TextDocuments, WatchKind } from 'vscode-languageserver';
import type { Vicinity } from '../../analysis/vicinity';
import type { Neighbourhood } from '../../model/report/neighbours';
import { CONFIG_FILE, REPORT_FILES } from '../../protocol';
import type { Snapshot } from '../analyses';
import type { Client } from '../client';
import type { Configs } from '../config/configs';
import type { OpenDocument } from '../documents';
import type { Files } from '../files';
import { Folders } from './folders';
import { KnownReports } from './knownReports';
import { Listing } from './listing';
import type { Log } from '../log';
import { Reading } from './reading';
import { ReportFiles } from './reportFiles';
import type { DocumentSettings } from '../settings';
import { Typing } from '../typing';
import { canonicalUri } from '../uris';

/** Puts together what lists the files, reads them and knows their reports; hands on what the editor tells, and answers for them all. */
export class Workspace {
  /** Files that are not open. */
  readonly files: ReportFiles;
  readonly #folders: Folders;
  readonly #known: KnownReports;
  readonly #typing: Typing;
  readonly #reading: Reading;
  readonly #listing: Listing;

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
    this.#folders = new Folders(client.folders, settings);
    this.#known = new KnownReports(log);
    this.#typing = new Typing(documents);
    this.#reading = new Reading(connection, this.files, this.#folders, configs, this.#known, this.#typing, log);
    this.#listing = new Listing(this.files, this.#folders, configs, this.#known, this.#reading, log);
    documents.onDidOpen(({ document }) => {
      this.#known.opened(document);
      configs.opened(document.uri, (folder) => client.watchesFiles && this.folderOf(`${folder}/`) !== undefined);
    });
    documents.onDidClose(({ document }) => this.#closed(canonicalUri(document.uri)));
  }

  /** Begins to read, and to follow what happens on disk. The editor must be initialized. */
  start(): void {
    if (!this.files.areOffered) return;
    if (this.client.tellsFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders((event) => {
        this.#folders.changed(event);
        this.configs.foldersAdded(event.added.map(({ uri }) => uri));
        this.#listing.list();
      });
    }
    this.settings.onDidChange(() => this.#listing.list());
    this.configs.onDidChange(() => this.#listing.formsChanged());
    this.#listing.begin(this.#watch());
  }

  async #watch(): Promise<void> {
    if (!this.client.watchesFiles) return;
    this.connection.onDidChangeWatchedFiles(({ changes }) => this.#listing.changed(changes));
    // A folder that comes or goes may be told as one event, without the files in it.
    const watchers = [{ globPattern: REPORT_FILES }, { globPattern: `**/${CONFIG_FILE}` }, { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete }];
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => this.log.error('The editor will not tell of changed files.', error));
  }

  #closed(file: string): void {
    this.#known.closed(file);
    if (this.#folders.comparedOf(file)) this.#reading.add(file);
    else this.#known.set(file, () => []);
  }

  /** Fires after reports came, went or changed that others may be held against, with the keys of their agencies. */
  get onDidChange(): Event<ReadonlySet<string>> {
    return this.#known.onDidChange;
  }

  /** Fires with the canonical URIs of files and folders that changed on disk, came or went. */
  get onDidChangeFiles(): Event<readonly string[]> {
    return this.#listing.onDidChangeFiles;
  }

  /** Fires when folders come or go. */
  get onDidChangeFolders(): Event<void> {
    return this.#folders.onDidChange;
  }

  /** Canonical URIs of the workspace's folders. */
  get folders(): readonly string[] {
    return this.#folders.uris;
  }

  /** The canonical URI of the workspace's folder that `uri` is in. */
  folderOf(uri: string): string | undefined {
    return this.#folders.around(uri);
  }

  /** The same of a canonical `file` that a listing of the folder would find as one that may be a report. */
  folderListing(file: string): string | undefined {
    return this.#folders.listedAround(file);
  }

  /** What `document` may be held against; undefined for what is no file, such as an older version in a comparison. */
  vicinityOf({ uri }: OpenDocument): Vicinity | undefined {
    return this.#folders.isFile(uri) ? this.vicinityOfFile(canonicalUri(uri)) : undefined;
  }

  /** The same of a file that is not open. */
  vicinityOfFile(file: string): Vicinity {
    return { file, neighbourhood: this.known };
  }

  /** Whether `file`, canonical, is open in the editor. */
  isOpen(file: string): boolean {
    return this.#known.isOpen(file);
  }

  /** The reports of the workspace, as far as they have been read. */
  get known(): Neighbourhood {
    return this.#known.neighbourhood;
  }

  /** The reports of the workspace, once those that are known of have been read. */
  async reports(): Promise<Neighbourhood> {
    await this.#listing.done;
    await this.#reading.done;
    this.#known.sumUpOpen();
    return this.known;
  }

  /** To be told of every analysis of an open document. */
  analysed(snapshot: Snapshot): void {
    if (this.#folders.isFile(snapshot.document.uri)) this.#known.analysed(snapshot);
  }

  /** Lets requests through, and waits while somebody types. */
  rest(): Promise<void> {
    return this.#typing.rest();
  }
}
