/** LibreOffice, where it is installed: what people have who get a report and have no Word. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const PLACES = [
  ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'soffice')),
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

export const LIBRE_OFFICE = PLACES.find((path) => existsSync(path));
/** To be printed where it is not there. */
export const NO_LIBRE_OFFICE = 'LibreOffice is not installed (on Debian: apt-get install --no-install-recommends libreoffice-writer libreoffice-calc)';

export type OfficeFormat = 'pdf' | 'docx' | 'html' | 'xlsx';

/** What it would guess otherwise: fields between commas, in double quotes, in UTF-8; a page as a text to go on writing. */
const FILTERS: Readonly<Record<string, readonly string[]>> = { csv: ['--infilter=CSV:44,34,76'], html: ['--infilter=HTML (StarWriter)'] };
const SAVED: Readonly<Partial<Record<OfficeFormat, string>>> = { docx: 'docx:MS Word 2007 XML' };
/** Hundreds of files in one start. */
const MOST_TIME_MS = 600_000;

/** The documents opened by LibreOffice and saved as `to`, in their order; undefined where it made none. They have all one `extension`. */
export async function savedAs(to: OfficeFormat, extension: string, documents: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-office-'));
  try {
    const out = join(folder, 'out');
    mkdirSync(out);
    const files = documents.map((bytes, i) => {
      const file = join(folder, `${i}.${extension}`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await promisify(execFile)(LIBRE_OFFICE!, [profile, '--headless', ...(FILTERS[extension] ?? []), '--convert-to', SAVED[to] ?? to, '--outdir', out, ...files], { timeout: MOST_TIME_MS, env: { ...process.env, HOME: folder } });
    return documents.map((_, i) => (existsSync(join(out, `${i}.${to}`)) ? new Uint8Array(readFileSync(join(out, `${i}.${to}`))) : undefined));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a report is sent out as, and what LibreOffice saves it as. */
export const OFFICE_WAYS = [
  ['docx', 'pdf'],
  ['docx', 'docx'],
  ['docx', 'html'],
  ['html', 'docx'],
  ['csv', 'xlsx'],
] as const;
