/**
 * XML of office documents as a tree, strictly: a document type is refused, so that no entity can name a file or grow; size
 * and depth are limited. Names are `prefix:local` with a prefix of our own for each namespace that matters.
 */
import { SaxesParser } from 'saxes';
import { Refusal } from './imported';

export interface XmlElement {
  readonly name: string;
  /** By local name; those of other namespaces by `prefix:local`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside. */
  readonly text: string;
}

const MOST_ELEMENTS = 3_000_000;
const MOST_DEPTH = 500;

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, 's'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/package\/2006\/relationships$/, 'rel'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/urn:schemas-microsoft-com:vml$/, 'v'],
  [/urn:schemas-microsoft-com:office:office$/, 'o'],
];

const prefixes = new Map<string, string>();

function prefixOf(uri: string): string {
  let prefix = prefixes.get(uri);
  if (prefix === undefined) prefixes.set(uri, (prefix = PREFIXES.find(([namespace]) => namespace.test(uri))?.[1] ?? '?'));
  return prefix;
}

const broken = (): Refusal => new Refusal({ zh: '文件已损坏，请用 Word、WPS 或 Excel 打开并另存后再试', en: 'the file is damaged; open it in Word, WPS or Excel and save it again' });

/** The root element. Throws a `Refusal`. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on('doctype', () => {
    throw broken();
  });
  parser.on('error', () => {
    throw broken();
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (++count > MOST_ELEMENTS || open.length > MOST_DEPTH) throw new Refusal({ zh: '文件过大或嵌套过深，无法导入', en: 'the file is too large or too deeply nested' });
    const own: Record<string, string> = {};
    for (const { uri: namespace, prefix, local: name, value } of Object.values(attributes)) {
      if (prefix === 'xmlns' || name === 'xmlns') continue;
      const short = namespace === '' || namespace === uri ? '' : `${prefixOf(namespace)}:`;
      own[`${short}${name}`] = value;
    }
    open.push({ name: `${prefixOf(uri)}:${local}`, attributes: own, children: [], text: '' });
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('cdata', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop()!;
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  parser.write(decoded(bytes)).close();
  if (!root) throw broken();
  return root;
}

function decoded(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw broken();
  }
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((own) => own.name === name);
}

/** The value of the attribute `val` of the child of that name, the way most settings of Word are written. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['val'];
}

/** Whether a setting that is there or not is on: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const own = child(element, name);
  return own !== undefined && !/^(?:0|false|off|none)$/.test(own.attributes['val'] ?? '');
}

/** Every element below `element`, itself left out, in order. */
export function* below(element: XmlElement): Generator<XmlElement> {
  for (const own of element.children) {
    yield own;
    yield* below(own);
  }
}
