/** Converting documents in a thread of its own, whatever the host: a hostile file may take time and memory, but not the editor's. */
import { env, type Uri } from 'vscode';
import { CONVERSION_TIME, type ConversionRequest, type ConversionResult } from '../../server/src/protocol';

/** A thread that answers one request. */
export interface ConversionThread {
  ask(request: ConversionRequest): Promise<ConversionResult>;
  end(): void;
}

/** Starts a thread of the host at hand; `extensionUri` is the folder of the extension. */
export type StartConversion = (extensionUri: Uri) => ConversionThread;

export async function converted(thread: ConversionThread, request: ConversionRequest): Promise<ConversionResult> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const seconds = CONVERSION_TIME / 1000;
  const late = new Promise<ConversionResult>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'refused', reason: { zh: `处理超过 ${seconds} 秒，已放弃`, en: `given up after ${seconds} seconds` } }), CONVERSION_TIME);
  });
  try {
    return await Promise.race([thread.ask(request), late]);
  } finally {
    clearTimeout(timer);
    thread.end();
  }
}

/** What the thread says, in the language of the editor. */
export const inEditorLanguage = ({ zh, en }: { readonly zh: string; readonly en: string }): string => (env.language.toLowerCase().startsWith('zh') ? zh : en);
