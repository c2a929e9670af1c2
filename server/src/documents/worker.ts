/** Entry of the worker that converts documents for the editor in a browser: one request, one answer. */
import type { WorkerRequest } from '../protocol';
import { convert } from './convert';

// The types of a worker contradict those of Node, which the other entries need.
const worker = globalThis as unknown as { onmessage: (event: { readonly data: WorkerRequest }) => void; postMessage(message: unknown): void };

worker.onmessage = ({ data: { parts, request } }) => {
  // Where the loader that esbuild.mjs puts before this looks for what reads and writes documents.
  Object.assign(globalThis, { ogiReportBase: parts });
  void convert(request).then((result) => worker.postMessage(result));
};
