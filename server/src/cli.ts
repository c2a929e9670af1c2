/** `ogi-report`: the service on the command line. */
import { isMainThread } from 'node:worker_threads';
import { main } from './cli/main';
import { work } from './cli/worker';

if (isMainThread) {
  void main(process.argv.slice(2)).then((code) => {
    // Not process.exit(): what is still being written to a pipe would be lost.
    process.exitCode = code;
  });
} else work();
