/**
 * The settings of each document: the editor's `ogiReport.*`, under the `.ogireport.json` that holds for it.
 *
 * An editor that answers `workspace/configuration` is asked, document by document; any other one sends its settings with
 * `initialize` or `workspace/didChangeConfiguration`, and they hold for all documents. Equal settings are one object, so
 * that whatever was computed under them is found again.
 */
import { isEditionId } from '../editions';
import { Emitter } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, INLAY_HINTS, LEVELS, type Settings } from '../analysis/settings';
import { DEFAULT_SETTINGS as DEFAULT_VALUES, SETTINGS_SECTION } from '../protocol';
import { ConfigError, underConfig } from '../analysis/config';
import { isObject } from './client';
import type { Configs, PlacedConfig } from './config/configs';
import type { Log } from './log';
import { canonicalUri, folderOf } from './uris';

/** What no setting says but the host and the editor do. */
export interface Surroundings {
  /** Language of the editor's interface. */
  readonly locale: string | undefined;
  readonly docsBase: string;
}

/** Asks the editor for the section's value for one document. */
export type Ask = (uri: string) => Promise<unknown>;

export class DocumentSettings {
  /** By document, as far as asked. Replaced as a whole when settings change. */
  #answers = new Map<string, Settings | Promise<Settings>>();
  readonly #known = new Map<string, Settings>();
  readonly #merged = new WeakMap<Settings, WeakMap<PlacedConfig, Map<string, Settings>>>();
  readonly #changes = new Emitter<void>();
  #forAll: Settings;

  /** Fires when settings of any document may be others than before. */
  readonly onDidChange = this.#changes.event;

  constructor(
    private readonly ask: Ask | undefined,
    initial: unknown,
    private readonly surroundings: Surroundings,
    private readonly log: Log,
    /** Undefined: no document lies in a folder. */
    private readonly configs?: Pick<Configs, 'of' | 'onDidChange'>,
  ) {
    this.#forAll = this.#read(initial);
    configs?.onDidChange(() => this.#changes.fire());
  }

  /** The settings of the document; without waiting where they are known. */
  of(uri: string): Settings | Promise<Settings> {
    return this.ofFile(uri, uri);
  }

  /** The settings of a file that is not open: the editor is asked once, for its folder. */
  ofFile(uri: string, folder: string): Settings | Promise<Settings> {
    const own = this.ofEditor(folder);
    const config = this.configs?.of(uri);
    if (own instanceof Promise || config instanceof Promise) return Promise.all([own, config]).then(() => this.ofFile(uri, folder));
    return config ? this.#under(own, config, canonicalUri(uri)) : own;
  }

  /** The same as the editor has them. */
  ofEditor(uri: string): Settings | Promise<Settings> {
    if (!this.ask) return this.#forAll;
    const answers = this.#answers;
    let answer = answers.get(uri);
    if (!answer) {
      answer = this.#askFor(uri, this.ask).then((settings) => {
        if (answers !== this.#answers) return this.ofEditor(uri); // changed while we waited
        if (answers.has(uri)) answers.set(uri, settings);
        return settings;
      });
      answers.set(uri, answer);
    }
    return answer;
  }

  /** Something changed; `payload` is what `didChangeConfiguration` brought along. */
  changed(payload: unknown): void {
    this.#answers = new Map();
    const section = isObject(payload) ? payload[SETTINGS_SECTION] : undefined;
    if (isObject(section)) this.#forAll = this.#read(section);
    this.#changes.fire();
  }

  forget(uri: string): void {
    this.#answers.delete(uri);
  }

  #under(own: Settings, config: PlacedConfig, uri: string): Settings {
    let known = this.#merged.get(own);
    if (!known) this.#merged.set(own, (known = new WeakMap()));
    let byFile = known.get(config);
    if (!byFile) known.set(config, (byFile = new Map()));
    const { content } = config;
    // Only a file with findings to leave has settings of its own.
    const file = decoded(uri.slice(folderOf(config.uri).length + 1));
    const key = content instanceof ConfigError || !content.ignores.some((ignore) => ignore.file === file) ? '' : file;
    let settings = byFile.get(key);
    if (!settings) byFile.set(key, (settings = content instanceof ConfigError ? { ...own, refusal: { file: config.uri, why: content.words } } : underConfig(own, content, file)));
    return settings;
  }

  async #askFor(uri: string, ask: Ask): Promise<Settings> {
    try {
      const value = await ask(uri);
      return isObject(value) ? this.#read(value) : this.#forAll;
    } catch (error) {
      this.log.error('The editor did not tell its settings.', error);
      return this.#forAll;
    }
  }

  #read(value: unknown): Settings {
    const settings = readSettings(value, this.surroundings);
    const key = JSON.stringify(settings);
    const known = this.#known.get(key);
    if (!known) this.#known.set(key, settings);
    return known ?? settings;
  }
}

const KNOWN_LEVELS: ReadonlySet<unknown> = new Set(LEVELS);

/** `value` as settings. What is missing or makes no sense is as package.json has it. */
export function readSettings(value: unknown, { locale, docsBase }: Surroundings): Settings {
  const { edition, rules, compareReports, checkWorkspace, inlayHints, codeLens, maxProblems, language } = isObject(value) ? value : {};
  return {
    edition: isEditionId(edition) ? edition : DEFAULT_VALUES.edition,
    rules: isObject(rules) ? (Object.fromEntries(Object.entries(rules).filter(([, level]) => KNOWN_LEVELS.has(level)).sort()) as Settings['rules']) : DEFAULT_VALUES.rules,
    compareReports: typeof compareReports === 'boolean' ? compareReports : DEFAULT_VALUES.compareReports,
    checkWorkspace: typeof checkWorkspace === 'boolean' ? checkWorkspace : DEFAULT_VALUES.checkWorkspace,
    inlayHints: INLAY_HINTS.find((own) => own === inlayHints) ?? DEFAULT_VALUES.inlayHints,
    codeLens: typeof codeLens === 'boolean' ? codeLens : DEFAULT_VALUES.codeLens,
    maxProblems: Number.isInteger(maxProblems) && Number(maxProblems) >= 1 ? Number(maxProblems) : DEFAULT_VALUES.maxProblems,
    locale: language === 'zh-CN' || language === 'en' ? language : localeOf(locale),
    ignores: [],
    docsBase,
  };
}

/** The way from a folder to a file, as `.ogireport.json` writes it. */
function decoded(way: string): string {
  try {
    return decodeURIComponent(way);
  } catch {
    return way;
  }
}

/** Reports are Chinese, and so is whoever doesn't say otherwise. */
function localeOf(locale: string | undefined): Settings['locale'] {
  if (!locale) return DEFAULT_SETTINGS.locale;
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
