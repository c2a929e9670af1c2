import { FORM_2019 } from '../../editions/law';
import { namesSchoolYear } from '../../model/report/title';
import type { ReportRule } from '../rule';
import { firstWords } from '../sectionWords';

export const reportEarlierFormat: ReportRule = {
  id: 'report/earlier-format',
  scope: 'report',
  severity: 'information',
  since: '0.1.0',
  earlier: true,
  messages: {
    default: { zh: '这像是 2018 年度及以前的报告；全国统一格式从 2019 年度报告开始使用，因此不按格式检查。', en: 'This seems to be a report for 2018 or earlier. The national form is used from fiscal year 2019 on, so the report is not checked against it.' },
    year: { zh: '这是 {year} 年度的报告；全国统一格式从 2019 年度报告开始使用，因此不按格式检查。', en: 'This is a report for {year}. The national form is used from fiscal year 2019 on, so the report is not checked against it.' },
    school: { zh: '这是学校按学年编制的信息公开报告，有自己的规定和部分，因此不按政府信息公开工作年度报告的格式检查。', en: 'This is a school’s report of its school year, which has rules and parts of its own; it is not checked against the form of the government’s reports.' },
  },
  docs: {
    title: { zh: '2019 年以前的报告', en: 'Report of before 2019' },
    what: {
      zh: '2018 年度及以前的报告没有全国统一的格式，各地的部分和统计表都不一样。认出这样的报告后只说明一次，与格式有关的规则都不检查它。学校的学年报告（标题写明“学年”，没有格式规定的第三、四部分）也是这样。',
      en: 'Reports for 2018 and earlier have no national form; sections and tables differ from place to place. Such a report is recognised, this is said once, and no rule about the form looks at it. So it is with a school’s report of its school year (学年 in its title, and neither section 三 nor 四 of the form).',
    },
    why: {
      zh: '用后来的格式检查以前的报告，每一条都会是误报。如果年度写错了（如把“2021年”写成“2012年”），改正标题后就会正常检查；也可以用设置“ogiReport.edition”指定格式。',
      en: 'Checked against a later form, everything in it would be a false alarm. If the year is a slip (2012 for 2021), correct the title and the report is checked; the setting “ogiReport.edition” can also name the form.',
    },
    ignore: { zh: '只是说明，不必处理。', en: 'It only says so; nothing has to be done.' },
    law: [FORM_2019],
    examples: [
      {
        bad: '⟦云溪县人民政府2011年政府信息公开工作年度报告⟧\n一、概述\n略。\n二、主动公开政府信息情况\n略。\n',
        good: '云溪县人民政府2024年政府信息公开工作年度报告\n一、总体情况\n略。\n二、主动公开政府信息情况\n略。\n',
      },
    ],
  },
  *check(report) {
    const { edition, title, fiscalYear } = report;
    if (edition.id !== 'pre2019') return;
    const place = title?.span ?? firstWords(report)!;
    if (title && namesSchoolYear(title.text)) yield { span: place, message: 'school' };
    else yield { span: place, ...(fiscalYear ? { message: 'year', args: { year: fiscalYear.year } } : {}) };
  },
};
