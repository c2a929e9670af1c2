import type { Files } from './files';

/** What differs between the hosts of the server: a process, or a worker in a browser. */
export interface Environment {
  readonly version: string;
  /** Address of the folder with the rules' docs pages, ending in `/`; empty: findings carry no links. */
  readonly docsBase: string;
  /** How long the typing must rest before findings are pushed to an editor that doesn't ask for them. */
  readonly pushDelayMs: number;
  /** Files for editors that offer none of their own; undefined: the host has no disk. */
  readonly files: Files | undefined;
  /** Told the address of the extension's folder before more of the server is loaded; for hosts where a file can't know its own. */
  readonly foundAt?: (folder: string) => void;
}
