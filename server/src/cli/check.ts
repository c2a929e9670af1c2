/** `ogi-report check`: findings, and an exit code for scripts. */
import type { Severity } from '../rules/rule';
import { choice, type Options, parse, positive } from './args';
import type { Checked } from './checkJob';
import { byThemselves, type CheckCrew, checkedTogether, progress } from './checkedTogether';
import type { Command, ExitCode } from './command';
import { CHECKING, configCall } from './config';
import { THREADS, threadsFor } from './crew';
import type { Failure } from './failure';
import { FORMATS, type FormatName } from './formats';
import type { Format, Totals } from './formats/format';
import { listed, type Listing, SELECTING, selectionOf } from './inputs';
import { manual } from './manual';
import { Parts } from './parts';
import type { Terminal } from './terminal';
import { crewFor } from './worker';

/** Which findings fail a run. */
const FAILING: Readonly<Record<'error' | 'warning' | 'never', readonly Severity[]>> = { error: ['error'], warning: ['error', 'warning'], never: [] };

const OPTIONS = {
  format: {
    type: 'string',
    value: 'text|json|ndjson|sarif|github|junit',
    says: {
      zh: [
        '输出格式，默认 text。',
        'json 的结构见 docs/schema/check.schema.json；ndjson 每个文件一行，随查随写，各文件单独检查，不相互对照；',
        'sarif 为 SARIF 2.1.0；github 为 GitHub Actions 的标注；junit 为 JUnit XML，达到 --fail-on 级别的问题记为失败。',
      ].join('\n'),
      en: [
        'Default text. docs/schema/check.schema.json describes json. ndjson is a line a file, written as soon as it is done;',
        'every file is then checked by itself and held against no other. sarif is SARIF 2.1.0, github annotations of GitHub',
        'Actions, junit JUnit XML in which the findings at or above --fail-on are failures.',
      ].join('\n'),
    },
  },
  'fail-on': {
    type: 'string',
    value: 'error|warning|never',
    says: { zh: '发现此级别及以上的问题时退出码为 1，默认 error。', en: 'Exit with 1 where there are findings of this level or above; default error.' },
  },
  'max-problems': {
    type: 'string',
    value: 'N',
    says: { zh: '每个文件最多列出 N 个问题，其余只计数；默认不限。', en: 'List at most N findings a file and count the rest; no limit by default.' },
  },
  ...CHECKING,
  ...SELECTING,
  ...THREADS,
} as const satisfies Options;

const SUMMARY = { zh: '检查报告，列出问题', en: 'check reports and list what is wrong' };

export const check: Command = {
  name: 'check',
  summary: SUMMARY,
  help: manual({
    name: 'check',
    summary: SUMMARY,
    synopsis: [
      { zh: '[选项] 路径…', en: '[options] path…' },
      { zh: '[选项] --stdin [--stdin-filename 名称]', en: '[options] --stdin [--stdin-filename NAME]' },
      { zh: '[选项] --files-from 文件 [-0]', en: '[options] --files-from FILE [-0]' },
    ],
    description: {
      zh: `检查政府信息公开工作年度报告，每个问题一行。路径可以是：

文件        按报告检查，不论内容
文件夹      检查其中全部 .ogi 文件，以及内容是年度报告的 .txt 文件；其余跳过并计数
通配符      如 '2024/**/*.txt'（加引号）；匹配的文件都检查
-           从标准输入读取

文本应为 UTF-8，或带字节顺序标记的 UTF-16；能确定是 GB18030（GBK）或没有标记的 UTF-16 的也读取，并告知。文件夹和通配符不跟随符号链接。
一次检查的全部文件互相对照：同一机关上下两年的报告（上年结转、现行有效件数等），与文件名无关。
文件多时用全部处理器同时检查，结果按文件的顺序写出。`,
      en: `Checks OGI annual reports (政府信息公开工作年度报告), one line for each finding. A path is:

a file      checked as a report, whatever it holds
a folder    all its .ogi files, and .txt files whose content is a report; others are skipped and counted
a glob      such as '2024/**/*.txt' (in quotes); every match is checked
-           standard input

Texts are UTF-8, or UTF-16 with a byte order mark; what is GB18030 (GBK), or UTF-16 without a mark, for certain is read too, and that is told. Folders and
globs don’t follow symbolic links.
All files of a call are held against each other: the reports of an agency for one year and the next (requests carried over,
documents in force and more), whatever the files are called.
Many files are checked on all processors at once; what is found is written in the order of the files.`,
    },
    options: OPTIONS,
    status: {
      0: { zh: '没有达到 --fail-on 级别的问题', en: 'nothing at or above --fail-on' },
      1: { zh: '有这样的问题', en: 'findings at or above it' },
      2: { zh: '用法有误，或有文件无法读取（其余文件照常检查）', en: 'a wrong call, or a file that couldn’t be read (the others are checked)' },
    },
    examples: [
      { zh: 'ogi-report check 报告.txt', en: 'ogi-report check report.txt' },
      { zh: 'ogi-report check --format json --fail-on never 2024/ > 结果.json', en: 'ogi-report check --format json --fail-on never 2024/ > result.json' },
      { zh: 'pdftotext -layout 报告.pdf - | ogi-report check --stdin-filename 报告.txt', en: 'pdftotext -layout report.pdf - | ogi-report check --stdin-filename report.txt' },
      { zh: 'find 2024 -name "*.txt" -print0 | ogi-report check --files-from - -0 --format ndjson', en: 'find 2024 -name "*.txt" -print0 | ogi-report check --files-from - -0 --format ndjson' },
    ],
  }),
  async run(argv, terminal) {
    const { values, paths } = parse(argv, OPTIONS);
    const format = choice('format', values.format, Object.keys(FORMATS) as [FormatName, ...FormatName[]]);
    const failing = FAILING[choice('fail-on', values['fail-on'], ['error', 'warning', 'never'])];
    const limit = positive('max-problems', values['max-problems']) ?? Infinity;
    const jobs = positive('jobs', values.jobs);
    const selection = selectionOf(values, paths);
    const { locale, styled } = terminal;
    const request = { config: configCall(values, locale), format, failing, limit, voice: { locale, styled } };
    const listing = await listed(selection);
    const crew = crewFor('check', request, threadsFor(listing.size, jobs));
    const parts = new Parts();
    const output = new Output(FORMATS[format]({ voice: terminal, failing }), terminal);
    try {
      if (format === 'ndjson') await checkEach(listing, crew, output, terminal);
      else for await (const checked of checkedTogether(listing, crew, terminal, parts)) await output.add(checked);
    } finally {
      parts.close();
      await crew.close();
    }
    return exitCode(await output.end(), failing);
  },
};

/** Files as they are done. */
async function checkEach({ entries, size }: Listing, crew: CheckCrew, output: Output, terminal: Terminal): Promise<void> {
  let count = 0;
  for await (const results of crew.results(byThemselves(entries, 'check'), 'done')) {
    for (const result of results) await output.add(result);
    count += results.length;
    terminal.progress(() => progress(terminal, count, size));
  }
}

/** The parts of the files put together, and what they add up to. */
class Output {
  readonly #totals = { files: 0, reports: 0, bySeverity: { error: 0, warning: 0, information: 0, hint: 0 }, fixable: 0, ignored: 0, skipped: 0, failures: [] as Failure[] };
  #wrote = false;

  constructor(
    private readonly format: Format,
    private readonly terminal: Terminal,
  ) {}

  async add({ path, part, error, skipped, counts, remarks }: Checked): Promise<void> {
    const totals = this.#totals;
    if (skipped) totals.skipped++;
    if (error) {
      totals.failures.push({ path, reason: error });
      this.terminal.tell({ path, reason: error });
    }
    for (const reason of remarks) this.terminal.tell({ path, reason });
    if (counts) {
      totals.files++;
      totals.reports += counts.reports;
      totals.fixable += counts.fixable;
      totals.ignored += counts.ignored;
      for (const severity of ['error', 'warning', 'information', 'hint'] as const) totals.bySeverity[severity] += counts.bySeverity[severity];
    }
    if (part !== '') await this.#write(part);
  }

  async end(): Promise<Totals> {
    const { head, end } = this.format;
    await this.terminal.out((this.#wrote ? '' : head) + end(this.#totals));
    return this.#totals;
  }

  async #write(part: string): Promise<void> {
    const { head, between } = this.format;
    await this.terminal.out((this.#wrote ? between : head) + part);
    this.#wrote = true;
  }
}

function exitCode({ failures, bySeverity }: Totals, failing: readonly Severity[]): ExitCode {
  if (failures.length > 0) return 2;
  return failing.some((severity) => bySeverity[severity] > 0) ? 1 : 0;
}
