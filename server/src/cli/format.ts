/** `ogi-report format`: tables set in order, or in another layout, and paragraphs without the line breaks of a page. */
import { analyse } from '../analysis/analyse';
import { NO_RULES } from '../analysis/noRules';
import { edited } from '../analysis/fixAll';
import type { TableId } from '../editions';
import { type Converted, convertLayout, LAYOUT_NAMES, placedTables, proven, reachOf } from '../features/convertLayout';
import { formatting } from '../features/formatting';
import { joinLines } from '../features/joinLines';
import { TARGET_LAYOUTS, type TargetLayout } from '../model/writing/convert';
import { writtenLayout } from '../model/writing/writtenLayout';
import { printable } from '../text/printable';
import type { Text } from '../text/span';
import { choice, type Options, parse, UsageError } from './args';
import type { Command } from './command';
import { configCall, Configs, READING } from './config';
import { type Failure, failure } from './failure';
import { inputsOf, SELECTING, selectionOf, type Source } from './inputs';
import { manual } from './manual';
import { type RangeOf, rangesIn } from './positions';
import { encoded, write as writeBack } from './rewrite';
import type { Terminal } from './terminal';

const TABLES = ['proactiveDisclosure', 'requests', 'reviewAndLitigation'] as const satisfies readonly TableId[];

const OPTIONS = {
  layout: {
    type: 'string',
    value: TARGET_LAYOUTS.join('|'),
    says: {
      zh: `表格转换成的排版：${TARGET_LAYOUTS.map((id) => `${id} ${LAYOUT_NAMES[id].zh}`).join('，')}。`,
      en: `The layout to convert tables to: ${TARGET_LAYOUTS.map((id) => `${id}, ${LAYOUT_NAMES[id].en}`).join('; ')}.`,
    },
  },
  table: {
    type: 'string',
    multiple: true,
    value: TABLES.join('|'),
    says: { zh: '只转换这张表；可多次使用。默认三张表都转换。', en: 'Convert this table only; may be repeated. By default all three.' },
  },
  unwrap: {
    type: 'boolean',
    says: { zh: '合并段落中按页宽断开的行。标题、条目、空行、表格、页码、落款处的换行不动。', en: 'Join lines that a page’s width broke paragraphs into. Line ends at headings, items, blank lines, tables, page numbers\nand signatures stay.' },
  },
  'dry-run': { type: 'boolean', says: { zh: '只列出将作的改动，不写文件。', en: 'List what would change and write nothing.' } },
  ...READING,
  ...SELECTING,
} as const satisfies Options;

const SUMMARY = { zh: '对齐表格各列，转换表格排版，合并段落中的换行', en: 'line up the columns of tables, convert their layout, join wrapped lines' };

export const format: Command = {
  name: 'format',
  summary: SUMMARY,
  help: manual({
    name: 'format',
    summary: SUMMARY,
    synopsis: [
      { zh: '[选项] 路径…', en: '[options] path…' },
      { zh: '--layout 排版 [--table 表]… [--unwrap] [选项] 路径…', en: '--layout LAYOUT [--table ID]… [--unwrap] [options] path…' },
      { zh: '--unwrap [选项] 路径…', en: '--unwrap [options] path…' },
    ],
    description: {
      zh: `就地整理表格。不带 --layout 和 --unwrap 时，去掉单元格中的填充空格，以竖线分隔的各列按显示宽度对齐，除空白外一字不动
（与编辑器中的“格式化文档”相同）；靠空格排列的表、网页和方框线的表保持原样。

带 --layout 时转换排版。各种排版的表，只要读得准就能转换；文字、数字及其先后不变，转换前后 extract 的结果相同。
不能保证这一点的表保持原样，并说明原因。

路径与 ogi-report check 相同：文件、文件夹、通配符。- 表示从标准输入读取，结果写到标准输出。
编码、字节顺序标记、换行符和文件权限保持不变。先写临时文件再替换，不会留下写了一半的文件；处理期间被他人改动的文件不写入。`,
      en: `Sets tables in order, in place. Without --layout and --unwrap, padding is taken out of cells and columns between bars line up
by the width they are drawn in; nothing but white space changes (what “Format Document” does in an editor). Tables set in
columns by spaces, HTML and boxes are left as they are.

With --layout, tables are converted. A table in any layout can be converted if it can be read; words, numbers and their order
stay, and extract prints the same before and after. A table for which that can’t be proved is left as it is, and the reason
told.

Paths are those of ogi-report check: files, folders, globs. - reads standard input and writes to standard output.
Encoding, byte order mark, line ends and mode stay as they are. Files are replaced as a whole, so none is ever left half
written; a file that somebody else changed meanwhile is not written.`,
    },
    options: OPTIONS,
    status: {
      0: { zh: '成功，有无改动皆然', en: 'done, whether or not anything changed' },
      1: { zh: '有表格保持原样，原因见标准错误（其余照常转换）', en: 'a table was left as it is, standard error tells why (the others are converted)' },
      2: { zh: '用法有误，或有文件无法读写（其余照常转换）', en: 'a wrong call, or a file that couldn’t be read or written (the others are converted)' },
    },
    examples: [
      { zh: 'ogi-report format 2024/', en: 'ogi-report format 2024/' },
      { zh: 'ogi-report format --layout tab 2024/', en: 'ogi-report format --layout tab 2024/' },
      { zh: 'ogi-report format --layout aligned --unwrap - < 报告.txt | diff 报告.txt -', en: 'ogi-report format --layout aligned --unwrap - < report.txt | diff report.txt -' },
    ],
  }),
  async run(argv, terminal) {
    const { values, paths } = parse(argv, OPTIONS);
    const { layout, table: tables = TABLES, unwrap = false, 'dry-run': dryRun = false } = values;
    if (layout === undefined && values.table) throw new UsageError({ zh: '--table 只与 --layout 一起使用', en: '--table is for --layout' });
    const wish: Wish = {
      layout: layout === undefined ? undefined : choice('layout', layout, TARGET_LAYOUTS),
      tables: new Set(tables.map((id) => choice('table', id, TABLES))),
      unwrap,
      align: layout === undefined && !unwrap,
    };
    const call = configCall(values, terminal.locale);
    const configs = new Configs({ ...call, own: { ...call.own, rules: NO_RULES } });
    const totals = { files: 0, changed: 0, skipped: 0, kept: 0, failed: 0 };
    const fail = (own: Failure): void => {
      totals.failed++;
      terminal.tell(own);
    };
    for await (const input of inputsOf(selectionOf(values, paths), configs)) {
      if (input.kind === 'skipped') totals.skipped++;
      else if (input.kind === 'failure') fail(input.failure);
      else {
        totals.files++;
        const { source } = input;
        for (const reason of source.remarks) terminal.tell({ path: source.path, reason });
        const formatted = formattedBy(wish, source);
        const { text, changes, refusals } = formatted;
        totals.kept += refusals.length;
        for (const refusal of refusals) terminal.tell(refusal);
        const said = dryRun ? listOf(formatted, terminal) : await write(formatted, terminal).catch((error: unknown) => fail(failure(source.path, error)));
        if (said === undefined) continue;
        if (changes.length > 0 && text !== source.text) totals.changed++;
        await (dryRun ? terminal.out(said) : terminal.done(said));
      }
    }
    // Standard output may be the converted text itself.
    terminal.note(terminal.words(summary(totals, dryRun)));
    return totals.failed > 0 ? 2 : totals.kept > 0 ? 1 : 0;
  },
};

/** What is asked for. */
interface Wish {
  readonly layout: TargetLayout | undefined;
  readonly tables: ReadonlySet<TableId>;
  readonly unwrap: boolean;
  /** Columns that line up, where nothing else is asked for. */
  readonly align: boolean;
}

interface Formatted {
  readonly source: Source;
  readonly text: string;
  /** With offsets of the text as it was. */
  readonly changes: readonly { readonly at: number; readonly what: Text }[];
  readonly refusals: readonly Failure[];
}

function formattedBy({ layout, tables, unwrap, align }: Wish, source: Source): Formatted {
  const rangeOf = rangesIn(source.text);
  const changes: Formatted['changes'][number][] = [];
  const refusals: Failure[] = [];
  let { analysis } = source;
  const apply = (converted: Converted, at: number, what: Text): void => {
    if (converted.kind === 'refused') refusals.push({ path: placeOf(source, at, rangeOf), reason: { zh: `${what.zh}：未作改动，${converted.why.zh}`, en: `${what.en}: left as it is, ${converted.why.en}` } });
    else if (converted.edits.length > 0) {
      const { text, change } = edited(analysis.text, converted.edits);
      analysis = analyse(text, analysis.settings, { analysis, change });
      changes.push({ at, what });
    }
  };
  // What is converted is read as before: tables keep their number.
  if (layout) {
    placedTables(source.analysis).forEach((before, i) => {
      const { name, id } = before.table.spec;
      if (!tables.has(id) || writtenLayout(before.table) === layout) return;
      const what = { zh: `${name.zh.replace(/（.*/, '')}转换为${LAYOUT_NAMES[layout].zh}`, en: `${name.en} to ${LAYOUT_NAMES[layout].en}` };
      apply(proven(analysis, convertLayout(placedTables(analysis)[i]!, layout)), reachOf(before).start, what);
    });
  }
  if (unwrap) {
    const joined = joinLines(analysis);
    const count = joined.kind === 'edits' ? joined.edits.length : 0;
    apply(joined, 0, { zh: `合并换行 ${count} 处`, en: `${count} line ${count === 1 ? 'break' : 'breaks'} joined` });
  }
  if (align) {
    const edits = formatting(analysis);
    apply({ kind: 'edits', edits }, edits[0]?.span.start ?? 0, { zh: `整理表格 ${edits.length} 处`, en: `tables set in order, ${edits.length} ${edits.length === 1 ? 'place' : 'places'}` });
  }
  return { source, text: analysis.text, changes, refusals };
}

function placeOf({ path }: Source, at: number, rangeOf: RangeOf): string {
  return `${path}:${rangeOf({ start: at, end: at }).start.line + 1}`;
}

/** Writes the text where it came from; what standard output gets. */
async function write({ source, text, changes }: Formatted, terminal: Terminal): Promise<string | Uint8Array> {
  if (source.fromStdin) return encoded(text, source);
  if (text === source.text) return '';
  await writeBack(text, source);
  const list = changes.map(({ what }) => terminal.words(what)).join(terminal.words({ zh: '；', en: '; ' }));
  return `${printable(source.path)}: ${list}\n`;
}

/** A line for each change. */
function listOf({ source, changes }: Formatted, terminal: Terminal): string {
  const rangeOf = rangesIn(source.text);
  return changes.map(({ at, what }) => `${printable(placeOf(source, at, rangeOf))}: ${terminal.words(what)}\n`).join('');
}

function summary({ files, changed, skipped, kept, failed }: Readonly<Record<'files' | 'changed' | 'skipped' | 'kept' | 'failed', number>>, dryRun: boolean): Text {
  return {
    zh: `${files} 个文件，${dryRun ? '将修改' : '修改了'} ${changed} 个${kept > 0 ? `；${kept} 处保持原样` : ''}${skipped > 0 ? `；跳过 ${skipped} 个不是报告的文件` : ''}${failed > 0 ? `；${failed} 个文件出错` : ''}`,
    en: `${files} ${files === 1 ? 'file' : 'files'}, ${changed} ${dryRun ? 'would change' : 'changed'}${kept > 0 ? `; ${kept} ${kept === 1 ? 'place' : 'places'} left as they are` : ''}${skipped > 0 ? `; ${skipped} skipped, no reports` : ''}${failed > 0 ? `; ${failed} failed` : ''}`,
  };
}
