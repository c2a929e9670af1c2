/** A folder as an office collects it: reports of many kinds, some wrong, files that are broken or hostile, and files that are no reports. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportReport } from '../../server/src/documents/export';
import { print } from '../../server/src/documents/export/print';
import { analyse } from '../../server/src/analysis/analyse';
import { NO_RULES } from '../../server/src/analysis/noRules';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { archive, n, p, row, s, tbl, tc, tr, wordDocument, workbook } from './office';
import { file, pdfOf } from './pdf';
import type { Random } from './random';
import { reportText } from './reports';

/** What is to come of a file: `wrong` has a total that is not the sum. */
export type Expected = 'clean' | 'wrong' | 'failed' | 'notReport';

const DIGITS = '甲乙丙丁戊己庚辛壬癸';
const agencyOf = (index: number): string => `${[...String(index)].map((digit) => DIGITS[Number(digit)]).join('')}县水利局`;

const printed = (text: string) => print(analyse(text, { ...DEFAULT_SETTINGS, rules: NO_RULES }));

/** A report as a file, by how its name ends. */
const KINDS: readonly { readonly extension: string; readonly make: (text: string) => Promise<string | Uint8Array> | string | Uint8Array }[] = [
  { extension: '.docx', make: async (text) => (await exportReport(text, 'docx')).bytes },
  { extension: '.html', make: async (text) => (await exportReport(text, 'html')).bytes },
  { extension: '.csv', make: async (text) => (await exportReport(text, 'csv')).bytes },
  { extension: '.pdf', make: (text) => pdfOf(printed(text)) },
  { extension: '.xlsx', make: asWorkbook },
  { extension: '.docx', make: asPlainWord },
  { extension: '.txt', make: (text) => text },
  { extension: '.ogi', make: (text) => text.replaceAll('\n', '\r\n') },
];

/** As people write them: no merged cells, lines of their own. */
function asPlainWord(text: string): Uint8Array {
  const body = text.split('\n').map((line) => (line.includes(' | ') ? tbl(tr(...line.split('|').slice(0, -1).map((cell) => tc(cell.trim())))) : p(line)));
  return wordDocument(body.join('').replaceAll('</w:tbl><w:tbl>', ''));
}

function asWorkbook(text: string): Uint8Array {
  const rows = text.split('\n').map((line, r) => {
    const cells = line.includes('|') ? line.split('|').slice(0, -1).map((cell) => cell.trim()) : [line];
    return row(r + 1, ...cells.map((cell, c) => (/^\d+$/.test(cell) ? n(`${DIGITS_OF_COLUMNS[c]!}${r + 1}`, cell) : s(`${DIGITS_OF_COLUMNS[c]!}${r + 1}`, cell.replaceAll('&', '&amp;')))));
  });
  return workbook({ 年报: `<sheetData>${rows.join('')}</sheetData>` });
}

const DIGITS_OF_COLUMNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Files that can't be brought in, some of them made to harm. */
export const BROKEN: Readonly<Record<string, () => string | Uint8Array>> = {
  'cut.docx': () => wordDocument(p('甲')).slice(0, 300),
  'bomb.docx': () => archive({ 'word/document.xml': new Uint8Array(80_000_000) }),
  'entities.docx': () => archive({ 'word/document.xml': `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>` }),
  'external.xlsx': () => archive({ 'xl/workbook.xml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&f;</workbook>' }),
  'deep.docx': () => wordDocument(`${'<w:sdt><w:sdtContent>'.repeat(2000)}${p('甲')}${'</w:sdtContent></w:sdt>'.repeat(2000)}`),
  'deep.html': () => `${'<div>'.repeat(20_000)}一、总体情况`,
  'scan.pdf': () => file(['0 0 1 rg 0 0 100 100 re f']),
  'cut.pdf': () => file(['']).slice(0, 200),
  'old.doc': () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
  'empty.pdf': () => '',
  'picture.pdf': () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
  'bytes.docx': () => new Uint8Array(5000).map((_, i) => (i * 197) % 256),
};

const OTHERS: Readonly<Record<string, () => string | Uint8Array>> = {
  'notes.docx': () => wordDocument(p('会议记录') + p('一、总体要求')),
  'menu.html': () => '<ul><li>首页<li>政府信息公开年报</ul>',
  'list.xlsx': () => workbook({ 名单: `<sheetData>${row(1, s('A1', '姓名'), s('B1', '电话'))}</sheetData>` }),
  'notes.txt': () => '会议记录\n',
};

/** Writes `count` files below `folder`; what is to come of each, by its path from there. */
export async function writeMixedFolder(folder: string, count: number, random: Random): Promise<Map<string, Expected>> {
  const expected = new Map<string, Expected>();
  const put = (name: string, content: string | Uint8Array, outcome: Expected): void => {
    const path = join(`单位${expected.size % 20}`, name);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    expected.set(path, outcome);
  };
  for (let i = 0; expected.size < count; i++) {
    const draw = random.below(20);
    if (draw === 0) {
      const [name, make] = random.pick(Object.entries(BROKEN));
      put(`${i}-${name}`, make(), 'failed');
    } else if (draw === 1) {
      const [name, make] = random.pick(Object.entries(OTHERS));
      put(`${i}-${name}`, make(), 'notReport');
    } else {
      const wrong = random.oneIn(4);
      const total = 1 + random.below(50);
      const text = reportText({ agency: agencyOf(i), year: 2024, cell: ({ id }, column) => (column.id === 'naturalPerson' ? (id === 'received' || id === 'granted' || id === 'processedTotal' ? String(total) : '0') : column.id === 'total' && ['received', 'granted', 'processedTotal'].includes(id) ? String(total + (wrong && id === 'received' ? 1 : 0)) : '0') });
      const { extension, make } = random.pick(KINDS);
      put(`${i}${extension}`, await make(text), wrong ? 'wrong' : 'clean');
    }
  }
  return expected;
}
