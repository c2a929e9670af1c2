/** Sections that are lost, there twice, out of order, empty, or under a heading that is not theirs. */
import type { TableId } from '../../../server/src/editions';
import { SECTION_TITLES } from '../../../server/src/syntax/sections';
import type { Random } from '../../support/random';
import type { Fault } from '../fault';
import { isTable, type Report } from '../report';

type Part = string | TableId;

/** The parts of a report section by section; those before the first heading are in `head`. */
interface Sections {
  readonly head: readonly Part[];
  readonly sections: readonly (readonly Part[])[];
}

const HEADING = /^[一二三四五六]、\S/;

function sectionsOf({ parts }: Report): Sections | undefined {
  const starts = parts.flatMap((part, i) => (!isTable(part) && HEADING.test(part) ? [i] : []));
  if (starts.length !== 6) return undefined;
  return { head: parts.slice(0, starts[0]), sections: starts.map((start, i) => parts.slice(start, starts[i + 1])) };
}

const headingOf = (section: readonly Part[]): string => section[0]!.split('\n')[0]!;
const wordsOf = (section: readonly Part[]): string => headingOf(section).slice(2, 10);

type Change = (sections: readonly (readonly Part[])[], at: number, random: Random) => { readonly sections: readonly (readonly Part[])[]; readonly words: readonly string[] } | undefined;

const RULES: Readonly<Record<string, { readonly rules: readonly string[]; readonly change: Change }>> = {
  'a section dropped': { rules: ['section/missing'], change: (sections, at) => ({ sections: sections.toSpliced(at, 1), words: [wordsOf(sections[at]!)] }) },
  'a section doubled': { rules: ['section/duplicate'], change: (sections, at) => ({ sections: sections.toSpliced(at, 0, sections[at]!), words: [wordsOf(sections[at]!)] }) },
  'two sections exchanged': {
    rules: ['section/order', 'section/ordinal'],
    change: (sections, at) => (at < 5 ? { sections: sections.with(at, sections[at + 1]!).with(at + 1, sections[at]!), words: [wordsOf(sections[at]!), wordsOf(sections[at + 1]!)] } : undefined),
  },
  'a section without text': { rules: ['section/empty', 'table/missing', 'report/problems-and-measures', 'section/missing'], change: (sections, at) => ({ sections: sections.with(at, [`${headingOf(sections[at]!)}\n`]), words: [wordsOf(sections[at]!)] }) },
  'a heading with another number': {
    rules: ['section/ordinal'],
    change: (sections, at, random) => {
      const other = '一二三四五六七'.replace('一二三四五六'[at]!, '')[random.below(6)]!;
      return { sections: retitled(sections, at, other + headingOf(sections[at]!).slice(1)), words: [wordsOf(sections[at]!)] };
    },
  },
  'a heading misspelt': {
    rules: ['section/title-wording', 'section/missing'],
    change: (sections, at, random) => {
      const heading = headingOf(sections[at]!);
      if (heading.length < 10) return undefined;
      const lost = 3 + random.below(heading.length - 4);
      const title = heading.slice(0, lost) + heading.slice(lost + 1);
      // 其他需要报告事项 is what other offices print.
      const isPrinted = SECTION_TITLES.some(({ variants }) => variants.includes(title.slice(2)));
      return isPrinted || !/\p{Script=Han}/u.test(heading[lost]!) ? undefined : { sections: retitled(sections, at, title), words: [title.slice(2)] };
    },
  },
  'a heading lost': { rules: ['section/missing', 'table/missing'], change: (sections, at) => ({ sections: sections.with(at, [sections[at]![0]!.slice(headingOf(sections[at]!).length + 1), ...sections[at]!.slice(1)]), words: [wordsOf(sections[at]!)] }) },
};

function retitled(sections: readonly (readonly Part[])[], at: number, title: string): readonly (readonly Part[])[] {
  const [first, ...rest] = sections[at]!;
  return sections.with(at, [title + first!.slice(headingOf(sections[at]!).length), ...rest]);
}

export const sectionFaults: readonly Fault[] = Object.entries(RULES).map(([mechanism, { rules, change }]) => ({
  family: 'a section',
  mechanism,
  inject(report, random) {
    const own = sectionsOf(report);
    const changed = own && change(own.sections, random.below(6), random);
    return changed && { report: { ...report, parts: [...own.head, ...changed.sections.flat()].filter((part) => part !== '') }, expected: { kind: 'words', rules, words: changed.words } };
  },
}));
