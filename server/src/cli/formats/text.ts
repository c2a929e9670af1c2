/** For people: a line a finding, a blank line between files, and a summary. Lines and columns count from 1. */
import type { Diagnostic } from '../../analysis/analyse';
import { printable } from '../../text/printable';
import type { Text } from '../../text/span';
import type { Style } from '../voice';
import type { Format, FormatOptions, Totals } from './format';

const STYLES: Readonly<Record<Diagnostic['severity'], Style>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' };

export function textFormat({ voice }: FormatOptions): Format {
  return {
    head: '',
    between: '\n',
    file({ path, diagnostics, omitted, rangeOf }) {
      const lines = diagnostics.flatMap(({ span, severity, message, rule, related }) => {
        const { line, character } = rangeOf(span).start;
        const place = voice.style('bold', `${printable(path)}:${line + 1}:${character + 1}`);
        const elsewhere = related.flatMap((other) => ('place' in other ? `  ${printable(other.place.file)}:${other.place.range.start.line + 1}:${other.place.range.start.character + 1} ${printable(other.message)}\n` : []));
        return [`${place} ${voice.style(STYLES[severity], severity)} ${printable(message)} ${voice.style('gray', `[${rule}]`)}\n`, ...elsewhere];
      });
      if (omitted > 0) lines.push(`${printable(path)}: ${voice.words({ zh: `还有 ${omitted} 个问题未列出（--max-problems）`, en: `${omitted} more not shown (--max-problems)` })}\n`);
      return lines.join('');
    },
    end: (totals) => `${foundIn(totals) > 0 ? '\n' : ''}${voice.words(summary(totals))}\n`,
  };
}

const foundIn = ({ bySeverity: { error, warning, information, hint } }: Totals): number => error + warning + information + hint;

export function summary(totals: Totals): Text {
  const { files, reports, bySeverity, fixable, ignored, skipped, failures } = totals;
  const { error, warning, information, hint } = bySeverity;
  const found = foundIn(totals);
  const failed = failures.length;
  const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return {
    zh: [
      `检查了 ${files} 个文件、${reports} 份报告：`,
      found === 0 ? '没有发现问题' : `错误 ${error}，警告 ${warning}，信息 ${information}，提示 ${hint}`,
      fixable > 0 ? `；其中 ${fixable} 个可用 ogi-report fix 安全修复` : '',
      ignored > 0 ? `；另有 ${ignored} 个已注明理由，不再提示` : '',
      skipped > 0 ? `；跳过 ${skipped} 个不是报告的文件` : '',
      failed > 0 ? `；${failed} 个文件出错` : '',
    ].join(''),
    en: [
      `${many(files, 'file')}, ${many(reports, 'report')}: `,
      found === 0 ? 'no problems' : `${many(error, 'error')}, ${many(warning, 'warning')}, ${information} information, ${many(hint, 'hint')}`,
      fixable > 0 ? `; ${fixable} can be fixed safely by ogi-report fix` : '',
      ignored > 0 ? `; ${ignored} left for the reasons given` : '',
      skipped > 0 ? `; ${many(skipped, 'file')} skipped, no reports` : '',
      failed > 0 ? `; ${many(failed, 'file')} failed` : '',
    ].join(''),
  };
}
