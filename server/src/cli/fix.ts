/** `ogi-report fix`: every safe fix, written back. */
import type { Diagnostic } from '../analysis/analyse';
import { editsBetween, fixAll } from '../analysis/fixAll';
import { printable } from '../text/printable';
import type { Text } from '../text/span';
import { type Options, parse } from './args';
import type { Command } from './command';
import { CHECKING, configCall, Configs } from './config';
import { type Failure, failure, fixFailed } from './failure';
import { inputsOf, SELECTING, selectionOf, type Source } from './inputs';
import { manual } from './manual';
import { rangesIn } from './positions';
import { encoded, write as writeBack } from './rewrite';
import type { Terminal } from './terminal';

const OPTIONS = {
  'dry-run': { type: 'boolean', says: { zh: '只列出将作的修改，不写文件。', en: 'List what would change and write nothing.' } },
  ...CHECKING,
  ...SELECTING,
} as const satisfies Options;

const SUMMARY = { zh: '就地完成全部安全修复', en: 'apply every safe fix, in place' };

export const fix: Command = {
  name: 'fix',
  summary: SUMMARY,
  help: manual({
    name: 'fix',
    summary: SUMMARY,
    synopsis: [
      { zh: '[选项] 路径…', en: '[options] path…' },
      { zh: '[选项] --files-from 文件 [-0]', en: '[options] --files-from FILE [-0]' },
    ],
    description: {
      zh: `就地完成全部安全修复，如康熙部首、看不见的字符、填充空格。只做不改变含义的修复，绝不改动数字；其余修复请在编辑器中逐一选择。
已在设置中注明理由、不再提示的问题不修复。

路径与 ogi-report check 相同：文件、文件夹、通配符。- 表示从标准输入读取，结果写到标准输出。
编码、字节顺序标记、换行符和文件权限保持不变。先写临时文件再替换，不会留下写了一半的文件；处理期间被他人改动的文件不写入。`,
      en: `Applies every safe fix in place: radicals, invisible characters, padding and the like. Safe fixes can’t change the meaning and
never change a number; choose the other fixes one by one in an editor. What the settings leave for a reason is left.

Paths are those of ogi-report check: files, folders, globs. - reads standard input and writes to standard output.
Encoding, byte order mark, line ends and mode stay as they are. Files are replaced as a whole, so none is ever left half
written; a file that somebody else changed meanwhile is not written.`,
    },
    options: OPTIONS,
    status: {
      0: { zh: '成功，有无修改皆然', en: 'done, whether or not anything changed' },
      2: { zh: '用法有误，或有文件无法读写（其余照常修复）', en: 'a wrong call, or a file that couldn’t be read or written (the others are fixed)' },
    },
    examples: [
      { zh: 'ogi-report fix --dry-run 2024/', en: 'ogi-report fix --dry-run 2024/' },
      { zh: 'ogi-report fix - < 报告.txt | diff 报告.txt -', en: 'ogi-report fix - < report.txt | diff report.txt -' },
    ],
  }),
  async run(argv, terminal) {
    const { values, paths } = parse(argv, OPTIONS);
    const configs = new Configs(configCall(values, terminal.locale));
    const apply = values['dry-run'] ? changesIn : write;
    const totals = { files: 0, changed: 0, skipped: 0, failed: 0 };
    const fail = (failure: Failure): void => {
      totals.failed++;
      terminal.tell(failure);
    };
    for await (const input of inputsOf(selectionOf(values, paths), configs)) {
      if (input.kind === 'skipped') totals.skipped++;
      else if (input.kind === 'failure') fail(input.failure);
      else {
        totals.files++;
        for (const reason of input.source.remarks) terminal.tell({ path: input.source.path, reason });
        const file = fixed(input.source);
        const { failedFixes } = file.source.analysis;
        if (failedFixes.length > 0) totals.failed++;
        for (const { rule, error } of failedFixes) terminal.tell({ path: file.source.path, reason: fixFailed(rule, error) });
        const said = await apply(file, terminal).catch((error: unknown) => fail(failure(file.source.path, error)));
        if (said === undefined) continue;
        if (file.changed) totals.changed++;
        await (values['dry-run'] ? terminal.out(said) : terminal.done(said));
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
  if (source.fromStdin) return encoded(text, source);
  if (!changed) return '';
  await writeBack(text, source);
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

const safeTitle = ({ fixes }: Diagnostic): string | undefined => fixes.find(({ safety }) => safety === 'safe')?.title;

function summary({ files, changed, skipped, failed }: { files: number; changed: number; skipped: number; failed: number }, dryRun: boolean): Text {
  return {
    zh: `${files} 个文件，${dryRun ? '将修改' : '修改了'} ${changed} 个${skipped > 0 ? `；跳过 ${skipped} 个不是报告的文件` : ''}${failed > 0 ? `；${failed} 个文件出错` : ''}`,
    en: `${files} ${files === 1 ? 'file' : 'files'}, ${changed} ${dryRun ? 'would change' : 'changed'}${skipped > 0 ? `; ${skipped} skipped, no reports` : ''}${failed > 0 ? `; ${failed} failed` : ''}`,
  };
}
