/** Elements of a web page. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

export const attribute = (element: Element, name: string): string | undefined => element.attrs.find((own) => own.name === name)?.value;
