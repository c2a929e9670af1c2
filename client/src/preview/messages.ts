/** What the editor and the page of the preview say to each other. Imported by both, so it imports nothing. */

/** Editor to page. */
export type ToPage =
  /** `preview`: of server/src/features/preview.ts. */
  | { readonly type: 'report'; readonly preview: unknown }
  | { readonly type: 'nothing' }
  /** Where the cursor is, in UTF-16 units. */
  | { readonly type: 'cursor'; readonly offset: number };

/** Page to editor. */
export type FromPage =
  | { readonly type: 'ready' }
  /** Shows a place in the text. */
  | { readonly type: 'reveal'; readonly start: number; readonly end: number }
  | { readonly type: 'export' };

/** What the page keeps while it is hidden and while the window is reloaded. */
export interface PageState {
  readonly uri: string;
  readonly scroll: number;
}

/** The message of a page, which could be anything; undefined where it is none of ours. */
export function messageFrom(data: unknown): FromPage | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'ready' || data.type === 'export') return { type: data.type };
  if (data.type !== 'reveal' || !('start' in data) || !('end' in data)) return undefined;
  const { start, end } = data;
  return isOffset(start) && isOffset(end) ? { type: 'reveal', start, end } : undefined;
}

const isOffset = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
