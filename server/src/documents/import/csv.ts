/** Comma-separated values (RFC 4180), as `export` writes them and as spreadsheets save a sheet. */
import { unguarded } from '../../text/csv';
import { decodeText } from './encodings';
import { type Found, Losses } from './imported';
import { sheetBlocks } from './sheetBlocks';

/** Throws a `Refusal`. */
export function readCsv(bytes: Uint8Array): Found {
  const losses = new Losses();
  const rows = recordsOf(decodeText(bytes, losses));
  const blocks = sheetBlocks(rows.map((row) => row.map((text, column) => ({ text: unguarded(text), column, across: 1, down: 1 }))));
  return { blocks, losses: losses.told };
}

/** A quote opens a field where it begins one; a quote that is never closed ends with the text. */
export function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at++; at < text.length; ) {
        const quote = text.indexOf('"', at);
        const end = quote < 0 ? text.length : quote;
        field += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
    }
    const rest = /[,\r\n]/g;
    rest.lastIndex = at;
    const end = rest.exec(text)?.index ?? text.length;
    field += text.slice(Math.min(at, end), end);
    fields.push(field);
    if (text[end] !== ',') {
      records.push(fields);
      fields = [];
      at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    } else {
      at = end + 1;
      if (at === text.length) fields.push('');
    }
  }
  if (fields.length > 0) records.push(fields);
  return records;
}
