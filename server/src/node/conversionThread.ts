/** Entry of the thread that converts documents for the editor on Node: one request, one answer. */
import { parentPort } from 'node:worker_threads';
import { convert } from '../documents/convert';
import type { ConversionRequest } from '../protocol';

parentPort!.once('message', (request: ConversionRequest) => {
  void convert(request).then((result) => parentPort!.postMessage(result));
});
