import { article, FORM_2021 } from '../../editions/law';
import { isAgencyName, isGovernmentAbove, mayBeSame, namesOf } from '../../model/report/agencyNames';
import { signatureOf } from '../../model/report/signature';
import type { ReportModel } from '../../model/types';
import { type PlacedYear, yearsOf } from '../../model/report/years';
import { shift, type Span } from '../../text/span';
import { placeOf, squeeze, type Squeezed } from '../../text/squeeze';
import type { ReportRule } from '../rule';

export const reportAgency: ReportRule = {
  id: 'report/agency',
  scope: 'report',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '标题是“{agency}”的报告，落款却是“{other}”。', en: 'The title names “{agency}”, the signature “{other}”.' },
    preamble: { zh: '标题是“{agency}”的报告，这里却称为“{other}”的报告。', en: 'The title names “{agency}”; here the report is said to be that of “{other}”.' },
  },
  docs: {
    title: { zh: '机关名称前后不一', en: 'Names of different agencies' },
    what: {
      zh: '标题中的机关，与开头“现公布××2024年政府信息公开工作年度报告”中的机关，或者与落款的机关不是同一个。简称、全称、办公室署名都算同一个，加挂牌子的机关署其中任一名称也是；政府的报告由其办公室或工作部门署名也不报告。',
      en: 'The agency of the title is not the one that the preamble calls the report’s (现公布…年度报告), or the one that signs it. Abbreviations, offices and further name plates of the same agency count as the same, and so do the offices through which a government signs.',
    },
    why: {
      zh: '多是照抄别的单位的报告而漏改名称，公布后最为尴尬。',
      en: 'Most often another agency’s report was copied and a name forgotten, which is embarrassing once published.',
    },
    ignore: { zh: '机关在年内更名、两处名称都正确时可以忽略。', en: 'Leave it where the agency was renamed during the year.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: '云溪县水利局2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n2024年未收取信息处理费。\n\n⟦云溪县林业局⟧\n2025年1月15日\n',
        good: '云溪县水利局2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n2024年未收取信息处理费。\n\n云溪县水利局\n2025年1月15日\n',
        fix: 'suggested',
      },
      {
        bad: '云溪县水利局2024年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》，现公布⟦云溪县林业局⟧2024年政府信息公开工作年度报告。\n',
        good: '云溪县水利局2024年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》，现公布云溪县水利局2024年政府信息公开工作年度报告。\n',
        fix: 'suggested',
      },
    ],
  },
  *check(report) {
    const { agency, title } = report;
    if (agency === undefined || !title || !isAgencyName(agency)) return;
    const own = namesOf(agency);
    const isOwn = ({ text }: Name): boolean => own.some((each) => mayBeSame(each, text));
    for (const { message, name, above } of namesIn(report)) {
      // A government's bureau may sign for it; where a bureau or a town presents its report as the government's, a name was left over.
      if ([name, ...above].some(isOwn) && !(message === 'preamble' && isGovernmentAbove(name.text, agency))) continue;
      yield {
        span: name.span,
        message,
        args: { agency, other: name.text },
        related: [{ span: title.span, message: { zh: '标题', en: 'The title' } }],
        // What is folded only for comparison is not written into a report.
        fixes: title.text.includes(agency) ? [{ title: { zh: `改为“${agency}”`, en: `Write “${agency}”` }, safety: 'suggested', edits: [{ span: name.span, newText: agency }] }] : [],
      };
    }
  },
};

export interface Name {
  readonly text: string;
  readonly span: Span;
}

interface Mention {
  readonly message: 'default' | 'preamble';
  readonly name: Name;
  /** Who signs beside it. */
  readonly above: readonly Name[];
}

/** The names that a report is said to be of, besides its title: where it is presented, and where it is signed. */
export function* namesIn(report: ReportModel): Generator<Mention> {
  for (const placed of yearsOf(report).told) {
    const name = placed.told.tells === 'name' ? nameBefore(placed) ?? nameAfter(placed) : undefined;
    if (name) yield { message: 'preamble', name, above: [] };
  }
  const signature = signatureOf(report);
  if (signature?.agency && isAgencyName(signature.agency.text)) yield { message: 'default', name: signature.agency, above: signature.above };
}

const REACH = 60;
/** `我局` and `本镇` name nobody. */
const NAME = /^(?![我本全各])\p{Script=Han}{3,24}$/u;
/** What stands before the name where a report is presented. */
const PRESENTING = /公布|公开|发布|编[制写]|撰写|起草|形成|完成|现就|[将了的《,。;:"]/;

/** `现公布云溪县水利局2024年政府信息公开工作年度报告` */
function nameBefore({ told, slice, span: placed }: PlacedYear): Name | undefined {
  const words = squeeze(slice.text, told.span.start - REACH, told.span.start);
  const name = words.text.split(PRESENTING).at(-1)!;
  return nameAt(words, words.text.length - name.length, words.text.length, placed.start - told.span.start);
}

/** `现将2024年云溪县水利局政府信息公开工作年度报告公布如下` */
function nameAfter({ told, slice, span: placed }: PlacedYear): Name | undefined {
  const words = squeeze(slice.text, told.span.end, told.span.end + REACH);
  const found = /^年度?(?!度)(.{3,24}?)(?:政府信息|信息|政务)公开/.exec(words.text);
  if (!found) return undefined;
  const from = found[0].indexOf(found[1]!);
  return nameAt(words, from, from + found[1]!.length, placed.start - told.span.start);
}

function nameAt(words: Squeezed, from: number, to: number, by: number): Name | undefined {
  const text = words.text.slice(from, to);
  return NAME.test(text) && isAgencyName(text) ? { text, span: shift(placeOf(words, from, to), by) } : undefined;
}
