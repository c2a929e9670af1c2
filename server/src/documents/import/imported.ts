/** What comes of a document that is brought in, and what may stand against it. */
import type { Text } from '../../text/span';
import type { Block } from '../blocks';

/** A text, with what of the document is not in it. */
export interface Imported {
  readonly text: string;
  /** A sentence for each kind of thing that was lost or decided; none: nothing was. */
  readonly losses: readonly Text[];
}

/** What a reader of one format finds. */
export interface Found {
  readonly blocks: readonly Block[];
  readonly losses: readonly Text[];
}

/** A document that is not brought in, with what to do instead. */
export class Refusal extends Error {
  constructor(readonly words: Text) {
    super(words.en);
  }
}

/** Things of a document that don't come along, counted by kind. */
export class Losses {
  readonly #counts = new Map<LossKind, number>();

  add(kind: LossKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** In the order in which the kinds are listed below. */
  get told(): readonly Text[] {
    return (Object.keys(KINDS) as LossKind[]).flatMap((kind) => {
      const count = this.#counts.get(kind);
      return count === undefined ? [] : [KINDS[kind](count)];
    });
  }
}

const many = (count: number, noun: string, plural = `${noun}s`): string => `${count} ${count === 1 ? noun : plural}`;

const KINDS = {
  images: (n: number): Text => ({ zh: `${n} 张图片未导入`, en: `${many(n, 'image')} left out` }),
  objects: (n: number): Text => ({ zh: `${n} 个图表、公式或嵌入对象未导入`, en: `${many(n, 'chart, formula or embedded object', 'charts, formulas or embedded objects')} left out` }),
  footnotes: (n: number): Text => ({ zh: `${n} 条脚注、尾注未导入`, en: `${many(n, 'footnote or endnote', 'footnotes or endnotes')} left out` }),
  comments: (n: number): Text => ({ zh: `${n} 条批注未导入`, en: `${many(n, 'comment')} left out` }),
  deletions: (n: number): Text => ({ zh: `${n} 处修订删除的内容未导入`, en: `${many(n, 'tracked deletion')} left out` }),
  insertions: (n: number): Text => ({ zh: `${n} 处修订插入的内容按已接受导入`, en: `${many(n, 'tracked insertion')} taken as accepted` }),
  hidden: (n: number): Text => ({ zh: `${n} 处隐藏的内容未导入`, en: `${many(n, 'hidden piece')} left out` }),
  hiddenSheets: (n: number): Text => ({ zh: `${n} 张隐藏的工作表未导入`, en: `${many(n, 'hidden sheet')} left out` }),
  hiddenLines: (n: number): Text => ({ zh: `${n} 个有内容的隐藏行或列未导入`, en: `${many(n, 'hidden row or column', 'hidden rows or columns')} with content left out` }),
  textBoxes: (n: number): Text => ({ zh: `${n} 个文本框的文字移到了所在段落之后`, en: `the words of ${many(n, 'text box', 'text boxes')} moved behind the paragraph` }),
  nestedTables: (n: number): Text => ({ zh: `${n} 个套有表格的表格按其中的段落和表格逐个导入`, en: `${many(n, 'table')} holding other tables taken apart` }),
  headers: (n: number): Text => ({ zh: `${n} 处页眉、页脚未导入`, en: `${many(n, 'page header or footer', 'page headers or footers')} left out` }),
  pageNumbers: (n: number): Text => ({ zh: `${n} 个页码未导入`, en: `${many(n, 'page number')} left out` }),
  emptyPages: (n: number): Text => ({ zh: `${n} 页没有文字（可能是扫描图），未导入`, en: `${many(n, 'page')} without text (scanned, perhaps) left out` }),
  brokenPages: (n: number): Text => ({ zh: `${n} 页已损坏，未导入`, en: `${many(n, 'broken page')} left out` }),
  unknownGlyphs: (n: number): Text => ({ zh: `${n} 个字符在文件中没有对应的文字，以 U+FFFD 表示`, en: `${many(n, 'character')} without a meaning in the file, shown as U+FFFD` }),
  unknownMaps: (n: number): Text => ({ zh: `用到 ${n} 种读不懂的文字编码，这些文字未导入`, en: `words in ${many(n, 'encoding')} that can’t be read left out` }),
  unruledTables: (n: number): Text => ({ zh: `${n} 页的表格没有框线，按文字位置排列`, en: `${many(n, 'page')} with a table without rules, laid out by the places of its words` }),
  surroundings: (n: number): Text => ({ zh: `网页中报告以外的 ${n} 段文字（导航、页脚等）未导入`, en: `${many(n, 'piece')} of the page around the report (navigation and the like) left out` }),
  frames: (n: number): Text => ({ zh: `${n} 个嵌入的网页、附件未导入`, en: `${many(n, 'embedded page or file', 'embedded pages or files')} left out` }),
  formulas: (n: number): Text => ({ zh: `${n} 个公式没有计算结果，按空白导入；请在 Excel 中打开保存后再导入`, en: `${many(n, 'formula')} without a result, taken as blank; open and save in Excel, then import again` }),
  decimals: (n: number): Text => ({ zh: `${n} 个数按存储的值导入，小数位数多于显示的`, en: `${many(n, 'number')} taken as stored, with more decimals than are shown` }),
  encoding: (): Text => ({ zh: '声明为 UTF-8，实际按 GB18030 读取', en: 'declared as UTF-8, read as GB18030' }),
  replaced: (n: number): Text => ({ zh: `${n} 处不属于所声明编码的字节以 U+FFFD 表示`, en: `${many(n, 'place')} with bytes outside the declared encoding, shown as U+FFFD` }),
} as const satisfies Readonly<Record<string, (count: number) => Text>>;

export type LossKind = keyof typeof KINDS;
