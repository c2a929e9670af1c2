/** `ogi-report import`: documents as texts, and many of them checked at once. */
import { existsSync } from 'node:fs';
import { choice, type Options, parse, positive, UsageError } from './args';
import type { Checked } from './checkJob';
import { checkedTogether } from './checkedTogether';
import type { Command, ExitCode } from './command';
import { CHECKING, configCall } from './config';
import { THREADS, threadsFor } from './crew';
import { reasonOf } from './failure';
import type { ImportedFile, ImportTask } from './importJob';
import { type Entry, listed, SELECTING, selectionOf } from './inputs';
import { manual } from './manual';
import { Parts } from './parts';
import { PLACING, targetsOf } from './targets';
import type { Terminal } from './terminal';
import { type Unit, unitTable } from './units';
import { type Limits, crewFor } from './worker';
import { exists, writeNew } from './written';

const OPTIONS = {
  ...PLACING,
  check: {
    type: 'boolean',
    says: {
      zh: '导入后一并检查，并列出每个单位的状态、错误数和警告数；文件夹中的 .ogi、.txt 报告也一并检查。',
      en: 'Check what was imported, and list state, errors and warnings of each unit; .ogi and .txt reports of folders are checked with them.',
    },
  },
  'json-output': {
    type: 'string',
    value: { zh: '文件', en: 'FILE' },
    says: { zh: '另将结果写成 NDJSON，每个文件一行，结构见 docs/schema/import.schema.json。', en: 'Write what came of each file as NDJSON too, described by docs/schema/import.schema.json.' },
  },
  timeout: { type: 'string', value: 'N', says: { zh: '一个文件最多处理 N 秒，默认 60；超过即放弃，其余照常。', en: 'Give up on a file after N seconds, 60 by default; the others go on.' } },
  'fail-on': { type: 'string', value: 'error|warning|never', says: { zh: '与 --check 同用：发现此级别及以上的问题时退出码为 1，默认 error。', en: 'With --check: exit with 1 where there are findings of this level or above; default error.' } },
  ...CHECKING,
  ...SELECTING,
  ...THREADS,
} as const satisfies Options;

const SUMMARY = { zh: '将 Word、PDF、网页、Excel 报告导入为文本', en: 'bring in Word, PDF, HTML and Excel reports as texts' };

/** What is taken of folders: what can be brought in, and what is told how it could be. */
const DOCUMENTS = '**/*.{docx,docm,pdf,html,htm,xhtml,xlsx,xlsm,csv,doc,wps,xls,et,rtf,odt,ofd,mht,mhtml}';
const DOCUMENTS_AND_TEXTS = DOCUMENTS.replace('{', '{ogi,txt,');
const SECONDS = 60;
/** For a thread, in megabytes. */
const MEMORY = 1024;

export const importCommand: Command = {
  name: 'import',
  summary: SUMMARY,
  help: manual({
    name: 'import',
    summary: SUMMARY,
    synopsis: [
      { zh: '[选项] 路径…', en: '[options] path…' },
      { zh: '--check -o 文件夹 [--json-output 文件] [选项] 路径…', en: '--check -o FOLDER [--json-output FILE] [options] path…' },
    ],
    description: {
      zh: `将 .docx、.pdf、.html、.xlsx、.csv 报告导入为文本：段落每段一行，表格每行一行。
PDF 的表格按文字和框线在页面上的位置还原。异常字符保持原样，供检查发现。
未能导入的内容（图片、脚注、批注、修订等）逐项说明。旧版 .doc、.wps、.xls，扫描件和有密码的文件不导入，并说明怎样处理。

单个文件的文本写到标准输出；文件夹或多个文件写到来源旁的 .ogi 文件。用 -o 指定其他位置。绝不覆盖已有的文件，除非 --force。
每个文件在独立的线程中处理，限时、限内存：任何文件都不会使其余文件停下。`,
      en: `Brings .docx, .pdf, .html, .xlsx and .csv reports in as texts: a paragraph a line, a table row a line.
Tables of PDF files are rebuilt from where words and lines stand on the page. Odd characters stay as they are, for the check to see.
What could not come along (images, footnotes, comments, tracked changes) is told. Old .doc, .wps and .xls files, scans and files with
a password are refused, with what to do instead.

The text of a single file goes to standard output, those of folders or several files to .ogi files beside them; -o says where else.
Files that exist are never overwritten without --force. Every file is dealt with in a thread with limits of time and memory:
none can stop the others.`,
    },
    options: OPTIONS,
    status: {
      0: { zh: '成功', en: 'done' },
      1: { zh: '--check 发现了达到 --fail-on 级别的问题', en: '--check found something at or above --fail-on' },
      2: { zh: '用法有误，或有文件未能导入、写入（其余照常）', en: 'a wrong call, or a file that couldn’t be imported or written (the others are)' },
    },
    examples: [
      { zh: 'ogi-report import 报告.docx > 报告.ogi', en: 'ogi-report import report.docx > report.ogi' },
      { zh: 'ogi-report import 报告.pdf | ogi-report check -', en: 'ogi-report import report.pdf | ogi-report check -' },
      { zh: 'ogi-report import --check -o 文本/ --json-output 结果.ndjson 2024/', en: 'ogi-report import --check -o texts/ --json-output result.ndjson 2024/' },
    ],
  }),
  async run(argv, terminal) {
    const { values, paths } = parse(argv, OPTIONS);
    const failOn = choice('fail-on', values['fail-on'], ['error', 'warning', 'never']);
    const jobs = positive('jobs', values.jobs);
    const limits: Limits = { patience: 1000 * (positive('timeout', values.timeout) ?? SECONDS), memory: MEMORY };
    const selection = selectionOf(values, paths);
    const check = values.check ?? false;
    const force = values.force ?? false;
    const records = recordsPath(values['json-output'], force);
    const config = configCall(values, terminal.locale);
    const entries = await all(await listed(selection, check ? DOCUMENTS_AND_TEXTS : DOCUMENTS));
    const texts = check ? entries.filter(isText) : [];
    const sources = entries.filter((entry) => !texts.includes(entry));
    const toStdout = values.output === undefined && !check && entries.length === 1 && paths.length === 1 && entries[0]!.named;
    const targets = targetsOf(sources, { paths, output: toStdout ? '-' : values.output, extension: '.ogi' });
    const tasks = sources.map((entry, i): ImportTask => ({ entry, target: targets[i]! }));
    const files = await imported(tasks, force, jobs, limits, terminal, !check);
    if (!check) {
      const written = writeRecords(records, files.map((file) => recordOf(file, undefined, terminal)), force, terminal);
      return written && files.every(({ error }) => !error) ? 0 : 2;
    }
    const units = await checked(entries, new Map(files.map((file) => [file.path, file])), config, jobs, limits, terminal);
    await terminal.out(unitTable(units.map(({ unit }) => unit), terminal));
    const written = writeRecords(records, units.map(({ unit, file, record }) => recordOf(file ?? { path: unit.path, losses: [], ...(unit.error && { error: unit.error }) }, record, terminal)), force, terminal);
    return written ? exitCode(units.map(({ unit }) => unit), failOn) : 2;
  },
};

async function all({ entries }: Awaited<ReturnType<typeof listed>>): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const some of entries) found.push(...some);
  return found;
}

/** Already what would be made of it. */
const isText = ({ path, stdin }: Entry): boolean => !stdin && /\.(?:ogi|txt)$/i.test(path);

/** Brings the files in, one after another told as it went. */
async function imported(tasks: readonly ImportTask[], force: boolean, jobs: number | undefined, limits: Limits, terminal: Terminal, telling: boolean): Promise<ImportedFile[]> {
  const crew = crewFor('import', { force }, threadsFor(tasks.length * WORTH, jobs), limits);
  const files: ImportedFile[] = [];
  try {
    // One by one: documents differ a thousandfold in what they cost.
    for await (const { text, ...file } of crew.results(tasks.map((task) => [task]), 'asked')) {
      files.push(file);
      if (file.error && telling) terminal.tell({ path: file.path, reason: file.error });
      if (file.skipped && telling) terminal.tell({ path: file.path, reason: { zh: '不是年度报告，未写入', en: 'no annual report, not written' } });
      if (telling) for (const reason of file.losses) terminal.tell({ path: file.path, reason });
      if (text !== undefined) await terminal.out(text);
      terminal.progress(() => terminal.words({ zh: `已导入 ${files.length}/${tasks.length} 个文件`, en: `${files.length}/${tasks.length} files imported` }));
    }
  } finally {
    await crew.close();
  }
  return files;
}

/** A document costs as much as so many texts. */
const WORTH = 16;

interface Outcome {
  readonly unit: Unit;
  readonly file: ImportedFile | undefined;
  /** As `check --format ndjson` has it. */
  readonly record: CheckRecord | undefined;
}

interface CheckRecord {
  readonly reports: Unit['reports'];
}

/** Checks the texts that were made, and those that were there, all held against each other. */
async function checked(entries: readonly Entry[], files: ReadonlyMap<string, ImportedFile>, config: ReturnType<typeof configCall>, jobs: number | undefined, limits: Limits, terminal: Terminal): Promise<Outcome[]> {
  const placed = entries.map((entry) => {
    const file = files.get(entry.path);
    return { entry, file, text: file ? file.written && { path: file.written, named: true } : entry };
  });
  const texts = placed.flatMap(({ text }) => (text ? [text] : []));
  const { locale, styled } = terminal;
  const crew = crewFor('check', { config, format: 'ndjson', failing: [], limit: Infinity, voice: { locale, styled } }, threadsFor(texts.length, jobs), limits);
  const parts = new Parts();
  const results: Checked[] = [];
  try {
    for await (const own of checkedTogether({ size: texts.length, entries: batched(texts) }, crew, terminal, parts)) results.push(own);
  } finally {
    parts.close();
    await crew.close();
  }
  let next = 0;
  return placed.map(({ entry: { path }, file, text }): Outcome => {
    const result = text ? results[next++] : undefined;
    const record = result && result.part !== '' ? (JSON.parse(result.part) as CheckRecord) : undefined;
    const error = file?.error ?? result?.error;
    const state = file?.skipped || result?.skipped ? 'notReport' : file?.error || (result && !result.counts) ? 'failed' : 'checked';
    return { file, record, unit: { path, state, reports: record?.reports ?? [], losses: file?.losses.length ?? 0, ...(error && { error }), ...(result?.counts && { counts: result.counts }) } };
  });
}

const TOGETHER = 16;

function* batched(entries: readonly Entry[]): Generator<readonly Entry[]> {
  for (let from = 0; from < entries.length; from += TOGETHER) yield entries.slice(from, from + TOGETHER);
}

/** What is written of a file for programs. */
function recordOf({ path, error, skipped, written, losses }: ImportedFile, check: CheckRecord | undefined, terminal: Terminal): object {
  return {
    file: path,
    ...(written !== undefined && { text: written }),
    ...(error && { error: terminal.words(error) }),
    ...(skipped && { notReport: true }),
    ...(losses.length > 0 && { losses: losses.map((loss) => terminal.words(loss)) }),
    ...(check && { check }),
  };
}

/** Where records go, refused before any work where it is certain that they can't. */
function recordsPath(path: string | undefined, force: boolean): string | undefined {
  if (path === '-') throw new UsageError({ zh: '--json-output 应为文件：标准输出已作他用', en: '--json-output takes a file: standard output has other things to say' });
  if (path !== undefined && !force && existsSync(path)) throw new UsageError(exists(path));
  return path;
}

/** Whether the records are where they belong; that they are not is told. */
function writeRecords(path: string | undefined, records: readonly object[], force: boolean, terminal: Terminal): boolean {
  if (path === undefined) return true;
  try {
    writeNew(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''), force);
    return true;
  } catch (error) {
    terminal.note(`ogi-report: ${terminal.words(reasonOf(error))}`);
    return false;
  }
}

function exitCode(units: readonly Unit[], failOn: 'error' | 'warning' | 'never'): ExitCode {
  if (units.some(({ error }) => error)) return 2;
  const failing = units.some(({ counts }) => counts && (failOn !== 'never' && counts.bySeverity.error > 0 || (failOn === 'warning' && counts.bySeverity.warning > 0)));
  return failing ? 1 : 0;
}
