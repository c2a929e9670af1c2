/** For engines that run many processes: a line a file, each by itself, as `files` of `docs/schema/check.schema.json` has it. */
import type { Format, FormatOptions } from './format';
import { fileJson } from './json';

export function ndjsonFormat({ voice }: FormatOptions): Format {
  return { head: '', between: '', file: (result) => `${JSON.stringify(fileJson(result, voice))}\n`, end: () => '' };
}
