/**
 * The `.ogireport.json` that holds for each document: the nearest one in its folder or above it, as on the command line.
 *
 * Files are looked for once a folder, and again when the editor tells of a change. Where it tells of none (above the
 * workspace's folders, or without a watcher) they are looked for when a document is opened.
 */
import { Emitter } from 'vscode-languageserver';
import { type Config, ConfigError, readConfig } from '../../analysis/config';
import { CONFIG_FILE, isConfigFile } from '../../protocol';
import type { Files } from '../files';
import { canonicalUri, folderOf, isBelow, schemeOf } from '../uris';

/** Nobody writes that many settings by hand. */
const MOST_BYTES = 1 << 20;

/** Settings of a folder. The same file with the same content is the same object. */
export interface PlacedConfig {
  /** Canonical URI of the file. */
  readonly uri: string;
  readonly text: string;
  readonly content: Config | ConfigError;
}

type Known = PlacedConfig | undefined;

export class Configs {
  /** By canonical URI of the folder: the settings that lie in it. */
  readonly #inFolder = new Map<string, Known | Promise<Known>>();
  readonly #latest = new Map<string, Known>();
  readonly #changes = new Emitter<void>();

  /** Fires when other settings hold somewhere. */
  readonly onDidChange = this.#changes.event;

  readonly #schemes: Set<string>;

  /** `folders` are those of the workspace at the start; what lies neither there nor on the disk lies in no folder. */
  constructor(
    private readonly files: Files | undefined,
    folders: readonly string[],
  ) {
    this.#schemes = new Set(['file', ...folders.map(schemeOf)]);
  }

  /** Where they are the first of their file system, settings may hold for what is open there already. */
  foldersAdded(uris: readonly string[]): void {
    const before = this.#schemes.size;
    for (const uri of uris) this.#schemes.add(schemeOf(uri));
    if (this.#schemes.size > before) this.#changes.fire();
  }

  /** Whether settings may hold for `uri`, and be written for it. */
  reaches(uri: string): boolean {
    return this.files !== undefined && this.#schemes.has(schemeOf(uri));
  }

  /** All that are known. */
  get all(): readonly PlacedConfig[] {
    return [...this.#latest.values()].flatMap((known) => known ?? []);
  }

  /** What holds for `uri`, canonical or not; without waiting where it is known. */
  of(uri: string): Known | Promise<Known> {
    return this.reaches(uri) ? this.#above(folderOf(canonicalUri(uri))) : undefined;
  }

  /** Reads the file as it is now; undefined: it is not there. */
  read(uri: string): Promise<Known> {
    return this.#read(canonicalUri(uri));
  }

  /** Files or folders changed on disk, came or went. */
  changed(uris: readonly string[]): void {
    const gone = uris.map(canonicalUri);
    const folders = [...this.#inFolder.keys()].filter((folder) => gone.some((uri) => (isConfigFile(uri) ? folderOf(uri) === folder : folder === uri || isBelow(folder, uri))));
    this.#lookAgain(folders);
  }

  /** Looks again for what `isWatched` says the editor tells nothing of, on the way up from a document. */
  opened(uri: string, isWatched: (folder: string) => boolean): void {
    if (!this.reaches(uri)) return;
    this.#lookAgain(foldersAbove(folderOf(canonicalUri(uri))).filter((folder) => this.#inFolder.has(folder) && !isWatched(folder)));
  }

  #lookAgain(folders: readonly string[]): void {
    if (folders.length === 0) return;
    const before = folders.map((folder) => this.#latest.get(folder));
    for (const folder of folders) this.#inFolder.delete(folder);
    const now = folders.map((folder) => this.#in(folder));
    void Promise.all(now).then((known) => known.some((own, i) => own !== before[i]) && this.#changes.fire());
  }

  #above(folder: string): Known | Promise<Known> {
    for (const each of foldersAbove(folder)) {
      const own = this.#in(each);
      if (own instanceof Promise) return own.then(() => this.#above(folder));
      if (own) return own;
    }
    return undefined;
  }

  #in(folder: string): Known | Promise<Known> {
    if (this.#inFolder.has(folder)) return this.#inFolder.get(folder);
    const looking = this.#read(`${folder}/${CONFIG_FILE}`).then((read) => {
      const before = this.#latest.get(folder);
      const own = before && read && before.text === read.text ? before : read;
      if (this.#inFolder.get(folder) !== looking) return this.#in(folder); // changed while we looked
      this.#inFolder.set(folder, own);
      this.#latest.set(folder, own);
      return own;
    });
    this.#inFolder.set(folder, looking);
    return looking;
  }

  async #read(uri: string): Promise<Known> {
    try {
      const bytes = await this.files?.read({ uri, mostBytes: MOST_BYTES });
      return bytes && placed(uri, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    } catch {
      return { uri, text: '', content: new ConfigError({ zh: '无法读取', en: 'it can’t be read' }) };
    }
  }
}

function placed(uri: string, text: string): PlacedConfig {
  try {
    return { uri, text, content: readConfig(text) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { uri, text, content: error };
  }
}

/** The folder itself, and those it lies in, up to the root. */
function foldersAbove(folder: string): string[] {
  const root = /^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?/i.exec(folder)?.[0].length ?? 0;
  const folders: string[] = [];
  for (let own = folder; ; own = folderOf(own)) {
    folders.push(own);
    if (own.length <= root) return folders;
  }
}
