/**
 * Annotations of GitHub Actions: a workflow command a finding, and the summary in the log. What is quoted of a report can't
 * become a command of its own.
 */
import { printable } from '../../text/printable';
import type { Severity } from '../../rules/rule';
import type { Format, FormatOptions } from './format';
import { summary } from './text';

/** GitHub has three levels. */
const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

export function githubFormat({ voice }: FormatOptions): Format {
  return {
    head: '',
    between: '',
    file({ path, error, diagnostics, rangeOf }) {
      const failed = error ? [command('error', { file: path }, voice.words(error))] : [];
      const found = diagnostics.map(({ span, severity, message, rule }) => {
        const { start, end } = rangeOf(span);
        const place = { line: start.line + 1, endLine: end.line + 1 };
        // Columns are refused where an annotation goes over several lines.
        const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
        return command(COMMANDS[severity], { file: path, ...place, ...columns, title: rule }, message);
      });
      return [...failed, ...found].join('');
    },
    end: (totals) => `${voice.words(summary(totals))}\n`,
  };
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${list.join(',')}::${data(printable(message))}\n`;
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** The log is read in a terminal too. */
const property = (text: string): string => data(text.replace(/[^\r\n]+/g, (line) => printable(line))).replaceAll(':', '%3A').replaceAll(',', '%2C');
