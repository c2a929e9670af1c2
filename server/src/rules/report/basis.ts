import { EARLIER_REGULATION_ORDER, FORM_2019_NUMBER, FORM_2021_NUMBER, NOTICE_2019, NOTICE_2021, REGULATION_ORDER, writtenNumber } from '../../editions/titles';
import { FORM_2021 } from '../../editions/law';
import { type Citation, citationsIn, type DocumentNumber } from '../../model/citations';
import { isSince2021, yearOf } from '../../model/report/ownYear';
import { remembered } from '../../model/remembered';
import type { SectionSyntax } from '../../syntax/types';
import { covering, type Edit, shift, type Span } from '../../text/span';
import { squeeze } from '../../text/squeeze';
import type { ReportRule } from '../rule';

const TITLE = '云溪县水利局2024年政府信息公开工作年度报告\n\n';

export const reportBasis: ReportRule = {
  id: 'report/basis',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: {
      zh: '依据已被替代：2019 年的试行格式只用于 2019、2020 年度，{year} 年度的依据是国办公开办函〔2021〕30号。',
      en: 'This basis has been replaced: the trial form of 2019 was for 2019 and 2020; that of {year} is 国办公开办函〔2021〕30号.',
    },
    mismatch: {
      zh: '名称与文号不符：国办公开办函〔2021〕30号印发的是《中华人民共和国政府信息公开工作年度报告格式》，这里的名称却是 2019 年印发试行格式的通知。',
      en: 'Title and number do not belong together: 国办公开办函〔2021〕30号 issued the 《中华人民共和国政府信息公开工作年度报告格式》; the title here is that of the notice that issued the trial form of 2019.',
    },
    order: {
      zh: '国务院令第492号是条例修订前的公布令；{year} 年度适用 2019 年修订的条例（国务院令第711号）。',
      en: 'Order 492 issued the regulation before its revision; {year} is under the revision of 2019 (国务院令第711号).',
    },
  },
  docs: {
    title: { zh: '依据已被替代', en: 'Basis that was replaced' },
    what: {
      zh: '2021 年度及以后的报告仍以国办公开办函〔2019〕60号《关于政府信息公开工作年度报告有关事项的通知》或“格式（试行）”为依据，或者以国务院令第492号为条例的公布令；也报告 2019 年的名称配了 2021 年的文号。同一句还引用了 2021 年格式的，以及省、市、县自己印发的同名通知不报告。',
      en: 'A report for 2021 or later names 国办公开办函〔2019〕60号, its notice or the “格式（试行）” as its basis, or 国务院令第492号 as the order of the regulation; or it has the title of 2019 with the number of 2021. Where the same sentence names the form of 2021 too, and where a province, city or county issued a notice of the same name, nothing is reported.',
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
      for (const obsolete of obsoleteIn(syntax)) {
        const { message, citation, numbers } = obsolete;
        yield {
          span: shift(spanOf(obsolete), start),
          message,
          args: { year },
          fixes: [
            {
              title: FIX_TITLES[message],
              safety: 'suggested',
              edits: editsOf(citation, numbers).map((edit) => ({ ...edit, span: shift(edit.span, start) })),
            },
          ],
        };
      }
    }
  },
};

const FIX_TITLES = {
  default: { zh: '改为国办公开办函〔2021〕30号', en: 'Name 国办公开办函〔2021〕30号' },
  mismatch: { zh: '改为印发 2021 年格式的通知的名称', en: 'Write the title of the notice of 2021' },
  order: { zh: '改为国务院令第711号', en: 'Name order 711' },
};

interface Obsolete {
  readonly message: keyof typeof FIX_TITLES;
  readonly citation: Citation | undefined;
  readonly numbers: readonly DocumentNumber[];
}

const spanOf = ({ citation, numbers }: Obsolete): Span => covering([...(citation ? [citation.span] : []), ...numbers.map(({ span }) => span)]);

const obsoleteIn = remembered((section: SectionSyntax): readonly Obsolete[] => {
  const { titles, numbers } = citationsIn(section);
  const byTitle = titles.filter(isNoticeOf2019).map(byItsTitle);
  const told = new Set(byTitle.flatMap((own) => own.numbers));
  const byNumber = numbers.filter((number) => isNumberOf2019(number) && !told.has(number)).map((number): Obsolete => ({ message: 'default', citation: undefined, numbers: [number] }));
  const forms = [...byTitle, ...byNumber].filter((own) => !namesFormOf2021Beside(section.text, spanOf(own)));
  // 国务院令第492号公布，国务院令第711号修订: both orders are named, and rightly.
  const orders = numbers.filter(({ series }) => series === '令');
  const earlier = orders.filter(({ number, span }) => number === EARLIER_REGULATION_ORDER && !orders.some((other) => other.number === REGULATION_ORDER && Math.abs(other.span.start - span.start) < SAME_PLACE));
  return [...forms, ...earlier.map((number): Obsolete => ({ message: 'order', citation: undefined, numbers: [number] }))];
});

/** So near, in UTF-16 units, two orders are named together. */
const SAME_PLACE = 80;

function byItsTitle(citation: Citation): Obsolete {
  const numbers = citation.numbers.filter(({ series }) => series === FORM_2021_NUMBER.series);
  return { message: numbers.some(isNumberOf2021) ? 'mismatch' : 'default', citation, numbers };
}

/** How far off, in UTF-16 units, the other of two notices stands that are named together. */
const BESIDE = 160;
const FORM_OF_2021 = /年度报告格式(?!\(试行)|2021[〕\])】]?第?30号/;

/** `《…有关事项的通知》（…60号）和《…关于印发〈…格式〉的通知》（…30号）`: the sentence around `own` names the form in force as well. */
function namesFormOf2021Beside(text: string, own: Span): boolean {
  const before = squeeze(text, own.start - BESIDE, own.start).text.split('。').at(-1)!;
  const after = squeeze(text, own.end, own.end + BESIDE).text.split('。')[0]!;
  return FORM_OF_2021.test(before) || FORM_OF_2021.test(after);
}

const ISSUER = /^国务院办公厅(?:政府信息与政务公开办公室)?|^国办(?:公开办)?/;
/** A province's, city's or county's notice of the same name is another notice. */
const LOCAL = /[省市县区州盟旗]|厅|政办/;
const TRIAL_FORM = /政府信息公开工作年度报告格式\(试行\)/;

function isNoticeOf2019({ title, issuer, numbers }: Citation): boolean {
  if (TRIAL_FORM.test(title)) return true;
  if (title.replace(ISSUER, '') !== NOTICE_2019) return false;
  return ISSUER.test(title) || numbers.some(isNumberOf2019) || !LOCAL.test(issuer.replace(/国务院办公厅|中办|国办/, ''));
}

const isOneWith = (known: Pick<DocumentNumber, 'series' | 'year' | 'number'>) => ({ series, year, number }: DocumentNumber): boolean => series === known.series && year === known.year && number === known.number;
const isNumberOf2019 = isOneWith(FORM_2019_NUMBER);
const isNumberOf2021 = isOneWith(FORM_2021_NUMBER);

function editsOf(citation: Citation | undefined, numbers: readonly DocumentNumber[]): Edit[] {
  const title = citation ? [{ span: citation.place(0, citation.title.length), newText: NOTICE_2021 }] : [];
  return [...title, ...numbers.filter((number) => !isNumberOf2021(number)).map(({ series, span }) => ({ span, newText: series === '令' ? String(REGULATION_ORDER) : writtenNumber(FORM_2021_NUMBER) }))];
}
