import { article, FORM_2021 } from '../../editions/law';
import { namesSchoolYear, readTitleYear } from '../../model/report/title';
import { fold } from '../../text/fold';
import { mojibakeOf } from '../../model/mojibake';
import { misreadIn } from '../../syntax/title';
import { lookalikeOf } from '../../text/misread';
import { span } from '../../text/span';
import type { Finding, ReportRule } from '../rule';
import { firstWords, textOf } from '../sectionWords';

export const reportTitle: ReportRule = {
  id: 'report/title',
  scope: 'report',
  severity: 'information',
  since: '0.1.0',
  messages: {
    default: { zh: '没有读到报告的标题（如“××局2024年政府信息公开工作年度报告”）；年度只能从正文推断，机关名称没有读入。', en: 'The report has no title that can be read (such as “××局2024年政府信息公开工作年度报告”); the year can only be inferred from the text, and the agency is not known.' },
    year: { zh: '标题没有写明是哪一年的报告。', en: 'The title does not say which year the report is for.' },
    misread: { zh: '标题中的“{written}”像是“{meant}”，请对照原件。', en: '“{written}” in the title looks to be “{meant}”: compare it with the original.' },
    agency: { zh: '标题没有写明是哪个机关的报告。', en: 'The title does not say whose report it is.' },
    both: { zh: '标题没有写明是哪个机关、哪一年的报告。', en: 'The title says neither whose report it is nor for which year.' },
  },
  docs: {
    title: { zh: '报告的标题', en: 'Title of the report' },
    what: {
      zh: '报告没有标题，或者标题缺少机关名称或年度；标题的固定字样或年份像是认错了一个字（如扫描识别成了“2O24年”）时指出是哪个字。机关和年度谁先谁后、分几行都可以。',
      en: 'The report has no title, or one without the agency or the year; where a character of the form’s words or of the year looks misread (2O24年, out of a scan) it is named. Their order and the number of lines the title stands on do not matter.',
    },
    why: {
      zh: '从网页或 PDF 复制正文时标题常被漏掉；没有标题，汇总和跨年核对时就不知道是谁、哪一年的报告。',
      en: 'The title is easily lost when text is copied from a page or a PDF; without it nobody knows whose report it is, and for which year.',
    },
    ignore: { zh: '标题另存在系统的标题栏里时可以忽略。', en: 'Leave it where the title is kept in a field of its own.' },
    law: [FORM_2021, article('50')],
    examples: [
      { bad: '⟦一、总体情况⟧\n2024年，本机关……\n', good: '云溪县水利局2024年政府信息公开工作年度报告\n一、总体情况\n2024年，本机关……\n' },
      { bad: '⟦云溪县水利局政府信息公开工作年度报告⟧\n一、总体情况\n略。\n', good: '2024年云溪县水利局政府信息公开工作年度报告\n一、总体情况\n略。\n' },
      { bad: '⟦2024年政府信息公开工作年度报告⟧\n一、总体情况\n略。\n', good: '云溪县水利局\n2024年政府信息公开工作年度报告\n一、总体情况\n略。\n' },
      { bad: '云溪县水利局⟦2O24⟧年政府信息公开工作年度报告\n一、总体情况\n略。\n', good: '云溪县水利局2024年政府信息公开工作年度报告\n一、总体情况\n略。\n', fix: 'suggested' },
      { bad: '云溪县水利局2024年政府信⟦恳⟧公开工作年度报告\n一、总体情况\n略。\n', good: '云溪县水利局2024年政府信息公开工作年度报告\n一、总体情况\n略。\n', fix: 'suggested' },
    ],
  },
  *check(report) {
    const { title, agency, sections, slices } = report;
    if (title) {
      const misread = misreadOf(textOf(report).slice(title.span.start, title.span.end));
      if (misread) yield ofMisread(misread, title.span.start);
      const hasYear = readTitleYear(fold(title.text)) !== undefined || namesSchoolYear(title.text);
      if (hasYear && agency) return;
      if (misread) return;
      yield { span: title.span, message: hasYear ? 'agency' : agency ? 'year' : 'both' };
      return;
    }
    // A text without any section is told by `section/missing`, garbled text by `report/mojibake`.
    if (sections.length === 0 || slices.some(({ syntax }) => mojibakeOf(syntax))) return;
    const place = firstWords({ slices });
    if (place) yield { span: place };
  },
};

/** Four characters before 年 that look like a year. */
const YEAR = /(?<![A-Za-z\d])[2Z][0OoD][\dOolIZSB]{2}(?=\s*年)/;

interface Misread {
  readonly at: number;
  readonly written: string;
  readonly meant: string;
}

/** What is misread in a title: its year, or one of the form's words. */
function misreadOf(title: string): Misread | undefined {
  const folded = fold(title);
  const year = YEAR.exec(folded);
  const number = year && lookalikeOf(year[0]);
  if (number) return { at: year.index, written: year[0], meant: number };
  const word = misreadIn(folded);
  return word && { ...word, written: title[word.at]! };
}

function ofMisread({ at, written, meant }: Misread, start: number): Finding {
  const own = span(start + at, start + at + written.length);
  return { span: own, message: 'misread', args: { written, meant }, fixes: [{ title: { zh: `改为“${meant}”`, en: `Change to “${meant}”` }, safety: 'suggested', preferred: true, edits: [{ span: own, newText: meant }] }] };
}
