/** Slices → reports: where one ends, its title, year, edition and sections. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingSections } from '../../server/src/model/report/report';
import { reportsOf } from '../../server/src/model/report/reports';
import type { ReportModel } from '../../server/src/model/types';
import { SECTION_IDS, sectionOrdinal, sectionTitle } from '../../server/src/syntax/sections';
import { segment } from '../../server/src/syntax/segment';
import { writeOrdinal } from '../../server/src/text/ordinals';
import { COLLECTED, noCollected } from '../support/collected';
import { reportText } from '../support/reports';

const models = (text: string): ReportModel[] => reportsOf(segment(text), 'auto').map(({ model }) => model);
const only = (text: string): ReportModel => {
  const found = models(text);
  assert.equal(found.length, 1);
  return found[0]!;
};
const HEADINGS = SECTION_IDS.map((id) => `${writeOrdinal(sectionOrdinal(id))}、${sectionTitle(id)}`);
const numbersOf = ({ sections }: ReportModel): string => sections.map(({ id }) => sectionOrdinal(id)).join('');

describe('one report', () => {
  for (const eol of ['\n', '\r\n', '\r'] as const) {
    test(`title, year, edition and six sections (${JSON.stringify(eol)})`, () => {
      const model = only(reportText({ eol, year: 2023, agency: '云溪县林业局' }));
      assert.equal(model.title?.text, '云溪县林业局2023年政府信息公开工作年度报告');
      assert.equal(model.agency, '云溪县林业局');
      assert.deepEqual(model.fiscalYear, { year: 2023, source: 'title' });
      assert.deepEqual(model.edition, { id: '2021', reason: 'year' });
      assert.equal(numbersOf(model), '123456');
      assert.deepEqual(missingSections(model), []);
    });
  }

  test('the title on two lines, agency first', () => {
    const model = only(`云溪县水利局\n\n2024年政府信息公开工作年度报告\n\n${reportText({ title: false })}`);
    assert.equal(model.title?.text, '云溪县水利局2024年政府信息公开工作年度报告');
    assert.equal(model.agency, '云溪县水利局');
  });

  test('the title on two lines of Markdown', () => {
    for (const head of ['# 云溪县水利局\n# 2022年政府信息公开工作年度报告', '**云溪县水利局**\n**2022年政府信息公开工作年度报告**', '# **云溪县水利局2022年**\n\n# **政府信息公开工作年度报告**']) {
      const { title, agency, fiscalYear } = only(`${head}\n\n${reportText({ title: false, year: 2022 })}`);
      assert.deepEqual([title?.text, agency, fiscalYear], ['云溪县水利局2022年政府信息公开工作年度报告', '云溪县水利局', { year: 2022, source: 'title' }], head);
    }
  });

  test('a title on several lines', () => {
    const HEADS: Readonly<Record<string, string>> = {
      '云溪镇人民政府2022年\n政府信息公开工作年度报告': '云溪镇人民政府',
      '云溪县人民政府机关\n2022年政府信息公开工作年度报告': '云溪县人民政府机关',
      '云溪县人民政府办公室2022\n\n政府信息公开工作年度报告': '云溪县人民政府办公室',
      '云溪县水利局\n2022年政府信息公开工作\n年度报告': '云溪县水利局',
      '云溪县水利局2022年政府\n信息公开工作年度报告': '云溪县水利局',
      '云溪县水利局\n# 2022年政府信息公开工作年度报告': '云溪县水利局',
      '云溪县水利局（云溪县河长制办公室）\n2022年政府信息公开工作年度报告': '云溪县水利局(云溪县河长制办公室)',
      '第十师一四五团\n2022年政府信息公开工作年度报告': '第十师一四五团',
      '云溪县人民政府\n关于2022年度政府信息公开工作的报告': '云溪县人民政府',
      '政府信息公开\n云溪县水利局2022年政府信息公开工作年度报告': '云溪县水利局',
      '云溪县财政局\n云溪县水利局2022年政府信息公开工作年度报告': '云溪县水利局',
    };
    for (const [head, agency] of Object.entries(HEADS)) {
      const { title, agency: read, fiscalYear } = only(`${head}\n\n${reportText({ title: false, year: 2022 })}`);
      assert.deepEqual([read, fiscalYear], [agency, { year: 2022, source: 'title' }], head);
      assert.ok(head.replace(/^政府信息公开\n|^云溪县财政局\n(?=云)/, '').length === title!.span.end - title!.span.start, head);
    }
  });

  test('a title with its year and its agency on the lines below', () => {
    const HEADS: Readonly<Record<string, string>> = {
      '政府信息公开工作年度报告\n（2022年度）\n云溪县水利局': '云溪县水利局',
      '政府信息公开工作年度报告\n\n　　云溪县水利局　\n\n2022年': '云溪县水利局',
      '云溪县水利局政府信息公开工作年度报告\n（2022年）': '云溪县水利局',
      '2022年政府信息公开工作年度报告\n云溪县石桥镇人民政府': '云溪县石桥镇人民政府',
      '2022年政府信息公开工作年度报告（2023-01-20）\n\n（云溪市住房和城乡建设委员会）': '云溪市住房和城乡建设委员会',
      '云溪县水利局\n政府信息公开工作年度报告\n2022年度': '云溪县水利局',
    };
    for (const [head, agency] of Object.entries(HEADS)) {
      const { title, agency: read, fiscalYear } = only(`${head}\n\n${reportText({ title: false, year: 2022 })}`);
      assert.deepEqual([read, fiscalYear, title!.span], [agency, { year: 2022, source: 'title' }, { start: 0, end: head.length }], head);
    }
  });

  test('what stands below a title and is not part of it', () => {
    for (const line of ['（2022年1月20日）', '来源：云溪县林业局', '云溪县林业局', '2021年', '现将有关情况报告如下']) {
      const { title, agency } = only(`云溪县水利局2022年政府信息公开工作年度报告\n${line}\n\n${reportText({ title: false, year: 2022 })}`);
      assert.deepEqual([agency, title!.text], ['云溪县水利局', '云溪县水利局2022年政府信息公开工作年度报告'], line);
    }
    for (const line of ['（2022年1月20日）', '来源：云溪县林业局', '现将有关情况报告如下']) {
      assert.equal(only(`2022年政府信息公开工作年度报告\n${line}\n\n${reportText({ title: false, year: 2022 })}`).title!.text, '2022年政府信息公开工作年度报告', line);
    }
  });

  test('the title of the letter that a report is', () => {
    for (const letter of ['关于报送云溪县水利局2022年政府信息公开工作年度报告的报告', '云溪县水利局\n关于2022年政府信息公开工作年度报告的报告', '关于云溪县水利局2022年政府信息公开工作年度报告的报告', '关于云溪县水利局2022年政府信息公开工作年度报告的公告', '附件1：云溪县水利局2022年政府信息公开工作年度报告']) {
      const { agency, fiscalYear } = only(`${letter}\n\n县政府办公室：\n${reportText({ title: false, year: 2022 })}`);
      assert.deepEqual([agency, fiscalYear], ['云溪县水利局', { year: 2022, source: 'title' }], letter);
    }
    const own = '云溪县水利局2022年政府信息公开工作年度报告';
    assert.equal(only(`关于报送2022年政府信息公开工作年度报告的报告\n\n${own}\n${reportText({ title: false, year: 2022 })}`).title?.text, own);
  });

  test('a title with a name behind it', () => {
    for (const line of ['2022年政府信息公开工作年度报告--云溪县水利局', '2022年政府信息公开工作年度报告（云溪县水利局）', '云溪县水利局2022年政府信息公开工作年度报告_云溪县人民政府门户网站']) {
      const { agency, fiscalYear } = only(`${line}\n\n${reportText({ title: false, year: 2022 })}`);
      assert.deepEqual([agency, fiscalYear], ['云溪县水利局', { year: 2022, source: 'title' }], line);
    }
    const own = '云溪县水利局2022年政府信息公开工作年度报告';
    assert.equal(only(`云溪县2021年政府信息公开工作年度报告 | 政务公开\n\n${own}\n${reportText({ title: false, year: 2022 })}`).title?.text, own);
    assert.equal(only(`2022年政府信息公开工作年度报告（征求意见稿）\n\n${reportText({ title: false, year: 2022 })}`).title?.text, '2022年政府信息公开工作年度报告（征求意见稿）');
  });

  test('a title that is repeated with less', () => {
    const complete = '云溪县水利局2022年政府信息公开工作年度报告\n日期：2023-01-20\n\n';
    const whole = reportText({ title: false, year: 2022 });
    for (const again of ['云溪县水利局政府信息公开工作年度报告', '政府信息公开工作年度报告', '2022年政府信息公开工作年度报告']) {
      const { title, agency, fiscalYear } = only(`${complete}${again}\n\n${whole}`);
      assert.deepEqual([title!.span.start, agency, fiscalYear], [0, '云溪县水利局', { year: 2022, source: 'title' }], again);
    }
    assert.equal(only(`${complete}云溪县林业局政府信息公开工作年度报告\n\n${whole}`).agency, '云溪县林业局');
    assert.equal(only(`${complete}云溪县林业局2022年政府信息公开工作年度报告\n\n${whole}`).agency, '云溪县林业局');
  });

  test('a title too long for its line', () => {
    const text = `正文\n2024 年云溪市科学技术委员会政府信息公开工作\n年度报告\n${reportText({ title: false })}`;
    const model = only(text);
    assert.equal(text.slice(model.title!.span.start, model.title!.span.end), '2024 年云溪市科学技术委员会政府信息公开工作\n年度报告');
    assert.equal(model.agency, '云溪市科学技术委员会');
  });

  test('a line of hard-wrapped text that ends as a title does is none', () => {
    const preamble = '按照《中华人民共和国政府信息公开条例》第五十条，向社会公布由局办公室\n汇总各股室和局属单位有关情况以后编制的本年度政府信息公开工作年度报告\n及其附表。\n';
    const model = only(`云溪县水利局2022年政府信息公开工作年度报告\n\n${preamble}\n${reportText({ title: false, year: 2022 })}`);
    assert.deepEqual([model.agency, model.fiscalYear], ['云溪县水利局', { year: 2022, source: 'title' }]);
  });

  test('a title that a line break tore behind the place and the field of its agency', () => {
    const title = '临江市卫生健康委员会2022年政府信息公开工作年度报告';
    const year = title.indexOf('2022');
    for (let at = title.indexOf('委员会'); at < title.length; at++) {
      if (at > year && at < year + '2022'.length) continue;
      const { agency, fiscalYear } = only(`${title.slice(0, at)}\n${title.slice(at)}\n\n${reportText({ title: false, year: 2022 })}`);
      assert.deepEqual([agency, fiscalYear], ['临江市卫生健康委员会', { year: 2022, source: 'title' }], title.slice(at));
    }
  });

  test('the title below the first heading', () => {
    const model = only(reportText({ title: false }).replace('一、总体情况\n', '一、总体情况\n\n云溪县水利局2024年政府信息公开工作年度报告\n'));
    assert.equal(model.title?.text, '云溪县水利局2024年政府信息公开工作年度报告');
    assert.equal(numbersOf(model), '123456');
  });

  test('a title with its text on the same line', () => {
    const preamble = '根据《中华人民共和国政府信息公开条例》，编制本报告。'.repeat(6);
    const model = only(`云溪县水利局2024年度政府信息公开工作年度报告 ${preamble}\n${reportText({ title: false })}`);
    assert.equal(model.title?.text, '云溪县水利局2024年度政府信息公开工作年度报告');
    assert.equal(model.agency, '云溪县水利局');
  });

  test('no title: the year is that of the statistical period', () => {
    const model = only(`本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n${reportText({ title: false, year: 2021 })}`);
    assert.equal(model.title, undefined);
    assert.deepEqual(model.fiscalYear, { year: 2022, source: 'period' });
  });

  test('the title again below the report', () => {
    const title = '云溪县水利局2024年政府信息公开工作年度报告\n';
    assert.equal(numbersOf(only(`${reportText()}\n${title}\n第 6 页\n${title}`)), '123456');
  });

  test('an unreadable table says nothing of the edition', () => {
    const model = only(reportText({ year: 2024, layout: 'flow', cell: () => '' }));
    assert.equal(model.edition.id, '2021');
  });
});

describe('table of contents', () => {
  const title = '云溪县水利局2024年政府信息公开工作年度报告\n';
  const contents = `目录\n${HEADINGS.join('\n')}\n`;
  const body = reportText({ title: false });
  const cases: Readonly<Record<string, string>> = {
    'below the title': title + contents + body,
    'above the title': contents + title + body,
    'as a list': `${title}本报告共六个部分：\n${HEADINGS.map((heading) => `${heading}；`).join('\n')}\n${body}`,
    'with text after it': `${title}${contents}本报告根据《条例》编制。\n${body}`,
    'with page numbers': title + HEADINGS.map((heading, i) => `${heading}………${i + 1}\n`).join('') + body,
    'with page numbers behind blanks': title + HEADINGS.map((heading, i) => `${heading}\t${i + 1}\n`).join('') + body,
  };
  for (const [name, text] of Object.entries(cases)) {
    test(name, () => {
      const model = only(text);
      assert.equal(numbersOf(model), '123456');
      assert.match(model.sections[0]!.syntax.text, /我局按照/, 'the sections are those with text');
      assert.match(model.sections[5]!.syntax.text, /未收取/);
    });
  }
});

describe('headings that are not sections, or not once', () => {
  test('a sub-heading with the title of a section', () => {
    const text = reportText().replace('（一）主动公开情况。', '1.主动公开政府信息情况\n');
    assert.equal(numbersOf(only(text)), '123456');
  });

  test('an unnumbered heading is a section where no other is', () => {
    assert.equal(numbersOf(only(reportText().replace('二、主动公开', '主动公开'))), '123456');
  });

  test('duplicates stay', () => {
    assert.equal(numbersOf(only(reportText().replace('六、其他需要', '五、存在的主要问题及改进情况\n略。\n六、其他需要'))), '1234556');
  });

  test('一 again amid a report does not open another', () => {
    assert.equal(numbersOf(only(reportText().replace('四、政府信息公开行政复议', '一、总体情况\n略。\n四、政府信息公开行政复议'))), '1231456');
  });
});

describe('several reports', () => {
  test('each with its title, year and edition', () => {
    const found = models(reportText({ year: 2020, edition: '2019' }) + reportText({ agency: '云溪县林业局', layout: 'tab' }) + reportText({ year: 2022, layout: 'flow', agency: '云溪县' }));
    assert.deepEqual(found.map(({ title }) => title?.text), ['云溪县水利局2020年政府信息公开工作年度报告', '云溪县林业局2024年政府信息公开工作年度报告', '云溪县2022年政府信息公开工作年度报告']);
    assert.deepEqual(found.map(({ edition }) => edition.id), ['2019', '2021', '2021']);
    assert.deepEqual(found.map(numbersOf), ['123456', '123456', '123456']);
  });

  test('without titles', () => {
    assert.deepEqual(models(reportText({ title: false }) + reportText({ title: false })).map(numbersOf), ['123456', '123456']);
  });

  test('the first one lacks its last section', () => {
    const cut = reportText({ title: false }).replace(/六、[\s\S]*$/, '');
    assert.deepEqual(models(cut + reportText({ title: false })).map(numbersOf), ['12345', '123456']);
  });

  test('models are values: an untouched report keeps its model', () => {
    const syntax = segment(reportText() + reportText({ agency: '云溪县林业局' }));
    assert.equal(reportsOf(syntax, 'auto')[1]!.model, reportsOf(syntax, 'auto')[1]!.model);
  });
});

describe('before 2019', () => {
  test('by the year', () => assert.deepEqual(only('云溪县2011年政府信息公开工作年度报告\n一、概述\n略。\n').edition, { id: 'pre2019', reason: 'year' }));
  test('by the year in the name of the report, where it has no title', () =>
    assert.equal(only('现公布云溪县水利局2018年政府信息公开工作年度报告，数据截至2018年12月14日。\n一、主动公开政府信息情况\n公开69条。\n').edition.id, 'pre2019'));
  test('by its words', () => assert.equal(only('政府信息公开工作年度报告\n一、概述\n略。\n三、收费及减免情况\n无。\n').edition.id, 'pre2019'));
  test('a setting overrules it', () => {
    const [placed] = reportsOf(segment('云溪县2011年政府信息公开工作年度报告\n一、概述\n略。\n'), '2021');
    assert.deepEqual(placed!.model.edition, { id: '2021', reason: 'setting' });
  });
});

test('a report cut off anywhere is read', () => {
  const text = reportText({ eol: '\r\n' });
  for (let end = 0; end <= text.length; end += 7) {
    const found = models(text.slice(0, end));
    assert.equal(found.length, end === 0 ? 0 : 1, `cut at ${end}`);
    assert.equal(found.reduce((sum, { length }) => sum + length, 0), end);
  }
});

describe('collected reports', { skip: noCollected }, () => {
  const SECTIONS: readonly [name: RegExp, numbers: string][] = [
    [/^seeds\//, '123456'],
    [/real\/(?:001|006|009|011|012|013|022)/, '123456'],
    [/real\/007/, '12346'],
    [/real\/018/, '25'],
    [/real\/020/, ''],
    [/P01|P06/, '123'],
    [/P02|P03/, '12'],
  ];
  for (const { name, text } of COLLECTED) {
    const expected = SECTIONS.find(([pattern]) => pattern.test(name));
    test(name, { skip: !expected && 'not looked at yet' }, () => {
      const model = only(text);
      assert.equal(numbersOf(model), expected![1]);
      assert.equal(model.title === undefined, /seeds\/004|real\/(?:013.*rebuilt|020)|P0[236]/.test(name), `title: ${model.title?.text}`);
    });
  }
});
