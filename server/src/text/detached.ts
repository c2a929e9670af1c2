/** A copy of `text` that does not keep the text alive that it was cut out of, as a substring does in V8. */
export function detached(text: string): string {
  return text.length < 13 ? text : `${text} `.slice(0, -1);
}
