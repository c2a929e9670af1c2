/**
 * Word documents. The text is what stands on the page: automatic numbers are written out, tracked insertions are taken,
 * deletions left out; merged cells are one cell. What has no place in a text is counted.
 */
import { type Block, paragraph } from '../blocks';
import { type Found, Losses, Refusal } from './imported';
import { Numbering } from './numbering';
import { atLevel, settled } from './raised';
import { wordTable } from './wordTable';
import { below, child, isOn, parseXml, type XmlElement } from './xml';
import { type Parts, unzip } from './zip';

const WANTED = /^(?:_rels\/\.rels|word\/(?:document\d*|numbering|styles|header\d*|footer\d*)\.xml)$/;

/** Throws a `Refusal`. */
export function readDocx(bytes: Uint8Array): Found {
  const parts = unzip(bytes, (name) => WANTED.test(name));
  const main = mainPart(parts);
  const body = main && child(parseXml(main), 'w:body');
  if (!body) throw new Refusal({ zh: '不是 Word 文档，或没有正文', en: 'not a Word document, or one without a body' });
  const xml = (name: string): XmlElement | undefined => {
    const part = parts.get(name);
    return part && parseXml(part);
  };
  const losses = new Losses();
  const reader = new Reader(new Numbering(xml('word/numbering.xml'), xml('word/styles.xml')), losses);
  const blocks = reader.blocksIn(body);
  for (const [name, part] of parts) if (/header|footer/.test(name) && hasWords(parseXml(part))) losses.add('headers');
  return { blocks, losses: losses.told };
}

function mainPart(parts: Parts): Uint8Array | undefined {
  const named = parts.get('word/document.xml');
  if (named) return named;
  return [...parts].find(([name]) => name.startsWith('word/document'))?.[1];
}

/** Anything but a page number. */
const hasWords = (root: XmlElement): boolean => [...below(root)].some(({ name, text }) => name === 'w:t' && /[^\s\d\-—–－·第共页/]/.test(text));

/** What holds runs or blocks without being one. */
const TRANSPARENT = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:hyperlink', 'w:fldSimple', 'w:ins', 'w:moveTo', 'w:bdo', 'w:dir', 'w:ruby', 'w:rubyBase', 'mc:Choice', 'mc:Fallback']);
const TRACKED_OUT = new Set(['w:del', 'w:moveFrom']);

export class Reader {
  /** What the page shows behind the paragraph that holds it. */
  #boxes: XmlElement[] = [];

  constructor(
    private readonly numbering: Numbering,
    private readonly losses: Losses,
  ) {}

  /** The blocks of a body, a cell or a text box. */
  blocksIn(container: XmlElement): Block[] {
    const blocks: Block[] = [];
    let before = '';
    for (const element of this.#flattened(container)) {
      if (element.name === 'w:tbl') blocks.push(...wordTable(element, this, this.losses));
      else if (element.name === 'w:altChunk') this.losses.add('objects');
      if (element.name !== 'w:p') continue;
      const text = before + this.#paragraph(element);
      // A paragraph whose end was deleted goes on in the next one.
      const goesOn = child(child(child(element, 'w:pPr'), 'w:rPr'), 'w:del') !== undefined;
      before = goesOn ? text : '';
      if (!goesOn) blocks.push(paragraph(text));
      const boxes = this.#boxes;
      this.#boxes = [];
      for (const box of boxes) blocks.push(...this.blocksIn(box));
    }
    if (before !== '') blocks.push(paragraph(before));
    return blocks;
  }

  /** The paragraphs and tables of a container, without what is only put around them. */
  *#flattened(container: XmlElement): Generator<XmlElement> {
    for (const element of container.children) {
      if (element.name === 'mc:AlternateContent') {
        const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
        if (chosen) yield* this.#flattened(chosen);
      } else if (TRACKED_OUT.has(element.name)) this.losses.add('deletions');
      else if (TRANSPARENT.has(element.name)) yield* this.#flattened(element);
      else yield element;
    }
  }

  #paragraph(element: XmlElement): string {
    const number = this.numbering.next(child(element, 'w:pPr'));
    const text = settled(this.#runs(element));
    // An empty paragraph of a list shows its number alone; nobody means it.
    return text.trim() === '' ? text : number + text;
  }

  #runs(container: XmlElement): string {
    let text = '';
    for (const element of container.children) {
      if (element.name === 'w:r') text += this.#run(element);
      else if (element.name === 'w:del' || element.name === 'w:moveFrom') {
        if ([...below(element)].some(({ name }) => name === 'w:delText' || name === 'w:t')) this.losses.add('deletions');
      } else if (element.name === 'mc:AlternateContent') {
        const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
        if (chosen) text += this.#runs(chosen);
      } else if (TRANSPARENT.has(element.name)) {
        if ((element.name === 'w:ins' || element.name === 'w:moveTo') && element.children.length > 0) this.losses.add('insertions');
        text += this.#runs(element);
      } else if (element.name.startsWith('m:')) text += mathText(element);
    }
    return text;
  }

  #run(run: XmlElement): string {
    const properties = child(run, 'w:rPr');
    if (isOn(properties, 'w:vanish')) {
      if (run.children.some(({ name, text }) => name === 'w:t' && text.trim() !== '')) this.losses.add('hidden');
      return '';
    }
    const text = run.children.map((element) => this.#piece(element)).join('');
    return atLevel(text, child(properties, 'w:vertAlign')?.attributes['val']);
  }

  #piece(element: XmlElement): string {
    switch (element.name) {
      case 'w:t':
        return element.text;
      case 'w:tab':
      case 'w:ptab':
        return '\t';
      case 'w:br':
        return element.attributes['type'] === 'page' || element.attributes['type'] === 'column' ? '' : '\n';
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return symbol(element.attributes['char']);
      case 'w:ruby':
        return this.#runs(element);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.losses.add('footnotes');
        return '';
      case 'w:commentReference':
        this.losses.add('comments');
        return '';
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawn(element);
        return '';
      case 'mc:AlternateContent': {
        const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
        return chosen ? chosen.children.map((own) => this.#piece(own)).join('') : '';
      }
      default:
        return '';
    }
  }

  /** Words of text boxes are kept; the rest is counted. */
  #drawn(element: XmlElement): void {
    const boxes = outermost(element, 'w:txbxContent');
    if (boxes.length > 0) this.losses.add('textBoxes', boxes.length);
    this.#boxes.push(...boxes);
    if (boxes.length > 0) return;
    const parts = [...below(element)];
    if (element.name === 'w:object' || parts.some(({ name }) => name === 'c:chart' || name === 'o:OLEObject')) this.losses.add('objects');
    else if (parts.some(({ name }) => name === 'a:blip' || name === 'v:imagedata')) this.losses.add('images');
  }
}

/** The elements of that name that are not inside another one. */
function outermost(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((own) => (own.name === name ? [own] : own.name === 'mc:Fallback' ? [] : outermost(own, name)));
}

const mathText = (element: XmlElement): string => [element, ...below(element)].filter(({ name }) => name === 'm:t').map(({ text }) => text).join('');

/** A character of a symbol font; those of the private use area stay what they are. */
function symbol(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16);
  return code > 0x1f && code < 0x10000 && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : '';
}
