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

  /** The canonical URI of the folder that `uri` is in; of folders within each other the innermost, whose settings hold. */
  around(uri: string): string | undefined {
    const file = canonicalUri(uri);
    return this.#uris.filter((folder) => isBelow(file, folder)).reduce<string | undefined>((inner, folder) => (inner === undefined || folder.length > inner.length ? folder : inner), undefined);
  }

  /** The folder that a canonical `file` is in, where a listing of it would find the file as one that may be a report. */
  listedAround(file: string): string | undefined {
    const folder = this.around(file);
    return folder !== undefined && mayBeReport(file) && waysBelow(folder, file).slice(0, -1).every(mayHoldReports) ? folder : undefined;
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
    const around = this.around(uri);
    return this.#compared.find((folder) => folder.uri === around);
  }

  /** The compared folder whose file `file` is, where a listing would find it as one that may be a report. */
  comparedOf(file: string): Folder | undefined {
    const listed = this.listedAround(file);
    return this.#compared.find((folder) => folder.uri === listed);
  }

  /** Whether a canonical `uri` may be that of a folder with reports to compare. */
  mayBeFolder(uri: string): boolean {
    const folder = this.comparedAround(uri);
    return folder !== undefined && waysBelow(folder.uri, uri).every(mayHoldReports);
  }
}

/** The names on the way from a folder to what is in it. */
const waysBelow = (folder: string, uri: string): string[] => uri.slice(folder.length).split('/');
