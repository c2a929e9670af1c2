/** Elements as HTML. Every character of text and of attributes that means something in HTML is escaped. */
import { escapeHtml } from '../text/escapeHtml';
import type { Element } from './elements';

const VOID: ReadonlySet<string> = new Set(['br', 'col', 'meta', 'rect']);

export function html(node: Element | string): string {
  if (typeof node === 'string') return escapeHtml(node);
  const { tag, attributes, children } = node;
  const written = Object.entries(attributes).map(([name, value]) => (name === 'key' ? '' : ` ${name}="${escapeHtml(String(value))}"`));
  const opening = `<${tag}${written.join('')}>`;
  if (!VOID.has(tag)) return `${opening}${children.map(html).join('')}</${tag}>`;
  return tag === 'rect' ? opening.replace(/>$/, '/>') : opening;
}
