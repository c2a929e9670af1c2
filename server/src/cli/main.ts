/** From arguments to an exit code. */
import { parseArgs } from 'node:util';
import { version } from '../../../package.json';
import type { Text } from '../text/span';
import { parse, UsageError } from './args';
import { check } from './check';
import type { Command, ExitCode } from './command';
import { extract } from './extract';
import { failure } from './failure';
import { fix } from './fix';
import { rules } from './rules';
import { localeOf, Terminal } from './terminal';

/** A new command is a new file, and an entry here. */
const COMMANDS: readonly Command[] = [check, extract, fix, rules];

export async function main(argv: readonly string[]): Promise<ExitCode> {
  // The language first: errors in the other arguments are told in it.
  const { values } = parseArgs({ args: [...argv], options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, strict: false });
  const terminal = new Terminal(localeOf(values['lang'], process.env));
  const command = COMMANDS.find(({ name }) => name === argv[0]);
  try {
    if (values['lang'] !== undefined && values['lang'] !== 'zh' && values['lang'] !== 'en') throw new UsageError({ zh: '--lang 只能是 zh 或 en', en: '--lang is zh or en' });
    if (!command) return await withoutCommand(argv, terminal);
    if (values['help'] === true) {
      await terminal.out(terminal.words(command.help));
      return 0;
    }
    const code = await command.run(argv.slice(1), terminal);
    await terminal.end();
    return code;
  } catch (error) {
    if (terminal.broken && error === terminal.broken) return withoutReader(terminal.broken, terminal);
    if (!(error instanceof UsageError)) throw error;
    const help = `ogi-report${command ? ` ${command.name}` : ''} --help`;
    terminal.note(`ogi-report: ${terminal.words(error.words)}\n${terminal.words({ zh: `用法见 ${help}`, en: `see ${help}` })}`);
    return 2;
  }
}

/** A reader that has seen enough (`ogi-report check … | head`) closes the pipe; that is no error. */
function withoutReader(error: NodeJS.ErrnoException, terminal: Terminal): ExitCode {
  if (error.code === 'EPIPE') return 0;
  terminal.tell(failure(terminal.words({ zh: '标准输出', en: 'standard output' }), error));
  return 2;
}

async function withoutCommand(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths: names } = parse(argv, { version: { type: 'boolean' } });
  const [name] = names;
  if (COMMANDS.some((command) => command.name === name)) throw new UsageError({ zh: `命令写在最前面：ogi-report ${name!} …`, en: `the command comes first: ogi-report ${name!} …` });
  if (name !== undefined) throw new UsageError({ zh: `没有命令“${name}”`, en: `there is no command “${name}”` });
  if (values.version) await terminal.out(`${version}\n`);
  else if (values.help) await terminal.out(terminal.words(HELP));
  else {
    terminal.note(terminal.words(HELP));
    return 2;
  }
  return 0;
}

const listOf = (language: keyof Text): string => COMMANDS.map(({ name, summary }) => `  ${name.padEnd(9)}${summary[language]}\n`).join('');

const HELP: Text = {
  zh: `用法：ogi-report 命令 [选项] [路径…]

检查政府信息公开工作年度报告：章节、表格、勾稽关系、异常字符。

命令：
${listOf('zh')}
选项：
  --lang zh|en   消息语言，默认随系统
  --version      显示版本
  -h, --help     显示本页；ogi-report 命令 --help 显示该命令的用法
`,
  en: `usage: ogi-report command [options] [path…]

Checks OGI annual reports (政府信息公开工作年度报告): sections, tables, sums, odd characters.

commands:
${listOf('en')}
options:
  --lang zh|en   language of messages; the system's by default
  --version      print the version
  -h, --help     this page; ogi-report command --help explains a command
`,
};
