/** A report as a web page that needs nothing else: no script, nothing fetched, every word escaped. */
import { escapeHtml } from '../../text/escapeHtml';
import { columnShares, isWide } from './columnShares';
import type { PrintedCell, PrintedDocument, PrintedParagraph, PrintedTable } from './printed';

/** A4 with the margins of GB/T 9704; fonts of official documents, and what stands in for them elsewhere. */
const STYLE = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
body { margin: 2em auto; max-width: 156mm; color: #000; background: #fff; font: 16pt/28pt "仿宋_GB2312", "FangSong_GB2312", "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", serif; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
h1 { margin: 0 0 28pt; text-align: center; font: 22pt/36pt "方正小标宋简体", FZXiaoBiaoSong-B05S, "小标宋", SimSun, "宋体", "Noto Serif CJK SC", serif; }
h1 + h1 { margin-top: -28pt; }
h2 { margin: 0; text-indent: 2em; font: 16pt/28pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
h3 { margin: 0; text-indent: 2em; font: 16pt/28pt "楷体_GB2312", KaiTi_GB2312, "楷体", KaiTi, STKaiti, serif; }
.signature { text-align: right; text-indent: 0; }
.page { break-before: page; }
table { width: 100%; margin: 14pt 0; border-collapse: collapse; table-layout: fixed; font-size: 10.5pt; line-height: 1.4; }
table.wide { font-size: 9pt; }
td, th { border: 0.75pt solid #000; padding: 3pt 2pt; text-align: center; vertical-align: middle; font-weight: normal; overflow-wrap: anywhere; }
td.label { text-align: left; }
td.number { white-space: nowrap; overflow-wrap: normal; }
td.long { font-size: 7.5pt; }
table.wide td.long { font-size: 6.5pt; }
tr { break-inside: avoid; }
@media print { body { margin: 0; max-width: none; } }
`;

export function htmlPage({ title, blocks }: PrintedDocument): string {
  const body = blocks.map((block) => (block.kind === 'table' ? tableHtml(block) : paragraphHtml(block))).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** What may not stand in a page at all becomes the sign for lost characters. */
export const escaped = (text: string): string => escapeHtml(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]/gu, '\ufffd');

const TAGS = { title: 'h1', section: 'h2', topic: 'h3', body: 'p', signature: 'p' } as const;

function paragraphHtml({ style, text, newPage }: PrintedParagraph): string {
  const classes = [...(style === 'signature' ? ['signature'] : []), ...(newPage ? ['page'] : [])];
  return `<${TAGS[style]}${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}>${escaped(text)}</${TAGS[style]}>`;
}

function tableHtml(table: PrintedTable): string {
  const { rows, head } = table;
  const line = (row: readonly PrintedCell[]): string => `<tr>${row.map(cellHtml).join('')}</tr>`;
  const columns = columnShares(table).map((share) => `<col style="width:${share.toFixed(2)}%">`);
  const thead = head > 0 ? `<thead>\n${rows.slice(0, head).map(line).join('\n')}\n</thead>\n` : '';
  return `<table${isWide(table) ? ' class="wide"' : ''}>\n<colgroup>${columns.join('')}</colgroup>\n${thead}<tbody>\n${rows.slice(head).map(line).join('\n')}\n</tbody>\n</table>`;
}

function cellHtml({ kind, text, across, down }: PrintedCell): string {
  const tag = kind === 'head' ? 'th' : 'td';
  const spans = (across > 1 ? ` colspan="${across}"` : '') + (down > 1 ? ` rowspan="${down}"` : '');
  const classes = kind === 'value' ? classesOf(text, across) : kind === 'label' ? ['label'] : [];
  return `<${tag}${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}${spans}>${escaped(text)}</${tag}>`;
}

/** From that many characters on a number needs small digits to stay in a cell of one column. */
const LONG = 6;

/** A number is never broken over lines: in print it would read as two. Words in its place may be. */
function classesOf(value: string, across: number): string[] {
  if (!/^[\d.,+-]+$/.test(value)) return [];
  return value.length < LONG || across > 1 ? ['number'] : ['number', 'long'];
}
