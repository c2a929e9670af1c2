/** `ogi-report export`: texts as Word documents, web pages and sheets in the official form. */
import type { Exported } from '../documents/export';
import { choice, type Options, parse } from './args';
import type { Command } from './command';
import { configCall, Configs, READING } from './config';
import { failure } from './failure';
import { type Entry, listed, read, SELECTING, selectionOf } from './inputs';
import { manual } from './manual';
import { PLACING, type Target, targetsOf } from './targets';
import type { Terminal } from './terminal';
import { writeNew } from './written';

const FORMATS = ['docx', 'html', 'csv'] as const;

const OPTIONS = {
  format: {
    type: 'string',
    value: FORMATS.join('|'),
    says: { zh: '导出的格式，默认 docx：docx 为 Word 文档，html 为网页，csv 为 Excel 可打开的表。', en: 'What to make, docx by default: a Word document, html: a web page, csv: a sheet that Excel opens.' },
  },
  ...PLACING,
  ...READING,
  ...SELECTING,
} as const satisfies Options;

const SUMMARY = { zh: '将报告导出为 Word 文档、网页或表格', en: 'send reports out as Word documents, web pages or sheets' };

export const exportCommand: Command = {
  name: 'export',
  summary: SUMMARY,
  help: manual({
    name: 'export',
    summary: SUMMARY,
    synopsis: [{ zh: '[--format docx|html|csv] [选项] 路径…', en: '[--format docx|html|csv] [options] path…' }],
    description: {
      zh: `将报告的文本导出为 .docx、.html 或 .csv：三张表按官方表式绘制（合并单元格、完整表头），字体、字号、行距、页边距按党政机关公文格式（GB/T 9704）。
读不准的表按原样导出并说明。导出后再导入，extract 的结果不变；做不到时说明。网页自成一体，不含脚本，不引用外部文件。

路径与 ogi-report check 相同：文件、文件夹、通配符，或 -。结果写到来源旁，扩展名相应改变；- 的结果写到标准输出。绝不覆盖已有的文件，除非 --force。`,
      en: `Sends the text of reports out as .docx, .html or .csv: the three tables as the official form draws them (merged cells, the whole head),
fonts, sizes, line distance and margins as official documents have them (GB/T 9704).
A table that can’t be read goes out as it stands, and that is told. Imported again, the same is extracted; where not, that is told.
Pages need nothing else, run no script and fetch nothing.

Paths are those of ogi-report check: files, folders, globs, or -. What is made goes beside its source, with another extension; that of -
goes to standard output. Files that exist are never overwritten without --force.`,
    },
    options: OPTIONS,
    status: {
      0: { zh: '成功', en: 'done' },
      1: { zh: '有表格未能按表式导出，或再读时会不同，原因见标准错误', en: 'a table is not as the form has it, or would be read otherwise; standard error tells' },
      2: { zh: '用法有误，或有文件无法读写（其余照常导出）', en: 'a wrong call, or a file that couldn’t be read or written (the others are)' },
    },
    examples: [
      { zh: 'ogi-report export 报告.ogi', en: 'ogi-report export report.ogi' },
      { zh: 'ogi-report export --format html -o 网页/ 2024/', en: 'ogi-report export --format html -o pages/ 2024/' },
    ],
  }),
  async run(argv, terminal) {
    const { values, paths } = parse(argv, OPTIONS);
    const format = choice('format', values.format, FORMATS);
    const configs = new Configs(configCall(values, terminal.locale));
    const entries: Entry[] = [];
    for await (const some of (await listed(selectionOf(values, paths))).entries) entries.push(...some);
    const targets = targetsOf(entries, { paths, output: values.output, extension: `.${format}` });
    let failed = false;
    let lossy = false;
    for (const [i, entry] of entries.entries()) {
      try {
        const content = read(entry, configs);
        if (content.kind === 'skipped') continue;
        if (content.kind === 'failure') {
          failed = true;
          terminal.tell(content.failure);
          continue;
        }
        const { exportReport } = await import('../documents/export/index');
        const { bytes, losses } = await exportReport(content.text, format, content.settings.edition);
        await place({ bytes, losses }, targets[i]!, values.force ?? false, terminal);
        lossy ||= losses.length > 0;
        for (const reason of losses) terminal.tell({ path: entry.path, reason });
      } catch (error) {
        if (error === terminal.broken) throw error;
        failed = true;
        terminal.tell(failure(entry.path, error));
      }
      terminal.progress(() => terminal.words({ zh: `已导出 ${i + 1}/${entries.length} 个文件`, en: `${i + 1}/${entries.length} files exported` }));
    }
    return failed ? 2 : lossy ? 1 : 0;
  },
};

async function place({ bytes }: Exported, target: Target, force: boolean, terminal: Terminal): Promise<void> {
  if (target.kind === 'stdout') await terminal.out(bytes);
  else writeNew(target.path, bytes, force);
}
