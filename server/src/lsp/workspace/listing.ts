/**
 * Which files of the workspace may be reports: those that are found when its folders are listed, and those that come, change
 * and go afterwards. What is found or changes is read, what is gone is forgotten.
 */
import { Emitter, FileChangeType, type FileEvent } from 'vscode-languageserver';
import { ConfigError } from '../../analysis/config';
import type { Configs } from '../config/configs';
import type { Folders } from './folders';
import type { KnownReports } from './knownReports';
import type { Log } from '../log';
import { NewFolders } from './newFolders';
import type { Reading } from './reading';
import { MOST_FILES, type ReportFiles } from './reportFiles';
import { canonicalUri, withFolders } from '../uris';

/** What happens on disk while files are listed is looked at afterwards, so that nothing is missed. */
export class Listing {
  readonly #fileEvents = new Emitter<readonly string[]>();
  /** Fires with the canonical URIs of files and folders that changed on disk, came or went. */
  readonly onDidChangeFiles = this.#fileEvents.event;
  /** Counts listings, so that an older one that is still under way is dropped. */
  #latest = 0;
  /** Whether there may be files that no listing has seen, though the folders are the same. */
  #isStale = false;
  /** What happened on disk while files are listed; undefined: none are. */
  #meanwhile: FileEvent[] | undefined = [];
  #done: Promise<void> = Promise.resolve();
  readonly #newFolders = new NewFolders((uris) => this.#appeared(uris));
  /** Which settings beside the files name a form, as of the last look. */
  #forms = '[]';

  constructor(
    private readonly files: ReportFiles,
    private readonly folders: Folders,
    private readonly configs: Configs,
    private readonly known: KnownReports,
    private readonly reading: Reading,
    private readonly log: Log,
  ) {}

  /** Ends when the folders have been listed. */
  get done(): Promise<void> {
    return this.#done;
  }

  /** Begins when `watched` ends: what appears after it was listed and before it is watched would be missed. */
  begin(watched: Promise<void>): void {
    this.#done = watched.then(() => {
      this.list();
      return this.#done;
    });
  }

  /** Folders or settings changed: looks for the files of the workspace, if they may be others than before or read otherwise. */
  list(): void {
    const listing = ++this.#latest;
    this.#meanwhile ??= [];
    this.#done = this.#listFolders(listing)
      .catch((error: unknown) => this.log.error('The files of the workspace were not listed.', error))
      .then(() => {
        if (listing === this.#latest) this.#listed();
      });
  }

  /** Other settings beside the files may mean that they are read by another form. */
  formsChanged(): void {
    const forms = JSON.stringify(this.configs.all.map(({ uri, content }) => [uri, content instanceof ConfigError ? 'none' : content.edition]).filter(([, form]) => form !== undefined).sort());
    if (forms === this.#forms) return;
    this.#forms = forms;
    this.#listAnew();
  }

  /** Files or folders changed on disk, came or went. */
  changed(changes: readonly FileEvent[]): void {
    this.configs.changed(changes.map(({ uri }) => uri));
    this.#fileEvents.fire(changes.map(({ uri }) => canonicalUri(uri)));
    if (this.#meanwhile) {
      this.#meanwhile = this.#meanwhile.concat(changes);
      return;
    }
    const gone = new Set(changes.flatMap(({ uri, type }) => (type === FileChangeType.Deleted ? [canonicalUri(uri)] : [])));
    if (gone.size > 0) {
      const isGone = (file: string): boolean => withFolders(file).some((uri) => gone.has(uri));
      this.reading.forget(isGone);
      this.known.forget(isGone);
    }
    for (const { uri, type } of changes) {
      const file = canonicalUri(uri);
      if (type === FileChangeType.Deleted) continue;
      if (this.folders.comparedOf(file)) {
        // What is known already takes no more room than it did.
        if (this.reading.room > 0 || this.known.neighbourhood.in(file).length > 0) this.reading.add(file);
      } else if (type === FileChangeType.Created && this.folders.mayBeFolder(file)) this.#newFolders.add(file);
    }
  }

  /** Reads what lies in folders that are new; undefined: so much is new that everything is looked for. */
  #appeared(uris: readonly string[] | undefined): void {
    if (uris) void this.#listNew(uris);
    else this.#listAnew();
  }

  async #listNew(uris: readonly string[]): Promise<void> {
    for (const below of uris) {
      const folder = this.folders.comparedAround(below);
      if (!folder || this.reading.room <= 0) continue;
      const found = await this.files.list({ folder: folder.uri, below, most: this.reading.room });
      for (const file of found.uris) if (this.folders.comparedOf(canonicalUri(file))) this.reading.add(canonicalUri(file));
    }
  }

  #listAnew(): void {
    this.#isStale = true;
    this.list();
  }

  async #listFolders(listing: number): Promise<void> {
    const folders = await this.folders.toCompare();
    if (listing !== this.#latest || (!this.#isStale && this.folders.compares(folders))) return;
    const found = new Set<string>();
    for (const { uri } of folders) {
      const { uris, more } = await this.files.list({ folder: uri, most: MOST_FILES - found.size });
      if (listing !== this.#latest) return;
      for (const file of uris) found.add(canonicalUri(file));
      if (more) this.log.warn(`Too many files or folders; only ${uris.length} of those that may be reports are compared. ${uri}`);
    }
    if (listing !== this.#latest) return;
    this.#isStale = false;
    this.folders.compare(folders);
    this.reading.clear();
    // What lies in a folder within it, which has settings of its own, is that one's.
    const own = new Set([...found].filter((file) => this.folders.comparedOf(file)));
    this.known.forget((known) => !own.has(known));
    for (const file of own) this.reading.add(file);
  }

  #listed(): void {
    const changes = this.#meanwhile ?? [];
    this.#meanwhile = undefined;
    this.changed(changes);
  }
}
