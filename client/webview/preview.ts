/**
 * The page of the preview: draws the report it is told, keeps focus and place while it changes, and leads to the text and back.
 *
 * What is drawn is a tree of the project's own elements (server/src/view); of a report there is only text in it, which the
 * library sets as text.
 */
import { type ComponentChild, h, render } from 'preact';
import type { FromPage, PageState, ToPage } from '../src/preview/messages';
import type { PageWords } from '../src/preview/shell';
import type { FormTable } from '../../server/src/features/formTables';
import type { Preview } from '../../server/src/features/preview';
import { el, type Element as Drawn } from '../../server/src/view/elements';
import { reportView } from '../../server/src/view/report';
import { STYLE } from '../../server/src/view/style';
import { markPlace } from './place';
import { moveFocus, oneStop } from './walk';

interface Host {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const uri = document.body.dataset['uri'] ?? '';
const words = JSON.parse(document.body.dataset['words'] ?? '{}') as PageWords;

let preview: Preview | undefined;
let cursor: number | undefined;
let isFirst = true;

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets = [sheet];

const root = document.body.insertBefore(document.createElement('div'), document.body.firstChild);
root.className = 'live';

/** The same tree as the library wants it. */
function nodeOf(drawn: Drawn | string): ComponentChild {
  return typeof drawn === 'string' ? drawn : h(drawn.tag, drawn.attributes, drawn.children.map(nodeOf));
}

function draw(): void {
  const body = preview ? reportView(preview, { locale: preview.locale, live: true }) : el('p', { key: 'none', class: 'none' }, isFirst ? words.waiting : words.nothing);
  render(h('div', null, nodeOf(toolbar()), nodeOf(body)), root);
  root.querySelectorAll('table.form').forEach(oneStop);
  if (cursor !== undefined) markPlace(root, cursor, false);
}

const SIGNS: Readonly<Record<FormTable['state'], string>> = { balanced: '✓', unbalanced: '✗', blank: '○', incomplete: '◐', unreadable: '?', missing: '–' };

/** How the tables come out: a sign for each on the screen, the sentence for a screen reader, told aloud when it changes. */
function toolbar(): Drawn {
  const tables = preview?.sections.flatMap(({ table }) => (table ? [table] : [])) ?? [];
  const short = (name: string): string => name.split(/[（(]/)[0]!.trim();
  return el(
    'div',
    { key: 'toolbar', class: 'toolbar' },
    el('p', { class: 'told', role: 'status', 'aria-live': 'polite' }, tables.map(({ id, name, state, balance }) => el('span', { key: id, class: 'table-state', title: balance }, `${short(name)} `, el('span', { 'aria-hidden': 'true' }, SIGNS[state]), el('span', { class: 'unseen' }, balance)))),
    preview ? el('button', { type: 'button', class: 'export' }, words.export) : undefined,
  );
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'cursor') {
    cursor = data.offset;
    // A page that somebody walks through stays where it is.
    markPlace(root, cursor, !document.hasFocus());
    return;
  }
  if (data.type !== 'report' && data.type !== 'nothing') return;
  const restored = isFirst ? host.getState()?.scroll : undefined;
  isFirst = false;
  preview = data.type === 'report' ? (data.preview as Preview) : undefined;
  draw();
  if (restored !== undefined) window.scrollTo(0, restored);
});

/** Shows the place of what was chosen, if it has one. */
function follow(target: EventTarget | null): boolean {
  const chosen = target instanceof Element ? target.closest<HTMLElement>('[data-start]') : null;
  if (!chosen) return false;
  host.postMessage({ type: 'reveal', start: Number(chosen.dataset['start']), end: Number(chosen.dataset['end']) });
  return true;
}

root.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('button.export')) host.postMessage({ type: 'export' });
  // Words that are being selected are not followed.
  else if (document.getSelection()?.isCollapsed !== false) follow(target);
});

root.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || !target.matches('td.value')) return;
  if (moveFocus(target, key) || (key === 'Enter' && follow(target))) event.preventDefault();
});

let scrollTimer: number | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = window.setTimeout(() => host.setState({ uri, scroll: window.scrollY }), 200);
});

host.setState({ uri, scroll: host.getState()?.scroll ?? 0 });
draw();
host.postMessage({ type: 'ready' });
