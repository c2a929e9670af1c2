import { edition, type EditionId, editionOfYear, EDITIONS, tableSpec } from '../../editions';
import { FORM_2021 } from '../../editions/law';
import { foreignHeads } from '../../model/binding/foreignHeads';
import type { ReportModel, ReportTable } from '../../model/types';
import { shift, type Span, type Text } from '../../text/span';
import type { Finding, ReportRule } from '../rule';
import { listed, tableSpan } from '../tableWords';
import { wholeTable } from '../tableExamples';

const TITLE = '云溪县水利局2022年政府信息公开工作年度报告\n';

export const reportEditionMixed: ReportRule = {
  id: 'report/edition-mixed',
  scope: 'report',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{tables}用的是{used}；{year} 年度的报告应使用{expected}。',
      en: '{tables} follows {used}; a report for {year} uses {expected}.',
    },
    heads: {
      zh: '{table}的表头{heads}属于{used}，各行却属于{own}；这几列的数按后者的列读入，请核对。',
      en: 'Header cells {heads} of {table} are those of {used}, but its rows follow {own}. The numbers below were read as columns of the latter; check them.',
    },
  },
  docs: {
    title: { zh: '表格的版本与年度不符', en: 'Tables of another edition' },
    what: {
      zh: '标题或统计期限表明的年度，与统计表的版本不符。2019、2020 年度用国办公开办函〔2019〕60号的试行格式，2021 年度起用国办公开办函〔2021〕30号的格式。表中的数字仍按它自己的版本核对。一张表的各行是一版的，表头却是另一版的（如“对外公开总数量”写在“现行有效件数”的位置），也在这里指出。',
      en: 'The year in the title or the period does not go with the edition of the tables. Fiscal years 2019 and 2020 use the trial form (国办公开办函〔2019〕60号), later ones the form of 国办公开办函〔2021〕30号. The numbers are still checked by the edition the table shows. Told too is a table with rows of one edition and header cells of the other (对外公开总数量 in the place of 现行有效件数).',
    },
    why: {
      zh: '两版的行、列不同（如试行格式有“政府集中采购”，（六）其他处理不分三项），用错版本的数据无法汇总，也无法与其他年度比较。',
      en: 'Rows and columns differ between the two (the trial form has 政府集中采购 and does not split （六）其他处理), so the figures of the wrong edition can’t be compiled or compared.',
    },
    ignore: { zh: '汇总单位仍要求报试行格式的表时可以忽略。', en: 'Leave it where the authority that compiles the reports still asks for the trial form.' },
    law: [FORM_2021],
    examples: [
      { bad: `${TITLE}${wholeTable('requests', {}, '2019').replace(/^(.*)$/m, '⟦$1⟧')}`, good: `${TITLE}${wholeTable('requests')}` },
      { bad: `${TITLE}${wholeTable('proactiveDisclosure').replace('本年制发件数 | 本年废止件数 | 现行有效件数', '⟦本年新制作数量⟧ | 本年新公开数量 | 对外公开总数量')}`, good: `${TITLE}${wholeTable('proactiveDisclosure')}` },
    ],
  },
  *check(report) {
    const others = yield* ofAnotherYear(report);
    for (const placed of report.tables) if (!others.includes(placed)) yield* mixedHeads(placed);
  },
};

/** The tables of another edition than the report's year asks for. */
function* ofAnotherYear({ fiscalYear, edition: own, tables }: ReportModel): Generator<Finding, readonly ReportTable[]> {
  // A year that is only mentioned in the text proves nothing; a form that the user chose is not argued with.
  if (!fiscalYear || fiscalYear.source === 'text' || own.reason === 'setting') return [];
  const expected = editionOfYear(fiscalYear.year);
  const others = tables.filter((table) => expected && table.table.spec.edition !== expected.id && showsItsEdition(table));
  const [first, ...rest] = others;
  if (!expected || !first) return [];
  yield {
    span: placeOf(first),
    args: {
      tables: { zh: others.map(({ table }) => table.spec.name.zh).join('、'), en: others.map(({ table }) => table.spec.name.en).join(', ') },
      used: nameOf(first.table.spec.edition),
      expected: nameOf(expected.id),
      year: fiscalYear.year,
    },
    related: rest.map((table) => ({ span: placeOf(table), message: { zh: '这张表也是', en: 'So does this table' } })),
  };
  return others;
}

function* mixedHeads({ start, table }: ReportTable): Generator<Finding> {
  const [first, ...rest] = foreignHeads(table);
  if (!first) return;
  const heads = [first, ...rest].map(({ text }) => ({ zh: `“${text}”`, en: `“${text}”` }));
  yield {
    span: shift(first.span, start),
    message: 'heads',
    args: { table: table.spec.name, heads: listed(heads, MOST_HEADS), used: nameOf(first.edition), own: nameOf(table.spec.edition) },
    related: rest.map(({ span }) => ({ span: shift(span, start), message: { zh: '这里也是', en: 'So is this' } })),
  };
}

const MOST_HEADS = 3;

const placeOf = ({ start, table }: ReportTable): Span => shift(tableSpan(table), start);

function nameOf(id: EditionId): Text {
  const { article } = edition(id).source;
  return id === '2019' ? { zh: `${article}的试行格式`, en: `the trial form of ${article}` } : { zh: `${article}的格式`, en: `the form of ${article}` };
}

/** Whether rows or columns that only this edition has are there; the table of 四 is the same in both. */
function showsItsEdition({ id, table }: ReportTable): boolean {
  // A table left blank has all the words of its form.
  if (table.unreadable) return table.unreadable === 'blank' && id === 'proactiveDisclosure';
  if (id === 'proactiveDisclosure') return true;
  const elsewhere = new Set(EDITIONS.filter((other) => other.id !== table.spec.edition).flatMap((other) => tableSpec(id, other.id).rows.map((row) => row.id)));
  return table.rows.some((row) => !elsewhere.has(row.spec.id) && row.found === row.expected && row.label?.kind !== 'place');
}
