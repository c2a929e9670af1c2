/** A report as one file that needs nothing else: to be kept, sent and printed. Nothing in it is run or fetched. */
import type { Preview } from '../features/preview';
import { el } from './elements';
import { html } from './html';
import { reportView } from './report';
import { STYLE } from './style';
import { words } from './words';

export function page(preview: Preview): string {
  const { locale, title } = preview;
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
    el('meta', { name: 'viewport', content: 'width=device-width' }),
    el('title', {}, title ?? words('untitled', locale)),
  );
  // The style is this project's own text, and no element's: inside <style> nothing is escaped.
  const [opening, closing] = ['<!DOCTYPE html>\n<html lang="zh-CN">\n', '</html>\n'];
  const body = html(el('body', {}, reportView(preview, { locale, live: false })));
  return `${opening}${html(head).replace('</head>', `<style>${STYLE}</style></head>`)}\n${body}\n${closing}`;
}
