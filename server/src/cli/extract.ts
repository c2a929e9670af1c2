/** `ogi-report extract`: the reports as data, one line each. */
import { choice, type Options, parse, positive } from './args';
import type { Command } from './command';
import { configCall, READING } from './config';
import { THREADS, threadsFor } from './crew';
import { csvHead } from './formats/csv';
import { listed, SELECTING, selectionOf } from './inputs';
import { manual } from './manual';
import { crewFor } from './worker';

const OPTIONS = {
  format: {
    type: 'string',
    value: 'json|csv',
    says: {
      zh: '输出格式，默认 json：每份报告一行 JSON（NDJSON），结构见 docs/schema/extract.schema.json。\ncsv 每份报告一行，每个单元格一列（如 requests.received.total），带字节顺序标记，Excel 可直接打开。',
      en: 'Default json: one JSON object a line (NDJSON), described by docs/schema/extract.schema.json. csv is a row a report with a\ncolumn for every cell (such as requests.received.total), with a byte order mark so that Excel reads it.',
    },
  },
  ...READING,
  ...SELECTING,
  ...THREADS,
} as const satisfies Options;

const SUMMARY = { zh: '提取报告内容和三张表的数据', en: 'print reports and their three tables as data' };

export const extract: Command = {
  name: 'extract',
  summary: SUMMARY,
  help: manual({
    name: 'extract',
    summary: SUMMARY,
    synopsis: [
      { zh: '[选项] 路径…', en: '[options] path…' },
      { zh: '[选项] --files-from 文件 [-0]', en: '[options] --files-from FILE [-0]' },
    ],
    description: {
      zh: `提取报告的标题、机关、年度、各部分和三张表的数据，每份报告一行。
路径与 ogi-report check 相同：文件、文件夹、通配符，或 - 表示标准输入。

数字的单元格为该数字；空白和 / — 无 等为 null（CSV 中为空）；
其他内容也为 null，原文放在 text 中；
无法确定的行和表不出现，原因见 unreadable。不作猜测，也不改数。`,
      en: `Prints title, agency, fiscal year, sections and the three tables of reports, a line each.
Paths are those of ogi-report check: files, folders, globs, or - for standard input.

A cell with a number is that number; a blank, or one with / — 无, is null (nothing in CSV);
any other content is null too, with its words kept in text;
rows and tables that can’t be read with certainty are absent, and unreadable says why. Nothing is guessed.`,
    },
    options: OPTIONS,
    status: {
      0: { zh: '成功', en: 'done' },
      2: { zh: '用法有误，或有文件无法读取（其余照常提取）', en: 'a wrong call, or a file that couldn’t be read (the others are printed)' },
    },
    examples: [
      { zh: "ogi-report extract 2024/ | jq -r '[.agency, .tables.requests.received.total] | @csv'", en: "ogi-report extract 2024/ | jq -r '[.agency, .tables.requests.received.total] | @csv'" },
      { zh: 'ogi-report extract --format csv 2024/ > 2024.csv', en: 'ogi-report extract --format csv 2024/ > 2024.csv' },
    ],
  }),
  async run(argv, terminal) {
    const { values, paths } = parse(argv, OPTIONS);
    const format = choice('format', values.format, ['json', 'csv']);
    const jobs = positive('jobs', values.jobs);
    const { entries, size } = await listed(selectionOf(values, paths));
    const { locale, styled } = terminal;
    const crew = crewFor('extract', { config: configCall(values, locale), format, voice: { locale, styled } }, threadsFor(size, jobs));
    let count = 0;
    let failed = false;
    try {
      if (format === 'csv') await terminal.out(csvHead());
      for await (const { path, part, error, empty, remarks = [] } of crew.results(entries, 'asked')) {
        for (const reason of error ? [error] : remarks) terminal.tell({ path, reason });
        if (empty) terminal.tell({ path, reason: { zh: '其中没有年度报告', en: 'holds no report' } });
        failed ||= error !== undefined;
        await terminal.out(part);
        count++;
        terminal.progress(() => terminal.words({ zh: `已读取 ${count}${size === undefined ? '' : `/${size}`} 个文件`, en: `${count}${size === undefined ? '' : `/${size}`} files read` }));
      }
    } finally {
      await crew.close();
    }
    return failed ? 2 : 0;
  },
};
