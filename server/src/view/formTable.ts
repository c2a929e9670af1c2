/**
 * A table as the official form draws it: merged titles, and each number with what is to say of it. A mark is a sign and words,
 * never a colour alone.
 */
import type { FormCell, FormRow, FormTable, FormTitle, FormValue } from '../features/formTables';
import { el, type Element } from './elements';
import { placeOf, type Look } from './look';
import { words } from './words';

/** The table; of one that can't be read, or is not there, the sentence that says so. */
export function formTableView(table: FormTable, look: Look): Element {
  const { id, state, name, balance, head, body } = table;
  const { locale } = look;
  const balanceLine = el('span', { class: `balance ${state}` }, balance);
  if (state === 'unreadable' || state === 'missing') {
    return el('p', { key: id, class: `no-table ${state}`, ...placeOf(table.span, look) }, words(state === 'missing' ? 'tableMissing' : 'tableUnreadable', locale));
  }
  const group = (tag: string, rows: readonly FormRow[]): Element | undefined =>
    rows.length > 0 ? el(tag, {}, rows.map((row, i) => el('tr', { key: i }, row.map((cell) => cellView(table, cell, look))))) : undefined;
  return el(
    'div',
    { key: id, class: 'table-frame' },
    el(
      'table',
      { class: `form ${id}`, ...(look.live ? { role: 'grid', 'aria-readonly': 'true' } : {}) },
      el('caption', {}, name, ' ', balanceLine),
      group('thead', head),
      group('tbody', body),
    ),
  );
}

function cellView(table: FormTable, cell: FormCell, look: Look): Element {
  return cell.kind === 'value' ? valueView(table, cell, look) : titleView(table, cell, look);
}

/** Ids of one page: the same row may stand in two tables. */
const idOf = (table: FormTable, key: string): string => `${table.id}/${key}`.replace(/[^\w/.-]/g, (character) => `-${character.charCodeAt(0).toString(36)}`);

const spans = ({ across, down }: Pick<FormCell, 'across' | 'down'>): { colspan?: number; rowspan?: number } => ({ ...(across > 1 ? { colspan: across } : {}), ...(down > 1 ? { rowspan: down } : {}) });

const SCOPES: Readonly<Record<FormTitle['kind'], string | undefined>> = { corner: undefined, caption: 'colgroup', column: 'col', group: 'rowgroup', row: 'row' };

function titleView(table: FormTable, cell: FormTitle, look: Look): Element {
  const { kind, key, text, across, problems } = cell;
  // Where rows of the form stand beside each other their labels are titles of columns.
  const scope = table.labelColumns === 0 && kind !== 'column' ? 'colgroup' : kind === 'column' && across > 1 ? 'colgroup' : SCOPES[kind];
  const said = problems.map(({ message }) => message).join('\n');
  return el(
    kind === 'corner' ? 'td' : 'th',
    { key, id: idOf(table, key), class: `${kind}${said ? ' noted' : ''}`, ...spans(cell), scope, title: said || undefined, ...placeOf(cell.span, look) },
    text,
    said ? mark('!', words('noted', look.locale)) : undefined,
  );
}

function valueView(table: FormTable, cell: FormValue, look: Look): Element {
  const { key, state, text, name, expected, headers, problems } = cell;
  const { locale } = look;
  const said = [...expected.flatMap(({ label, reckoned }) => [label, reckoned]), ...problems.map(({ message }) => message)].filter((one) => one !== '').join('\n');
  const wrong = expected[0]?.kind ?? (problems.length > 0 ? 'noted' : undefined);
  return el(
    'td',
    {
      ...{ key, class: `value ${state}${wrong ? ` ${wrong}` : ''}`, ...spans(cell), headers: headers.map((header) => idOf(table, header)).join(' ') },
      title: [name, said].filter((one) => one !== '').join('\n'),
      ...(look.live ? { tabindex: -1, 'data-value': key } : {}),
      ...placeOf(cell.span, look),
    },
    wrong ? mark(SIGNS[wrong], words(wrong, locale)) : undefined,
    // A blank stays blank on the page; what can’t be told from its neighbours is a question mark.
    el('span', { class: 'written' }, state === 'unread' ? '?' : text),
    text === '' && state !== 'number' ? el('span', { class: 'unseen' }, words(state === 'unread' ? 'unread' : 'blank', locale)) : undefined,
    expected.map(({ label }, i) => el('span', { key: i, class: 'expected' }, label)),
  );
}

const SIGNS = { certain: '✗', possible: '?', sum: '≠', blank: '○', noted: '!' } as const;

const mark = (sign: string, meaning: string): Element => el('span', { class: 'mark', role: 'img', 'aria-label': meaning }, sign);
