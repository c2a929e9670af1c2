/** Rules that hold a report against others: what they say beyond their examples, in every layout, and what they keep silent about. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Diagnostic } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/analysis/settings';
import { rangesIn } from '../../server/src/cli/positions';
import { Neighbourhood } from '../../server/src/model/report/neighbours';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { reportsOf } from '../../server/src/model/report/reports';
import { summariesOf } from '../../server/src/model/report/summary';
import { segment } from '../../server/src/syntax/segment';
import { COLLECTED, noCollected } from '../support/collected';
import { type ReportOptions, reportText } from '../support/reports';

const beside = (files: Readonly<Record<string, string>>): Neighbourhood => {
  const neighbourhood = new Neighbourhood();
  for (const [file, text] of Object.entries(files)) neighbourhood.set(file, summariesOf(reportsOf(segment(text), 'auto'), file, rangesIn(text)));
  return neighbourhood;
};

/** What the workspace rules find in `text` beside `files`. */
function found(text: string, files: Readonly<Record<string, string>>, settings: Partial<Settings> = {}, file = 'now.txt'): Diagnostic[] {
  const { diagnostics, failedRules } = analyse(text, { ...DEFAULT_SETTINGS, ...settings }, undefined, { file, neighbourhood: beside({ [file]: text, ...files }) });
  assert.deepEqual(failedRules, []);
  return diagnostics.filter(({ rule }) => rule.startsWith('workspace/'));
}

const rules = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ rule }) => rule);
const placed = (text: string, { span }: Diagnostic): string => text.slice(span.start, span.end);

/** A report with these numbers, by row and column id; every other is 0. Section 五 is its own. */
function report(year: number, numbers: Readonly<Record<string, number | string>>, options: ReportOptions = {}): string {
  return reportText({ year, edition: year < 2021 ? '2019' : '2021', cell: (row, column) => String(numbers[`${row.id} ${column.id}`] ?? '0'), ...options });
}

const carried = (row: string, natural: number, business = 0): Record<string, number> => ({ [`${row} naturalPerson`]: natural, [`${row} business`]: business, [`${row} total`]: natural + business });

describe('workspace/carried-over', () => {
  for (const layout of WRITABLE_LAYOUTS) {
    for (const lastLayout of WRITABLE_LAYOUTS) {
      test(`this year in ${layout}, last year in ${lastLayout}`, () => {
        const last = report(2023, carried('carriedOut', 3, 1), { layout: lastLayout });
        const now = report(2024, carried('carriedIn', 3, 2), { layout });
        const [finding, ...others] = found(now, { 'last.txt': last });
        assert.deepEqual(others, []);
        assert.equal(finding!.rule, 'workspace/carried-over');
        assert.equal(placed(now, finding!), '2');
        assert.match(finding!.message, /商业企业上年为 1，本年填 2；总计上年为 4，本年填 5（last\.txt）/);
        assert.deepEqual(found(report(2024, carried('carriedIn', 3, 1), { layout }), { 'last.txt': last }), []);
      });
    }
  }

  test('across the editions', () => {
    assert.deepEqual(rules(found(report(2021, carried('carriedIn', 2)), { 'last.txt': report(2020, carried('carriedOut', 3)) })), ['workspace/carried-over']);
    assert.deepEqual(found(report(2021, carried('carriedIn', 3)), { 'last.txt': report(2020, carried('carriedOut', 3)) }), []);
  });

  test('by agency and year, not by the name of the file', () => {
    const now = report(2024, carried('carriedIn', 2));
    const files = {
      '云溪县水利局2023年.txt': report(2023, carried('carriedOut', 5), { agency: '临江市水利局' }),
      'b.txt': report(2022, carried('carriedOut', 5)),
      'c.txt': report(2025, carried('carriedOut', 5)),
      'd.txt': report(2024, carried('carriedOut', 5), { agency: '云溪县林业局' }),
    };
    assert.deepEqual(found(now, files), []);
    assert.deepEqual(rules(found(now, { ...files, '无题.txt': report(2023, carried('carriedOut', 5)) })), ['workspace/carried-over']);
  });

  test('goes with one of last year’s files: nothing is said', () => {
    const [draft, final] = [report(2023, carried('carriedOut', 5)), report(2023, carried('carriedOut', 2))];
    assert.deepEqual(found(report(2024, carried('carriedIn', 2)), { 'a.txt': draft, 'b.txt': final }), []);
  });

  test('a number that this year’s equations call wrong is told once, by them', () => {
    const now = report(2024, { ...carried('carriedIn', 3), 'carriedIn total': 4, 'received naturalPerson': 1, 'received total': 1, 'processedTotal naturalPerson': 4, 'processedTotal total': 4, 'granted naturalPerson': 4, 'granted total': 4 });
    assert.deepEqual(found(now, { 'last.txt': report(2023, carried('carriedOut', 3)) }), []);
  });

  test('blank is 0 among numbers, and unknown where the whole row is blank', () => {
    const blank = Object.fromEntries(['naturalPerson', 'business', 'research', 'socialOrganization', 'legalService', 'otherOrganization', 'total'].map((column) => [`carriedOut ${column}`, '']));
    const now = report(2024, carried('carriedIn', 3));
    assert.deepEqual(found(now, { 'last.txt': report(2023, blank) }), []);
    assert.deepEqual(found(now, { 'last.txt': report(2023, { ...blank, 'carriedOut naturalPerson': '3', 'carriedOut total': '3' }) }), []);
    assert.deepEqual(rules(found(now, { 'last.txt': report(2023, { ...blank, 'carriedOut total': '0' }) })), ['workspace/carried-over']);
  });

  test('last year in the same file', () => {
    const volume = `${report(2024, carried('carriedIn', 2))}\n${report(2023, carried('carriedOut', 3))}`;
    const [finding, ...others] = found(volume, {});
    assert.deepEqual(others, []);
    assert.deepEqual(finding!.related.map((own) => 'place' in own && own.place.file), ['now.txt']);
  });
});

test('a file that has the name of the report’s own is named with its folder', () => {
  const [last, now] = [report(2023, carried('carriedOut', 3)), report(2024, carried('carriedIn', 2))];
  const named = (file: string, own: string): string | undefined => /（([^（）]*)）。?$/.exec(found(now, { [file]: last }, {}, own)[0]!.message)?.[1];
  assert.deepEqual(
    [named('reports/2023/annual.txt', 'reports/2024/annual.txt'), named('2023.txt', '2024.txt'), named('file:///r/2023/%E5%B9%B4%E6%8A%A5.txt', 'file:///r/2024/%E5%B9%B4%E6%8A%A5.txt'), named('c:\\2023\\annual.txt', 'c:\\2024\\annual.txt')],
    ['2023/annual.txt', '2023.txt', '2023/年报.txt', '2023/annual.txt'],
  );
  // Some editors leave a % of a name as it is.
  assert.equal(named('file:///r/完成100%.txt', 'file:///r/now.txt'), '完成100%.txt');
});

describe('workspace/in-force', () => {
  const flow = (row: string, issued: number, repealed: number, inForce: number): Record<string, number> => ({ [`${row} issued`]: issued, [`${row} repealed`]: repealed, [`${row} inForce`]: inForce });

  for (const layout of WRITABLE_LAYOUTS) {
    test(`row by row, in ${layout}`, () => {
      const last = { 'last.txt': report(2022, { ...flow('rules', 0, 0, 2), ...flow('normativeDocuments', 1, 0, 30) }) };
      const now = report(2023, { ...flow('rules', 0, 1, 2), ...flow('normativeDocuments', 4, 3, 30) }, { layout });
      const findings = found(now, last);
      assert.deepEqual(rules(findings), ['workspace/in-force', 'workspace/in-force']);
      assert.deepEqual(findings.map((own) => placed(now, own)), ['2', '30']);
      assert.match(findings[1]!.message, /推算为 31 件（上年现行有效 30 \+ 本年制发 4 − 本年废止 3），相差 1 件/);
      assert.deepEqual(found(report(2023, { ...flow('rules', 0, 1, 1), ...flow('normativeDocuments', 4, 3, 31) }, { layout }), last), []);
    });
  }

  test('more repealed than there were', () => {
    const [finding, ...others] = found(report(2023, flow('normativeDocuments', 1, 8, 0)), { 'last.txt': report(2022, flow('normativeDocuments', 0, 0, 3)) });
    assert.deepEqual(others, []);
    assert.match(finding!.message, /本年废止 8 件，多于上年现行有效的 3 件与本年制发的 1 件之和/);
  });

  test('from 2022 on: what 2020 printed is another measure', () => {
    const last = { 'last.txt': report(2020, { 'normativeDocuments totalDisclosed': 30 }) };
    assert.deepEqual(found(report(2021, flow('normativeDocuments', 1, 0, 5)), last), []);
    assert.deepEqual(rules(found(report(2022, flow('normativeDocuments', 1, 0, 5)), { 'last.txt': report(2021, flow('normativeDocuments', 1, 0, 30)) })), ['workspace/in-force']);
  });

  test('is silent where this year uses the form of 2019', () => {
    assert.deepEqual(found(report(2023, { 'normativeDocuments totalDisclosed': 3 }, { edition: '2019' }), { 'last.txt': report(2022, flow('normativeDocuments', 1, 0, 30)) }), []);
  });
});

describe('workspace/copied-text', () => {
  const PROBLEMS = '存在的主要问题：一是水利工程建设信息公开不够及时，个别项目开工后一个月才公开；二是依申请公开答复说理不充分，有一件被行政复议纠正；三是基层水管站公开栏更新慢，内容单一，群众关心的水价信息不易找到。\n';
  const MEASURES = '改进情况：一是把公开时限写入工程管理办法，每季度通报一次；二是答复书由法规科审核后发出，编写了答复说理范本；三是公开栏更新纳入月度检查。\n';
  const OTHER = '改进情况：水质监测数据改为表格并提供下载，十二个水管站的公开栏由站长每月更新，局办公室按季度抽查并通报结果，全年抽查四次。\n';
  const withProblems = (year: number, problems: string): string => {
    const text = reportText({ year });
    const [before, after] = [text.indexOf('五、存在的主要问题及改进情况\n'), text.indexOf('六、其他需要报告的事项\n')];
    return `${text.slice(0, before)}五、存在的主要问题及改进情况\n${problems}\n${text.slice(after)}`;
  };

  test('tells the share', () => {
    const now = withProblems(2024, PROBLEMS + MEASURES.replace('每季度通报一次', '每月通报一次'));
    const [finding] = found(now, { 'last.txt': withProblems(2023, PROBLEMS + MEASURES) });
    assert.equal(finding!.rule, 'workspace/copied-text');
    assert.equal(placed(now, finding!), '五、存在的主要问题及改进情况');
    const share = Number(/有 (\d+)% 的文字/.exec(finding!.message)![1]);
    assert.ok(share >= 90 && share < 100, finding!.message);
  });

  test('another year, other punctuation and other line ends are no difference', () => {
    const now = withProblems(2024, (`2024年，${PROBLEMS}${MEASURES}`).replaceAll('，', ',').replaceAll('；', '；\n'));
    assert.match(found(now, { 'last.txt': withProblems(2023, `2023年，${PROBLEMS}${MEASURES}`) })[0]!.message, /有 100% 的文字/);
  });

  test('problems that persist with new measures are no copy', () => {
    assert.deepEqual(found(withProblems(2024, PROBLEMS + OTHER), { 'last.txt': withProblems(2023, PROBLEMS + MEASURES) }), []);
  });

  test('a few stock phrases are no copy, nor is the text of two years ago, nor another agency’s', () => {
    assert.deepEqual(found(reportText({ year: 2024 }), { 'last.txt': reportText({ year: 2023 }) }), []);
    assert.deepEqual(found(withProblems(2024, PROBLEMS + MEASURES), { 'old.txt': withProblems(2022, PROBLEMS + MEASURES) }), []);
    assert.deepEqual(found(withProblems(2024, PROBLEMS + MEASURES), { 'other.txt': withProblems(2023, PROBLEMS + MEASURES).replaceAll('云溪县', '临江市') }), []);
  });
});

describe('workspace/duplicate', () => {
  const NUMBERS = { ...carried('received', 8), ...carried('granted', 8), ...carried('processedTotal', 8) };
  const now = report(2024, NUMBERS);

  test('copies, backups and other layouts with the same figures are no news', () => {
    const layouts = Object.fromEntries(WRITABLE_LAYOUTS.map((layout) => [`${layout}.txt`, report(2024, NUMBERS, { layout })]));
    assert.deepEqual(found(now, { 'copy.txt': now, 'draft.txt': now.replace('网站运行平稳', '网站运行正常'), ...layouts }), []);
  });

  test('other figures are one finding, however many files there are', () => {
    const other = report(2024, { ...carried('received', 9), ...carried('granted', 9), ...carried('processedTotal', 9) });
    const [finding, ...others] = found(now, Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.txt`, other])));
    assert.deepEqual(others, []);
    assert.equal(finding!.rule, 'workspace/duplicate');
    assert.equal(finding!.severity, 'information');
    assert.equal(placed(now, finding!), '云溪县水利局2024年政府信息公开工作年度报告');
    assert.match(finding!.message, /另有 5 个文件.*a\.txt（6 个数不同，如“一、本年新收·自然人”本文件填 8，该文件填 9）.*另外 2 个/);
    assert.equal(finding!.related.length, 3);
  });

  test('one number is one number', () => {
    const told = found(now, { 'a.txt': report(2024, { ...NUMBERS, 'fees amount': '0.2' }) }, { locale: 'en' }).map(({ message }) => message);
    assert.match(told.join('\n'), /^1 file more .*: a\.txt \(1 number, such as “行政事业性收费·本年收费金额”: 0 here, 0\.2 there\)/);
  });

  test('tables of another form are not held against these', () => {
    assert.deepEqual(found(report(2021, NUMBERS), { 'a.txt': report(2021, { ...NUMBERS, 'penalties processed': 7 }, { edition: '2019' }) }), []);
  });

  test('a number that the equations call wrong, or that can’t be read, is no difference', () => {
    assert.deepEqual(found(now, { 'a.txt': report(2024, { ...NUMBERS, 'received total': 9 }), 'b.txt': report(2024, { ...NUMBERS, 'received naturalPerson': '约8' }) }), []);
  });
});

describe('workspace/sum-of-units', () => {
  const ON = { rules: { 'workspace/sum-of-units': 'warning' } } as const;
  const unit = (agency: string, received: number): string => report(2024, { ...carried('received', received), ...carried('granted', received), ...carried('processedTotal', received), 'fees amount': '0.1' }, { agency });
  const government = (received: number, amount: string): string => report(2024, { ...carried('received', received), ...carried('granted', received), ...carried('processedTotal', received), 'fees amount': amount }, { agency: '云溪县人民政府' });
  const units = { 'a.txt': unit('云溪县水利局', 3), 'b.txt': unit('云溪县林业局', 4), 'c.txt': unit('太平镇人民政府', 5) };

  test('is off unless it is asked for', () => assert.deepEqual(found(government(99, '0'), units), []));

  test('adds up the units of the folder', () => {
    assert.deepEqual(found(government(12, '0.3'), units, ON), []);
    const text = government(13, '0.30');
    const [finding, ...others] = found(text, units, ON);
    assert.deepEqual(others, []);
    assert.match(finding!.message, /表三.*3 个单位.*“一、本年新收·自然人”填 13，各单位合计 12；.*另外 1 处/);
    assert.deepEqual(finding!.related.map(({ message }) => message), ['云溪县水利局：3', '云溪县林业局：4', '太平镇人民政府：5']);
  });

  test('takes a unit once, and other years and folders not at all', () => {
    const others = { 'a-copy.txt': units['a.txt'], 'old.txt': unit('云溪县教育局', 50).replaceAll('2024', '2023'), 'below/d.txt': unit('云溪县教育局', 50) };
    assert.deepEqual(found(government(12, '0.3'), { ...units, ...others }, ON), []);
  });

  test('says so where a unit can’t be read, or says two things', () => {
    const files = { ...units, 'b.txt': units['b.txt'].replace(/\| 4 \|/, '| 约4 |'), 'a2.txt': unit('云溪县水利局', 7) };
    const findings = found(government(12, '0.3'), files, ON);
    assert.ok(findings.length > 0);
    const [first] = findings.filter(({ message }) => message.includes('表三'));
    assert.match(first!.message, /未能与各单位之和核对：a\.txt；a2\.txt；b\.txt/);
  });

  test('and where a unit’s table is of another form, or not there: that is its title', () => {
    const trial = report(2024, {}, { agency: '云溪县林业局', edition: '2019' });
    const without = units['c.txt'].replace(/三、收到和处理[^]*?(?=四、政府信息)/, '');
    const [finding] = found(government(12, '0.3'), { ...units, 'b.txt': trial, 'c.txt': without }, ON).filter(({ message }) => message.includes('表三'));
    assert.match(finding!.message, /未能与各单位之和核对：b\.txt；c\.txt中/);
    const lines = { 'b.txt': trial, 'c.txt': without };
    assert.deepEqual(
      finding!.related.map((own) => 'place' in own && lines[own.place.file as keyof typeof lines].split('\n')[own.place.range.start.line]),
      ['三、收到和处理政府信息公开申请情况', '太平镇人民政府2024年政府信息公开工作年度报告'],
    );
  });

  test('is no matter of departments, nor of two governments of one rank', () => {
    assert.deepEqual(found(unit('云溪县水利局', 99), { 'b.txt': units['b.txt'], 'c.txt': units['c.txt'] }, ON), []);
    assert.deepEqual(found(government(99, '0'), { ...units, 'd.txt': unit('清江县人民政府', 1) }, ON), []);
    assert.deepEqual(found(unit('太平镇人民政府', 99), { 'a.txt': units['a.txt'], 'gov.txt': government(12, '0.3') }, ON), []);
  });
});

describe('an analysis', () => {
  const last = report(2023, carried('carriedOut', 3));
  const now = report(2024, carried('carriedIn', 2));

  test('without other reports says nothing of them', () => {
    const { diagnostics } = analyse(now, DEFAULT_SETTINGS);
    assert.deepEqual(rules(diagnostics).filter((rule) => rule.startsWith('workspace/')), []);
  });

  test('is not held against others where the user does not want it', () => assert.deepEqual(found(now, { 'last.txt': last }, { compareReports: false }), []));

  test('of an edited text equals a fresh one', () => {
    const neighbourhood = beside({ 'last.txt': last });
    const vicinity = { file: 'now.txt', neighbourhood };
    const at = now.indexOf('网站运行平稳');
    const edited = `${now.slice(0, at)}本局${now.slice(at)}`;
    const first = analyse(now, DEFAULT_SETTINGS, undefined, vicinity);
    const second = analyse(edited, DEFAULT_SETTINGS, { analysis: first, change: { start: at, oldEnd: at, newEnd: at + 2 } }, vicinity);
    assert.deepEqual(second.diagnostics, analyse(edited, DEFAULT_SETTINGS, undefined, vicinity).diagnostics);
    neighbourhood.set('last.txt', []);
    const third = analyse(edited, DEFAULT_SETTINGS, { analysis: second, change: { start: 0, oldEnd: 0, newEnd: 0 } }, vicinity);
    assert.deepEqual(rules(third.diagnostics), rules(second.diagnostics).filter((rule) => !rule.startsWith('workspace/')));
  });
});

describe('real reports of one place, 2019 to 2022', { skip: noCollected }, () => {
  const titled = (name: string, text: string): string => (name.includes('013-') && !text.startsWith('标题') ? `平潭综合实验区2022年度政府信息公开工作年度报告\n${text}` : text);
  const files = COLLECTED.map(({ name, text }): [string, string] => [name, titled(name, text)]);
  const neighbourhood = beside(Object.fromEntries(files));

  test('go with each other in every layout, and no two layouts of one report differ', () => {
    for (const [file, text] of files) {
      const { diagnostics, failedRules } = analyse(text, DEFAULT_SETTINGS, undefined, { file, neighbourhood });
      assert.deepEqual(failedRules, []);
      assert.deepEqual(diagnostics.filter(({ rule }) => rule.startsWith('workspace/')).map(({ message }) => `${file}: ${message}`), []);
    }
  });

  test('are really compared: a number changed in this year’s is found', () => {
    const [file, text] = files.find(([name]) => name.includes('013-') && name.includes('pipe'))!;
    for (const [from, to, rule] of [
      ['| 88 | 55 | 698 |', '| 88 | 55 | 689 |', 'workspace/in-force'],
      [/^(二、上年结转\S*) \| 1 \|(.*)\| 1 \|/m, '$1 | 2 |$2| 2 |', 'workspace/carried-over'],
    ] as const) {
      const changed = text.replace(from, to);
      assert.notEqual(changed, text, String(from));
      const others = beside(Object.fromEntries(files.filter(([name]) => !name.includes('013-'))));
      const { diagnostics } = analyse(changed, DEFAULT_SETTINGS, undefined, { file, neighbourhood: others });
      assert.deepEqual(rules(diagnostics).filter((own) => own.startsWith('workspace/')), [rule]);
    }
  });
});
