import { article } from '../../editions/law';
import { disagreementsOf } from '../../model/facts/compare';
import { toldOf } from '../../model/facts/facts';
import { fitsShare } from '../../model/facts/shares';
import type { Part, PartList } from '../../model/facts/types';
import { shift } from '../../text/span';
import type { Finding, ReportRule } from '../rule';

const overview = (text: string): string => `云溪县水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n\n${text}\n`;

export const reportProseSum: ReportRule = {
  id: 'report/prose-sum',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  earlier: true,
  messages: {
    default: {
      zh: '文中写共 {total} {unit}，所列 {count} 项相加为 {sum} {unit}（{parts}），相差 {gap}。',
      en: 'The text says {total} {unit} in all; the {count} parts it names add up to {sum} {unit} ({parts}), a difference of {gap}.',
    },
    share: {
      zh: '{part} {unit}占 {total} {unit}的 {actual}%，文中写 {share}%。',
      en: '{part} of {total} {unit} is {actual}%; the text says {share}%.',
    },
  },
  docs: {
    title: { zh: '文中分项之和与总数不符', en: 'Parts in the text do not add up' },
    what: {
      zh: '文字中先写总数再逐项列举的（“共公开信息 249 条，其中……”），核对各项之和是否等于总数；先逐项列举、再写“合计”“总计”“共计”的也核对；写明占比的，核对比例（四舍五入或截尾都可以）；总数在前而没有写“其中”的，至少三项写明占比、只有一项不符时才指出。只列举一部分的不算错：最后一项是“其他”、列全了各种结果，或者各项占比合计约为百分之百时，才要求各项之和等于总数；办理结果、申请人等互不交叉的项目，之和不得超过总数。有约数、单位不同、层级不清或可能重复统计的，不核对。',
      en: 'Where the text gives a whole and then names its parts (共公开信息249条，其中……), the parts must add up to it; so must parts that end in 合计, 总计 or 共计; shares in percent are checked as well, rounded or cut off; where the whole stands before them without such a word, only if there are three of them at least and all but one are those of it. Naming only some of the parts is no mistake: the sum must be the whole only where the list says that it is complete, by 其他 at its end, by naming all possible results, or by shares that make about a hundred percent; parts that exclude each other, as results and applicants do, must not exceed the whole. Lists with round numbers, mixed units, unclear levels or parts that may overlap are left alone.',
    },
    why: {
      zh: '总数与分项只要有一个写错，全段数据都会失去可信度；这类错误在表格核对中发现不了。',
      en: 'One wrong number makes readers doubt the whole paragraph, and no check of the tables finds it.',
    },
    ignore: { zh: '各项之间确有交叉或遗漏、并已在文中说明时可以忽略。', en: 'Leave it where the parts do overlap or leave something out and the report says so.' },
    law: [article('50')],
    examples: [
      {
        bad: overview('全年公开政府信息⟦96⟧条，其中机构职能类12条，规划计划类20条，其他类63条。'),
        good: overview('全年公开政府信息95条，其中机构职能类12条，规划计划类20条，其他类63条。'),
      },
      {
        bad: overview('当面提交12件，邮寄提交33件，网上提交21件，合计⟦67⟧件。'),
        good: overview('当面提交12件，邮寄提交33件，网上提交21件，合计66件。'),
      },
      {
        bad: overview('收到政府信息公开申请40件，其中网络申请30件，占75%；信函申请10件，占⟦20⟧%。'),
        good: overview('收到政府信息公开申请40件，其中网络申请30件，占75%；信函申请10件，占25%。'),
        fix: 'suggested',
      },
    ],
  },
  *check(report) {
    const told = new Set(disagreementsOf(report).map(({ fact, start }) => fact.span.start + start));
    for (const { start, telling } of toldOf(report)) {
      for (const list of telling.lists) {
        const own = [list.total, ...list.parts];
        // What the tables show to be wrong is told there.
        if (own.some(({ span }) => told.has(span.start + start))) continue;
        yield* faultsOf(list, start);
      }
    }
  },
};

const MAX_SHOWN = 12;

function* faultsOf(list: PartList, start: number): Generator<Finding> {
  const { total, parts, unit } = list;
  const sum = parts.reduce((all, part) => all + part.value, 0);
  if (parts.length > 1 && isWrong(list, sum)) {
    const shown = parts.slice(0, MAX_SHOWN).map(({ value }) => value).join(' + ');
    yield {
      span: shift(total.span, start),
      args: { total: total.value, unit, count: parts.length, sum, parts: parts.length > MAX_SHOWN ? `${shown} + …` : shown, gap: Math.abs(sum - total.value) },
    };
  } else yield* wrongShares(list, sum === total.value, start);
}

/** A mistake in writing makes a small difference; a large one is a list that was not understood. */
const SLIP = 2;
const SLIP_SHARE = 0.2;

function isWrong({ total, parts, complete, exclusive, before }: PartList, sum: number): boolean {
  const gap = Math.abs(sum - total.value);
  if (gap === 0 || gap > Math.max(SLIP, total.value * SLIP_SHARE) || parts.some(({ value }) => value > total.value)) return false;
  // They add up to another whole: to a number before, or to the one that their shares are of.
  const shared = parts.filter(({ share }) => share !== undefined);
  if (before.includes(sum) || (shared.length > 1 && shared.every(({ value, share }) => fitsShare(value, sum, share!.text)))) return false;
  return sum < total.value ? complete : (complete || exclusive) && !mayOverlap(parts, total.value, gap);
}

/** Whether some of the parts are the whole: the list ended before, or the others are parts of parts. */
function mayOverlap(parts: readonly Part[], whole: number, gap: number): boolean {
  let sum = 0;
  if (parts.some(({ value }) => (sum += value) === whole)) return true;
  return parts.some(({ value }, i) => value === gap || parts.some((other, k) => k > i && value + other.value === gap));
}

/** Shares that are not those of their numbers, unless most are not: then they are shares of something else. */
function* wrongShares({ total, unit, parts }: PartList, addsUp: boolean, start: number): Generator<Finding> {
  const shares = parts.flatMap(({ value, share }) => (share && value <= total.value ? [{ value, share }] : []));
  const wrong = shares.filter(({ value, share }) => !fitsShare(value, total.value, share.text));
  if (shares.length > 1 ? wrong.length * 2 > shares.length : parts.length > 1 && !addsUp) return;
  for (const { value, share } of wrong) {
    const span = shift(share.span, start);
    const actual = ((value / total.value) * 100).toFixed(decimals(share.text));
    yield {
      span,
      message: 'share',
      args: { part: value, unit, total: total.value, actual, share: share.text },
      fixes: addsUp ? [{ title: { zh: `将文中的 ${share.text}% 改为 ${actual}%`, en: `Change ${share.text}% in the text to ${actual}%` }, safety: 'suggested', edits: [{ span, newText: actual }] }] : [],
    };
  }
}

const decimals = (share: string): number => share.split('.')[1]?.length ?? 0;
