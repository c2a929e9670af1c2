/** The same failure in less text: pieces are left out, halves first, as long as what is left still fails in the same way. */

/** A text that still fails, from which no piece tried could be left out; `fails` may be asked a few thousand times. */
export function shrunk(text: string, fails: (text: string) => boolean, most = 3000): string {
  let asked = 0;
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < text.length && asked < most; ) {
      const less = text.slice(0, at) + text.slice(at + size);
      asked++;
      if (fails(less)) text = less;
      else at += size;
    }
  }
  return text;
}
