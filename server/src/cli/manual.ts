/** The page that `--help` prints, in the order of a manual page. Options are told where they are defined, so none is forgotten. */
import type { Text } from '../text/span';
import { COMMON, type Option, type Options } from './args';

export interface Manual {
  readonly name: string;
  readonly summary: Text;
  /** Calls, without `ogi-report` and the name. */
  readonly synopsis: readonly Text[];
  readonly description: Text;
  readonly options: Options;
  readonly status: Readonly<Record<string, Text>>;
  readonly examples: readonly Text[];
}

const SECTIONS = {
  name: { zh: '名称', en: 'NAME' },
  synopsis: { zh: '用法', en: 'SYNOPSIS' },
  description: { zh: '说明', en: 'DESCRIPTION' },
  options: { zh: '选项', en: 'OPTIONS' },
  status: { zh: '退出码', en: 'EXIT STATUS' },
  examples: { zh: '示例', en: 'EXAMPLES' },
} as const satisfies Readonly<Record<string, Text>>;

export const manual = (page: Manual): Text => ({ zh: pageIn('zh', page), en: pageIn('en', page) });

function pageIn(language: keyof Text, { name, summary, synopsis, description, options, status, examples }: Manual): string {
  const command = `ogi-report ${name}`.trimEnd();
  const section = (heading: Text, lines: readonly string[]): string => `${heading[language]}\n${lines.map((line) => indented(line, 2)).join('\n')}\n`;
  return [
    section(SECTIONS.name, [`${command} - ${summary[language]}`]),
    section(SECTIONS.synopsis, synopsis.map((call) => `${command} ${call[language]}`)),
    section(SECTIONS.description, [description[language].trimEnd()]),
    section(SECTIONS.options, Object.entries({ ...options, ...COMMON }).map(([long, option]) => optionIn(language, long, option))),
    section(SECTIONS.status, Object.entries(status).map(([code, says]) => `${code}  ${says[language]}`)),
    section(SECTIONS.examples, examples.map((example) => example[language])),
  ].join('\n');
}

function optionIn(language: keyof Text, long: string, { short, value, says }: Option): string {
  const written = value === undefined ? '' : ` ${typeof value === 'string' ? value : value[language]}`;
  return `${short === undefined ? '' : `-${short}, `}--${long}${written}\n${indented(says[language], 6)}`;
}

/** Every line of `text` moved to the right, blank ones aside. */
function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
