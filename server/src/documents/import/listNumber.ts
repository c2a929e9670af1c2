/** The number that a browser puts before an item of an ordered list; the text of such pages lacks it. */
import { fold } from '../../text/fold';
import { attribute, type Element } from './element';
import { written } from './numbering';

const FORMATS: Readonly<Record<string, string>> = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' };
/** An item that brings its own number, or a list whose numbers are switched off. */
const NUMBERED = /^\s*(?:\d+\s*[.、)]|[(]?[一二三四五六七八九十]+[)、.])/;
const SWITCHED_OFF = /list-style(?:-type)?\s*:[^;]*\bnone\b/i;

export function listNumber(item: Element): string {
  const list = item.parentNode as Element | null;
  if (list?.nodeName !== 'ol') return '';
  if (SWITCHED_OFF.test(`${attribute(list, 'style') ?? ''};${attribute(item, 'style') ?? ''}`) || NUMBERED.test(fold(textOf(item)))) return '';
  const items = list.childNodes.filter((node): node is Element => node.nodeName === 'li');
  let number = Number.parseInt(attribute(list, 'start') ?? '1', 10) || 1;
  for (const own of items) {
    number = Number.parseInt(attribute(own, 'value') ?? '', 10) || number;
    if (own === item) return `${written(number, FORMATS[attribute(list, 'type') ?? ''] ?? 'decimal')}.`;
    number++;
  }
  return '';
}

const MOST_LOOKED_AT = 200;

/** The beginning of an item. */
function textOf(element: Element): string {
  let text = '';
  const nodes = [...element.childNodes].reverse();
  for (let node = nodes.pop(), i = 0; node && i < MOST_LOOKED_AT; node = nodes.pop(), i++) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    if ('tagName' in node) nodes.push(...[...node.childNodes].reverse());
    if (text.trim().length > 8) break;
  }
  return text;
}
