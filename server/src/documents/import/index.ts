/** A document as the text of a report. Pure: bytes in, text out; in a thread or a worker, since a hostile file may take long. */
import { readCsv } from './csv';
import { readDocx } from './docx';
import { decodeText } from './encodings';
import { readHtml } from './html';
import { type Found, type Imported, Losses, Refusal } from './imported';
import { type Kind, kindOf } from './kind';
import { writeText } from './writeText';
import { readXlsx } from './xlsx';

export { type Imported, Refusal } from './imported';

/** Larger files are pictures with a few words. */
const LARGEST = 100_000_000;

/**
 * The text of the document in `bytes`; `name` matters only where the content does not tell what it is. Texts come as they are. Throws a
 * `Refusal` that says what to do.
 */
export async function importDocument(name: string, bytes: Uint8Array): Promise<Imported> {
  if (bytes.length > LARGEST) throw new Refusal({ zh: '文件超过 100 MB，未导入；请压缩其中的图片，或只保留报告正文', en: 'larger than 100 MB; compress its pictures, or keep the report alone' });
  const kind = kindOf(name, bytes);
  if (kind === 'text') {
    const losses = new Losses();
    return { text: decodeText(bytes, losses), losses: losses.told };
  }
  const { blocks, losses } = await READERS[kind](bytes);
  const text = writeText(blocks);
  if (text === '') throw new Refusal({ zh: '其中没有文字', en: 'there are no words in it' });
  return { text, losses };
}

const READERS: Readonly<Record<Exclude<Kind, 'text'>, (bytes: Uint8Array) => Found | Promise<Found>>> = {
  docx: readDocx,
  xlsx: readXlsx,
  html: readHtml,
  csv: readCsv,
  // The largest reader by far.
  pdf: async (bytes) => (await import('./pdf')).readPdf(bytes),
};
