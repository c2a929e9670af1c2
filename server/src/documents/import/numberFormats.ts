/** How Excel shows a stored number: only dates look otherwise than they are stored; fewer decimals are told, and not rounded to. */
import type { Losses } from './imported';
import { child, type XmlElement } from './xml';

export interface NumberFormat {
  readonly kind: 'number' | 'date';
  /** How many decimals are shown; undefined: as many as there are. */
  readonly decimals: number | undefined;
  /** The day that 0 is, in days before 1970. */
  readonly epoch: number;
}

const DAYS_TO_1970 = 25_569;
const DAYS_TO_1970_FROM_1904 = 24_107;
const BUILT_IN: Readonly<Record<number, string>> = { 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00' };
const isBuiltInDate = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

export class NumberFormats {
  readonly #formats: readonly NumberFormat[];
  readonly #plain: NumberFormat;

  constructor(styles: XmlElement | undefined, workbook: XmlElement) {
    const epoch = /^(?:1|true)$/.test(child(workbook, 's:workbookPr')?.attributes['date1904'] ?? '') ? DAYS_TO_1970_FROM_1904 : DAYS_TO_1970;
    this.#plain = { kind: 'number', decimals: undefined, epoch };
    const codes = new Map((child(styles, 's:numFmts')?.children ?? []).map(({ attributes }) => [Number(attributes['numFmtId']), attributes['formatCode'] ?? '']));
    this.#formats = (child(styles, 's:cellXfs')?.children ?? []).map(({ attributes }) => {
      const id = Number(attributes['numFmtId'] ?? 0);
      const code = (codes.get(id) ?? BUILT_IN[id] ?? '').replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '').split(';')[0]!;
      if (isBuiltInDate(id) || /[ymd]/i.test(code)) return { kind: 'date', decimals: undefined, epoch };
      return { kind: 'number', decimals: /^[#0,]*0(?:\.(0*))?$/.test(code) ? (/\.(0*)$/.exec(code)?.[1]?.length ?? 0) : undefined, epoch };
    });
  }

  of(style: string | undefined): NumberFormat {
    return this.#formats[Number(style ?? 0)] ?? this.#plain;
  }
}

const MS_A_DAY = 86_400_000;

/** A stored number as a text; Excel keeps 15 digits. */
export function numberText(value: string, { kind, decimals, epoch }: NumberFormat, losses: Losses): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (kind === 'date' && number >= 1 && number < 2_958_466) {
    const date = new Date(Math.round((Math.floor(number) - epoch) * MS_A_DAY));
    return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  }
  const text = String(Number(number.toPrecision(15)));
  if (decimals !== undefined && (/\.(\d+)$/.exec(text)?.[1]?.length ?? 0) > decimals) losses.add('decimals');
  return text;
}
