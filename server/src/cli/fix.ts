/** `ogi-report fix`: every safe fix, written back. */
import type { Diagnostic } from '../analysis/analyse';
import { editsBetween, fixAll } from '../analysis/fixAll';
import type { Text } from '../text/span';
import { CHECKING, parse, required, settingsOf } from './args';
import { readConfig } from './config';
import type { Command } from './command';
import { encode } from './encoding';
import { type Failure, failure } from './failure';
import { inputsOf, type Source, STDIN } from './inputs';
import { rangesIn } from './positions';
import { ChangedMeanwhile, rewrite } from './rewrite';
import { printable, type Terminal } from './terminal';

export const fix: Command = {
  name: 'fix',
  summary: { zh: '就地完成全部安全修复', en: 'apply every safe fix, in place' },
  help: {
    zh: `用法：ogi-report fix [选项] 路径…

就地完成全部安全修复，如康熙部首、看不见的字符、填充空格。只做不改变含义的修复，绝不改动数字；其余修复请在编辑器中逐一选择。

路径与 ogi-report check 相同：文件、文件夹、通配符。- 表示从标准输入读取，结果写到标准输出。
编码、字节顺序标记、换行符和文件权限保持不变。先写临时文件再替换，不会留下写了一半的文件；处理期间被他人改动的文件不写入。

选项：
  --dry-run                    只列出将作的修改，不写文件
  --edition auto|2019|2021     按哪一版格式检查，默认 auto
  --config 文件                取 JSON 文件中的设置，如 { "edition": "2021", "rules": { "glyph/padding": "off" } }；
                               命令行选项优先
  --rule 规则=级别             改变一条规则的级别；off 的规则既不检查也不修复；可多次使用
  --lang zh|en                 消息语言，默认随系统
  -h, --help                   显示本页

退出码：0 成功，有无修改皆然；2 用法有误，或有文件无法读写（其余照常修复）

例：
  ogi-report fix --dry-run 2024/
  ogi-report fix - < 报告.txt | diff 报告.txt -
`,
    en: `usage: ogi-report fix [options] path…

Applies every safe fix in place: radicals, invisible characters, padding and the like. Safe fixes can't change the meaning and
never change a number; choose the other fixes one by one in an editor.

Paths are those of ogi-report check: files, folders, globs. - reads standard input and writes to standard output.
Encoding, byte order mark, line ends and mode stay as they are. Files are replaced as a whole, so none is ever left half
written; a file that somebody else changed meanwhile is not written.

options:
  --dry-run                    list what would change and write nothing
  --edition auto|2019|2021     the form to check against; default auto
  --config FILE                settings from a JSON file, such as { "edition": "2021", "rules": { "glyph/padding": "off" } };
                               options of the call win over it
  --rule ID=LEVEL              set the level of a rule; one that is off is neither checked nor fixed; may be repeated
  --lang zh|en                 language of messages; the system's by default
  -h, --help                   this page

exit codes: 0 done, whether or not anything changed; 2 a wrong call, or a file that couldn't be read or written

examples:
  ogi-report fix --dry-run 2024/
  ogi-report fix - < report.txt | diff report.txt -
`,
  },
  async run(argv, terminal) {
    const { values, paths } = parse(argv, { ...CHECKING, 'dry-run': { type: 'boolean' } });
    const settings = settingsOf(values, terminal.locale, await readConfig(values.config));
    const apply = values['dry-run'] ? changesIn : write;
    const totals = { files: 0, changed: 0, skipped: 0, failed: 0 };
    const fail = (failure: Failure): void => {
      totals.failed++;
      terminal.tell(failure);
    };
    for await (const input of inputsOf(required(paths), settings)) {
      if (input.kind === 'skipped') totals.skipped++;
      else if (input.kind === 'failure') fail(input.failure);
      else {
        totals.files++;
        const file = fixed(input.source);
        const said = await apply(file, terminal).catch((error: unknown) => fail(failureOf(file, error)));
        if (said === undefined) continue;
        if (file.changed) totals.changed++;
        await terminal.out(said);
      }
    }
    // Standard output may be the fixed text itself.
    terminal.note(terminal.words(summary(totals, values['dry-run'] ?? false)));
    return totals.failed > 0 ? 2 : 0;
  },
};

interface Fixed {
  readonly source: Source;
  readonly text: string;
  readonly changed: boolean;
}

function fixed(source: Source): Fixed {
  const text = fixAll(source.analysis);
  return { source, text, changed: text !== source.text };
}

/** Writes the fixed text where it came from; what standard output gets. */
async function write({ source, text, changed }: Fixed, terminal: Terminal): Promise<string | Uint8Array> {
  if (source.path === STDIN) return encode(text, source);
  if (!changed) return '';
  await rewrite(source.path, source.bytes, encode(text, source));
  const places = editsBetween(source.text, text).length;
  return `${printable(source.path)}: ${terminal.words({ zh: `已修复（改动 ${places} 处）`, en: `fixed (${places} ${places === 1 ? 'place' : 'places'} changed)` })}\n`;
}

/** A line for each safe fix. */
async function changesIn({ source, changed }: Fixed, terminal: Terminal): Promise<string> {
  if (!changed) return '';
  const rangeOf = rangesIn(source.text);
  const lines = source.analysis.diagnostics.flatMap((diagnostic) => {
    const title = safeTitle(diagnostic);
    if (title === undefined) return [];
    const { line, character } = rangeOf(diagnostic.span).start;
    return `${printable(source.path)}:${line + 1}:${character + 1} ${printable(title)} ${terminal.style('gray', `[${diagnostic.rule}]`)}\n`;
  });
  return lines.join('');
}

function failureOf({ source: { path } }: Fixed, error: unknown): Failure {
  return error instanceof ChangedMeanwhile ? { path, reason: error.words } : failure(path, error);
}

const safeTitle = ({ fixes }: Diagnostic): string | undefined => fixes.find(({ safety }) => safety === 'safe')?.title;

function summary({ files, changed, skipped, failed }: { files: number; changed: number; skipped: number; failed: number }, dryRun: boolean): Text {
  return {
    zh: `${files} 个文件，${dryRun ? '将修改' : '修改了'} ${changed} 个${skipped > 0 ? `；跳过 ${skipped} 个不是报告的文件` : ''}${failed > 0 ? `；${failed} 个文件出错` : ''}`,
    en: `${files} ${files === 1 ? 'file' : 'files'}, ${changed} ${dryRun ? 'would change' : 'changed'}${skipped > 0 ? `; ${skipped} skipped, no reports` : ''}${failed > 0 ? `; ${failed} failed` : ''}`,
  };
}
