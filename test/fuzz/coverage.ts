/**
 * What a text makes the service do, as V8 counts it: the blocks of code that were entered. A text that enters one for the
 * first time, or much oftener than any before, is worth going on from. Node has what it takes: libraries that guide by coverage
 * come as binaries, which do not run on every system the project is built on.
 */
import { Session } from 'node:inspector';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SERVICE = pathToFileURL(join(__dirname, '../../server/src')).href;

interface ScriptCoverage {
  readonly scriptId: string;
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[] }[];
}

export class Coverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Blocks met so far, each with the power of four up to which it was repeated. */
  get size(): number {
    return this.#seen.size;
  }

  /** How many were met for the first time since the last call. */
  news(): number {
    const before = this.#seen.size;
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error) throw error;
      for (const { scriptId, url, functions } of answer.result as readonly ScriptCoverage[]) {
        if (!isService(url)) continue;
        for (const { ranges } of functions) {
          for (const { startOffset, endOffset, count } of ranges) if (count > 0) this.#seen.add(`${scriptId} ${startOffset} ${endOffset} ${Math.floor(Math.log2(count) / 2)}`);
        }
      }
    });
    return this.#seen.size - before;
  }

  stop(): void {
    this.#session.disconnect();
  }
}

const isService = (url: string): boolean => url.startsWith(SERVICE) || url.startsWith(SERVICE.replace('file://', ''));
