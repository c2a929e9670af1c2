/** Conversions in a thread of Node, with a limit of memory. */
import { Worker } from 'node:worker_threads';
import { Uri } from 'vscode';
import type { ConversionResult } from '../../server/src/protocol';
import type { ConversionThread, StartConversion } from './conversion';

/** In megabytes. */
const MEMORY = 1024;

export const startConversionThread: StartConversion = (extensionUri): ConversionThread => {
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist/convert.js').fsPath, { resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  return {
    ask: (request) =>
      new Promise((resolve) => {
        worker.on('message', (result: ConversionResult) => resolve(result));
        worker.on('error', ({ message }) => resolve({ kind: 'refused', reason: { zh: `出错：${message}`, en: `error: ${message}` } }));
        worker.postMessage(request);
      }),
    end: () => void worker.terminate(),
  };
};
