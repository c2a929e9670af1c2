import { article, FORM_2021 } from '../../editions/law';
import { editionToWrite, type TableId, tableSpec, type TableSpec } from '../../editions';
import type { ReportModel, ReportSection } from '../../model/types';
import { matchKey } from '../../text/fold';
import { lineEnd } from '../../text/lines';
import { span } from '../../text/span';
import { type Fix, type ReportRule, withFixes } from '../rule';
import { bodyOf, mannerOf } from '../sectionEdits';
import { headingSpan, textOf } from '../sectionWords';
import { wholeTable } from '../tableExamples';

const TABLES: readonly TableId[] = ['proactiveDisclosure', 'requests', 'reviewAndLitigation'];

export const tableMissing: ReportRule = {
  id: 'table/missing',
  scope: 'report',
  severity: 'error',
  since: '0.1.0',
  messages: {
    default: { zh: '本部分没有找到{table}。该部分由统计表构成，文字不能代替。', en: '{table} was not found in this section. The form asks for the table; text does not replace it.' },
  },
  docs: {
    title: { zh: '缺少统计表', en: 'Table missing' },
    what: {
      zh: '第二、三、四部分各有一张统计表。标题在、正文也在，但全文找不到相应的表时报告。标题缺失或该部分完全空白另有规则报告。',
      en: 'Sections 二, 三 and 四 each hold a table. Reported where the heading and some text are there but the table is nowhere in the report. A missing heading and an empty section have rules of their own.',
    },
    why: {
      zh: '统计表是年度报告格式的必备内容；没有发生的事项也应保留表格并填 0。',
      en: 'The tables are required by the form; where nothing happened the table stays and holds zeros.',
    },
    ignore: { zh: '统计表以图片、附件另行发布时可以忽略。', en: 'Leave it where the table is published as an image or attachment.' },
    law: [FORM_2021, article('50')],
    examples: [
      {
        bad: '⟦四、政府信息公开行政复议、行政诉讼情况⟧\n\n本年度情况见附件。\n',
        good: wholeTable('reviewAndLitigation'),
      },
    ],
  },
  *check(report) {
    for (const id of TABLES) {
      const section = report.tables.some((table) => table.id === id) ? undefined : report.sections.find((own) => own.id === id && hasText(own));
      if (!section) continue;
      const spec = tableSpec(id, editionToWrite(report.edition.id));
      yield withFixes({ span: headingSpan(section), args: { table: spec.name } }, () => insertion(report, section, spec));
    }
  },
};

/** Whether letters or digits follow the heading; where there are none the section is empty, which another rule tells. */
function hasText({ syntax }: ReportSection): boolean {
  return matchKey(syntax.text.slice(syntax.heading!.span.end)) !== '';
}

/** The table to be filled in, after the heading's line and like the other tables of the report. */
function insertion(report: ReportModel, section: ReportSection, spec: TableSpec): Fix[] {
  const text = textOf(report);
  const at = lineEnd(text, headingSpan(section).end);
  // A whole report on one line has no place for it.
  if (at > section.start + section.syntax.text.length) return [];
  const manner = mannerOf(report, text);
  return [
    {
      title: { zh: `插入待填写的${spec.name.zh}`, en: `Insert ${spec.name.en}, to be filled in` },
      safety: 'suggested',
      edits: [{ span: span(at, at), newText: manner.eol + (manner.blankAfterHeading ? manner.eol : '') + bodyOf(section.id, report, manner) }],
    },
  ];
}
