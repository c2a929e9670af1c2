/** Encryption of PDF files for tests, in its oldest form (RC4, 40 bits), as ISO 32000-1 has it in 7.6. Everything is a character for each byte. */
import { createHash } from 'node:crypto';
import { hex } from './pdf';

export interface Passwords {
  /** Without it the file can't be opened; empty: it can, and only printing and the like ask for the other one. */
  readonly user: string;
  readonly owner: string;
}

const PAD = '\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a';
const KEY_LENGTH = 5;
const ID = 'ogi-report-tests';
/** Printing and no more. */
const PERMISSIONS = -60;

const padded = (password: string): string => (password + PAD).slice(0, PAD.length);

export interface Lock {
  /** What the file says of it, behind its list of objects. */
  readonly entry: string;
  /** What stands in an object, by its number. */
  encrypted(content: string, object: number): string;
}

export function lockOf({ user, owner }: Passwords): Lock {
  const own = rc4(md5(padded(owner)).slice(0, KEY_LENGTH), padded(user));
  const key = md5(padded(user) + own + littleEndian(PERMISSIONS, 4) + ID).slice(0, KEY_LENGTH);
  return {
    entry: `/ID[<${hex(ID)}><${hex(ID)}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${hex(own)}>/U<${hex(rc4(key, PAD))}>/P ${PERMISSIONS}>>`,
    encrypted: (content, object) => rc4(md5(key + littleEndian(object, 3) + littleEndian(0, 2)).slice(0, KEY_LENGTH + 5), content),
  };
}

const littleEndian = (value: number, length: number): string => Array.from({ length }, (_, i) => String.fromCharCode((value >> (8 * i)) & 0xff)).join('');
const md5 = (text: string): string => createHash('md5').update(text, 'binary').digest('binary');

function rc4(key: string, text: string): string {
  const state = Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  const swap = (i: number): void => void ([state[i], state[j]] = [state[j]!, state[i]!]);
  for (let i = 0; i < 256; i++) {
    j = (j + state[i]! + key.charCodeAt(i % key.length)) & 0xff;
    swap(i);
  }
  let i = 0;
  j = 0;
  return [...text]
    .map((char) => {
      i = (i + 1) & 0xff;
      j = (j + state[i]!) & 0xff;
      swap(i);
      return String.fromCharCode(char.charCodeAt(0) ^ state[(state[i]! + state[j]!) & 0xff]!);
    })
    .join('');
}
