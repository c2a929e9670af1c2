/** The parts of an office document, which is a ZIP archive. Only the parts that are asked for are unpacked, and never more than fits. */
import { unzipSync } from 'fflate';
import { Refusal } from './imported';

/** Bytes after unpacking, of one part and of all; a report is a thousandth of it. */
const LARGEST_PART = 64_000_000;
const LARGEST_WHOLE = 128_000_000;

export type Parts = ReadonlyMap<string, Uint8Array>;

/** The parts whose names `wanted` takes, by name. Sizes are those the archive claims; unpacking stops there. Throws a `Refusal`. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Parts {
  let whole = 0;
  try {
    const parts = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!wanted(name)) return false;
        whole += originalSize;
        if (originalSize > LARGEST_PART || whole > LARGEST_WHOLE) throw TOO_LARGE;
        return true;
      },
    });
    return new Map(Object.entries(parts));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal({ zh: '文件不完整或已损坏，请重新取得，或打开后另存再试', en: 'the file is incomplete or damaged; get it again, or open it and save it again' });
  }
}

const TOO_LARGE = new Refusal({ zh: '文件解压后过大，未导入；请确认来源，或只保留报告正文另存', en: 'the file is too large when unpacked; make sure where it comes from, or save the report alone' });
