/** `ogi-report rules`: what is checked. */
import { RULES } from '../rules';
import type { Rule } from '../rules/rule';
import { choice, type Options, parse, ruleNamed } from './args';
import type { Command } from './command';
import { manual } from './manual';
import { rulePage } from './rulePage';
import type { Terminal } from './terminal';

const OPTIONS = { format: { type: 'string', value: 'text|json', says: { zh: '输出格式，默认 text。', en: 'Default text.' } } } as const satisfies Options;

const SUMMARY = { zh: '列出规则，或显示一条规则的说明', en: 'list the rules, or explain some of them' };

export const rules: Command = {
  name: 'rules',
  summary: SUMMARY,
  help: manual({
    name: 'rules',
    summary: SUMMARY,
    synopsis: [{ zh: '[选项] [规则…]', en: '[options] [rule…]' }],
    description: {
      zh: '不带规则时列出全部规则：编号、默认级别、说明；给出规则编号时显示其说明页（Markdown，中英文）。',
      en: 'Lists all rules: id, default level, what it reports. With rule ids, prints their pages (Markdown, Chinese and English).',
    },
    options: OPTIONS,
    status: { 0: { zh: '成功', en: 'done' }, 2: { zh: '用法有误', en: 'a wrong call' } },
    examples: [
      { zh: 'ogi-report rules', en: 'ogi-report rules' },
      { zh: 'ogi-report rules table/balance', en: 'ogi-report rules table/balance' },
    ],
  }),
  async run(argv, terminal) {
    const { values, paths: ids } = parse(argv, OPTIONS);
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
