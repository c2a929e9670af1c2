/** `ogi-report extract`: the reports as data, one JSON object a line. */
import type { Settings } from '../analysis/settings';
import { RULES } from '../rules';
import { parse, required, settingsOf } from './args';
import type { Command } from './command';
import { extractions } from './extraction';
import { inputsOf } from './inputs';
import { rangesIn } from './positions';

/** Data needs no findings. */
const NONE: Settings['rules'] = Object.fromEntries(RULES.map(({ id }) => [id, 'off']));

export const extract: Command = {
  name: 'extract',
  summary: { zh: '提取报告内容和三张表的数据，每份报告一行 JSON', en: 'print reports and their three tables as JSON, a line each' },
  help: {
    zh: `用法：ogi-report extract [选项] 路径…

提取报告的标题、机关、年度、章节和三张表的数据，每份报告一行 JSON（NDJSON）。
结构见 docs/schema/extract.schema.json。

路径与 ogi-report check 相同：文件、文件夹、通配符，或 - 表示标准输入。

取值：
  数字的单元格为该数字；空白和 / — 无 等为 null；
  其他内容为 null，原文放在 text 中；
  无法确定的行和表不出现在 tables 中，原因见 unreadable。不作猜测，也不改数。

选项：
  --edition auto|2019|2021     按哪一版格式读取，默认 auto
  --lang zh|en                 unreadable 中原因的语言，默认随系统
  -h, --help                   显示本页

退出码：0 成功；2 用法有误，或有文件无法读取（其余照常提取）

例：
  ogi-report extract 2024/ | jq -r '[.agency, .tables.requests.received.total] | @csv'
`,
    en: `usage: ogi-report extract [options] path…

Prints title, agency, fiscal year, sections and the three tables of reports, one JSON object a line (NDJSON).
docs/schema/extract.schema.json describes it.

Paths are those of ogi-report check: files, folders, globs, or - for standard input.

values:
  a cell with a number is that number; a blank, or one with / — 无, is null;
  any other content is null, with its words kept in text;
  rows and tables that can't be read with certainty are not in tables, and unreadable says why. Nothing is guessed.

options:
  --edition auto|2019|2021     the form to read by; default auto
  --lang zh|en                 language of the reasons in unreadable; the system's by default
  -h, --help                   this page

exit codes: 0 done; 2 a wrong call, or a file that couldn't be read (the others are printed)

example:
  ogi-report extract 2024/ | jq -r '[.agency, .tables.requests.received.total] | @csv'
`,
  },
  async run(argv, terminal) {
    const { values, paths } = parse(argv, { edition: { type: 'string' } });
    const settings = { ...settingsOf(values, terminal.locale), rules: NONE };
    let failed = false;
    for await (const input of inputsOf(required(paths), settings)) {
      if (input.kind === 'skipped') continue;
      if (input.kind === 'failure') {
        failed = true;
        terminal.tell(input.failure);
        continue;
      }
      const { path, text, analysis } = input.source;
      const records = extractions(path, analysis, rangesIn(text), (words) => terminal.words(words));
      if (records.length === 0) terminal.tell({ path, reason: { zh: '其中没有年度报告', en: 'holds no report' } });
      for (const record of records) await terminal.out(`${JSON.stringify(record)}\n`);
    }
    return failed ? 2 : 0;
  },
};
