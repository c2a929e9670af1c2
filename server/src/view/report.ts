/** A whole report: what it is, how its parts are, each part with its findings, its table and its text. */
import type { Preview, PreviewFinding, PreviewLine, PreviewSection } from '../features/preview';
import type { Severity } from '../rules/rule';
import { inLocale, type Locale } from '../text/span';
import { comparisonView } from './comparison';
import { el, type Element } from './elements';
import { formTableView } from './formTable';
import { type Look, placeOf, wayTo } from './look';
import { words } from './words';

export function reportView(preview: Preview, look: Look): Element {
  const { locale } = look;
  const { title, front, sections, comparison, edition } = preview;
  return el(
    'main',
    { lang: 'zh-CN' },
    el('h1', { key: 'title' }, title ?? words('untitled', locale)),
    el('p', { key: 'edition', class: 'edition' }, editionInWords(preview, locale)),
    edition.id === 'pre2019' ? el('p', { key: 'earlier', class: 'edition' }, words('notChecked', locale)) : contentsView(sections, look),
    front.findings.length > 0 ? findingsView(front.findings, look) : undefined,
    linesView(front.lines, front.cut, look),
    sections.map((section, i) => sectionView(section, i, look)),
    comparison ? comparisonView(comparison, look) : undefined,
  );
}

function editionInWords({ edition, fiscalYear, index, count }: Preview, locale: Locale): string {
  const form = edition.id === 'pre2019' ? undefined : inLocale({ zh: `${edition.id} 年格式`, en: `form of ${edition.id}` }, locale);
  const year = fiscalYear === undefined ? undefined : inLocale({ zh: `${fiscalYear} 年度`, en: `year ${fiscalYear}` }, locale);
  const which = count > 1 ? inLocale({ zh: `本文件共 ${count} 份报告，这是第 ${index} 份`, en: `report ${index} of ${count} in this file` }, locale) : undefined;
  return [year, form, which].filter((part) => part !== undefined).join(' · ');
}

const ORDINALS = '一二三四五六';
const headingOf = ({ ordinal, title }: PreviewSection): string => `${ORDINALS[ordinal - 1]}、${title}`;

/** One line for each section with its state, and how its table comes out. */
function contentsView(sections: readonly PreviewSection[], look: Look): Element {
  const { locale } = look;
  return el(
    'nav',
    { key: 'contents', class: 'contents', 'aria-label': words('contents', locale) },
    el(
      'ol',
      {},
      sections.map((section, i) =>
        el(
          'li',
          { key: i },
          el('a', { href: `#section-${i}` }, headingOf(section)),
          ' ',
          section.table && section.findings.length === 0 ? undefined : stateView(section, locale),
          section.table ? el('span', { class: `balance ${section.table.state}` }, section.table.balance) : undefined,
        ),
      ),
    ),
  );
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const SIGNS: Readonly<Record<Severity | 'missing' | 'fine', string>> = { missing: '✗', error: '✗', warning: '▲', information: 'ⓘ', hint: '·', fine: '✓' };

/** `✗ 1 个错误 ▲ 2 个警告`. */
function stateView({ span, findings }: PreviewSection, locale: Locale): Element[] {
  if (!span) return [el('span', { class: 'state missing' }, `${SIGNS.missing} ${words('missing', locale)}`)];
  const counts = ORDER.map((severity) => ({ severity, count: findings.filter((own) => own.severity === severity).length })).filter(({ count }) => count > 0);
  if (counts.length === 0) return [el('span', { class: 'state fine', title: words('fine', locale) }, SIGNS.fine, el('span', { class: 'unseen' }, words('fine', locale)))];
  return counts.map(({ severity, count }) => el('span', { key: severity, class: `state ${severity}` }, `${SIGNS[severity]} ${countInWords(severity, count, locale)}`));
}

function countInWords(severity: Severity, count: number, locale: Locale): string {
  const names = { error: ['个错误', 'errors'], warning: ['个警告', 'warnings'], information: ['条提示', 'notes'], hint: ['条建议', 'hints'] } as const;
  const [zh, en] = names[severity];
  return inLocale({ zh: `${count} ${zh}`, en: `${count} ${count === 1 ? en.slice(0, -1) : en}` }, locale);
}

function sectionView(section: PreviewSection, index: number, look: Look): Element {
  const { locale } = look;
  const { findings, lines, cut, table, span } = section;
  const id = `section-${index}`;
  return el(
    'section',
    { key: id, id, 'aria-labelledby': `${id}-title`, class: span ? undefined : 'absent' },
    el('h2', { id: `${id}-title` }, wayTo(span, look, headingOf(section)), span ? undefined : ` ${SIGNS.missing} ${words('missing', locale)}`),
    findings.length > 0 ? findingsView(findings, look) : undefined,
    table ? formTableView(table, look) : undefined,
    span && lines.length === 0 && !table ? el('p', { class: 'none' }, words('empty', locale)) : undefined,
    linesView(lines, cut, look),
  );
}

function findingsView(findings: readonly PreviewFinding[], look: Look): Element {
  return el(
    'ul',
    { class: 'findings', 'aria-label': words('findings', look.locale) },
    findings.map(({ severity, message, span }, i) =>
      el('li', { key: i, class: severity }, wayTo(span, look, el('span', { class: 'mark', 'aria-hidden': 'true' }, SIGNS[severity]), ' ', message)),
    ),
  );
}

function linesView(lines: readonly PreviewLine[], cut: boolean, look: Look): Element[] {
  const shown = lines.map(({ text, span }, i) => el('p', { key: `line-${i}`, class: 'line', ...placeOf(span, look) }, text));
  return cut ? [...shown, el('p', { key: 'cut', class: 'none' }, words('cut', look.locale))] : shown;
}
