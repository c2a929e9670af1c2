/** The period that a report says its numbers are of. */
import { shift, type Span } from '../../text/span';
import { placeOf } from '../../text/squeeze';
import type { Surroundings } from './surroundings';
import type { YearPlace } from './yearPlaces';

/** `统计期限自2024年1月1日起至2024年12月31日止`. Spans are relative to the slice. */
export interface PeriodTold {
  /** The years as written; the second may be left out. */
  readonly from: { readonly year: number; readonly span: Span };
  readonly to: { readonly year: number; readonly span: Span } | undefined;
  /** The last day, where it is written. */
  readonly lastDay: { readonly month: number; readonly day: number; readonly span: Span } | undefined;
}

const PERIOD = /^0?1月0?1日?(?:起|始|开始)?,?(?:(?:起|始)?(?:到|至|-|~|—|–){1,2})(?:截?止)?(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日?/;
const WHOLE_YEAR = /^(?:全年|年?度)?(?:[,;]|$)/;
const SPEAKS_OF_PERIOD = /报告期(?!内)|(?:统计|数据|报告)[^。]{0,16}(?:期限|时限|期间|周期|时间|时段|区间|范围)/;
/** `统计数据从2024年1月1日至12月31日`, `统计口径为`: the period without its name. */
const NUMBERS_FROM = /(?:数据|统计)(?:口径)?(?:自|从|为|是)$/;
/** `涉及上年度的数据统计期限为`: not the report's own. */
const OTHERS_PERIOD = /(?:上一?|前一)年度?[^,。;]{0,14}$/;
const PERIOD_FOLLOWS = /(?:统计|数据)[^。,;]{0,8}(?:期限|时限|期间|周期|时间|时段|区间)(?:范围)?(?:为|是|:|自|从){0,2}$/;

/** `涵盖我局2024年1月1日至12月31日期间的政府信息公开工作情况`. */
const COVERS = /(?:涵盖|反映|总结)了?[^。;,]{0,30}$/;
const WORK_COVERED = /^[^。;,]{0,24}(?:信息|政务)公开[^。;,]{0,10}(?:工作|情况)/;

/** The period that is told from the year `place` on, with `around`, the sentence it is in. */
export function periodAt({ year, span: own }: YearPlace, { before, after }: Surroundings): PeriodTold | undefined {
  if (OTHERS_PERIOD.test(before)) return undefined;
  const from = { year, span: own };
  const found = PERIOD.exec(after.text);
  if (!found) return PERIOD_FOLLOWS.test(before) && WHOLE_YEAR.test(after.text) ? { from, to: undefined, lastDay: undefined } : undefined;
  const [all, to, month, day] = found;
  const isCovered = COVERS.test(before) && WORK_COVERED.test(after.text.slice(all.length));
  if (!isCovered && !SPEAKS_OF_PERIOD.test(before) && !NUMBERS_FROM.test(before) && !SPEAKS_OF_PERIOD.test(after.text)) return undefined;
  const monthAt = all.lastIndexOf(`${month!}月`);
  return {
    from,
    to: to === undefined ? undefined : { year: Number(to), span: placeOf(after, all.indexOf(`${to}年`), all.indexOf(`${to}年`) + 4) },
    lastDay: { month: Number(month), day: Number(day), span: placeOf(after, monthAt, all.replace(/日$/, '').length) },
  };
}

/** `period` in a text that it stands `by` units further into. */
export function movedPeriod({ from, to, lastDay }: PeriodTold, by: number): PeriodTold {
  const moved = <P extends { readonly span: Span }>(place: P): P => ({ ...place, span: shift(place.span, by) });
  return { from: moved(from), to: to && moved(to), lastDay: lastDay && moved(lastDay) };
}
