/** What a command is: its help, and a function from arguments to an exit code. One file each. */
import type { Text } from '../text/span';
import type { Terminal } from './terminal';

/** 0: nothing to complain about. 1: findings. 2: a wrong call, or a file that couldn't be read or written. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Text;
  /** The page that `--help` prints. */
  readonly help: Text;
  run(argv: readonly string[], terminal: Terminal): Promise<ExitCode>;
}
