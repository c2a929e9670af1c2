/**
 * Web pages. Read as browsers read them, whatever is wrong with the markup; nothing in them runs or is fetched. A page holds
 * more than the report: what lies outside the element that holds its title and headings is left out.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { findHeadings } from '../../syntax/headings';
import { isAgencyLine, titleIn } from '../../syntax/title';
import { type Block, type Cell, paragraph } from '../blocks';
import { attribute, type Element } from './element';
import { decodeText } from './encodings';
import { isField, shownIn } from './fields';
import { type Found, Losses, Refusal } from './imported';
import { plain } from './plain';
import { listNumber } from './listNumber';
import { type Level, raised, settled } from './raised';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Throws a `Refusal`. */
export function readHtml(bytes: Uint8Array): Found {
  const losses = new Losses();
  const document = parse(decodeText(bytes, losses), { treeAdapter: ofLimitedDepth() });
  const html = document.childNodes.find((node) => node.nodeName === 'html') as Element | undefined;
  const body = html?.childNodes.find((node) => node.nodeName === 'body') as Element | undefined;
  const placed = body ? new Walk(losses).blocksIn(body) : [];
  return { blocks: reportOf(placed, losses), losses: losses.told };
}

/** A block and the innermost element around it. */
interface Placed {
  readonly block: Block;
  readonly inside: Element;
}

const MOST_DEPTH = 800;

/** What a parser of pages does for an element takes as long as the element is deep. */
function ofLimitedDepth(): typeof defaultTreeAdapter {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      if (++depth > MOST_DEPTH) throw new Refusal({ zh: '网页嵌套过深，无法导入', en: 'the page is too deeply nested' });
    },
    onItemPop: () => void depth--,
  };
}

const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'title', 'head', 'select', 'datalist', 'textarea', 'input', 'button', 'svg', 'math', 'link', 'meta']);
const FRAMES = new Set(['iframe', 'object', 'embed', 'applet', 'audio', 'video', 'frame']);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary ul table caption'.split(' '),
);

class Walk {
  #text = '';
  /** Of what is being read, where it is not on the line. */
  #level: Level | undefined;
  #placed: Placed[] = [];
  #inCell = false;

  constructor(private readonly losses: Losses) {}

  blocksIn(element: Element): Placed[] {
    const outer = { text: this.#text, placed: this.#placed };
    this.#text = '';
    this.#placed = [];
    this.#children(element);
    this.#flush(element);
    const own = this.#placed;
    this.#text = outer.text;
    this.#placed = outer.placed;
    return own;
  }

  #children(element: Element): void {
    for (const node of element.childNodes) this.#node(node, element);
  }

  #node(node: Node, inside: Element): void {
    if (node.nodeName === '#text') this.#words((node as DefaultTreeAdapterTypes.TextNode).value, inside);
    if (!('tagName' in node)) return;
    const { tagName } = node;
    // Elsewhere fields search the site, or ask for a name; in a cell one holds what the cell says.
    if (isField(node) && this.#inCell && !isHidden(node)) this.#words(shownIn(node), inside);
    if (SKIPPED.has(tagName)) return;
    if (isHidden(node)) {
      if (hasWords(node)) this.losses.add('hidden');
      return;
    }
    if (tagName === 'img') this.losses.add('images');
    else if (FRAMES.has(tagName)) this.losses.add('frames');
    else if (tagName === 'br') this.#text += '\n';
    else if (tagName === 'table') {
      this.#flush(inside);
      this.#table(node);
    } else if (BLOCKS.has(tagName)) {
      this.#flush(inside);
      if (tagName === 'li') this.#text = listNumber(node);
      const number = this.#text;
      this.#children(node);
      if (this.#text === number) this.#text = '';
      this.#flush(node);
    } else {
      const outer = this.#level;
      this.#level = levelOf(node) ?? outer;
      this.#children(node);
      this.#level = outer;
    }
  }

  /** White space is one space, as on the page, but for lines that stand as they are written. */
  #words(text: string, inside: Element): void {
    const words = this.#level ? raised(text, this.#level) : text;
    const own = isPreformatted(inside) ? words : words.replace(/[ \t\r\n\f]+/g, ' ');
    this.#text += this.#text === '' || /\s$/.test(this.#text) ? own.replace(/^ /, '') : own;
  }

  #flush(inside: Element): void {
    if (this.#text.trim() !== '') this.#placed.push({ block: paragraph(settled(this.#text)), inside });
    this.#text = '';
  }

  /** A table with others inside only arranges what it holds, as does one of a single column. */
  #table(table: Element): void {
    const caption = table.childNodes.find((node): node is Element => node.nodeName === 'caption');
    if (caption) this.#placed.push(...this.blocksIn(caption));
    const outer = this.#inCell;
    this.#inCell = true;
    const rows = rowsOf(table).map((row) => cellsOf(row).map((cell) => ({ cell, placed: this.blocksIn(cell) })));
    this.#inCell = outer;
    const cells = rows.flat();
    const nested = cells.some(({ placed }) => placed.some(({ block }) => block.kind === 'table'));
    if (nested || rows.every((row) => row.length <= 1)) {
      for (const { placed } of cells) this.#placed.push(...placed);
      return;
    }
    const written = rows.map((row) => row.map(({ cell, placed }): Cell => ({ text: plain(placed.map(({ block }) => block)), across: spanOf(cell, 'colspan'), down: spanOf(cell, 'rowspan') })));
    this.#placed.push({ block: { kind: 'table', rows: written }, inside: table.parentNode as Element });
  }
}

const INVISIBLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$))/i;

function isHidden(element: Element): boolean {
  return element.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && INVISIBLE.test(value)));
}

function levelOf(element: Element): Level | undefined {
  const aligned = /vertical-align\s*:\s*(su(?:per|b))\b/i.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase();
  if (element.tagName === 'sup' || aligned === 'super') return 'superscript';
  return element.tagName === 'sub' || aligned === 'sub' ? 'subscript' : undefined;
}

function isPreformatted(element: Element): boolean {
  return element.tagName === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(attribute(element, 'style') ?? '');
}

function hasWords(element: Element): boolean {
  const nodes: Node[] = [...element.childNodes];
  // The list grows while it is walked through.
  for (const node of nodes) {
    if (node.nodeName === '#text' && (node as DefaultTreeAdapterTypes.TextNode).value.trim() !== '') return true;
    if ('tagName' in node && !SKIPPED.has(node.tagName)) for (const own of node.childNodes) nodes.push(own);
  }
  return false;
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((node) => {
    if (!('tagName' in node) || isHidden(node)) return [];
    return node.tagName === 'tr' ? [node] : /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node) : [];
  });
}

const cellsOf = (row: Element): Element[] => row.childNodes.filter((node): node is Element => (node.nodeName === 'td' || node.nodeName === 'th') && !isHidden(node as Element));

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return value >= 1 && value <= 1000 ? value : 1;
}

/** Sections that show where the report is; fewer could be links to it. */
const ENOUGH_HEADINGS = 3;

/** The blocks within the innermost element around the title and all headings. */
function reportOf(placed: readonly Placed[], losses: Losses): Block[] {
  const lines = placed.map(({ block }) => (block.kind === 'paragraph' ? block.text.split('\n').map((line) => line.trim()) : []));
  const headings = lines.flatMap((own, i) => (own.some((line) => findHeadings(line).length > 0) ? [i] : []));
  if (headings.length < ENOUGH_HEADINGS) return placed.map(({ block }) => block);
  const title = lines.findLastIndex((own, i) => i < headings[0]! && own.some((line) => titleIn(line) !== undefined));
  const ways = [...(title < 0 ? [] : [title]), ...headings].map((i) => wayTo(placed[i]!.inside));
  let depth = 0;
  while (ways.every((way) => way[depth] !== undefined && way[depth] === ways[0]![depth])) depth++;
  const around = ways[0]![depth - 1];
  // The agency may stand on a line of its own above the title.
  const first = title > 0 && lines[title - 1]!.some(isAgencyLine) ? title - 1 : title;
  const inner = placed.filter(({ inside }, i) => i >= first && wayTo(inside).includes(around!));
  losses.add('surroundings', placed.length - inner.length);
  return inner.map(({ block }) => block);
}

/** The elements from the outermost to `element`. */
function wayTo(element: Element): Element[] {
  const way: Element[] = [];
  for (let own: Element | null = element; own && 'tagName' in own; own = own.parentNode as Element | null) way.push(own);
  return way.reverse();
}
