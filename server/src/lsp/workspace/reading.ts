/** Reading the files of the workspace in the background: one at a time with a pause after each, and not while somebody types. */
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ConfigError } from '../../analysis/config';
import type { Settings } from '../../analysis/settings';
import { reportsOf } from '../../model/report/reports';
import { type ReportSummary, summariesOf } from '../../model/report/summary';
import { segment } from '../../syntax/segment';
import { inLocale } from '../../text/span';
import type { Configs } from '../config/configs';
import { rangeOf } from '../convert';
import type { Folders } from './folders';
import type { KnownReports } from './knownReports';
import type { Log } from '../log';
import { Progress } from '../progress';
import { holdsReports, MOST_BYTES, MOST_FILES, type ReportFiles } from './reportFiles';
import type { Typing } from '../typing';

/** Of a file only the summaries of its reports are kept. Whatever goes wrong with a file leaves that file out and nothing else. */
export class Reading {
  /** Files to read, in this order; a file that changes again before its turn is read once. */
  readonly #waiting = new Set<string>();
  /** The one that is being read. */
  #current: string | undefined;
  #isUnderWay = false;
  #done: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly files: ReportFiles,
    private readonly folders: Folders,
    private readonly configs: Configs,
    private readonly known: KnownReports,
    private readonly typing: Typing,
    private readonly log: Log,
  ) {}

  /** Ends when the files that were to be read have been. */
  get done(): Promise<void> {
    return this.#done;
  }

  /** How many more files may be read. */
  get room(): number {
    return MOST_FILES - this.known.neighbourhood.size - this.#waiting.size;
  }

  /** `file`, canonical, is to be read when it is its turn. */
  add(file: string): void {
    this.#waiting.add(file);
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    this.#done = this.#readAll();
  }

  /** What is gone is not read; what is being read is looked at once more, since it may have been there still. */
  forget(isGone: (file: string) => boolean): void {
    for (const file of this.#waiting) if (isGone(file)) this.#waiting.delete(file);
    if (this.#current !== undefined && isGone(this.#current)) this.#waiting.add(this.#current);
  }

  /** What waits is not read, unless it is added anew. */
  clear(): void {
    this.#waiting.clear();
  }

  async #readAll(): Promise<void> {
    const progress = this.#progress();
    let files = 0;
    let leftOut = 0;
    let failure: unknown;
    for (const file of this.#waiting) {
      await this.typing.rest();
      if (!this.#waiting.delete(file)) continue; // cancelled, or listed anew
      files++;
      this.#current = file;
      const isText = await this.#read(file).catch((error: unknown) => void (failure ??= error));
      this.#current = undefined;
      if (!isText) leftOut++;
      progress.report(files, files + this.#waiting.size);
    }
    this.#isUnderWay = false; // at once: the next file must find it so
    progress.end();
    if (failure !== undefined) this.log.error('Files of the workspace were not read.', failure);
    if (leftOut > 0) this.log.info(`${leftOut} of ${files} files are not compared: gone, larger than ${MOST_BYTES} bytes, or no text.`);
    if (files > 1) this.log.info(`${files} files read for comparison.`);
  }

  #progress(): Progress {
    const title = inLocale({ zh: '正在读取工作区中的年度报告', en: 'Reading the reports of the workspace' }, this.folders.locale);
    return new Progress(this.connection, title, () => {
      this.log.info(`Cancelled: ${this.#waiting.size} files are not compared until they change.`);
      this.clear();
    });
  }

  /** False: the file can't be read as text. */
  async #read(file: string): Promise<boolean> {
    const folder = this.folders.comparedOf(file);
    if (!folder || this.known.isOpen(file)) return true;
    const text = await this.files.read(file, folder.uri);
    const config = (await this.configs.of(file))?.content;
    // Its folder is gone meanwhile, or no longer compared; where it is compared by another form, the file is read again.
    if (this.folders.comparedOf(file) !== folder) return true;
    // What is not checked can't be relied on.
    this.known.set(file, () => (text === undefined || config instanceof ConfigError ? [] : summariesIn(text, file, config?.edition ?? folder.settings.edition)));
    return text !== undefined;
  }
}

function summariesIn(text: string, file: string, edition: Settings['edition']): ReportSummary[] {
  if (!holdsReports(file, text)) return [];
  const lines = TextDocument.create(file, '', 0, text);
  return summariesOf(reportsOf(segment(text), edition), file, (span) => rangeOf({ lines }, span));
}
