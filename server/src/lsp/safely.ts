/** What every handler is wrapped in: a request that was cancelled does nothing, and a failure costs one answer. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from './log';

export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** A handler that answers `neutral` where `handle` throws, and says so once. A thrown `ResponseError` is the answer. */
export function safely<P, R>(log: Log, name: string, neutral: R, handle: (params: P, token: CancellationToken) => R | Promise<R>): Handler<P, R> {
  return async (params, token) => {
    try {
      stopIfCancelled(token);
      const result = await handle(params, token);
      stopIfCancelled(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      log.failed(name, error);
      return neutral;
    }
  };
}

/** To be called again after every wait. */
export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** The document is not the one any more that the request speaks of. */
export function contentModified(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.ContentModified, 'content modified');
}
