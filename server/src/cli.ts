/** `ogi-report`: the service on the command line. */
import { main } from './cli/main';

void main(process.argv.slice(2)).then((code) => {
  // Not process.exit(): what is still being written to a pipe would be lost.
  process.exitCode = code;
});
