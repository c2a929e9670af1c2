/** Mistakes in the running text: numbers against the tables, years, periods, the basis, names, lists, words. */
import type { Random } from '../../support/random';
import { key } from '../../support/tables';
import type { Fault, Faulty } from '../fault';
import { isTable, numberIn, type Report } from '../report';

interface Slip {
  readonly family: string;
  readonly rules: readonly string[];
  /** What becomes of a text, with the words that a finding must point at; undefined where it has no place for the slip. */
  readonly change: (text: string, report: Report, random: Random) => { readonly text: string; readonly words: string } | undefined;
}

const SLIPS: Readonly<Record<string, Slip>> = {
  'a number of requests': told(/(?:新收|(?<!\d月)收到)政府信息公开申请(\d+)件|上年结转(\d+)件|[；，]办结(\d+)件|结转下年度(\d+)件/),
  'a number of remedies': told(/申请行政复议(\d+)件|提起行政诉讼(\d+)件/),
  'a number of documents': told(/制发行政规范性文件(\d+)件|年末现行有效(\d+)件/),
  'no requests, though there are': claim('本年未收到政府信息公开申请。', '未收到政府信息公开申请', (report) => numberIn(report, key('received', 'total')) > 0),
  'no remedies, though there are': claim('全年未发生因政府信息公开引起的行政复议。', '行政复议', (report) => numberIn(report, key('reconsideration', 'total')) > 0),
  'parts that do not add up': {
    family: 'numbers in prose',
    rules: ['report/prose-sum'],
    change: (text) => found(text, /条，其中机构职能类\d+条、工作动态类(\d+)条/, ([all, number]) => all.replace(`类${number}条`, `类${Number(number) + 1 + (Number(number) % 2)}条`), /^[^机]*/),
  },
  'last year for this year': {
    family: 'year and period',
    rules: ['report/stale-year', 'report/period'],
    change: (text, { year }) => found(text, new RegExp(`(?<=^|。|\\n)${year}年，(?=[我全])|${year}年(?=未收取|我)`), ([all]) => all.replace(String(year), String(year - 1)), /^[^，。]*/),
  },
  'a period of another year': {
    family: 'year and period',
    rules: ['report/period', 'report/stale-year'],
    change: (text, { year }) => found(text, new RegExp(`${year}年1月1日(?:起)?至${year}年12月31日`), ([all]) => all.replaceAll(String(year), String(year - 1))),
  },
  'an obsolete basis': {
    family: 'basis and names',
    rules: ['report/basis'],
    change: (text, { year }) => (year >= 2021 ? found(text, /按照《中华人民共和国政府信息公开条例》编制/, () => '按照《中华人民共和国政府信息公开条例》和国办公开办函〔2019〕60号编制') : undefined),
  },
  'a law misquoted': { family: 'basis and names', rules: ['report/law-name'], change: (text) => found(text, /《中华人民共和国政府信息公开条例》/, () => '《中华人民共和国信息公开条例》') },
  'the name of another agency': {
    family: 'basis and names',
    rules: ['report/agency'],
    change: (text) => found(text, /现公布\S{4,14}?(?=20\d\d年政府信息公开工作年度报告)/, () => '现公布云溪县文化和旅游局'),
  },
  'a number of a list lost': { family: 'words', rules: ['report/enumeration'], change: (text) => found(text, /二是([^；。]+)/, ([all]) => all.replace('二是', '三是'), /^三是/) },
  'a word doubled': { family: 'words', rules: ['report/doubled-word'], change: (text) => found(text, /公开目录|更新|培训/, ([all]) => all + all) },
  'no measures': { family: 'words', rules: ['report/problems-and-measures'], change: (text) => found(text, /(?:（二）)?改进情况[。：][^]*$/, () => '\n', /^/) },
  'no word of fees': { family: 'words', rules: ['report/fee-statement'], change: (text, { year }) => (year >= 2021 && /处理费/.test(text) && text.length < 80 ? { text: `${/^六、.*\n/.exec(text)?.[0] ?? ''}无。\n`, words: '' } : undefined) },
};

export const proseFaults: readonly Fault[] = Object.entries(SLIPS).map(([mechanism, { family, rules, change }]) => ({
  family,
  mechanism,
  inject(report, random): Faulty | undefined {
    for (const [i, part] of report.parts.entries()) {
      if (isTable(part)) continue;
      const changed = change(part, report, random);
      if (changed && changed.text !== part) return { report: { ...report, parts: report.parts.with(i, changed.text) }, expected: { kind: 'words', rules, words: changed.words === '' ? [] : [changed.words] } };
    }
    return undefined;
  },
}));

/** What `pattern` finds first, replaced. `shown`: which part of what is put in its place a finding points at. */
function found(text: string, pattern: RegExp, replace: (match: RegExpExecArray) => string, shown = /^[^]*/): { readonly text: string; readonly words: string } | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const now = replace(match);
  return { text: text.slice(0, match.index) + now + text.slice(match.index + match[0].length), words: shown.exec(now)![0] };
}

/** Another number where one of the tables' is told. */
function told(pattern: RegExp): Slip {
  return {
    family: 'numbers in prose',
    rules: ['report/prose-disagrees'],
    change: (text, report, random) =>
      found(text, pattern, (match) => {
        const number = match.slice(1).find((own) => own !== undefined)!;
        const wrong = Number(number) + 1 + random.below(40);
        // 收到 may be all that was there to be dealt with.
        return match[0].replace(number, String(wrong + Number(wrong === numberIn(report, key('received', 'total')) + numberIn(report, key('carriedIn', 'total')))));
      }),
  };
}

function claim(sentence: string, words: string, isFalse: (report: Report) => boolean): Slip {
  return {
    family: 'numbers in prose',
    rules: ['report/prose-disagrees'],
    change: (text, report) => (isFalse(report) && /（二）依申请公开。/.test(text) ? { text: text.replace(/（二）依申请公开。[^\n]*/, `（二）依申请公开。${sentence}`).replace(/行政复议\d+件，被提起行政诉讼\d+件|(?<=（五）监督保障。)[^\n]*/, '由一名副职分管，组织业务培训2次。'), words } : undefined),
  };
}
