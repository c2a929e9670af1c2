/** `ogi-report rules`: what is checked. */
import { RULES } from '../rules';
import type { Rule } from '../rules/rule';
import { choice, parse, ruleNamed } from './args';
import type { Command } from './command';
import { rulePage } from './rulePage';
import type { Terminal } from './terminal';

export const rules: Command = {
  name: 'rules',
  summary: { zh: '列出规则，或显示一条规则的说明', en: 'list the rules, or explain some of them' },
  help: {
    zh: `用法：ogi-report rules [选项] [规则…]

不带规则时列出全部规则：编号、默认级别、说明；给出规则编号时显示其说明页（Markdown，中英文）。

选项：
  --format text|json   输出格式，默认 text
  --lang zh|en         列表语言，默认随系统
  -h, --help           显示本页

例：
  ogi-report rules
  ogi-report rules table/balance
`,
    en: `usage: ogi-report rules [options] [rule…]

Lists all rules: id, default level, what it reports. With rule ids, prints their pages (Markdown, Chinese and English).

options:
  --format text|json   default text
  --lang zh|en         language of the list; the system's by default
  -h, --help           this page

examples:
  ogi-report rules
  ogi-report rules table/balance
`,
  },
  async run(argv, terminal) {
    const { values, paths: ids } = parse(argv, { format: { type: 'string' } });
    const format = choice('format', values.format, ['text', 'json']);
    const chosen = ids.length === 0 ? RULES : ids.map(ruleNamed);
    if (format === 'json') await terminal.out(`${JSON.stringify({ version: 1, rules: chosen.map((rule) => ruleJson(rule, terminal)) })}\n`);
    else await terminal.out(ids.length === 0 ? list(terminal) : chosen.map(rulePage).join('\n'));
    return 0;
  },
};

function list(terminal: Terminal): string {
  const width = Math.max(0, ...RULES.map(({ id }) => id.length));
  return RULES.map(({ id, severity, docs }) => `${id.padEnd(width)}  ${severity.padEnd('information'.length)}  ${terminal.words(docs.title)}\n`).join('');
}

function ruleJson({ id, severity, since, docs }: Rule, terminal: Terminal): object {
  return { id, severity, since, title: terminal.words(docs.title), what: terminal.words(docs.what) };
}
