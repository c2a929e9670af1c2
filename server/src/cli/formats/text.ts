/** For people: a line a finding, a blank line between files, and a summary. Lines and columns count from 1. */
import type { Diagnostic } from '../../analysis/analyse';
import { printable, type Style, type Terminal } from '../terminal';
import type { Format, Totals } from './format';

const STYLES: Readonly<Record<Diagnostic['severity'], Style>> = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' };

export function textFormat(terminal: Terminal): Format {
  let wrote = false;
  return {
    async file({ path, diagnostics, omitted, rangeOf }) {
      if (diagnostics.length === 0) return;
      const lines = diagnostics.map(({ span, severity, message, rule }) => {
        const { line, character } = rangeOf(span).start;
        const place = terminal.style('bold', `${printable(path)}:${line + 1}:${character + 1}`);
        return `${place} ${terminal.style(STYLES[severity], severity)} ${printable(message)} ${terminal.style('gray', `[${rule}]`)}\n`;
      });
      if (omitted > 0) lines.push(`${printable(path)}: ${terminal.words({ zh: `还有 ${omitted} 个问题未列出（--max-problems）`, en: `${omitted} more not shown (--max-problems)` })}\n`);
      await terminal.out((wrote ? '\n' : '') + lines.join(''));
      wrote = true;
    },
    async end(totals) {
      await terminal.out(`${wrote ? '\n' : ''}${terminal.words(summary(totals))}\n`);
    },
  };
}

function summary({ files, reports, bySeverity, fixable, skipped, failed }: Totals): { zh: string; en: string } {
  const { error, warning, information, hint } = bySeverity;
  const found = error + warning + information + hint;
  const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return {
    zh: [
      `检查了 ${files} 个文件、${reports} 份报告：`,
      found === 0 ? '没有发现问题' : `错误 ${error}，警告 ${warning}，信息 ${information}，提示 ${hint}`,
      fixable > 0 ? `；其中 ${fixable} 个可用 ogi-report fix 安全修复` : '',
      skipped > 0 ? `；跳过 ${skipped} 个不是报告的文件` : '',
      failed > 0 ? `；${failed} 个文件出错` : '',
    ].join(''),
    en: [
      `${many(files, 'file')}, ${many(reports, 'report')}: `,
      found === 0 ? 'no problems' : `${many(error, 'error')}, ${many(warning, 'warning')}, ${information} information, ${many(hint, 'hint')}`,
      fixable > 0 ? `; ${fixable} can be fixed safely by ogi-report fix` : '',
      skipped > 0 ? `; ${many(skipped, 'file')} skipped, no reports` : '',
      failed > 0 ? `; ${many(failed, 'file')} failed` : '',
    ].join(''),
  };
}
