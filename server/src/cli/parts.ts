/**
 * Parts of the output that can't be written yet. While they are few they stay in memory; what is more goes to a temporary file
 * that nobody else can read and that is gone with the process.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How much stays in memory, in UTF-16 units. */
const IN_MEMORY = 8_000_000;

/** A part that is kept: itself, or where it lies in the file, in bytes. */
export type Kept = string | { readonly at: number; readonly length: number };

export class Parts {
  /** In memory, in UTF-16 units. */
  #held = 0;
  #file: { readonly folder: string; readonly handle: number; end: number } | undefined;
  #full = false;

  constructor(private readonly inMemory = IN_MEMORY) {}

  keep(part: string): Kept {
    if (this.#held + part.length > this.inMemory && !this.#full) {
      try {
        return this.#stored(Buffer.from(part));
      } catch {
        this.#full = true; // No room for it, or no right: memory may suffice.
      }
    }
    this.#held += part.length;
    return part;
  }

  part(kept: Kept): string {
    if (typeof kept === 'string') return kept;
    const bytes = Buffer.alloc(kept.length);
    for (let read = 0; read < bytes.length; ) read += readSync(this.#file!.handle, bytes, read, bytes.length - read, kept.at + read);
    return bytes.toString();
  }

  close(): void {
    if (!this.#file) return;
    closeSync(this.#file.handle);
    rmSync(this.#file.folder, { recursive: true, force: true });
  }

  #stored(bytes: Buffer): Kept {
    const file = (this.#file ??= opened());
    for (let written = 0; written < bytes.length; ) written += writeSync(file.handle, bytes, written, bytes.length - written, file.end + written);
    const at = file.end;
    file.end += bytes.length;
    return { at, length: bytes.length };
  }
}

function opened(): { folder: string; handle: number; end: number } {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-'));
  const path = join(folder, 'output');
  const handle = openSync(path, 'wx+', 0o600);
  try {
    rmSync(path); // Most systems let an open file live on without a name; the others remove it at the end.
  } catch {
    // in use
  }
  return { folder, handle, end: 0 };
}
