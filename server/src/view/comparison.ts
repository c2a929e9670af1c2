/** This year beside last year: numbers, the change, and a pair of bars; what is nothing in both is left out. */
import type { Comparison, Figure } from '../features/comparison';
import { inLocale } from '../text/span';
import { el, type Element } from './elements';
import type { Look } from './look';
import { words } from './words';

export function comparisonView({ agency, fiscalYear, file, further, figures }: Comparison, { locale }: Look): Element {
  const title = (word: Parameters<typeof words>[0]): Element => el('th', { scope: 'col' }, words(word, locale));
  const source = `${agency} ${fiscalYear} · ${nameOf(file)}`;
  const more = further > 0 ? inLocale({ zh: `（同年度另有 ${further} 份，未列）`, en: ` (${further} more of that year, not shown)` }, locale) : '';
  return el(
    'section',
    { key: 'comparison', class: 'comparison', 'aria-labelledby': 'comparison-title' },
    el('h2', { id: 'comparison-title' }, words('compared', locale)),
    el('p', { class: 'source' }, source, more),
    el(
      'div',
      { class: 'table-frame' },
      el(
        'table',
        { class: 'figures' },
        el('thead', {}, el('tr', {}, title('figure'), title('now'), title('before'), title('change'), title('bars'))),
        el('tbody', {}, figures.filter(({ now, before }) => now !== 0 || before !== 0).map((figure, i) => figureView(figure, i, locale))),
      ),
    ),
  );
}

function figureView({ name, unit, now, before }: Figure, key: number, locale: Look['locale']): Element {
  const number = (value: number | undefined): Element => el('td', { class: 'number', ...(value === undefined ? { title: words('unreliable', locale) } : {}) }, value === undefined ? '—' : written(value));
  return el(
    'tr',
    { key },
    el('th', { scope: 'row' }, name, el('span', { class: 'unit' }, `（${unit}）`)),
    number(now),
    number(before),
    el('td', { class: 'number' }, now === undefined || before === undefined ? '—' : changeInWords(now, before)),
    el('td', { class: 'bars' }, now === undefined || before === undefined ? '' : barsView(now, before)),
  );
}

/** Amounts are kept to four decimals; sums of them may show more by accident. */
const written = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** `+5（+25%）`; of nothing there is no share. */
function changeInWords(now: number, before: number): string {
  const by = now - before;
  if (by === 0) return '0';
  const sign = by > 0 ? '+' : '−';
  const share = before > 0 ? `（${sign}${Math.round((Math.abs(by) / before) * 100)}%）` : '';
  return `${sign}${written(Math.abs(by))}${share}`;
}

const WIDTH = 80;
const HEIGHT = 12;

/** The upper bar is this year's; the longer of the two is as long as there is room. */
function barsView(now: number, before: number): Element {
  const most = Math.max(now, before, 0);
  const bar = (value: number, y: number, name: string): Element => el('rect', { class: name, x: 0, y, width: most > 0 ? Math.round((Math.max(value, 0) / most) * WIDTH * 10) / 10 : 0, height: HEIGHT / 2 - 1 });
  return el('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, 'aria-hidden': 'true' }, bar(now, 0, 'bar-now'), bar(before, HEIGHT / 2, 'bar-before'));
}

/** The last part of a URI or a path, as a person reads it. */
function nameOf(file: string): string {
  const last = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // a path with a percent sign of its own
  }
}
