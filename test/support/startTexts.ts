/** Texts that random tests start from: reports in every layout, edition and line end, and what is no single report. */
import { EDITIONS, type TableSpec } from '../../server/src/editions';
import { LAYOUTS } from './layouts';
import { formOf } from './layouts/form';
import type { Random } from './random';
import { reportText } from './reports';

export interface StartText {
  readonly name: string;
  readonly text: string;
}

const LINE_ENDS = ['\n', '\r\n', '\n', '\r'] as const;
/** A table longer than this is left out where another one shows its layout as well: random tests live on many small texts. */
const LONG_TABLE = 1500;

/** `tables`: how many of its three tables a report has at most. */
export function startTexts(random: Random, tables = 3): StartText[] {
  const cell = numbers(random);
  const inLayouts = LAYOUTS.map((layout, i) => {
    const { id: edition, years: [year] } = EDITIONS[i % EDITIONS.length]!;
    let left = tables;
    const table = (spec: TableSpec): string => {
      const text = layout.render(formOf(spec, cell), random);
      return (tables === 3 || (text.length < LONG_TABLE && random.oneIn(2)) || spec.id === 'reviewAndLitigation') && left-- > 0 ? text : '';
    };
    return { name: layout.id, text: reportText({ edition, year, eol: LINE_ENDS[i % 4]!, title: i % 3 > 0, table }) };
  });
  return [
    ...inLayouts,
    { name: 'several reports', text: reportText({ layout: 'tab' }) + reportText({ agency: '云溪县林业局', cell }) + reportText({ year: 2022, layout: 'flow' }) },
    { name: 'before 2019', text: '云溪县水利局2016年政府信息公开工作年度报告\n\n一、概述\n全年公开12条。\n二、收费及减免情况\n无。\n' },
    { name: 'table of contents', text: `目录\n一、总体情况……1\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n${reportText()}` },
    { name: 'no line ends', text: reportText({ layout: 'flow' }).replaceAll('\n', ' ') },
    { name: 'empty', text: '' },
  ];
}

/** A table of each layout, to be pasted. */
export function startTables(random: Random): string[] {
  return LAYOUTS.flatMap((layout) => EDITIONS[0]!.tables.map((spec) => layout.render(formOf(spec, numbers(random)), random))).filter(({ length }) => length < LONG_TABLE);
}

const numbers = (random: Random) => (): string => String(random.oneIn(3) ? random.below(40) : 0);
