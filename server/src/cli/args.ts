/** Reading arguments, strictly: what is not understood is said, never ignored. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LEVELS } from '../analysis/settings';
import { ruleById } from '../rules';
import type { Rule, Severity } from '../rules/rule';
import type { Text } from '../text/span';

/** A call that can't be carried out as it stands. */
export class UsageError extends Error {
  constructor(readonly words: Text) {
    super(words.en);
  }
}

/** An option as Node's parser takes it, with what the help says of it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** How its value is written in the help. */
  readonly value?: Text | string;
  readonly says: Text;
}

export type Options = Readonly<Record<string, Option>>;
type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O & typeof COMMON; allowPositionals: true; strict: true }>>['values'];

/** The options of every command. */
export const COMMON = {
  lang: { type: 'string', value: 'zh|en', says: { zh: '消息语言，默认随系统。', en: 'Language of messages; the system’s by default.' } },
  help: { type: 'boolean', short: 'h', says: { zh: '显示本页。', en: 'This page.' } },
} as const satisfies Options;

/** `argv` by `options`, with the common options beside them. Throws a `UsageError`. */
export function parse<const O extends Options>(argv: readonly string[], options: O): { readonly values: Values<O>; readonly paths: readonly string[] } {
  try {
    const config = { args: [...argv], options: { ...options, ...COMMON } as ParseArgsConfig['options'] & object, allowPositionals: true, strict: true } as const;
    const { values, positionals } = parseArgs(config);
    return { values: values as Values<O>, paths: positionals };
  } catch (error) {
    throw usageErrorOf(error as NodeJS.ErrnoException);
  }
}

function usageErrorOf({ code, message }: NodeJS.ErrnoException): UsageError {
  const option = /'(?:-\w, )?(-[^ '<]+)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      // A file may be called so.
      return new UsageError(option.startsWith('--') ? { zh: `没有选项 ${option}`, en: `unknown option ${option}` } : { zh: `没有选项 ${option}（以 - 开头的文件名写作 ./-…）`, en: `unknown option ${option} (a path that begins with - is written ./-…)` });
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      if (/does not take/.test(message)) return new UsageError({ zh: `选项 ${option} 不带值`, en: `${option} takes no value` });
      return new UsageError({ zh: `选项 ${option} 须有值（值以 - 开头时写作 --名称=值）`, en: `${option} needs a value (one that begins with - is written --NAME=VALUE)` });
    default:
      return new UsageError({ zh: `参数有误（${message}）`, en: message });
  }
}

/** The value of `--name`, one of `choices`; the first where it is not given. */
export function choice<const C extends string>(name: string, value: string | undefined, choices: readonly [C, ...C[]]): C {
  const chosen = value === undefined ? choices[0] : choices.find((candidate) => candidate === value);
  if (chosen === undefined) {
    const list = choices.join(', ');
    throw new UsageError({ zh: `--${name} 只能是 ${list}，不能是“${value!}”`, en: `--${name} is one of ${list}, not “${value!}”` });
  }
  return chosen;
}

/** The value of `--name`, a whole number from 1; undefined where it is not given. */
export function positive(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError({ zh: `--${name} 应为正整数，不能是“${value}”`, en: `--${name} is a whole number from 1, not “${value}”` });
  return Number(value);
}

/** The rule of that id; there must be one. */
export function ruleNamed(id: string): Rule {
  const rule = ruleById(id);
  if (!rule) throw new UsageError({ zh: `没有规则“${id}”（ogi-report rules 列出全部规则）`, en: `there is no rule “${id}” (ogi-report rules lists them all)` });
  return rule;
}

/** `table/blank-cell=off` → its two halves. */
export function ruleLevel(setting: string): readonly [string, Severity | 'off'] {
  const [name = '', level] = setting.split('=', 2);
  const { id } = ruleNamed(name);
  if (level === undefined) throw new UsageError({ zh: `--rule 应写作 规则=级别，例如 ${id}=off`, en: `--rule is written rule=level, for example ${id}=off` });
  return [id, choice(`rule ${id}`, level, LEVELS)];
}
