/** The same failure in less text: pieces are left out, halves first, as long as what is left still fails in the same way. */

const LONGEST_MS = 60_000;

/** A text that still fails, from which no piece could be left out, or that a minute was spent on. */
export function shrunk(text: string, fails: (text: string) => boolean): string {
  const end = Date.now() + LONGEST_MS;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < text.length && Date.now() < end; ) {
      const less = text.slice(0, at) + text.slice(at + size);
      if (fails(less)) text = less;
      else at += size;
    }
  }
  return text;
}
