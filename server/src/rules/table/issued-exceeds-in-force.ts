import { article, FORM_2021 } from '../../editions/law';
import type { BoundCell } from '../../model/types';
import type { TableRule } from '../rule';
import { someRows } from '../tableExamples';
import { rowName } from '../tableWords';

export const tableIssuedExceedsInForce: TableRule = {
  id: 'table/issued-exceeds-in-force',
  scope: 'table',
  severity: 'hint',
  since: '1.0.0',
  messages: {
    default: {
      zh: '“{row}”本年制发 {issued} 件、废止 {repealed} 件，年末现行有效却只有 {inForce} 件；“现行有效”应填截至年末的总数。',
      en: '“{row}”: {issued} issued and {repealed} repealed this year, but only {inForce} in force at its end. 现行有效 is the total at the end of the year.',
    },
    sameYear: {
      zh: '“{row}”本年制发 {issued} 件，多于现行有效的 {inForce} 件：当年制发的文件有的当年就废止了吗？请核对。',
      en: '“{row}”: more were issued this year ({issued}) than are in force ({inForce}). Were some repealed in the year they were issued? Please check.',
    },
    disclosed: {
      zh: '“{row}”本年新公开 {issued} 件，多于对外公开总数量 {inForce} 件；总数应包括本年新公开的。',
      en: '“{row}”: {issued} newly disclosed, but {inForce} in all; the total includes the new ones.',
    },
  },
  docs: {
    title: { zh: '制发数多于现行有效数', en: 'More issued than in force' },
    what: {
      zh: '表二中，规章或行政规范性文件本年制发的件数减去废止的件数仍多于现行有效的件数，或者制发的件数多于现行有效的件数。试行格式的表则看本年新公开数量是否多于对外公开总数量。',
      en: 'In table 二 more rules or normative documents were issued this year, even less those repealed, than are in force at its end; or more were issued than are in force. In tables of the trial form: more newly disclosed than disclosed in all.',
    },
    why: {
      zh: '现行有效数是年末的总数，本年制发而未废止的都在其中；常见的错误是把它填成 0，或者三列填的口径不一。当年失效的文件会造成这种情况，所以只提示。',
      en: 'What is in force at the end of the year includes what was issued and not repealed. Often the total is left at 0, or the columns are counted differently. Documents that lapsed within the year explain it too, hence only a hint.',
    },
    ignore: { zh: '当年制发的文件当年就废止或失效时可以忽略。', en: 'Leave it where documents were repealed or lapsed in the year they were issued.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '9 | 2 | ⟦5⟧' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '9 | 2 | 15' }),
      },
      {
        bad: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '4 | 4 | ⟦3⟧' }),
        good: someRows('proactiveDisclosure', { rules: '0 | 0 | 0', normativeDocuments: '1 | 4 | 3' }),
      },
    ],
  },
  *check(table) {
    if (table.unreadable || table.deduced) return;
    for (const row of table.rows) {
      const [first, second, total] = row.cells.map(countIn);
      if (first === undefined || second === undefined || total === undefined) continue;
      const cell = row.cells[2]!;
      const found = { span: cell.syntax.span, args: { row: rowName(row.spec), issued: first, repealed: second, inForce: total } };
      if (cell.column.id === 'inForce' && first > total) yield first > total + second ? found : { ...found, message: 'sameYear' };
      if (cell.column.id === 'totalDisclosed' && second > total) yield { ...found, message: 'disclosed', args: { ...found.args, issued: second } };
    }
  },
};

/** Undefined where a cell holds no count: from a blank nothing is to be concluded. */
function countIn({ value }: BoundCell): number | undefined {
  return value !== null && Number.isInteger(value) && value >= 0 ? value : undefined;
}
