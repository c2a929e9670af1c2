/** Entry of the worker that converts documents for the editor in a browser: one request, one answer. */
import type { ConversionRequest } from '../protocol';
import { convert } from './convert';

// The types of a worker contradict those of Node, which the other entries need.
const worker = globalThis as unknown as { onmessage: (event: { readonly data: ConversionRequest }) => void; postMessage(message: unknown): void };

worker.onmessage = ({ data }) => {
  void convert(data).then((result) => worker.postMessage(result));
};
