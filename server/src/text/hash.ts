/** FNV-1a of 32 bits from `seed` on, as eight hexadecimal digits. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** 16 hexadecimal digits that name a content; not for secrets. */
export const contentHash = (text: string): string => hash(text, 0x811c9dc5) + hash(text, 0x1000193);
