/** A rule's docs page: Chinese first, then English, then the examples, which are the rule's tests. */
import type { Diagnostic } from '../analysis/analyse';
import { citedAs } from '../editions/law';
import type { Example, FixSafety, Rule } from '../rules/rule';
import { printable } from '../text/printable';
import type { Text } from '../text/span';
import { analyseExample } from './ruleExample';

type Language = keyof Text;

const SEVERITY: Readonly<Record<Rule['severity'], Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '信息', en: 'information' },
  hint: { zh: '提示', en: 'hint' },
  off: { zh: '关闭', en: 'off' },
};

/** The page of `rule` as Markdown, ending in a line end. */
export function rulePage(rule: Rule): string {
  const { docs } = rule;
  const parts = [
    `# ${rule.id}`,
    ...explanation(rule, 'zh'),
    ...explanation(rule, 'en'),
    '## 示例 · Examples',
    '`⟦ ⟧` 标出报告的位置，`<U+…>` 是看不见的字符。`⟦ ⟧` marks what is reported, `<U+…>` a character that can’t be seen.',
    ...docs.examples.flatMap((example) => exampleBlocks(rule, example)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const HEADINGS = {
  what: { zh: '查什么', en: 'What it reports' },
  why: { zh: '为什么', en: 'Why' },
  ignore: { zh: '何时可以不改', en: 'When to leave it' },
  fix: { zh: '修复', en: 'Fix' },
  law: { zh: '依据', en: 'Legal basis' },
} as const satisfies Readonly<Record<string, Text>>;

function explanation(rule: Rule, language: Language): string[] {
  const { severity, since, docs } = rule;
  const part = (name: keyof typeof HEADINGS, content: string | undefined): string[] => (content ? [`### ${HEADINGS[name][language]}`, content] : []);
  const level = SEVERITY[severity][language];
  return [
    `## ${docs.title[language]}`,
    language === 'zh' ? `默认级别：${level}（\`${severity}\`） · 自 ${since} 版起` : `Default level: ${level} · since ${since}`,
    ...part('what', docs.what[language]),
    ...part('why', docs.why[language]),
    ...part('ignore', docs.ignore[language]),
    ...part('fix', fixWords(rule, language)),
    ...part('law', docs.law.map((law) => `- ${citedAs(law)}`).join('\n')),
  ];
}

const FIXES: Readonly<Record<FixSafety, Text>> = {
  safe: { zh: '安全修复：不改变含义，包含在“修复全部”、保存时修复和 `ogi-report fix` 中。', en: 'Safe: it cannot change the meaning, and is part of fix-all, of fixing on save and of `ogi-report fix`.' },
  suggested: { zh: '建议修复：由人确认后一键完成，不会自动执行。', en: 'Suggested: one click by a person, never by itself.' },
};
const BY_HAND: Text = { zh: '没有自动修复，请核对后手工修改。', en: 'None: look at it and mend it by hand.' };

/** Which fixes the examples are offered. */
function fixWords(rule: Rule, language: Language): string {
  const offered = rule.docs.examples.flatMap((example) => found(rule, example, language)).flatMap(({ fixes }) => fixes);
  const kinds = (['safe', 'suggested'] as const).filter((kind) => offered.some(({ safety }) => safety === kind));
  return kinds.length === 0 ? BY_HAND[language] : kinds.map((kind) => `- ${FIXES[kind][language]}`).join('\n');
}

const FIX_NAMES: Readonly<Record<FixSafety, string>> = { safe: '安全修复 · safe fix', suggested: '建议修复 · suggested fix' };

function exampleBlocks(rule: Rule, example: Example): string[] {
  const { bad, good, fix, beside = {} } = example;
  const others = Object.entries(beside).flatMap(([name, text]) => [`另一个文件 · Another file：\`${name}\``, block(text)]);
  return [...others, '不正确 · Bad', block(bad), said(rule, example), `正确 · Good${fix ? `（${FIX_NAMES[fix]}）` : ''}`, block(good)];
}

/** What the rule says of an example, and which fixes it offers. */
function said(rule: Rule, example: Example): string {
  const english = found(rule, example, 'en');
  const lines = found(rule, example, 'zh').flatMap(({ message, fixes }, i) => {
    const { message: inEnglish, fixes: fixesInEnglish } = english[i]!;
    return [`- ${message} ${inEnglish}`, ...fixes.map(({ title, safety }, j) => `  - ${FIX_NAMES[safety]}: ${title} · ${fixesInEnglish[j]!.title}`)];
  });
  return lines.map(printable).join('\n');
}

function found(rule: Rule, { bad, beside }: Example, language: Language): Diagnostic[] {
  const { diagnostics } = analyseExample(rule, bad.replace(/[⟦⟧]/g, ''), beside, language === 'zh' ? 'zh-CN' : 'en');
  return diagnostics.filter((diagnostic) => diagnostic.rule === rule.id);
}

/** A fence longer than any in the text keeps the text inside. */
function block(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  const lines = text.split('\n').map((line) => line.split('\t').map(printable).join('\t').replaceAll('\u3000', '<U+3000>'));
  return `${fence}text\n${lines.join('\n').replace(/(?<!\n)\n+$/, '')}\n${fence}`;
}
