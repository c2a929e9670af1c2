/** From arguments to an exit code. */
import { parseArgs } from 'node:util';
import { version } from '../../../package.json';
import type { Text } from '../text/span';
import { type Options, parse, UsageError } from './args';
import { check } from './check';
import type { Command, ExitCode } from './command';
import { exportCommand } from './export';
import { extract } from './extract';
import { failure } from './failure';
import { fix } from './fix';
import { format } from './format';
import { importCommand } from './import';
import { manual } from './manual';
import { rules } from './rules';
import { localeOf, Terminal } from './terminal';

/** A new command is a new file, and an entry here. */
const COMMANDS: readonly Command[] = [check, extract, fix, format, importCommand, exportCommand, rules];

export async function main(argv: readonly string[]): Promise<ExitCode> {
  // The language first: errors in the other arguments are told in it.
  const { values, tokens } = parseArgs({ args: [...argv], options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, strict: false, tokens: true });
  // By itself: a file may be called `-hope.ogi`.
  const asksForHelp = tokens.some((token) => token.kind === 'option' && token.name === 'help' && /^(?:-h|--help)$/.test(argv[token.index]!));
  const terminal = new Terminal(localeOf(values['lang'], process.env));
  const command = COMMANDS.find(({ name }) => name === argv[0]);
  let code: ExitCode = 0;
  try {
    if (values['lang'] !== undefined && values['lang'] !== 'zh' && values['lang'] !== 'en') throw new UsageError({ zh: '--lang 只能是 zh 或 en', en: '--lang is zh or en' });
    if (!command) return await withoutCommand(argv, terminal);
    if (asksForHelp) {
      await terminal.out(terminal.words(command.help));
      return 0;
    }
    code = await command.run(argv.slice(1), terminal);
    await terminal.end();
    return code;
  } catch (error) {
    if (terminal.broken && error === terminal.broken) return withoutReader(terminal.broken, terminal, code);
    if (!(error instanceof UsageError)) throw error;
    const help = `ogi-report${command ? ` ${command.name}` : ''} --help`;
    terminal.note(`ogi-report: ${terminal.words(error.words)}\n${terminal.words({ zh: `用法见 ${help}`, en: `see ${help}` })}`);
    return 2;
  }
}

/** A reader that has seen enough (`ogi-report check … | head`) closes the pipe; that is no error. */
function withoutReader(error: NodeJS.ErrnoException, terminal: Terminal, code: ExitCode): ExitCode {
  if (error.code === 'EPIPE') return code;
  terminal.tell(failure(terminal.words({ zh: '标准输出', en: 'standard output' }), error));
  return 2;
}

const VERSION = { version: { type: 'boolean', says: { zh: '显示版本。', en: 'Print the version.' } } } as const satisfies Options;

async function withoutCommand(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, paths: names } = parse(argv, VERSION);
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

const listOf = (language: keyof Text): string => COMMANDS.map(({ name, summary }) => `${name.padEnd(9)}${summary[language]}\n`).join('');

const HELP = manual({
  name: '',
  summary: { zh: '检查政府信息公开工作年度报告', en: 'check OGI annual reports (政府信息公开工作年度报告)' },
  synopsis: [{ zh: '命令 [选项] [路径…]', en: 'command [options] [path…]' }],
  description: {
    zh: `检查各部分、表格、勾稽关系、异常字符。命令：\n\n${listOf('zh')}\nogi-report 命令 --help 显示该命令的用法。`,
    en: `Checks sections, tables, sums, odd characters. The commands:\n\n${listOf('en')}\nogi-report command --help explains a command.`,
  },
  options: VERSION,
  status: {
    0: { zh: '成功；check 没有发现达到 --fail-on 级别的问题', en: 'done; check found nothing at or above --fail-on' },
    1: { zh: 'check 发现了这样的问题；format、export 有表格保持原样', en: 'check found something; format or export left a table as it is' },
    2: { zh: '用法有误，或有文件无法读写', en: 'a wrong call, or a file that couldn’t be read or written' },
  },
  examples: [{ zh: 'ogi-report check 2024/', en: 'ogi-report check 2024/' }],
});
