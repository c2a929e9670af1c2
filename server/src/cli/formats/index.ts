/** The formats of `check`, by the name that `--format` takes. */
import type { Format, FormatOptions } from './format';
import { githubFormat } from './github';
import { jsonFormat } from './json';
import { junitFormat } from './junit';
import { ndjsonFormat } from './ndjson';
import { sarifFormat } from './sarif';
import { textFormat } from './text';

export const FORMATS = { text: textFormat, json: jsonFormat, ndjson: ndjsonFormat, sarif: sarifFormat, github: githubFormat, junit: junitFormat } as const satisfies Readonly<
  Record<string, (options: FormatOptions) => Format>
>;

export type FormatName = keyof typeof FORMATS;
