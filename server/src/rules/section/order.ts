import { FORM_2021 } from '../../editions/law';
import type { ReportSection } from '../../model/types';
import { sectionOrdinal } from '../../syntax/sections';
import type { Text } from '../../text/span';
import type { ReportRule } from '../rule';
import { firstSections, headingSpan, officialHeading } from '../sectionWords';

export const sectionOrder: ReportRule = {
  id: 'section/order',
  scope: 'report',
  severity: 'error',
  since: '0.1.0',
  messages: {
    default: {
      zh: '部分的顺序与年度报告格式不同：{places}。',
      en: 'Sections are not in the order of the form: {places}.',
    },
  },
  docs: {
    title: { zh: '部分的顺序', en: 'Order of the sections' },
    what: {
      zh: '六个部分没有按格式的顺序排列时，整份报告只报告一次，指出最少要挪动哪几个部分、应挪到哪里。',
      en: 'The six sections do not stand in the order of the form. Told once a report: the fewest sections that have to move, and where to.',
    },
    why: {
      zh: '六个部分的先后由国办公开办函〔2021〕30号的格式规定，读者和汇总程序都按这个顺序查找。',
      en: 'The form (国办公开办函〔2021〕30号) sets the order; readers and programs that compile reports look the sections up by it.',
    },
    ignore: { zh: '没有可以忽略的情形：次序由格式规定。', en: 'Never: the order is the form’s.' },
    law: [FORM_2021],
    examples: [
      {
        bad: '一、总体情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n⟦二、主动公开政府信息情况⟧\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n',
        good: '一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n四、政府信息公开行政复议、行政诉讼情况\n略。\n',
      },
    ],
  },
  *check(report) {
    const sections = firstSections(report);
    const kept = longestInOrder(sections);
    const [first, ...rest] = sections.filter((section) => !kept.includes(section));
    if (!first) return;
    yield {
      span: headingSpan(first),
      args: { places: placesOf([first, ...rest], sections) },
      related: rest.map((section) => ({ span: headingSpan(section), message: { zh: '这一部分的位置也不对', en: 'This section is out of place, too' } })),
    };
  },
};

/** The most sections that stand in the form's order already, the earliest ones where there is a choice. */
function longestInOrder(sections: readonly ReportSection[]): readonly ReportSection[] {
  const chains: (readonly ReportSection[])[] = [];
  for (const section of sections) {
    let before: readonly ReportSection[] = [];
    for (const chain of chains) if (sectionOrdinal(chain.at(-1)!.id) < sectionOrdinal(section.id) && chain.length > before.length) before = chain;
    chains.push([...before, section]);
  }
  return chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
}

/** `“二、…”应在“一、…”之后`, for each section that has to move. */
function placesOf(moved: readonly ReportSection[], sections: readonly ReportSection[]): Text {
  const places = moved.map(({ id }): Text => {
    const own = sectionOrdinal(id);
    const inOrder = [...sections].sort((a, b) => sectionOrdinal(a.id) - sectionOrdinal(b.id));
    const before = inOrder.findLast((other) => sectionOrdinal(other.id) < own);
    const next = inOrder.find((other) => sectionOrdinal(other.id) > own);
    const near = officialHeading((before ?? next)!.id);
    return before ? { zh: `“${officialHeading(id)}”应在“${near}”之后`, en: `“${officialHeading(id)}” follows “${near}”` } : { zh: `“${officialHeading(id)}”应在“${near}”之前`, en: `“${officialHeading(id)}” precedes “${near}”` };
  });
  return { zh: places.map(({ zh }) => zh).join('；'), en: places.map(({ en }) => en).join('; ') };
}
