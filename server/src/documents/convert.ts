/** One conversion for whoever asks from another thread; the parts that it takes are loaded by then. Never throws. */
import type { ConversionRequest, ConversionResult } from '../protocol';
import type { Text } from '../text/span';

export async function convert(request: ConversionRequest): Promise<ConversionResult> {
  try {
    if (request.kind === 'import') {
      const { importDocument } = await import('./import/index');
      return { kind: 'imported', ...(await importDocument(request.name, request.bytes)) };
    }
    const { exportReport } = await import('./export/index');
    return { kind: 'exported', ...(await exportReport(request.text, request.format, request.edition)) };
  } catch (error) {
    const { words, message } = error as Error & { readonly words?: Text };
    return { kind: 'refused', reason: words ?? { zh: `出错：${message}`, en: `error: ${message}` } };
  }
}
