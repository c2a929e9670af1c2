/** `ogi-report check`: findings, and an exit code for scripts. */
import type { Analysis, Diagnostic } from '../analysis/analyse';
import type { Settings } from '../analysis/settings';
import type { Text } from '../text/span';
import { CHECKING, choice, parse, positive, required, settingsOf } from './args';
import { readConfig } from './config';
import type { Command, ExitCode } from './command';
import type { Failure } from './failure';
import type { FileResult, Format, Totals } from './formats/format';
import { jsonFormat } from './formats/json';
import { textFormat } from './formats/text';
import { inputsOf, type Source } from './inputs';
import { rangesIn } from './positions';
import type { Terminal } from './terminal';

const FORMATS: Readonly<Record<'text' | 'json', (terminal: Terminal) => Format>> = { text: textFormat, json: jsonFormat };

/** Which findings fail a run. */
const FAILING: Readonly<Record<'error' | 'warning' | 'never', readonly Diagnostic['severity'][]>> = { error: ['error'], warning: ['error', 'warning'], never: [] };

export const check: Command = {
  name: 'check',
  summary: { zh: '检查报告，列出问题', en: 'check reports and list what is wrong' },
  help: {
    zh: `用法：ogi-report check [选项] 路径…

检查政府信息公开工作年度报告，每个问题一行。

路径：
  文件        按报告检查，不论内容
  文件夹      检查其中全部 .ogi 文件，以及内容是年度报告的 .txt 文件；其余跳过并计数
  通配符      如 '2024/**/*.txt'（加引号）；匹配的文件都检查
  -           从标准输入读取
  文本应为 UTF-8，或带字节顺序标记的 UTF-16。文件夹和通配符不跟随符号链接。

选项：
  --format text|json           输出格式，默认 text。json 的结构见 docs/schema/check.schema.json
  --fail-on error|warning|never
                               发现此级别及以上的问题时退出码为 1，默认 error
  --edition auto|2019|2021     按哪一版格式检查，默认 auto（由年度和表格判断）
  --config 文件                取 JSON 文件中的设置，如 { "edition": "2021", "rules": { "glyph/padding": "off" } }；
                               命令行选项优先
  --rule 规则=级别             改变一条规则的级别：error、warning、information、hint、off；可多次使用
  --max-problems N             每个文件最多列出 N 个问题，其余只计数；默认不限
  --lang zh|en                 消息语言，默认随系统
  -h, --help                   显示本页

退出码：
  0  没有达到 --fail-on 级别的问题
  1  有这样的问题
  2  用法有误，或有文件无法读取（其余文件照常检查）

例：
  ogi-report check 报告.txt
  ogi-report check --format json --fail-on never 2024/ > 结果.json
  pdftotext -layout 报告.pdf - | ogi-report check -
`,
    en: `usage: ogi-report check [options] path…

Checks OGI annual reports (政府信息公开工作年度报告), one line for each finding.

paths:
  a file      is checked as a report, whatever it holds
  a folder    all its .ogi files, and .txt files whose content is a report; others are skipped and counted
  a glob      such as '2024/**/*.txt' (in quotes); every match is checked
  -           reads standard input
  Texts are UTF-8, or UTF-16 with a byte order mark. Folders and globs don't follow symbolic links.

options:
  --format text|json           default text; docs/schema/check.schema.json describes json
  --fail-on error|warning|never
                               exit with 1 where there are findings of this level or above; default error
  --edition auto|2019|2021     the form to check against; default auto (by year and tables)
  --config FILE                settings from a JSON file, such as { "edition": "2021", "rules": { "glyph/padding": "off" } };
                               options of the call win over it
  --rule ID=LEVEL              set the level of a rule: error, warning, information, hint, off; may be repeated
  --max-problems N             list at most N findings a file and count the rest; no limit by default
  --lang zh|en                 language of messages; the system's by default
  -h, --help                   this page

exit codes:
  0  nothing at or above --fail-on
  1  findings at or above it
  2  a wrong call, or a file that couldn't be read (the others are checked)

examples:
  ogi-report check report.txt
  ogi-report check --format json --fail-on never 2024/ > result.json
  pdftotext -layout report.pdf - | ogi-report check -
`,
  },
  async run(argv, terminal) {
    const { values, paths } = parse(argv, { ...CHECKING, format: { type: 'string' }, 'fail-on': { type: 'string' }, 'max-problems': { type: 'string' } });
    const format = FORMATS[choice('format', values.format, ['text', 'json'])](terminal);
    const failing = FAILING[choice('fail-on', values['fail-on'], ['error', 'warning', 'never'])];
    const limit = positive('max-problems', values['max-problems']) ?? Infinity;
    const totals = await checkAll(required(paths), settingsOf(values, terminal.locale, await readConfig(values.config)), limit, format, terminal);
    return exitCode(totals, failing);
  },
};

/** Totals while they are being counted. */
type Counts = { -readonly [name in keyof Totals]: Totals[name] };

async function checkAll(paths: readonly string[], settings: Settings, limit: number, format: Format, terminal: Terminal): Promise<Totals> {
  const totals: Counts = { files: 0, reports: 0, bySeverity: { error: 0, warning: 0, information: 0, hint: 0 }, fixable: 0, skipped: 0, failed: 0 };
  for await (const input of inputsOf(paths, settings)) {
    if (input.kind === 'skipped') {
      totals.skipped++;
      continue;
    }
    const result = input.kind === 'source' ? checked(input.source, limit) : unread(input.failure);
    if (result.error) {
      totals.failed++;
      terminal.tell({ path: result.path, reason: result.error });
    }
    if (input.kind === 'source') count(totals, input.source.analysis);
    await format.file(result);
  }
  await format.end(totals);
  return totals;
}

function count(totals: Counts, { reports, diagnostics }: Analysis): void {
  totals.files++;
  totals.reports += reports.length;
  for (const { severity, fixes } of diagnostics) {
    totals.bySeverity[severity]++;
    if (fixes.some(({ safety }) => safety === 'safe')) totals.fixable++;
  }
}

function checked({ path, text, analysis }: Source, limit: number): FileResult {
  const error = incomplete(analysis);
  return {
    path,
    ...(error && { error }),
    reports: analysis.reports,
    diagnostics: analysis.diagnostics.slice(0, limit),
    omitted: Math.max(0, analysis.found - limit),
    rangeOf: rangesIn(text),
  };
}

/** A rule that failed must not look like a rule that found nothing. */
function incomplete({ failedRules }: Analysis): Text | undefined {
  if (failedRules.length === 0) return undefined;
  const list = failedRules.map(({ rule, error }) => `${rule} (${error.message})`).join(', ');
  return { zh: `部分规则出错，未能检查：${list}`, en: `not checked by rules that failed: ${list}` };
}

function unread({ path, reason }: Failure): FileResult {
  return { path, error: reason, reports: [], diagnostics: [], omitted: 0, rangeOf: rangesIn('') };
}

function exitCode({ failed, bySeverity }: Totals, failing: readonly Diagnostic['severity'][]): ExitCode {
  if (failed > 0) return 2;
  return failing.some((severity) => bySeverity[severity] > 0) ? 1 : 0;
}
