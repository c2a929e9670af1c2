/** Where the command line writes: results to standard output, everything else to standard error. */
import { once } from 'node:events';
import { styleText } from 'node:util';
import { inLocale, type Locale, type Text } from '../text/span';

export type Style = Parameters<typeof styleText>[0];

export class Terminal {
  readonly #styled: boolean;

  constructor(readonly locale: Locale) {
    // hasColors() knows NO_COLOR, FORCE_COLOR and TERM; it is missing where output is no terminal.
    this.#styled = process.stdout.isTTY && process.stdout.hasColors();
  }

  words(text: Text): string {
    return inLocale(text, this.locale);
  }

  style(style: Style, text: string): string {
    return this.#styled ? styleText(style, text) : text;
  }

  /** Resolves when more may be written, so that a slow reader does not fill the memory. */
  async out(text: string): Promise<void> {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  }

  /** One line for the person at the terminal, never part of the result. */
  note(text: string): void {
    process.stderr.write(`${text}\n`);
  }
}

/** The language of messages: `--lang`, else the system's, else Chinese. */
export function localeOf(lang: unknown, env: NodeJS.ProcessEnv): Locale {
  if (lang === 'zh' || lang === 'en') return lang === 'zh' ? 'zh-CN' : 'en';
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^(?:$|C\b|POSIX\b|zh)/i.test(system) ? 'zh-CN' : 'en';
}

/**
 * A reader that has seen enough (`ogi-report check … | head`) closes the pipe; that is no error.
 * Nothing that is written from then on has a reader, so the process ends.
 */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00a0\ufffd]/gu;

/** `text` with characters that a terminal would obey, or not show, as their numbers: a report can't drive the terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (char) => `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`);
}
