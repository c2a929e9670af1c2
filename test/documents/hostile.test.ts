/** Documents that mean harm: they are refused with a word that says what to do, and cost neither time nor memory. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { zipSync } from 'fflate';
import { importDocument } from '../../server/src/documents/import';
import { p } from '../support/office';

const TYPES = new TextEncoder().encode('<?xml version="1.0"?><Types/>');
const DOCUMENT = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';

/** A Word document with `xml` as its text. */
const withText = (xml: Uint8Array): Uint8Array => zipSync({ '[Content_Types].xml': TYPES, 'word/document.xml': xml });

const refused = (name: string, bytes: Uint8Array, reason: RegExp): Promise<void> =>
  assert.rejects(importDocument(name, bytes), (error: { words?: { zh: string } }) => reason.test(error.words?.zh ?? ''));

describe('a document that means harm is refused', () => {
  test('much in little: an archive that unpacks to more than a report can be', () => refused('a.docx', withText(new Uint8Array(70_000_000)), /解压后过大/));

  test('an archive that claims to be small and is not', () => {
    const bytes = withText(new Uint8Array(80_000_000).fill(0x20));
    const claimed = Buffer.from(bytes);
    // The sizes in the directory at the end: 24 bytes after each of its headers.
    for (let at = claimed.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = claimed.indexOf('PK\u0001\u0002', at + 4, 'latin1')) claimed.writeUInt32LE(1000, at + 24);
    return refused('a.docx', claimed, /损坏|过大|不是 Word/);
  });

  test('entities, that could grow or name files', () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    const xml = DOCUMENT.replace('?>', `?><!DOCTYPE w [<!ENTITY e0 SYSTEM "file:///etc/passwd">${entities}]>`);
    return refused('a.docx', withText(new TextEncoder().encode(`${xml}${p('&e20;')}</w:body></w:document>`)), /.+/);
  });

  test('elements in elements without end', () => refused('a.docx', withText(new TextEncoder().encode(DOCUMENT + '<w:sdt><w:sdtContent>'.repeat(100_000))), /.+/));
});

test('names of files in an archive lead nowhere: nothing is written, and only known parts are read', async () => {
  const document = zipSync({ '../../evil.xml': TYPES, '/etc/passwd': TYPES, '[Content_Types].xml': TYPES, 'word/document.xml': new TextEncoder().encode(`${DOCUMENT}${p('一、总体情况')}</w:body></w:document>`) });
  assert.match((await importDocument('a.docx', document)).text, /一、总体情况/);
});
