/** How words reach a person: the language, and whether in colours. Known to every thread that writes a part of the output. */
import { styleText } from 'node:util';
import { inLocale, type Locale, type Text } from '../text/span';

export type Style = Parameters<typeof styleText>[0];

export class Voice {
  constructor(
    readonly locale: Locale,
    readonly styled: boolean,
  ) {}

  words(text: Text): string {
    return inLocale(text, this.locale);
  }

  style(style: Style, text: string): string {
    return this.styled ? styleText(style, text) : text;
  }
}
