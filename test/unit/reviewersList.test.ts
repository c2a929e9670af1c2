/**
 * What a careful reviewer looks for, one by one, in a whole report that is right: each mistake is put into it by itself, and is one
 * finding, by its rule, at its place, in layouts with and without separators. Nothing else is said.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import type { WritableLayout } from '../../server/src/model/writing/render';
import type { RuleId } from '../../server/src/rules/rule';
import { readMarked, writeMarked } from '../support/marked';
import { reportText } from '../support/reports';

/** What is not 0, by row and column. */
const NUMBERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  normativeDocuments: { issued: 5, repealed: 1, inForce: 18 },
  received: { naturalPerson: 25, total: 25 },
  carriedIn: { naturalPerson: 3, total: 3 },
  granted: { naturalPerson: 17, total: 17 },
  partiallyGranted: { naturalPerson: 9, total: 9 },
  processedTotal: { naturalPerson: 26, total: 26 },
  carriedOut: { naturalPerson: 2, total: 2 },
  reconsideration: { upheld: 3, corrected: 1, otherResult: 2, total: 6 },
  directLitigation: { upheld: 1, total: 1 },
  litigationAfterReconsideration: { pending: 2, total: 2 },
};

const PREAMBLE =
  '根据《中华人民共和国政府信息公开条例》（国务院令第711号）、《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号），现公布云溪县水利局2024年政府信息公开工作年度报告。' +
  '全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。' +
  '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。';
const OVERVIEW = [
  '2024年，我局认真落实《条例》，一是加强领导，二是完善制度，三是开展培训。',
  '（一）主动公开。2024年，我局公开政府信息120条，其中网站公开90条，占75%，公众号等其他渠道公开30条，占25%。制发行政规范性文件5件，废止1件，现行有效18件。',
  '（二）依申请公开。新收政府信息公开申请25件，上年结转3件，办结26件，结转下年度继续办理2件。因政府信息公开被申请行政复议6件，其中结果维持3件，结果纠正1件，其他结果2件；行政诉讼3件，其中结果维持1件，尚未审结2件。',
  '（三）政府信息管理。公文逐件审核公开属性，全年审核60件，其中主动公开30件，依申请公开20件，其他情形10件。',
  '（四）平台建设。每季度检查网站专栏。',
  '（五）监督保障。公开工作列入年度考核。',
].join('\n');
const PROBLEMS = '（一）存在的主要问题\n1.公开不够及时。\n2.解读形式单一。\n（二）改进措施\n1.明确更新时限。\n2.丰富解读形式。';
const OTHERS = '2024年，我局收取信息处理费380元。\n\n云溪县水利局\n2025年1月15日';

/** The report that every mistake is put into. */
function report(layout: WritableLayout, numbers = NUMBERS, overview = OVERVIEW): string {
  const parts = reportText({ layout, cell: (row, column) => String(numbers[row.id]?.[column.id] ?? 0) }).split(/(?=\n[一二三四五六]、(?:总体情况|主动公开政|收到和处|政府信息公开行|存在的主|其他需))/);
  const [title, first, , , , problems, others] = parts as [string, string, string, string, string, string, string];
  const heading = (part: string): string => part.split('\n').slice(0, 2).join('\n');
  return [`${title}\n${PREAMBLE}\n`, `${heading(first)}\n${overview}\n`, ...parts.slice(2, 5), `${heading(problems)}\n${PROBLEMS}\n`, `${heading(others)}\n${OTHERS}\n`].join('');
}

/** A mistake: these words become those, in which what is reported is marked. */
type Mistake = readonly [rule: RuleId, words: string, mistaken: string];
type List = Readonly<Record<string, Mistake>>;

const RECEIVED = '新收政府信息公开申请25件';
const REMEDIES = '因政府信息公开被申请行政复议6件，其中结果维持3件，结果纠正1件，其他结果2件；行政诉讼3件，其中结果维持1件，尚未审结2件。';
const NUMBERS_OF_TEXT: List = {
  新收: ['report/prose-disagrees', RECEIVED, '新收政府信息公开申请⟦52⟧件'],
  收到: ['report/prose-disagrees', RECEIVED, '收到政府信息公开申请⟦52⟧件'],
  '收到, in words': ['report/prose-disagrees', RECEIVED, '收到政府信息公开申请⟦五十二⟧件'],
  上年结转: ['report/prose-disagrees', '上年结转3件', '上年结转⟦8⟧件'],
  办结: ['report/prose-disagrees', '办结26件', '办结⟦62⟧件'],
  答复: ['report/prose-disagrees', '办结26件', '答复⟦62⟧件'],
  结转: ['report/prose-disagrees', '继续办理2件', '继续办理⟦5⟧件'],
  行政复议: ['report/prose-disagrees', '行政复议6件', '行政复议⟦9⟧件'],
  '行政复议, 维持': ['report/prose-disagrees', '结果维持3件', '结果维持⟦4⟧件'],
  '行政复议, 纠正': ['report/prose-disagrees', '结果纠正1件', '结果纠正⟦3⟧件'],
  '行政复议, 其他结果': ['report/prose-disagrees', '其他结果2件', '其他结果⟦4⟧件'],
  '行政复议, 尚未审结': ['report/prose-disagrees', '其他结果2件', '其他结果2件，尚未审结⟦1⟧件'],
  行政诉讼: ['report/prose-disagrees', '行政诉讼3件', '行政诉讼⟦8⟧件'],
  '行政诉讼, 维持': ['report/prose-disagrees', '结果维持1件', '结果维持⟦7⟧件'],
  '行政诉讼, 尚未审结': ['report/prose-disagrees', '尚未审结2件', '尚未审结⟦6⟧件'],
  '行政诉讼, 纠正': ['report/prose-disagrees', '结果维持1件', '结果纠正⟦1⟧件'],
  制发: ['report/prose-disagrees', '规范性文件5件', '规范性文件⟦15⟧件'],
  废止: ['report/prose-disagrees', '废止1件', '废止⟦4⟧件'],
  现行有效: ['report/prose-disagrees', '现行有效18件', '现行有效⟦81⟧件'],
  '制发, behind a comparison with last year': ['report/prose-disagrees', '占25%。制发行政规范性文件5件', '占25%，较2023年增加14条。本年制发行政规范性文件⟦15⟧件'],
  '办结, behind a year that was told of': ['report/prose-disagrees', '办结26件', '与2023年相同。今年办结⟦62⟧件'],
  处理费: ['report/prose-disagrees', '我局收取信息处理费380元。', '我局收取信息处理费380元。共收取政府信息公开处理费⟦830⟧元。'],
};
const ZEROS: List = {
  '没有收到…申请': ['report/prose-disagrees', RECEIVED, '⟦没有收到政府信息公开申请⟧'],
  '未收到…申请': ['report/prose-disagrees', RECEIVED, '⟦未收到政府信息公开申请⟧'],
  '无…': ['report/prose-disagrees', RECEIVED, '⟦无政府信息公开申请⟧'],
  '无…结转': ['report/prose-disagrees', '上年结转3件', '⟦无上年结转申请⟧'],
  '未发生…': ['report/prose-disagrees', REMEDIES, '⟦未发生因政府信息公开引起的行政复议、行政诉讼⟧。'],
  '不存在…': ['report/prose-disagrees', REMEDIES, '⟦不存在因政府信息公开引起的行政复议⟧。'],
  '未制发…': ['report/prose-disagrees', '制发行政规范性文件5件，废止1件，现行有效18件', '⟦未制发行政规范性文件⟧'],
  '未收取…': ['report/prose-disagrees', '我局收取信息处理费380元。', '我局收取信息处理费380元。全年⟦未收取信息处理费⟧。'],
};
const WHOLES: List = {
  'a percentage': ['report/prose-sum', '占75%', '占⟦57⟧%'],
  'parts and their sum': ['report/prose-sum', '全年审核60件', '全年审核⟦61⟧件'],
};
const NAMES: List = {
  'another year where this year’s work is told': ['report/stale-year', '（一）主动公开。2024年，', '（一）主动公开。⟦2023⟧年，'],
  'another year in section 六': ['report/stale-year', '2024年，我局收取', '⟦2023⟧年，我局收取'],
  'period and title': ['report/period', '自2024年1月1日起至2024年', '自⟦2023年1月1日起至2023⟧年'],
  'agency of the preamble': ['report/agency', '现公布云溪县水利局', '现公布⟦云溪县林业局⟧'],
  'agency of the signature': ['report/agency', '\n\n云溪县水利局\n', '\n\n⟦云溪县林业局⟧\n'],
  'the notice of 2019': ['report/basis', '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）', '⟦《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号⟧）'],
  试行: ['report/basis', '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）', '⟦《中华人民共和国政府信息公开工作年度报告格式（试行）》⟧'],
  国令492: ['report/basis', '国务院令第711号', '国务院令第⟦492⟧号'],
  'a law misquoted': ['report/law-name', '《中华人民共和国政府信息公开条例》', '《⟦中华人民共和国信息公开条例⟧》'],
  'a number misquoted': ['report/law-name', '国务院令第711号', '国务院令第⟦771⟧号'],
  'six parts that are five': [
    'report/parts-named',
    '全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成',
    '⟦全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成⟧',
  ],
};
const SECTIONS: List = {
  'a sub-topic of 一 missing': ['report/topics', '一、总体情况\n' + OVERVIEW, '⟦一、总体情况⟧\n' + OVERVIEW.replace(/（四）平台.*\n（五）/, '（四）').replace('网站公开90条', '直接公开90条').replace('公众号等其他渠道', '其他方式')],
  '六 without the fee': ['report/fee-statement', '六、其他需要报告的事项\n2024年，我局收取信息处理费380元。', '⟦六、其他需要报告的事项⟧\n无其他需要报告的事项。'],
  '五 without measures': ['report/problems-and-measures', `五、存在的主要问题及改进情况\n${PROBLEMS}`, '⟦五、存在的主要问题及改进情况⟧\n（一）存在的主要问题\n1.公开不够及时。\n2.解读形式单一。'],
  '五 without problems': ['report/problems-and-measures', `五、存在的主要问题及改进情况\n${PROBLEMS}`, '⟦五、存在的主要问题及改进情况⟧\n下一步，我局将加强学习，完善制度，提高公开质量。'],
  '一是…三是': ['report/enumeration', '二是完善制度，三是', '⟦三是⟧完善制度，四是'],
  '一是…二是…二是': ['report/enumeration', '三是开展培训', '⟦二是⟧开展培训'],
  的的: ['report/doubled-word', '检查网站专栏', '检查统一⟦的的⟧网站专栏'],
  审核审核: ['report/doubled-word', '逐件审核公开属性', '逐件⟦审核审核⟧公开属性'],
  'the ordinal of a sub-heading of 一': ['report/enumeration', '（三）政府信息管理', '⟦（四）⟧政府信息管理'],
  'the ordinal of a sub-heading of 五': ['report/enumeration', '（二）改进措施', '⟦（三）⟧改进措施'],
  'the ordinal of an item of 五': ['report/enumeration', '2.解读形式单一', '⟦3.⟧解读形式单一'],
};

/** Numbers of 表二 that only look odd: what is marked, with what the text says of them. */
const PLAUSIBILITY: Readonly<Record<string, readonly [rule: RuleId, numbers: typeof NUMBERS, marked: string, words?: string]>> = {
  '规章 of an office that can’t make any': ['table/rulemaking-power', { rules: { inForce: 3 } }, '3'],
  '制发 beyond what is in force': ['table/issued-exceeds-in-force', { normativeDocuments: { issued: 25, repealed: 7, inForce: 18 } }, '18', '制发行政规范性文件25件，废止7件，现行有效18件'],
  '废止 beyond what was in force': ['table/issued-exceeds-in-force', { normativeDocuments: { issued: 5, repealed: 9, inForce: 3 } }, '3', '制发行政规范性文件5件，废止9件，现行有效3件'],
  '元 where 万元 is asked': ['table/fee-magnitude', { fees: { amount: 2_510_000 } }, '2510000'],
};

const LAYOUTS: readonly WritableLayout[] = ['pipe', 'tab', 'cell-per-line', 'github', 'flow'];

/** Every finding of `text`, as marks, and the rules that found them. */
function found(text: string): { readonly marked: string; readonly rules: readonly string[] } {
  const { diagnostics, failedRules } = analyse(text, DEFAULT_SETTINGS);
  assert.deepEqual(failedRules, []);
  return { marked: writeMarked(text, diagnostics.map(({ span }) => span)), rules: diagnostics.map(({ rule, message }) => `${rule}: ${message}`) };
}

function checkList(name: string, list: List): void {
  describe(name, () => {
    for (const [what, [rule, words, mistaken]] of Object.entries(list)) {
      test(what, () => {
        for (const layout of LAYOUTS) {
          const right = report(layout);
          assert.ok(right.includes(words), 'the report has other words');
          const { text, marks } = readMarked(right.replace(words, mistaken));
          const { marked, rules } = found(text);
          assert.equal(marked, writeMarked(text, marks), `${layout}: ${rules.join('\n')}`);
          assert.deepEqual(rules.map((own) => own.split(':')[0]), [rule], layout);
        }
      });
    }
  });
}

test('the report that the mistakes are put into has none', () => {
  for (const layout of LAYOUTS) assert.deepEqual(found(report(layout)).rules, []);
});

checkList('numbers told in the text', NUMBERS_OF_TEXT);
checkList('zeros told in words', ZEROS);
checkList('wholes and their parts', WHOLES);
checkList('years, agencies, bases, laws and parts that are named', NAMES);
checkList('what the written sections hold', SECTIONS);

describe('numbers that only look odd', () => {
  for (const [what, [rule, numbers, marked, words]] of Object.entries(PLAUSIBILITY)) {
    test(what, () => {
      for (const layout of LAYOUTS) {
        const text = report(layout, { ...NUMBERS, ...numbers }, OVERVIEW.replace(/制发.*现行有效\d+件/, words ?? '$&'));
        const { diagnostics } = analyse(text, DEFAULT_SETTINGS);
        assert.deepEqual(diagnostics.map((own) => [own.rule, own.severity, text.slice(own.span.start, own.span.end)]), [[rule, 'hint', marked]], layout);
      }
    });
  }
});
