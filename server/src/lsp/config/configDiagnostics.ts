/**
 * What is wrong with each `.ogireport.json` that is in use, told in that file: what is not understood, and findings that are left but
 * are no longer there. Pushed, because editors ask for the findings of reports only.
 */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyse } from '../../analysis/analyse';
import { ConfigError } from '../../analysis/config';
import { idle, type Ignore } from '../../analysis/ignore';
import type { Settings } from '../../analysis/settings';
import { inLocale, type Text } from '../../text/span';
import type { PlacedConfig } from './configs';
import { spanAt, withoutMark } from './configText';
import type { Context, Feature } from '../context';
import { rangeOf } from '../convert';
import { tell } from '../log';
import { SOURCE } from '../source';
import { canonicalUri, folderOf, isBelow, withFolders } from '../uris';

/** How long nothing must have happened. */
const REST_MS = 300;
/** Files that are not open and are read to see what is left of their findings. */
const MOST_FILES = 200;

export const configDiagnostics: Feature = {
  listen: (context) => new ConfigDiagnostics(context).listen(),
};

/** An entry with its index in the list. */
interface Entry {
  readonly ignore: Ignore;
  readonly index: number;
}

/** What became of the entries of one file: those that match nothing; `unread`: it can't be told. */
type Fate = ReadonlySet<Ignore> | 'unread';

class ConfigDiagnostics {
  /** By file that is not open; right for the settings it was found under, until the file changes. */
  readonly #fates = new Map<string, { readonly settings: Settings; readonly fate: Fate }>();
  /** What was told of each file of settings. */
  readonly #told = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  /** Counts what happened to files. */
  #happened = 0;

  constructor(private readonly context: Context) {}

  listen(): void {
    const { documents, configs, settings, workspace } = this.context;
    const schedule = (): void => this.#schedule();
    configs.onDidChange(schedule);
    settings.onDidChange(schedule);
    documents.onDidChangeContent(schedule);
    documents.onDidClose(schedule);
    workspace.onDidChangeFolders(schedule);
    workspace.onDidChangeFiles((uris) => {
      this.#happened++;
      for (const file of [...this.#fates.keys()]) if (uris.some((uri) => file === uri || isBelow(file, uri))) this.#fates.delete(file);
      schedule();
    });
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#running) return this.#schedule();
      this.#running = true;
      this.#tellAll()
        .catch((error: unknown) => this.context.log.failed('settings', error))
        .finally(() => (this.#running = false));
    }, REST_MS);
  }

  async #tellAll(): Promise<void> {
    const { configs, connection, documents } = this.context;
    // Where files come slowly, those of the open documents may still be under way.
    await Promise.all(documents.all().map(({ uri }) => configs.of(uri)));
    const inUse = this.#foldersInUse();
    const all = configs.all.filter(({ uri }) => inUse.has(folderOf(uri)) || this.context.workspace.folderOf(uri) !== undefined);
    const gone = [...this.#told.keys()].filter((uri) => !all.some((config) => config.uri === uri));
    for (const uri of gone) {
      this.#told.delete(uri);
      tell(() => connection.sendDiagnostics({ uri, diagnostics: [] }));
    }
    for (const config of all) {
      const diagnostics = await this.#of(config);
      const now = JSON.stringify(diagnostics);
      if ((this.#told.get(config.uri) ?? '[]') === now) continue;
      this.#told.set(config.uri, now);
      tell(() => connection.sendDiagnostics({ uri: config.uri, diagnostics }));
    }
  }

  /** The folders that hold open documents and the workspace's folders, up to the root. */
  #foldersInUse(): ReadonlySet<string> {
    const { documents, workspace } = this.context;
    return new Set([...documents.all().map(({ uri }) => canonicalUri(uri)), ...workspace.folders.map((folder) => `${folder}/`)].flatMap(withFolders));
  }

  async #of({ uri, text, content }: PlacedConfig): Promise<Diagnostic[]> {
    const { locale } = await this.context.settings.ofEditor(uri);
    const lines = TextDocument.create(uri, 'json', 0, withoutMark(text));
    const told = (path: ConfigError['path'], severity: DiagnosticSeverity, words: Text, part?: 'key'): Diagnostic => {
      const key = part ?? (path?.length === 1 && content instanceof ConfigError && !/^(?:edition|rules|ignores)$/.test(String(path[0])) ? 'key' : 'value');
      return { range: rangeOf({ lines }, spanAt(text, path?.slice(), key)), severity, source: SOURCE, message: inLocale(words, locale) };
    };
    if (content instanceof ConfigError) return [told(content.path, DiagnosticSeverity.Error, content.words)];
    const byFile = new Map<string, Entry[]>();
    content.ignores.forEach((ignore, index) => byFile.set(ignore.file, [...(byFile.get(ignore.file) ?? []), { ignore, index }]));
    const diagnostics: Diagnostic[] = [];
    let read = 0;
    for (const [file, entries] of byFile) {
      const fate = await this.#fateOf(canonicalUri(`${folderOf(uri)}/${file.split('/').map(encodeURIComponent).join('/')}`), () => read++ < MOST_FILES);
      for (const { ignore, index } of entries) {
        if (fate === 'unread') diagnostics.push(told(['ignores', index, 'file'], DiagnosticSeverity.Information, UNREAD));
        else if (fate.has(ignore)) diagnostics.push({ ...told(['ignores', index], DiagnosticSeverity.Information, UNUSED), tags: [DiagnosticTag.Unnecessary] });
      }
    }
    return diagnostics;
  }

  /** `mayRead`: whether one more file may be read. */
  async #fateOf(file: string, mayRead: () => boolean): Promise<Fate> {
    const { documents, settings, analyses, workspace } = this.context;
    const open = documents.all().find((document) => canonicalUri(document.uri) === file);
    const known = await settings.of(file);
    // As the editor has it; nothing is told of what is not checked.
    if (open && documents.get(open.uri) === open) return unusedIn(analyses.of(open, await settings.of(open.uri)).analysis.unused, known);
    const before = this.#fates.get(file);
    if (before?.settings === known) return before.fate;
    const folder = workspace.folderOf(file);
    if (!folder || !mayRead()) return new Set();
    const happened = this.#happened;
    const text = await workspace.files.read(file, folder);
    // Beside others it may hold findings that it has not alone; those are never told as unused.
    const fate = text === undefined ? 'unread' : unusedIn(analyse(text, known).unused, known);
    // What has changed since it was read is looked at again soon.
    if (happened === this.#happened) this.#fates.set(file, { settings: known, fate });
    return fate;
  }
}

const unusedIn = (unused: readonly Ignore[], { rules }: Settings): ReadonlySet<Ignore> => new Set(idle(unused, rules));

const UNUSED: Text = { zh: '这一项没有对应的问题；若报告已改正，可以删去。', en: 'This entry matches no finding. If the report was mended, remove it.' };
const UNREAD: Text = { zh: '读不到这个文件（不存在、太大，或不是文本），无法核对这一项。', en: 'This file can’t be read (it is gone, too large, or no text), so the entry can’t be checked.' };
