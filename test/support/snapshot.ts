/**
 * A snapshot that is defended: each line says what is expected, and behind `#` why that is right. A line without a reason
 * is a finding that nobody has looked at.
 */

/** Expected lines with their reasons, in the order of the file. */
export function readSnapshot(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [expected = '', ...reason] = line.split('#');
      return [expected.trim(), reason.join('#').trim()];
    }),
  );
}

/** `found` as a snapshot, with the reasons of the lines that were there before; `head` comes first, as comments. */
export function writeSnapshot(head: string, found: readonly string[], before: ReadonlyMap<string, string>): string {
  const width = Math.max(0, ...found.map((line) => line.length));
  return [...head.split('\n').map((line) => `# ${line}`), '', ...found.map((line) => `${line.padEnd(width)}  # ${before.get(line) ?? ''}`.trimEnd()), ''].join('\n');
}
