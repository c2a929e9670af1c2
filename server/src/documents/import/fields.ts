/** What a page shows in a field to be filled in. */
import { attribute, type Element } from './element';

const FIELDS: Readonly<Record<string, (field: Element) => string>> = { input: inInput, textarea: textOf, select: chosenIn };

export const isField = ({ tagName }: Element): boolean => Object.hasOwn(FIELDS, tagName);

/** Of what `isField`. */
export const shownIn = (field: Element): string => FIELDS[field.tagName]!(field);

/** Buttons, boxes to tick and passwords show no words of their own. */
const WRITTEN = /^(?:text|number|tel)$/i;

function inInput(input: Element): string {
  return WRITTEN.test(attribute(input, 'type') ?? 'text') ? (attribute(input, 'value') ?? '') : '';
}

function chosenIn(select: Element): string {
  const options = select.childNodes.flatMap((node) => ('tagName' in node ? (node.tagName === 'optgroup' ? node.childNodes : [node]) : [])).filter((node): node is Element => node.nodeName === 'option');
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  return chosen ? textOf(chosen) : '';
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => (node.nodeName === '#text' && 'value' in node ? node.value : '')).join('');
}
