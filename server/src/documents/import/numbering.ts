/**
 * Automatic numbers of a Word document: `一、`, `（二）`, `3.` that stand on the page and not in the text. A number belongs to a
 * level of a list; counting one level starts the deeper ones anew.
 */
import { writeNumeral } from '../../text/numerals';
import { child, valueOf, type XmlElement } from './xml';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、` */
  readonly text: string;
  /** The paragraph style that implies the level. */
  readonly style: string | undefined;
}

interface List {
  /** Lists of one definition go on counting. */
  readonly counts: (number | undefined)[];
  readonly levels: ReadonlyMap<number, Level>;
  /** Where this list begins anew, by level. */
  readonly starts: Map<number, number>;
}

interface Reference {
  readonly list: string;
  readonly level: number;
}

interface Style {
  readonly parent: string | undefined;
  readonly list: string | undefined;
  readonly level: number | undefined;
}

const DEEPEST_STYLE = 20;

export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, Style>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    for (const style of styles?.children ?? []) {
      if (style.name !== 'w:style' || style.attributes['styleId'] === undefined) continue;
      const own = child(child(style, 'w:pPr'), 'w:numPr');
      this.#styles.set(style.attributes['styleId'], { parent: valueOf(style, 'w:basedOn'), list: valueOf(own, 'w:numId'), level: numberOf(valueOf(own, 'w:ilvl')) });
    }
    const definitions = new Map<string, XmlElement>();
    for (const own of numbering?.children ?? []) if (own.name === 'w:abstractNum') definitions.set(own.attributes['abstractNumId'] ?? '', own);
    const shared = new Map<XmlElement, (number | undefined)[]>();
    for (const own of numbering?.children ?? []) {
      const id = own.attributes['numId'];
      if (own.name !== 'w:num' || id === undefined) continue;
      const definition = this.#definition(definitions.get(valueOf(own, 'w:abstractNumId') ?? ''), definitions, numbering!);
      if (!definition) continue;
      const counts = shared.get(definition) ?? [];
      shared.set(definition, counts);
      this.#lists.set(id, { counts, levels: levelsOf(definition, own), starts: startsOf(own) });
    }
  }

  /** The number of a paragraph with these properties, which counts it; empty where it has none. */
  next(properties: XmlElement | undefined): string {
    const reference = this.#reference(properties);
    const list = reference && this.#lists.get(reference.list);
    const level = list?.levels.get(reference!.level);
    if (!list || !level) return '';
    const { counts, levels, starts } = list;
    const at = reference!.level;
    const anew = starts.get(at);
    starts.delete(at);
    counts[at] = anew ?? (counts[at] === undefined ? level.start : counts[at] + 1);
    counts.length = at + 1;
    if (level.format === 'none') return '';
    if (level.format === 'bullet') return '• ';
    const number = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = levels.get(Number(digit) - 1);
      return other ? written(counts[Number(digit) - 1] ?? other.start, other.format) : '';
    });
    return /[0-9A-Za-z]$/.test(number) ? `${number} ` : number;
  }

  #definition(definition: XmlElement | undefined, definitions: ReadonlyMap<string, XmlElement>, numbering: XmlElement): XmlElement | undefined {
    const link = valueOf(definition, 'w:numStyleLink');
    if (link === undefined) return definition;
    const list = this.#styles.get(link)?.list;
    const own = numbering.children.find(({ name, attributes }) => name === 'w:num' && attributes['numId'] === list);
    return definitions.get(valueOf(own, 'w:abstractNumId') ?? '');
  }

  #reference(properties: XmlElement | undefined): Reference | undefined {
    const own = child(properties, 'w:numPr');
    const named = valueOf(properties, 'w:pStyle');
    let list = valueOf(own, 'w:numId');
    let level = numberOf(valueOf(own, 'w:ilvl'));
    let style = named;
    for (let depth = 0; list === undefined && style !== undefined && depth < DEEPEST_STYLE; depth++) {
      const { list: inherited, level: at, parent }: Style = this.#styles.get(style) ?? { parent: undefined, list: undefined, level: undefined };
      list = inherited;
      level ??= at ?? (inherited === undefined ? undefined : this.#levelOf(inherited, style));
      style = parent;
    }
    return list === undefined || list === '0' ? undefined : { list, level: level ?? 0 };
  }

  /** The level that a style implies. */
  #levelOf(list: string, style: string): number | undefined {
    return [...(this.#lists.get(list)?.levels ?? [])].find(([, own]) => own.style === style)?.[0];
  }
}

const numberOf = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined);

function levelsOf(definition: XmlElement, list: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  const overrides = list.children.filter(({ name }) => name === 'w:lvlOverride').flatMap((own) => child(own, 'w:lvl') ?? []);
  for (const own of [...definition.children, ...overrides]) {
    const at = numberOf(own.attributes['ilvl']);
    if (own.name !== 'w:lvl' || at === undefined) continue;
    levels.set(at, { start: numberOf(valueOf(own, 'w:start')) ?? 1, format: valueOf(own, 'w:numFmt') ?? 'decimal', text: valueOf(own, 'w:lvlText') ?? '', style: valueOf(own, 'w:pStyle') });
  }
  return levels;
}

function startsOf(list: XmlElement): Map<number, number> {
  const starts = new Map<number, number>();
  for (const own of list.children) {
    const [at, start] = [numberOf(own.attributes['ilvl']), numberOf(valueOf(own, 'w:startOverride'))];
    if (own.name === 'w:lvlOverride' && at !== undefined && start !== undefined) starts.set(at, start);
  }
  return starts;
}

/** `count` in one of Word's number formats; digits for those that Chinese documents don't use. */
export function written(count: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
    case 'taiwaneseCounting':
    case 'japaneseCounting':
    case 'ideographDigital':
      return writeNumeral(count);
    case 'ideographTraditional':
      return pick('甲乙丙丁戊己庚辛壬癸', count);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return [...writeNumeral(count)].map((digit) => LEGAL[digit] ?? digit).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return pick('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳', count);
    case 'decimalEnclosedParen':
      return pick('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', count);
    case 'decimalEnclosedFullstop':
      return pick('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', count);
    case 'upperLetter':
      return pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ', count);
    case 'lowerLetter':
      return pick('abcdefghijklmnopqrstuvwxyz', count);
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

const LEGAL: Readonly<Record<string, string>> = { 一: '壹', 二: '贰', 三: '叁', 四: '肆', 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖', 十: '拾', 百: '佰', 千: '仟' };

const pick = (signs: string, count: number): string => signs[count - 1] ?? String(count);

const ROMAN = [['M', 1000], ['CM', 900], ['D', 500], ['CD', 400], ['C', 100], ['XC', 90], ['L', 50], ['XL', 40], ['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]] as const;

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let text = '';
  for (const [sign, value] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}
