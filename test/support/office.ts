/** Word documents and workbooks for tests, from the XML that matters; and archives of any parts. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"';
const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export function archive(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])));
}

/** `body`: what is inside of `<w:body>`. `parts`: the roots of others, by name, as `numbering`. */
export function wordDocument(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const others = Object.entries(parts).map(([name, content]) => {
    const root = /^(?:header|footer)/.exec(name) ? (name.startsWith('header') ? 'hdr' : 'ftr') : name;
    return [`word/${name}.xml`, `${HEAD}<w:${root} ${W}>${content}</w:${root}>`] as const;
  });
  return archive({ '[Content_Types].xml': `${HEAD}<Types/>`, 'word/document.xml': `${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>`, ...Object.fromEntries(others) });
}

export const p = (text: string, properties = ''): string => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const tc = (text: string, properties = ''): string => `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${p(text)}</w:tc>`;
export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

/** `sheets`: what is inside of `<worksheet>`, by the name of the sheet; one whose name ends in `!` is hidden. */
export function workbook(sheets: Readonly<Record<string, string>>, { strings = [], styles = '' }: { readonly strings?: readonly string[]; readonly styles?: string } = {}): Uint8Array {
  const names = Object.keys(sheets);
  return archive({
    '[Content_Types].xml': `${HEAD}<Types/>`,
    'xl/workbook.xml': `${HEAD}<workbook ${S}><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"${name.endsWith('!') ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="r${i + 1}" Type="x" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `${HEAD}<sst ${S}>${strings.map((own) => `<si><t xml:space="preserve">${own}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${S}>${styles}</styleSheet>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, `${HEAD}<worksheet ${S}>${sheets[name]!}</worksheet>`])),
  });
}

/** A cell with a string of its own. */
export const s = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
/** A cell with a number. */
export const n = (place: string, value: number | string, style = 0): string => `<c r="${place}" s="${style}"><v>${value}</v></c>`;
export const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`;
