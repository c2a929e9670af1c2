/**
 * Folders that appear in the workspace. Where a folder is made, copied or unpacked with files in it, what watches the file
 * system may be too late for the files and tell of the folder alone; so whatever appears, and may be a folder, is looked into
 * once it is quiet. Nobody tells a folder from a file: a file is a folder with nothing in it.
 */
import { withFolders } from '../uris';

/** How long nothing more must appear before it is looked into. */
const QUIET_MS = 300;
/** A folder in which something appears all the time is looked into all the same. */
const LONGEST_MS = 3000;
/** More are not looked into one by one. */
const MOST = 64;

export class NewFolders {
  readonly #waiting = new Set<string>();
  #isMany = false;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `look` gets those that appeared together, outermost only; undefined: too many to be looked into one by one. */
  constructor(private readonly look: (uris: readonly string[] | undefined) => void) {}

  /** Something appeared at a canonical `uri`. */
  add(uri: string): void {
    if (this.#timer === undefined) this.#since = Date.now();
    if (this.#waiting.size < MOST || this.#waiting.has(uri)) this.#waiting.add(uri);
    else this.#isMany ||= !this.#isWithinAnother(uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), Math.max(0, Math.min(QUIET_MS, this.#since + LONGEST_MS - Date.now())));
  }

  #tell(): void {
    const outermost = [...this.#waiting].filter((uri) => !this.#isWithinAnother(uri));
    const isMany = this.#isMany;
    this.#timer = undefined;
    this.#waiting.clear();
    this.#isMany = false;
    this.look(isMany ? undefined : outermost);
  }

  #isWithinAnother(uri: string): boolean {
    return withFolders(uri).slice(1).some((folder) => this.#waiting.has(folder));
  }
}
