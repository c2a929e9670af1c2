import { article, FORM_2021, REGULATION } from '../../editions/law';
import { EARLIER_REGULATION_ORDER, FORM_2019_NUMBER, FORM_2021_NUMBER, FORM_ISSUER, FORM_SERIES, KNOWN_TITLES, type KnownTitle, NOTICE_2019, writtenNumber } from '../../editions/titles';
import { citationsIn, type DocumentNumber } from '../../model/citations';
import { brokenNumbers, misnamedIssuers } from '../../model/report/formNotice';
import { editDistance } from '../../text/distance';
import { covering, type Span } from '../../text/span';
import { placeOf, squeeze } from '../../text/squeeze';
import type { Finding, TextRule } from '../rule';

export const reportLawName: TextRule = {
  id: 'report/law-name',
  scope: 'text',
  severity: 'warning',
  since: '1.0.0',
  messages: {
    default: { zh: '法规、文件名称有误，应为《{title}》。', en: 'The title is misquoted; it is 《{title}》.' },
    number: { zh: '《{title}》的文号有误，应为{number}。', en: 'The number of 《{title}》 is misquoted; it is {number}.' },
    issuer: { zh: '发文机关名称有误，应为{issuer}。', en: 'The issuer’s name is misquoted; it is {issuer}.' },
  },
  docs: {
    title: { zh: '法规、文件名称或文号引错', en: 'Misquoted law or notice' },
    what: {
      zh: '引用的法规、文件名称与正式名称只差一两个字（《中华人民共和国信息公开条例》《政府信息公开条列》），或者文号不对、缺字，印发格式的机关名称不对。《政府信息公开条例》等通行的简称、地方的规定和办法、其他法律都不报告。',
      en: 'The title of a law or notice differs from the real one by a character or two (《中华人民共和国信息公开条例》, 《政府信息公开条列》), or its number is wrong or lost a character, or the office that issued the form is misnamed. Usual short titles, regulations of provinces and cities, and other laws are not reported.',
    },
    why: { zh: '依据引错会使报告显得不严肃；退回修改时常被指出。', en: 'A misquoted basis looks careless, and reports are sent back for it.' },
    ignore: { zh: '引用的确是另一部名称相近的法规、文件时可以忽略。', en: 'Leave it where another law or notice with a like name is meant.' },
    law: [article('50')],
    examples: [
      {
        bad: '一、总体情况\n我局认真落实《⟦中华人民共和国信息公开条例⟧》。\n',
        good: '一、总体情况\n我局认真落实《中华人民共和国政府信息公开条例》。\n',
        fix: 'suggested',
      },
      {
        bad: '一、总体情况\n本报告根据《中华人民共和国政府信息公开工作年度报告格式》（⟦国办公开办函〔2021〕20号⟧）编制。\n',
        good: '一、总体情况\n本报告根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。\n',
        fix: 'suggested',
      },
    ],
  },
  *check(section) {
    for (const citation of citationsIn(section).titles) {
      const { known, from, to, exact } = recognised(citation.title);
      if (!known) continue;
      if (!exact) yield misquoted(citation.place(from, to), known.title);
      for (const number of from === 0 || known.number?.series === FORM_SERIES ? citation.numbers : []) {
        const right = rightNumber(known, number);
        if (right) yield { span: number.span, message: 'number', args: { title: known.title, number: right }, fixes: [replace(number.span, number.year === undefined ? String(known.number!.number) : right)] };
      }
    }
    yield* withoutMarks(section.text);
    yield* formNotice(section.text);
  },
};

function misquoted(span: Span, title: string): Finding {
  return { span, args: { title }, fixes: [{ ...replace(span, title), certain: true }] };
}

function replace(span: Span, newText: string): NonNullable<Finding['fixes']>[number] {
  return { title: { zh: `改为“${newText}”`, en: `Write “${newText}”` }, safety: 'suggested', edits: [{ span, newText }] };
}

interface Recognised {
  readonly known: KnownTitle | undefined;
  readonly exact: boolean;
  /** What of the citation is the title: not the issuer before it, nor brackets after it. */
  readonly from: number;
  readonly to: number;
}

/** 《国务院办公厅…关于印发〈…〉的通知》 cites what it issues. */
const INNER = /[<〈《]([^<>〈〉《》]*)[>〉》]/;
const TAIL = /\([^()]{0,20}\)$/;
/** No other law of the whole country is about disclosure. */
const NATIONAL_DISCLOSURE = /^中华人民共和国.{0,8}公开.{0,6}条例$/;

function recognised(cited: string): Recognised {
  const inner = INNER.exec(cited);
  const from = inner ? inner.index + 1 : 0;
  const title = (inner ? inner[1]! : cited).replace(TAIL, '');
  const at = { from, to: from + title.length };
  const known = KNOWN_TITLES.find((own) => own.title === title || own.short.includes(title));
  if (known) return { known, exact: true, ...at };
  return { known: NATIONAL_DISCLOSURE.test(title) ? KNOWN_TITLES.find((own) => own.title === REGULATION) : nearest(title), exact: false, ...at };
}

/** So many characters may be wrong: two in a long title, one in a law's, none in a short one. */
function limitFor({ length }: string): number {
  return length >= 15 ? 2 : length >= 8 ? 1 : 0;
}

/** The one title that `cited` is nearly; none where several are. */
function nearest(cited: string): KnownTitle | undefined {
  const near = KNOWN_TITLES.filter((known) => [known.title, ...known.short].some((title) => isNearly(cited, title)));
  return near.length === 1 ? near[0] : undefined;
}

/** 《省政府信息公开条例》, which ends as a title does, may be another law's name. */
function isNearly(cited: string, title: string): boolean {
  const limit = limitFor(title);
  return limit > 0 && editDistance(cited, title, limit) <= limit && !cited.endsWith(title);
}

/** The number as it should be, where `cited` is another one. What is only out of date is `report/basis`' business. */
function rightNumber({ number: known }: KnownTitle, cited: DocumentNumber): string | undefined {
  if (!known || cited.series !== known.series) return undefined;
  if (cited.number === known.number && cited.year === known.year) return undefined;
  if (cited.number === EARLIER_REGULATION_ORDER || (cited.year === FORM_2019_NUMBER.year && cited.number === FORM_2019_NUMBER.number)) return undefined;
  return writtenNumber(known);
}

const UNMARKED = /^共和国([政府务信息公开工作的]{2,12}条例)/;

/** The regulation named without 《》. Its name is found by characters that no radical stands for. */
function* withoutMarks(text: string): Generator<Finding> {
  for (let at = text.indexOf('共和国'); at >= 0; at = text.indexOf('共和国', at + 1)) {
    const before = squeeze(text, at - 12, at);
    if (!before.text.endsWith('中华人民') || before.text.endsWith('《中华人民')) continue;
    const words = squeeze(text, at, at + 40);
    const found = UNMARKED.exec(words.text);
    if (!found || REGULATION.endsWith(found[0]) || !found[1]!.includes('公开')) continue;
    const country = placeOf(before, before.text.length - '中华人民'.length, before.text.length);
    yield misquoted(covering([country, placeOf(words, 0, found[0].length)]), REGULATION);
  }
}

/** The notice that issued the form: its issuer in other words, its number without one of its characters. */
function* formNotice(text: string): Generator<Finding> {
  for (const span of misnamedIssuers(text)) yield { span, message: 'issuer', args: { issuer: FORM_ISSUER }, fixes: [replace(span, FORM_ISSUER)] };
  for (const { span, meant } of brokenNumbers(text)) {
    const number = writtenNumber(meant);
    yield { span, message: 'number', args: { title: meant === FORM_2021_NUMBER ? FORM_2021.title : NOTICE_2019, number }, fixes: [replace(span, number)] };
  }
}
