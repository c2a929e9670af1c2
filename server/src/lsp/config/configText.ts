/** The text of a `.ogireport.json`: where its parts stand, and edits that leave everything else as it is written. */
import { findNodeAtLocation, type JSONPath, type Node, parseTree, type ParseError } from 'jsonc-parser';
import { applyEdits } from '../../analysis/fixAll';
import type { Ignore } from '../../analysis/ignore';
import { lineStart } from '../../text/lines';
import { type Edit, type Span, span } from '../../text/span';

/** A byte order mark is no part of what editors count. */
export const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

/**
 * Where the part at `path` stands, offsets of `withoutMark(text)`: its value; for a key that should not be there, the key. Undefined: where the text
 * stops being JSON. A part that is missing is told at what it should be in.
 */
export function spanAt(text: string, path: JSONPath | undefined, part: 'key' | 'value' = 'value'): Span {
  const errors: ParseError[] = [];
  const root = parseTree(withoutMark(text), errors, { disallowComments: true, allowEmptyContent: false });
  const [error] = errors;
  if (path === undefined || !root) return error ? span(error.offset, error.offset + error.length) : span(0, 0);
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return spanOf(part === 'key' && node.parent?.type === 'property' ? node.parent.children![0]! : node);
  }
  return span(0, 1); // the brace
}

const spanOf = ({ offset, length }: Node): Span => span(offset, offset + length);

/** What a person decides about a rule, or one finding of it. */
export type ConfigChange = { readonly kind: 'off'; readonly rule: string } | { readonly kind: 'ignore'; readonly ignore: Ignore };

/** The edit of `text`, with offsets of `withoutMark(text)`, that makes it say so too. `text` must be readable settings. */
export function changed(text: string, change: ConfigChange): Edit {
  const content = withoutMark(text);
  const root = parseTree(content)!;
  const [key, value] = change.kind === 'off' ? (['rules', { [change.rule]: 'off' }] as const) : (['ignores', [change.ignore]] as const);
  const known = findNodeAtLocation(root, [key]);
  if (!known) return inserted(content, root, `${JSON.stringify(key)}: `, value);
  if (change.kind === 'ignore') return inserted(content, known, '', change.ignore);
  const level = findNodeAtLocation(known, [change.rule]);
  return level ? { span: spanOf(level), newText: '"off"' } : inserted(content, known, `${JSON.stringify(change.rule)}: `, 'off');
}

/** Settings that say nothing else. */
export function newConfig(change: ConfigChange): string {
  return `${applyEdits('{}', [changed('{}', change)])}\n`;
}

/** `before` and `value` as the last part of `container`, set as the parts before it are; nothing of those is touched. */
function inserted(text: string, container: Node, before: string, value: unknown): Edit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const step = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const lines = (indent: string): string => before + JSON.stringify(value, null, step).replaceAll('\n', eol + indent);
  const last = container.children?.at(-1);
  if (!last) {
    const outer = indentAt(text, container.offset);
    return { span: span(container.offset + 1, container.offset + container.length - 1), newText: `${eol}${outer}${step}${lines(outer + step)}${eol}${outer}` };
  }
  const end = span(last.offset + last.length, last.offset + last.length);
  const indent = indentAt(text, last.offset);
  const ownLine = text.slice(0, last.offset).endsWith(eol + indent);
  return { span: end, newText: ownLine ? `,${eol}${indent}${lines(indent)}` : `, ${before}${JSON.stringify(value)}` };
}

/** The blanks that begin the line of `offset`. */
function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))![0];
}
