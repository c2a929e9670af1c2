/** Conversions in a worker of the browser. */
import { Uri } from 'vscode';
import type { ConversionResult, WorkerRequest } from '../../server/src/protocol';
import type { ConversionThread, StartConversion } from './conversion';

/** What is used of a worker: the types of browsers contradict those of Node, which the other entries need. */
declare const Worker: new (url: string) => {
  onmessage: (event: { readonly data: ConversionResult }) => void;
  onerror: (event: { readonly message: string }) => void;
  postMessage(message: WorkerRequest): void;
  terminate(): void;
};

export const startConversionWorker: StartConversion = (extensionUri): ConversionThread => {
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist/web/convert.js').toString(true));
  return {
    ask: (request) =>
      new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => resolve({ kind: 'refused', reason: { zh: `出错：${message}`, en: `error: ${message}` } });
        worker.postMessage({ parts: `${Uri.joinPath(extensionUri, 'dist').toString(true)}/`, request });
      }),
    end: () => worker.terminate(),
  };
};
