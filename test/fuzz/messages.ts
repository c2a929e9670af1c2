/** What the process that checks texts tells the one that watches it. */

export type Message =
  | { readonly kind: 'text'; readonly check: string; readonly text: string }
  | { readonly kind: 'failure'; readonly check: string; readonly message: string; readonly text: string; readonly case: string }
  | { readonly kind: 'done'; readonly texts: number; readonly byCheck: Readonly<Record<string, number>>; readonly characters: number; readonly kept: number; readonly blocks: number };

/** What failures have in common that are one: the words before the first colon but one, quotation or number. */
export function kindOf(message: string): string {
  return /^[^:“\d{\n]*(?::[^:“\d\n]*)?/.exec(message)![0];
}
