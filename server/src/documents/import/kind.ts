/** What kind of document bytes are: by what they begin with, and only where that says nothing by the name. What can't be brought in is refused with what to do. */
import type { Text } from '../../text/span';
import { Refusal } from './imported';

export type Kind = 'docx' | 'xlsx' | 'pdf' | 'html' | 'csv' | 'text';

/** How the names of files end that may be reports and are no text. */
export const DOCUMENT_NAMES = /\.(?:docx|docm|pdf|html?|xhtml|xlsx|xlsm|csv)$/i;
/** Of those, and of those that are refused with advice. */
export const ANY_DOCUMENT_NAMES = /\.(?:docx?|docm|wps|wpt|rtf|odt|ofd|pdf|html?|xhtml|mht|mhtml|xlsx?|xlsm|et|ods|csv)$/i;

const BY_NAME: readonly (readonly [RegExp, Kind])[] = [
  [/\.(?:html?|xhtml)$/i, 'html'],
  [/\.csv$/i, 'csv'],
  [/\.(?:ogi|txt|md)$/i, 'text'],
];

const HEAD = 1024;

/** Throws a `Refusal`. */
export function kindOf(name: string, bytes: Uint8Array): Kind {
  if (bytes.length === 0) throw new Refusal({ zh: '是空文件', en: 'it is empty' });
  const head = latin1(bytes.subarray(0, HEAD));
  for (const [pattern, words] of REFUSED) if (pattern.test(head)) throw new Refusal(words);
  if (head.startsWith('PK')) return archiveKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw new Refusal(compoundWords(bytes));
  if (head.includes('%PDF-')) return 'pdf';
  const named = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (named === 'csv' || named === 'text') return named;
  if (/^[^<]{0,200}<(?:!doctype\s+html|html|head|body|table|meta)\b/i.test(head.replace(/<\?[^>]*\?>|<!--[^>]*-->/g, ''))) return 'html';
  if (named) return named;
  throw new Refusal({ zh: '不是可以导入的格式；可导入 .docx、.pdf、.html、.xlsx、.csv', en: 'not a kind of file that can be imported, which are .docx, .pdf, .html, .xlsx and .csv' });
}

/** A character for each byte. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += HEAD) text += String.fromCharCode(...bytes.subarray(from, from + HEAD));
  return text;
}

const REFUSED: readonly (readonly [RegExp, Text])[] = [
  [/^\{\\rtf/, { zh: '是 RTF 文件；请用 Word 或 WPS 另存为 .docx', en: 'an RTF file; save it as .docx in Word or WPS' }],
  [/^\s*(?:MIME-Version:|From:? )/i, { zh: '是 MHT 网页存档；请在浏览器中另存为“网页，仅 HTML”', en: 'a web archive (MHT); save the page as “HTML only”' }],
  [/^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM)/, { zh: '是图片；请取得原始的 Word 文件，或先用文字识别（OCR）软件处理', en: 'a picture; get the Word file it was made from, or run text recognition (OCR) first' }],
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/, { zh: '是压缩包；请先解压', en: 'an archive; unpack it first' }],
];

const COMPOUND: readonly (readonly [string, Text])[] = [
  ['EncryptedPackage', { zh: '文件有密码，请先取消密码再导入', en: 'the file has a password; remove it and import again' }],
  ['Workbook', { zh: '是旧版 Excel 或 WPS 表格文件（.xls、.et）；请用 Excel 或 WPS 另存为 .xlsx', en: 'an old Excel or WPS file (.xls, .et); save it as .xlsx in Excel or WPS' }],
  ['WordDocument', { zh: '是旧版 Word 或 WPS 文字文件（.doc、.wps）；请用 Word 或 WPS 另存为 .docx', en: 'an old Word or WPS file (.doc, .wps); save it as .docx in Word or WPS' }],
];

/** OLE compound files name their streams in UTF-16. */
function compoundWords(bytes: Uint8Array): Text {
  const text = latin1(bytes);
  const found = COMPOUND.find(([stream]) => text.includes([...stream].join('\0')));
  return found?.[1] ?? { zh: '是旧版 Office 或 WPS 文件；请用 Word、WPS 或 Excel 另存为 .docx 或 .xlsx', en: 'an old Office or WPS file; save it as .docx or .xlsx' };
}

const ARCHIVES: readonly (readonly [RegExp, Kind | Text])[] = [
  [/word\/document\d*\.xml/, 'docx'],
  [/xl\/workbook\.xml/, 'xlsx'],
  [/OFD\.xml/, { zh: '是 OFD 版式文件；请用 OFD 阅读软件导出为 PDF 或 Word', en: 'an OFD file; export it as PDF or Word from an OFD reader' }],
  [/opendocument|^content\.xml$/, { zh: '是 OpenDocument 文件（.odt、.ods）；请另存为 .docx 或 .xlsx', en: 'an OpenDocument file (.odt, .ods); save it as .docx or .xlsx' }],
  [/xl\/workbook\.bin/, { zh: '是 Excel 二进制工作簿（.xlsb）；请另存为 .xlsx', en: 'a binary Excel workbook (.xlsb); save it as .xlsx' }],
  [/ppt\/presentation/, { zh: '是演示文稿，不是报告', en: 'a presentation, no report' }],
];

/** By the names of its parts, which stand in it as they are. */
function archiveKind(bytes: Uint8Array): Kind {
  const names = namesIn(bytes);
  const found = ARCHIVES.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
  if (typeof found === 'string') return found;
  throw new Refusal(found ?? { zh: '是压缩包，不是 Word 或 Excel 文件；如是压缩包请先解压，否则文件可能已损坏', en: 'an archive that is neither a Word nor an Excel file; unpack it first, or the file is damaged' });
}

const MOST_NAMES = 4096;

/** The names of the parts, from the headers before them or the list at the end; what OpenDocument says it is comes as content. */
function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = bytes.indexOf(0x50); at >= 0 && names.length < MOST_NAMES; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] !== 0x4b) continue;
    const [from, lengthAt] = bytes[at + 2] === 3 && bytes[at + 3] === 4 ? [at + 30, at + 26] : bytes[at + 2] === 1 && bytes[at + 3] === 2 ? [at + 46, at + 28] : [0, 0];
    if (from === 0) continue;
    const length = Math.min(256, bytes[lengthAt]! + 256 * bytes[lengthAt + 1]!);
    names.push(latin1(bytes.subarray(from, from + length)));
  }
  return [...names, ...(names[0] === 'mimetype' ? [latin1(bytes.subarray(38, 38 + 80))] : [])];
}
