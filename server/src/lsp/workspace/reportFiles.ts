/** Files that may be reports, from where the host has them: within limits, and as texts. */
import { decode, decodeAs } from '../../cli/encoding';
import { detect } from '../../model/report/detect';
import type { FilesParams, FilesResult } from '../../protocol';
import type { Files } from '../files';
import type { Log } from '../log';

/** A report has some 20 kB, a thick volume 1 MB; what is larger would keep requests waiting. */
export const MOST_BYTES = 1 << 20;
/** Files of a workspace that are read; a province has fewer agencies. */
export const MOST_FILES = 5000;
/** How much of a text is looked at to tell whether it is a report. */
const LOOK_AT = 200_000;

/** What the host fails to list is left out and told in the log; what it fails to read is for whoever asked. */
export class ReportFiles {
  /** Without `files` there is nothing to list or read. */
  constructor(
    private readonly files: Files | undefined,
    private readonly log: Log,
  ) {}

  /** Whether the host has any files to offer. */
  get areOffered(): boolean {
    return this.files !== undefined;
  }

  /** The files of a folder; none where that fails, since what is not listed is still compared when it changes. */
  async list(params: FilesParams): Promise<FilesResult> {
    try {
      return (await this.files?.list(params)) ?? { uris: [], more: false };
    } catch (error) {
      this.log.error(`A folder could not be listed. ${params.folder}`, error);
      return { uris: [], more: false };
    }
  }

  /** The text of a file in `folder`; undefined: it is gone, larger than `MOST_BYTES`, or no text. */
  async read(file: string, folder: string): Promise<string | undefined> {
    const bytes = await this.files?.read({ uri: file, folder, mostBytes: MOST_BYTES });
    return bytes && textOf(bytes);
  }
}

/** Whether the text of a file holds reports: by its name, else by what is in it. */
export function holdsReports(file: string, text: string): boolean {
  return file.toLowerCase().endsWith('.ogi') || detect(text.slice(0, LOOK_AT)).isReport;
}

/** UTF-8, UTF-16 with its mark, or GB18030, in which older reports are stored; what is none of them is no text. */
function textOf(bytes: Uint8Array): string | undefined {
  for (const read of [() => decode(bytes).text, () => decodeAs(bytes, 'gb18030').text]) {
    try {
      return read();
    } catch {
      // not in this encoding
    }
  }
  return undefined;
}
