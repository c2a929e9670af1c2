/** `--config F`: how reports are checked, in a JSON file that a team keeps beside its reports. */
import { readFile } from 'node:fs/promises';
import { LEVELS } from '../analysis/settings';
import { EDITIONS } from '../editions';
import { choice, type Config, ruleNamed, UsageError } from './args';
import { failure } from './failure';

/** The settings in `file`, none without one. Throws a `UsageError` that names the file and what is wrong in it. */
export async function readConfig(file: string | undefined): Promise<Config> {
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const { reason } = failure(file, error);
    throw new UsageError({ zh: `${file}：${reason.zh}`, en: `${file}: ${reason.en}` });
  });
  try {
    return configOf(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError({ zh: `${file}：${error.words.zh}`, en: `${file}: ${error.words.en}` });
    throw new UsageError({ zh: `${file} 不是 JSON（${(error as Error).message}）`, en: `${file} is no JSON (${(error as Error).message})` });
  }
}

function configOf(value: unknown): Config {
  if (!isObject(value)) throw new UsageError({ zh: '应为一个对象，如 { "rules": { "glyph/padding": "off" } }', en: 'an object is expected, such as { "rules": { "glyph/padding": "off" } }' });
  const { edition, rules, ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new UsageError({ zh: `没有设置项“${unknown}”，只有 edition 和 rules`, en: `there is no setting “${unknown}”, only edition and rules` });
  if (rules !== undefined && !isObject(rules)) throw new UsageError({ zh: 'rules 应为对象：规则编号 → 级别', en: 'rules is an object: rule id → level' });
  return {
    ...(edition === undefined ? {} : { edition: choice('edition', String(edition), ['auto', ...EDITIONS.map(({ id }) => id)]) }),
    rules: Object.fromEntries(Object.entries(rules ?? {}).map(([id, level]) => [ruleNamed(id).id, choice(`rule ${id}`, String(level), LEVELS)])),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
