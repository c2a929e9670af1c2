import { EARLIER_REGULATION_ORDER, FORM_2019_NUMBER, FORM_2021_NUMBER, NOTICE_2019, NOTICE_2021, REGULATION_ORDER } from '../../editions/titles';
import { FORM_2021 } from '../../editions/law';
import { type Citation, citationsIn, type DocumentNumber } from '../../model/citations';
import { isSince2021, yearOf } from '../../model/ownYear';
import { remembered } from '../../model/remembered';
import type { SectionSyntax } from '../../syntax/types';
import { covering, type Edit, shift } from '../../text/span';
import type { ReportRule } from '../rule';

const TITLE = '云溪县水利局2024年政府信息公开工作年度报告\n\n';

export const reportBasis: ReportRule = {
  id: 'report/basis',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: {
      zh: '依据已被替代：国办公开办函〔2019〕60号的试行格式只用于 2019、2020 年度，{year} 年度的依据是国办公开办函〔2021〕30号。',
      en: 'This basis has been replaced: the trial form of 国办公开办函〔2019〕60号 was for 2019 and 2020; that of {year} is 国办公开办函〔2021〕30号.',
    },
    order: {
      zh: '国务院令第492号是条例修订前的公布令；{year} 年度适用 2019 年修订的条例（国务院令第711号）。',
      en: 'Order 492 issued the regulation before its revision; {year} is under the revision of 2019 (国务院令第711号).',
    },
  },
  docs: {
    title: { zh: '依据已被替代', en: 'Basis that was replaced' },
    what: {
      zh: '2021 年度及以后的报告仍以国办公开办函〔2019〕60号《关于政府信息公开工作年度报告有关事项的通知》或“格式（试行）”为依据，或者以国务院令第492号为条例的公布令。省、市、县自己印发的同名通知不报告。',
      en: 'A report for 2021 or later names 国办公开办函〔2019〕60号, its notice or the “格式（试行）” as its basis, or 国务院令第492号 as the order of the regulation. Notices of the same name issued by a province, city or county are not reported.',
    },
    why: {
      zh: '试行格式自 2021 年度起由国办公开办函〔2021〕30号的格式替代；条例于 2019 年修订，自 2019 年 5 月 15 日起施行。引用旧依据说明文稿多年未改。',
      en: 'From 2021 on the trial form is replaced by that of 国办公开办函〔2021〕30号; the regulation was revised in 2019 and is in force in that version since 15 May 2019. An old basis shows a text that was not looked at for years.',
    },
    ignore: { zh: '只是在叙述格式的沿革时可以忽略。', en: 'Leave it where the history of the form is told.' },
    law: [FORM_2021],
    examples: [
      {
        bad: `${TITLE}根据⟦《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号⟧）编制本报告。\n`,
        good: `${TITLE}根据《${NOTICE_2021}》（国办公开办函〔2021〕30号）编制本报告。\n`,
        fix: 'suggested',
      },
      {
        bad: `${TITLE}根据《中华人民共和国政府信息公开条例》（国务院令第⟦492⟧号）编制本报告。\n`,
        good: `${TITLE}根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制本报告。\n`,
        fix: 'suggested',
      },
    ],
  },
  *check(report) {
    if (!isSince2021(report)) return;
    const year = yearOf(report)!;
    for (const { start, syntax } of report.slices) {
      for (const { message, citation, numbers } of obsoleteIn(syntax)) {
        const spans = [...(citation ? [citation.span] : []), ...numbers.map(({ span }) => span)];
        yield {
          span: shift(covering(spans), start),
          message,
          args: { year },
          fixes: [
            {
              title: message === 'order' ? { zh: '改为国务院令第711号', en: 'Name order 711' } : { zh: '改为国办公开办函〔2021〕30号', en: 'Name 国办公开办函〔2021〕30号' },
              safety: 'suggested',
              edits: editsOf(citation, numbers).map((edit) => ({ ...edit, span: shift(edit.span, start) })),
            },
          ],
        };
      }
    }
  },
};

interface Obsolete {
  readonly message: 'default' | 'order';
  readonly citation: Citation | undefined;
  readonly numbers: readonly DocumentNumber[];
}

const obsoleteIn = remembered((section: SectionSyntax): readonly Obsolete[] => {
  const { titles, numbers } = citationsIn(section);
  const byTitle = titles.filter(isNoticeOf2019).map((citation): Obsolete => ({ message: 'default', citation, numbers: citation.numbers.filter(isNumberOf2019) }));
  const told = new Set(byTitle.flatMap((own) => own.numbers));
  const byNumber = numbers.filter((number) => isNumberOf2019(number) && !told.has(number)).map((number): Obsolete => ({ message: 'default', citation: undefined, numbers: [number] }));
  // 国务院令第492号公布，国务院令第711号修订: both orders are named, and rightly.
  const orders = numbers.filter(({ series }) => series === '令');
  const earlier = orders.filter(({ number, span }) => number === EARLIER_REGULATION_ORDER && !orders.some((other) => other.number === REGULATION_ORDER && Math.abs(other.span.start - span.start) < SAME_PLACE));
  return [...byTitle, ...byNumber, ...earlier.map((number): Obsolete => ({ message: 'order', citation: undefined, numbers: [number] }))];
});

/** So near, in UTF-16 units, two orders are named together. */
const SAME_PLACE = 80;

const ISSUER = /^国务院办公厅(?:政府信息与政务公开办公室)?|^国办(?:公开办)?/;
/** A province's, city's or county's notice of the same name is another notice. */
const LOCAL = /[省市县区州盟旗]|厅|政办/;
const TRIAL_FORM = /政府信息公开工作年度报告格式\(试行\)/;

function isNoticeOf2019({ title, issuer, numbers }: Citation): boolean {
  if (TRIAL_FORM.test(title)) return true;
  if (title.replace(ISSUER, '') !== NOTICE_2019) return false;
  return ISSUER.test(title) || numbers.some(isNumberOf2019) || !LOCAL.test(issuer.replace(/国务院办公厅|中办|国办/, ''));
}

const isNumberOf2019 = ({ series, year, number }: DocumentNumber): boolean => series === FORM_2019_NUMBER.series && year === FORM_2019_NUMBER.year && number === FORM_2019_NUMBER.number;

function editsOf(citation: Citation | undefined, numbers: readonly DocumentNumber[]): Edit[] {
  const title = citation ? [{ span: citation.place(0, citation.title.length), newText: NOTICE_2021 }] : [];
  return [...title, ...numbers.map(({ series, span }) => ({ span, newText: series === '令' ? String(REGULATION_ORDER) : `${FORM_2021_NUMBER.series}〔${FORM_2021_NUMBER.year}〕${FORM_2021_NUMBER.number}号` }))];
}
