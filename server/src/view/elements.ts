/**
 * What is drawn, as data: a tree of elements that a page is written from (`html.ts`) and a browser is told to show. Tags and
 * attributes are this project's own words; what comes from a report is only ever text or the value of an attribute.
 */

export interface Element {
  readonly tag: string;
  /** `key` tells elements of one parent apart while they change, and is not written. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Element | string)[];
}

/** A child that is left out where there is nothing to say. */
type Child = Element | string | undefined | readonly Child[];

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function el(tag: string, attributes: Attributes, ...children: readonly Child[]): Element {
  const given = Object.entries(attributes).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return { tag, attributes: Object.fromEntries(given), children: children.flatMap(flat) };
}

function flat(child: Child): (Element | string)[] {
  if (child === undefined || child === '') return [];
  return isList(child) ? child.flatMap(flat) : [child];
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child);
