/** Where the command line writes: results to standard output, everything else to standard error. */
import { once } from 'node:events';
import { styleText } from 'node:util';
import { inLocale, type Locale, type Text } from '../text/span';
import type { Failure } from './failure';

export type Style = Parameters<typeof styleText>[0];

export class Terminal {
  readonly #styled: boolean;
  #broken: NodeJS.ErrnoException | undefined;

  constructor(readonly locale: Locale) {
    // hasColors() knows NO_COLOR, FORCE_COLOR and TERM; it is missing where output is no terminal.
    this.#styled = process.stdout.isTTY && process.stdout.hasColors();
    process.stdout.on('error', (error) => (this.#broken ??= error));
  }

  words(text: Text): string {
    return inLocale(text, this.locale);
  }

  style(style: Style, text: string): string {
    return this.#styled ? styleText(style, text) : text;
  }

  /** Why nothing can be written any more: the reader closed the pipe, the disk is full. */
  get broken(): NodeJS.ErrnoException | undefined {
    return this.#broken;
  }

  /** Resolves when more may be written, so that a slow reader does not fill the memory. Throws `broken`. */
  async out(content: string | Uint8Array): Promise<void> {
    if (this.#broken) throw this.#broken;
    if (!process.stdout.write(content)) await once(process.stdout, 'drain');
  }

  /** Resolves when everything is written. Throws `broken`. */
  async end(): Promise<void> {
    await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
    if (this.#broken) throw this.#broken;
  }

  /** One line for the person at the terminal, never part of the result. */
  note(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  /** What went wrong with a file. */
  tell({ path, reason }: Failure): void {
    this.note(`${printable(path)}: ${this.words(reason)}`);
  }
}

/** The language of messages: `--lang`, else the system's, else Chinese. */
export function localeOf(lang: unknown, env: NodeJS.ProcessEnv): Locale {
  if (lang === 'zh' || lang === 'en') return lang === 'zh' ? 'zh-CN' : 'en';
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^(?:$|C\b|POSIX\b|zh)/i.test(system) ? 'zh-CN' : 'en';
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00a0\ufffd]/gu;

/** `text` with characters that a terminal would obey, or not show, as their numbers: a report can't drive the terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) => `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`);
}
