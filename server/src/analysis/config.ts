/**
 * What a team settles for the reports of a folder: the content of `.ogireport.json`, which lies beside them. Editors and the
 * command line read it alike; `docs/schema/ogireport.schema.json` describes it.
 */
import { EDITIONS } from '../editions';
import type { EditionSetting } from '../model/report/report';
import { ruleById } from '../rules';
import type { Severity } from '../rules/rule';
import type { Text } from '../text/span';
import type { Ignore } from './ignore';
import { LEVELS, type Settings } from './settings';

export const CONFIG_FILE = '.ogireport.json';

export interface Config {
  readonly edition?: EditionSetting;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly ignores: readonly Ignore[];
}

export const NO_CONFIG: Config = { rules: {}, ignores: [] };

/** A content that is not understood as a whole: half of it would be settings that nobody chose. */
export class ConfigError extends Error {
  /** `path`: keys and indexes that lead to what is wrong; undefined: it is no JSON. */
  constructor(
    readonly words: Text,
    readonly path: readonly (string | number)[] | undefined = [],
  ) {
    super(words.en);
  }
}

/** `settings` as `config` has them for the file that its folder knows as `file`: it wins, for everybody who works in the folder. */
export function underConfig(settings: Settings, config: Config, file: string): Settings {
  return { ...settings, edition: config.edition ?? settings.edition, rules: { ...settings.rules, ...config.rules }, ignores: config.ignores.filter((ignore) => ignore.file === file) };
}

type Path = readonly (string | number)[];

/** Editors offer completion by it; it settles nothing. */
const SCHEMA = '$schema';

/** The settings in `text`. Throws a `ConfigError` that says what is wrong. */
export function readConfig(text: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const { message } = error as Error;
    throw new ConfigError({ zh: `不是 JSON（${message}）`, en: `it is no JSON (${message})` }, undefined);
  }
  if (!isObject(value)) throw new ConfigError({ zh: '应为一个对象，如 { "rules": { "glyph/padding": "off" } }', en: 'an object is expected, such as { "rules": { "glyph/padding": "off" } }' });
  const { edition, rules = {}, ignores = [], [SCHEMA]: _, ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new ConfigError({ zh: `没有设置项“${unknown}”，只有 edition、rules 和 ignores`, en: `there is no setting “${unknown}”, only edition, rules and ignores` }, [unknown]);
  if (!isObject(rules)) throw new ConfigError({ zh: 'rules 应为对象：规则编号 → 级别', en: 'rules is an object: rule id → level' }, ['rules']);
  if (!Array.isArray(ignores)) throw new ConfigError({ zh: 'ignores 应为数组', en: 'ignores is an array' }, ['ignores']);
  return {
    ...(edition === undefined ? {} : { edition: oneOf(['edition'], edition, ['auto', ...EDITIONS.map(({ id }) => id)]) }),
    rules: Object.fromEntries(Object.entries(rules).map(([id, level]) => [knownRule(id, ['rules', id]), oneOf(['rules', id], level, LEVELS)])),
    ignores: ignores.map(ignoreOf),
  };
}

function ignoreOf(value: unknown, index: number): Ignore {
  const place = `ignores[${index}]`;
  const at = (key: string): Path => ['ignores', index, key];
  if (!isObject(value)) throw new ConfigError({ zh: `${place} 应为对象`, en: `${place} is an object` }, ['ignores', index]);
  const { file, rule, fingerprint, reason, ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new ConfigError({ zh: `${place} 没有“${unknown}”一项`, en: `${place} has no property “${unknown}”` }, at(unknown));
  return {
    file: wordsIn(file, at('file')),
    rule: knownRule(wordsIn(rule, at('rule')), at('rule')),
    fingerprint: wordsIn(fingerprint, at('fingerprint')),
    reason: wordsIn(reason, at('reason')),
  };
}

/** A public document is not left wrong without anybody saying why: none of it may be blank. */
function wordsIn(value: unknown, path: Path): string {
  const place = `${path[0]}[${path[1]}].${path[2]}`;
  if (typeof value !== 'string' || value.trim() === '') throw new ConfigError({ zh: `${place} 应为文字，不能为空`, en: `${place} is a text, and not blank` }, path);
  return value;
}

function knownRule(id: string, path: Path): string {
  if (!ruleById(id)) throw new ConfigError({ zh: `没有规则“${id}”`, en: `there is no rule “${id}”` }, path);
  return id;
}

function oneOf<C extends string>(path: Path, value: unknown, choices: readonly C[]): C {
  const name = path.at(-1);
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) {
    const list = choices.join(', ');
    throw new ConfigError({ zh: `${name} 只能是 ${list}，不能是“${String(value)}”`, en: `${name} is one of ${list}, not “${String(value)}”` }, path);
  }
  return chosen;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
