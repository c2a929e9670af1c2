/** Lines of a feature as the text that an editor shows: Markdown in which no word of a report can mean anything, or plain text. */
import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import type { Line } from '../features/told';
import { printable } from '../text/printable';

export function markupOf(lines: readonly Line[], markdown: boolean): MarkupContent {
  return markdown ? { kind: MarkupKind.Markdown, value: inMarkdown(lines) } : { kind: MarkupKind.PlainText, value: lines.map(({ text }) => onOneLine(text)).join('\n') };
}

function inMarkdown(lines: readonly Line[]): string {
  const written = lines.map(({ form, text }) => {
    const words = escaped(text);
    return form === 'title' ? `**${words}**` : form === 'item' ? `- ${words}` : words;
  });
  // A list holds together; everything else is a paragraph of its own.
  return written.reduce((all, line, i) => `${all}${lines[i]!.form === 'item' && lines[i - 1]!.form === 'item' ? '\n' : '\n\n'}${line}`);
}

/** Every mark that Markdown or HTML might read, escaped; and no line end, of which some marks need one. */
export function escaped(text: string): string {
  return onOneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

const onOneLine = (text: string): string => printable(text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim());
