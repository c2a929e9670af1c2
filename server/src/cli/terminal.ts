/** Where the command line writes: results to standard output, everything else to standard error. */
import { once } from 'node:events';
import { printable } from '../text/printable';
import type { Locale } from '../text/span';
import type { Failure } from './failure';
import { Voice } from './voice';

/** How often what is going on is shown anew, and how long a run is too short to be worth it, in milliseconds. */
const SHOW_EVERY = 100;
const SHOW_AFTER = 500;
const CLEAR_LINE = '\r\u001b[2K';

export class Terminal extends Voice {
  #broken: NodeJS.ErrnoException | undefined;
  /** When progress is shown next, by `performance.now()`; never where nobody is looking. */
  #showAt = process.stderr.isTTY ? performance.now() + SHOW_AFTER : Infinity;
  #shown = false;

  constructor(locale: Locale) {
    // hasColors() knows NO_COLOR, FORCE_COLOR and TERM; it is missing where output is no terminal.
    super(locale, process.stdout.isTTY && process.stdout.hasColors());
    process.stdout.on('error', (error) => (this.#broken ??= error));
  }

  /** Why nothing can be written any more: the reader closed the pipe, the disk is full. */
  get broken(): NodeJS.ErrnoException | undefined {
    return this.#broken;
  }

  /** Resolves when more may be written, so that a slow reader does not fill the memory. Throws `broken`. */
  async out(content: string | Uint8Array): Promise<void> {
    if (this.#broken) throw this.#broken;
    if (content.length === 0) return;
    if (process.stdout.isTTY) this.#clear();
    if (!process.stdout.write(content)) await once(process.stdout, 'drain');
  }

  /** What was done: a reader that has seen enough is no reason to leave the rest undone. */
  async done(content: string | Uint8Array): Promise<void> {
    try {
      await this.out(content);
    } catch (error) {
      if (this.#broken?.code !== 'EPIPE') throw error;
    }
  }

  /** Resolves when everything is written. Throws `broken`. */
  async end(): Promise<void> {
    this.#clear();
    await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
    if (this.#broken) throw this.#broken;
  }

  /** Lines for the person at the terminal, never part of the result. Names and errors in them can't drive the terminal. */
  note(text: string): void {
    this.#clear();
    process.stderr.write(`${text.split('\n').map(printable).join('\n')}\n`);
  }

  /** What went wrong with a file. */
  tell({ path, reason }: Failure): void {
    this.note(`${printable(path)}: ${this.words(reason)}`);
  }

  /** What is going on, on a line that the next one takes the place of. `text` is asked for only when it is shown. */
  progress(text: () => string): void {
    const now = performance.now();
    if (now < this.#showAt) return;
    this.#showAt = now + SHOW_EVERY;
    this.#shown = true;
    process.stderr.write(`${CLEAR_LINE}${text()}`);
  }

  #clear(): void {
    if (this.#shown) process.stderr.write(CLEAR_LINE);
    this.#shown = false;
  }
}

/** The language of messages: `--lang`, else the system's, else Chinese. */
export function localeOf(lang: unknown, env: NodeJS.ProcessEnv): Locale {
  if (lang === 'zh' || lang === 'en') return lang === 'zh' ? 'zh-CN' : 'en';
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^(?:$|C\b|POSIX\b|zh)/i.test(system) ? 'zh-CN' : 'en';
}
