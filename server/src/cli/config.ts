/**
 * How each file is checked: by the options of the call, over the nearest `.ogireport.json` in its folder or above it, or the
 * one file that `--config` names. A file whose settings are not understood is not checked by others.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Config, CONFIG_FILE, ConfigError, NO_CONFIG, readConfig, underConfig } from '../analysis/config';
import { DEFAULT_SETTINGS, type Settings } from '../analysis/settings';
import { EDITIONS } from '../editions';
import type { Locale } from '../text/span';
import { choice, type Options, ruleLevel, UsageError } from './args';
import { type Encoding, ENCODINGS } from './encoding';
import { failure } from './failure';
import { isSpecial, NO_FILE } from './specialFiles';

/** The options that say by which form and settings files are read. */
export const READING = {
  encoding: {
    type: 'string',
    value: ENCODINGS.join('|'),
    says: {
      zh: '文件的编码（gbk、gb2312 用 gb18030）。默认自动识别：字节顺序标记，否则 UTF-8，否则能确定是 GB18030 或 UTF-16 时\n按它读取并告知。',
      en: 'The encoding of the files (gb18030 for GBK and GB2312). By default what a byte order mark says, else UTF-8, else\nGB18030 or UTF-16 where that is certain, which is told.',
    },
  },
  edition: { type: 'string', value: 'auto|2019|2021', says: { zh: '按哪一版格式，默认 auto（由年度和表格判断）。', en: 'The form that is held; default auto (by year and tables).' } },
  config: {
    type: 'string',
    value: { zh: '文件', en: 'FILE' },
    says: {
      zh: '设置文件。默认取每个文件所在文件夹及上级文件夹中最近的 .ogireport.json。\n内容如 { "edition": "2021", "rules": { "glyph/padding": "off" } }；命令行选项优先。',
      en: 'Settings for all files. By default those of the nearest .ogireport.json in a file’s folder or above it, such as\n{ "edition": "2021", "rules": { "glyph/padding": "off" } }. Options of the call win over it.',
    },
  },
} as const satisfies Options;

/** The options that say how reports are checked, for every command that checks. */
export const CHECKING = {
  ...READING,
  rule: {
    type: 'string',
    multiple: true,
    value: { zh: '规则=级别', en: 'ID=LEVEL' },
    says: {
      zh: '改变一条规则的级别：error、warning、information、hint、off；可多次使用。off 的规则既不检查也不修复。',
      en: 'Set the level of a rule: error, warning, information, hint, off; may be repeated. One that is off is neither checked\nnor fixed.',
    },
  },
} as const satisfies Options;

/** What a call says of settings: plain data, for any thread. */
export interface ConfigCall {
  /** What wins over settings from files. */
  readonly own: Pick<Config, 'rules'> & Partial<Pick<Config, 'edition'>>;
  /** What holds for all files in place of what lies beside them. */
  readonly config?: PlacedConfig;
  /** What all files are in; undefined: each tells by itself. */
  readonly encoding?: Encoding;
  readonly locale: Locale;
}

interface PlacedConfig {
  /** Absolute path. */
  readonly file: string;
  readonly content: Config;
}

/** `values` of `CHECKING`, or of `READING`, as settings. Throws a `UsageError` that names the file where `--config` is not understood. */
export function configCall(values: { readonly edition?: string | undefined; readonly rule?: readonly string[] | undefined; readonly config?: string | undefined; readonly encoding?: string | undefined }, locale: Locale): ConfigCall {
  return {
    own: {
      ...(values.edition === undefined ? {} : { edition: choice('edition', values.edition, ['auto', ...EDITIONS.map(({ id }) => id)]) }),
      rules: Object.fromEntries((values.rule ?? []).map(ruleLevel)),
    },
    ...(values.config === undefined ? {} : { config: named(values.config) }),
    ...(values.encoding === undefined ? {} : { encoding: choice('encoding', values.encoding, ENCODINGS) }),
    locale,
  };
}

function named(file: string): PlacedConfig {
  try {
    return { file: resolve(file), content: readConfig(readFileSync(file, 'utf8')) };
  } catch (error) {
    const { zh, en } = reasonOf(file, error);
    throw new UsageError({ zh: `${file}：${zh}`, en: `${file}: ${en}` });
  }
}

const reasonOf = (file: string, error: unknown): ConfigError['words'] => (error instanceof ConfigError ? error.words : failure(file, error).reason);

export class Configs {
  readonly #byFolder = new Map<string, PlacedConfig | ConfigError | undefined>();
  readonly #settings = new Map<PlacedConfig | undefined, Settings>();

  constructor(private readonly call: ConfigCall) {}

  get encoding(): Encoding | undefined {
    return this.call.encoding;
  }

  /** Throws a `ConfigError` that names the settings where they are not understood. The same settings are the same object. */
  of(path: string): Settings {
    const file = resolve(path);
    const config = this.call.config ?? this.#above(dirname(file));
    if (config instanceof ConfigError) throw config;
    let settings = this.#settings.get(config);
    if (!settings) this.#settings.set(config, (settings = settingsOf(this.call, config?.content)));
    if (!config || config.content.ignores.length === 0) return settings;
    const { ignores } = underConfig(settings, config.content, relative(dirname(config.file), file).replaceAll(sep, '/'));
    return ignores.length > 0 ? { ...settings, ignores } : settings;
  }

  #above(folder: string): PlacedConfig | ConfigError | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const parent = dirname(folder);
    const own = inFolder(folder) ?? (parent === folder ? undefined : this.#above(parent));
    this.#byFolder.set(folder, own);
    return own;
  }
}

function inFolder(folder: string): PlacedConfig | ConfigError | undefined {
  const file = join(folder, CONFIG_FILE);
  try {
    if (isSpecial(file)) throw new ConfigError(NO_FILE);
    return { file, content: readConfig(readFileSync(file, 'utf8')) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const { zh, en } = reasonOf(file, error);
    return new ConfigError({ zh: `未处理，因为设置有误（${file}）：${zh}`, en: `left out, because its settings are not understood (${file}): ${en}` });
  }
}

/** Nothing is left out of an analysis: limits are for showing. */
function settingsOf({ own, locale }: ConfigCall, config: Config = NO_CONFIG): Settings {
  return {
    ...DEFAULT_SETTINGS,
    edition: own.edition ?? config.edition ?? DEFAULT_SETTINGS.edition,
    rules: { ...config.rules, ...own.rules },
    maxProblems: Number.MAX_SAFE_INTEGER,
    locale,
  };
}
