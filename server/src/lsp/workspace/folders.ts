/** The folders of the workspace, and those of them whose reports are compared: held against each other. */
import { Emitter, type WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { Settings } from '../../analysis/settings';
import { mayBeReport, mayHoldReports } from '../../protocol';
import type { DocumentSettings } from '../settings';
import { canonicalUri, isBelow, schemeOf } from '../uris';

/** A folder with what decides whether and how its reports are compared. */
export interface Folder {
  /** Canonical. */
  readonly uri: string;
  /** As the editor has them for the folder. */
  readonly settings: Settings;
}

/** Which are compared is as of the last listing; what settings say meanwhile holds from the next one on. */
export class Folders {
  #uris: readonly string[];
  #compared: readonly Folder[] = [];
  readonly #changes = new Emitter<void>();
  /** Fires when folders come or go. */
  readonly onDidChange = this.#changes.event;

  /** `uris` are those at the start. */
  constructor(
    uris: readonly string[],
    private readonly settings: DocumentSettings,
  ) {
    this.#uris = uris.map(canonicalUri);
  }

  /** Canonical URIs of all of them. */
  get uris(): readonly string[] {
    return this.#uris;
  }

  /** Folders came or went. */
  changed({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => canonicalUri(uri)));
    this.#uris = [...this.#uris.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => canonicalUri(uri))];
    this.#changes.fire();
  }

  /** The canonical URI of the folder that `uri` is in. */
  around(uri: string): string | undefined {
    const file = canonicalUri(uri);
    return this.#uris.find((folder) => isBelow(file, folder));
  }

  /** Whether `uri` is that of a file, and not of an older version in a comparison. */
  isFile(uri: string): boolean {
    const scheme = schemeOf(uri);
    return scheme === 'file' || this.#uris.some((folder) => schemeOf(folder) === scheme);
  }

  /** Those whose reports are to be compared, by the settings of the moment. */
  async toCompare(): Promise<readonly Folder[]> {
    const all = await Promise.all(this.#uris.map(async (uri) => ({ uri, settings: await this.settings.ofEditor(uri) })));
    return all.filter(({ settings }) => settings.compareReports);
  }

  /** Whether the files of `folders` are those that are compared already, and read the same way. */
  compares(folders: readonly Folder[]): boolean {
    return folders.length === this.#compared.length && folders.every(({ uri, settings }, i) => uri === this.#compared[i]!.uri && settings.edition === this.#compared[i]!.settings.edition);
  }

  /** From now on the reports of `folders` are compared, and no others. */
  compare(folders: readonly Folder[]): void {
    this.#compared = folders;
  }

  /** What is told of all that are compared is told in the language of the first; there must be one. */
  get locale(): Settings['locale'] {
    return this.#compared[0]!.settings.locale;
  }

  /** The compared folder that a canonical `uri` is in. */
  comparedAround(uri: string): Folder | undefined {
    return this.#compared.find((folder) => isBelow(uri, folder.uri));
  }

  /** The compared folder whose file `file` is, where it may be a report. */
  comparedOf(file: string): Folder | undefined {
    return mayBeReport(file) ? this.comparedAround(file) : undefined;
  }

  /** Whether a canonical `uri` may be that of a folder with reports to compare. */
  mayBeFolder(uri: string): boolean {
    const folder = this.comparedAround(uri);
    return folder !== undefined && uri.slice(folder.uri.length).split('/').every(mayHoldReports);
  }
}
