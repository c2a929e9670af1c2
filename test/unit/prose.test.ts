/**
 * What is told in prose against the tables: every phrase as it should be, with each of its numbers wrong, and in the shapes
 * that texts come in (broken over lines, blanks beside numbers, everything on one line).
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { analyse, type Diagnostic } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { toldIn } from '../../server/src/model/facts/facts';
import { readMarked } from '../support/marked';
import { reportText } from '../support/reports';

/** Totals of the tables. 3 were carried in, 2 are carried over; 一 + 二 = 28. */
const TOTALS: Readonly<Record<string, number>> = {
  received: 25,
  carriedIn: 3,
  granted: 14,
  partiallyGranted: 5,
  'denied.internalAffairs': 1,
  'denied.enforcementFile': 1,
  'unavailable.notHeld': 3,
  'notProcessed.repeated': 1,
  'other.other': 1,
  processedTotal: 26,
  carriedOut: 2,
};
const REMEDIES: Readonly<Record<string, string>> = { reconsideration: '3 1 0 0 4', directLitigation: '1 0 0 0 1', litigationAfterReconsideration: '0 0 0 1 1' };
const DOCUMENTS: Readonly<Record<string, string>> = { rules: '0 0 0', normativeDocuments: '5 1 18' };
const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending', 'total'];
const ACTS = ['issued', 'repealed', 'inForce'];

const OFFICE = '云溪县水利局';
const GOVERNMENT = '云溪县人民政府';

/** A report whose overview is `prose`; with `empty` tables every number in them is 0. */
function report(prose: string, { agency = OFFICE, empty = false } = {}): string {
  const whole = reportText({
    agency,
    cell: (row, column) => {
      if (empty) return '0';
      if (row.id in REMEDIES) return REMEDIES[row.id]!.split(' ')[RESULTS.indexOf(column.id)]!;
      if (row.id in DOCUMENTS) return DOCUMENTS[row.id]!.split(' ')[ACTS.indexOf(column.id)]!;
      return /^(?:naturalPerson|total)$/.test(column.id) ? String(TOTALS[row.id] ?? 0) : '0';
    },
  });
  return whole.replace(/(一、总体情况\n\n)[^]*?\n\n(?=二、)/, `$1（二）依申请公开情况。${prose}\n\n`).replace(/本年度未收取信息处理费。/, '无。');
}

const found = (text: string, id: string): readonly Diagnostic[] => analyse(text, DEFAULT_SETTINGS).diagnostics.filter(({ rule }) => rule === id);
const told = (text: string, id = 'report/prose-disagrees'): string[] => found(text, id).map(({ span }) => text.slice(span.start, span.end).replace(/\s/g, ''));

/** The shapes of a text; the same is found in each. */
const SHAPES: Readonly<Record<string, (prose: string) => string>> = {
  plain: (prose) => prose,
  'blanks beside numbers': (prose) => prose.replace(/\d[\d.,]*/g, ' $& '),
  'broken over lines': (prose) => prose.replace(/(?:\d[\d.,]*|[^\d]){1,16}/gu, '$&\n'),
  'blank lines between': (prose) => prose.replace(/(?:\d[\d.,]*|[^\d]){1,21}/gu, '$&\n\n'),
  'over a page': (prose) => prose.replace(/，/, '，\n- 2 -\n\f'),
  'ASCII punctuation': (prose) => prose.replace(/[，；：（）]/g, (mark) => ',;:()'['，；：（）'.indexOf(mark)]!),
  'full-width digits': (prose) => prose.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'one line with everything before it': (prose) => `${'推进政府信息主动公开，优化栏目设置，及时更新内容。'.repeat(12)}（二）依申请公开情况。${prose}（三）政府信息管理情况。落实审核制度。`,
};

/** True of the tables. Numbers in brackets are told; each is then made wrong. */
const PHRASES: readonly string[] = [
  '2024年，我局新收政府信息公开申请[25]件，上年结转[3]件，办结[26]件，结转下年度继续办理[2]件。',
  '2024年，本机关共收到政府信息公开申请[25]件，均在法定期限内答复。',
  '全年共受理政府信息公开申请[28]件（含上年结转[3]件），办结[26]件，结转至2025年办理[2]件。',
  '我局收到依申请公开件[25]件，上一年度结转[3]件。目前依法办结[26]件，另有[2]件顺延到下年度答复。',
  '本年度共收到[25]件申请，及时依法依规办结[26]件，[2]件结转下年度继续办理。',
  '全年共接收依申请公开信息[25]条，已办理完毕[26]条，剩余[2]件结转下一年度处理。',
  '2024年新收到依申请公开政府信息[25]件，结转下一年度办理[2]件。',
  '2024年度，我单位共收到公民、法人和其他组织提出的政府信息公开申请[25]份。',
  '一是2024年共受理依申请公开事项[28]件。二是已办结[26]件。',
  '共办理政府信息公开申请[28]件，含2023年转至今年办理的[3]件，办结[26]件。',
  '我局承办依申请公开政府信息事项[26]件。',
  '截至2024年12月31日，县水利局共收到政府信息公开申请数量为[25]件。',
  '云溪县水利局2024年收到政府信息公开申请书[25]宗，已处理[26]宗，转下年办理的有[2]宗。',
  '2024年共有政府信息公开申请[25]件，其中上年结转[3]件，当年新收[25]件。',
  '今年以来，共收到政府信息公开申请二十五件，上年结转三件。',
  '共收到政府信息公开申请[25]件，其中予以公开[14]件，部分公开[5]件，不予公开[2]件，无法提供[3]件，不予处理[1]件，其他处理[1]件。',
  '共收到政府信息公开申请[25]件。办理结果如下：予以公开[14]件；部分予以公开[5]件；不予公开2件，其中1件属于内部事务信息；因本机关不掌握而无法提供3件。',
  '共受理政府信息公开依申请公开函件[28]件，回复[26]件。',
  '共收到政府信息公开申请[25]件，上年度结转[3]件；予以公开20件，无法提供6件，结转下年继续办理[2]件。',
  '共受理依申请公开事项[28]件。其中，予以公开[14]件，部分公开[5]件，不予公开2件，无法提供3件，不予处理1件，逾期未补正0件，其他处理1件，结转下年度继续办理[2]件。',
  '办理答复政府信息公开申请[26]件，结转下年度按期办理[2]件。',
  '共受理和办结政府信息公开申请[26]件，不属于政府信息1件，结转下一年度继续办理[2]件。',
  '在办结的申请中，“予以公开”[14]件，“部分公开”[5]件，“不予公开”[2]件。',
  '办结政府信息公开申请[26]件，结转下年度继续办理的[2]件。',
  '因政府信息公开被申请行政复议[4]件，其中结果维持[3]件，结果纠正[1]件；行政诉讼[2]件，其中结果维持[1]件，尚未审结[1]件。',
  '政府信息公开行政复议[4]件（维持[3]件、纠正[1]件），行政诉讼[2]件。',
  '2024年，因信息公开引发行政复议案件[4]件，行政诉讼案件[2]件。',
  '2024年我局有[4]件涉及政府信息公开工作的行政复议，涉及的行政诉讼数为[2]件。',
  '涉及政府信息公开的行政复议[4]件、行政诉讼[2]件，均已依法应对。',
  '因政府信息公开引起的行政复议、行政诉讼共[6]件。',
  '未经复议直接起诉[1]件，复议后起诉[1]件，均与政府信息公开申请有关。',
  '2024年，我局制发行政规范性文件[5]件，废止[1]件，现行有效[18]件。',
  '本年印发规范性文件[5]件，废止规范性文件[1]件，现行有效的规范性文件[18]件。',
  '制定发布[5]件行政规范性文件。',
  '本年度制定规章[0]件。',
  '县教育局收到政府信息公开申请12件，我局办结[26]件。',
  '在县政府指导下我局收到政府信息公开申请25件，办结[26]件。',
  '做好依申请公开工作2024年共收到政府信息公开申请25件，上年结转[3]件。',
  '依申请公开情况：收到申请[25]件，办结[26]件。',
  '严格执行全县政务公开要求。收到政府信息公开申请[25]件，办结[26]件。',
  '按照全县统一部署，规范答复。收到政府信息公开申请[25]件，办结[26]件。',
  '在全县考核中名列第一。收到政府信息公开申请[25]件。',
  '明确各部门的分工，组织全县业务培训。各部门按职责落实。收到政府信息公开申请[25]件，办结[26]件。',
  '为全县各单位规范办理提供参考，加强与各级机关的沟通。收到政府信息公开申请[25]件。',
  '参加全市业务培训三次，两部门联合发文。收到政府信息公开申请[25]件。',
  '收到政府信息公开申请25件（含上年结转[3]件），办结[26]件。',
  '政府信息公开行政复议[4]件，复议机关维持3件，行政诉讼[2]件。',
  '我局：收到政府信息公开申请[25]件。',
  '全年新制定行政规范性文件[5]件，废止[1]件。',
  '2024年，我局新增政府信息公开申请[25]件。',
  '落实《云溪县水利发展规划（2021—2025年）》，全年共收到政府信息公开申请[25]件。',
  '新收政府信息公开申请[25]件，年内办结[23]件，上年结转[3]件。',
  '新收政府信息公开申请[25]件、办结[24]件，结转下年度[2]件。',
  '新收政府信息公开申请[25]件，予以公开[12]件，部分公开[5]件，不予公开[2]件，无法提供[3]件；上年结转[3]件，予以公开2件。',
  '新收政府信息公开申请25件、办结23件，上年结转3件、办结3件，合计办结[26]件。',
  '上年结转政府信息公开申请3件，办结[26]件。',
  '收到政府信息公开申请表[25]份，已办结[26]件。',
  '收到政府信息公开申请25件（网上申请19件、信函申请6件），上年结转3件，予以公开[14]件、部分公开[5]件、不予公开[2]件、无法提供[3]件。',
  '办结政府信息公开申请26件。在答复的24件中，予以公开[14]件、部分公开[5]件、不予公开[2]件、无法提供[3]件。',
  '较上年度收到的申请略有减少，全年共收到政府信息公开申请[25]件。',
  '新收政府信息公开申请[25]件，同比下降4.1%，加上2023年结转的[3]件，应办理[28]件；答复办结[26]件，[2]件按规定结转下年度。',
  '【依申请公开】新收政府信息公开申请[25]件，连同上年结转[3]件，应办[28]件。',
  '2024年1月至12月，我局共收到政府信息公开申请[25]件。',
  '截至2024年12月，我局共收到政府信息公开申请[25]件。',
  '截止12月底，我局共收到政府信息公开申请[25]件。',
];

/** Told of a division, in its government's report. */
const OF_GOVERNMENTS: readonly string[] = [
  '2024年，全县共受理政府信息公开申请[25]件，答复[26]件（含上年度结转申请[3]件，另有[2]件顺延到下年度答复）。',
  '2024年全县各级行政机关新收政府信息公开申请[25]件。',
  '我县共收到政府信息公开申请[25]件，同比增长8%；上年结转[3]件，结转下年办理[2]件。',
  '2024年云溪县共收到依申请公开政府信息[25]件，已办结[26]件。',
  '各部门、各乡镇共收到政府信息公开申请[25]件。',
  '2024年，全县政府信息公开工作方面共有行政诉讼案件[2]件、行政复议案件[4]件，均已结案。',
  '全县制发行政规范性文件[5]件，现行有效[18]件。',
  '全年收到政府信息公开申请[25]件。',
  '各行政机关共收到政府信息公开申请[25]件。',
  '指导各部门规范答复，全年收到政府信息公开申请[25]件。',
  '县政府本级收到政府信息公开申请9件，办结8件，全县办结[26]件。',
  '县政府本级收到政府信息公开申请9件，办结8件。全县办结[26]件，结转下年度[2]件。',
  '县政府收到政府信息公开申请9件。全年收到政府信息公开申请[25]件，结转下年度[2]件。',
  '全县方面，共收到政府信息公开申请[25]件。',
  '依申请公开方面，共收到政府信息公开申请[25]件，办结[26]件。',
  '（1）县政府本级。收到政府信息公开申请9件，办结8件。（2）全县。共收到政府信息公开申请[25]件，办结[26]件。',
  '（1）县直部门。收到政府信息公开申请9件。已办结8件。（2）办理情况。共收到政府信息公开申请[25]件，办结[26]件。',
];

const NUMBER = /\[(\d+)\]/g;

/** Each phrase with one number wrong, which is marked; and how the wrong number differs. */
function mistaken(phrase: string): string[] {
  return [...phrase.matchAll(NUMBER)].map((own) => phrase.replace(NUMBER, (_, number: string, at: number) => (at === own.index ? `⟦${Number(number) + 40}⟧` : number)));
}

const right = (phrase: string): string => phrase.replace(NUMBER, '$1');

function checkPhrases(phrases: readonly string[], agency: string): void {
  for (const phrase of phrases) {
    test(right(phrase), () => {
      for (const [shape, shaped] of Object.entries(SHAPES)) {
        assert.deepEqual(told(report(shaped(right(phrase)), { agency })), [], `${shape}: a false alarm`);
        for (const wrong of mistaken(phrase)) {
          const { text, marks } = readMarked(wrong);
          const prose = shaped(text);
          // Full-width digits are told as they are written.
          const expected = marks.map(({ start, end }) => (shape === 'full-width digits' ? SHAPES[shape]!(text.slice(start, end)) : text.slice(start, end)));
          assert.deepEqual(told(report(prose, { agency })), expected, `${shape}: ${prose}`);
        }
      }
    });
  }
}

describe('numbers of an office', () => checkPhrases(PHRASES, OFFICE));
describe('numbers of a government', () => checkPhrases(OF_GOVERNMENTS, GOVERNMENT));

/** Zeros in words: right where the tables hold nothing, wrong beside these. */
const ABSENCES: readonly string[] = [
  '2024年，我局⟦未收到政府信息公开申请⟧。',
  '2024年，我单位⟦没有收到政府信息公开申请⟧，也没有咨询。',
  '【依申请公开】⟦未收到政府信息公开申请⟧。',
  '本年度⟦无依申请公开情况⟧。',
  '2024年，我局⟦没有收到公民、法人或其他组织提出的政府信息公开申请⟧。',
  '全年⟦未接到针对本部门有关政府信息公开的申请⟧。',
  '2024年度我局⟦未收到任何形式的依申请公开政府信息⟧。',
  '我局⟦未受理依申请公开事项⟧，⟦未发生因政府信息公开申请行政复议和提起行政诉讼的案件⟧。',
  '2024年⟦不存在行政复议、行政诉讼的情况⟧。',
  '全年⟦没有发生针对本部门有关政府信息公开事务的行政复议案件和行政诉讼案件⟧。',
  '⟦无因信息公开导致的行政诉讼和涉密情形⟧。',
  '⟦未发生因政府信息公开引起的复议、诉讼及投诉举报⟧。',
  '⟦无政府信息公开类行政复议⟧。',
  '全年新收政府信息公开申请⟦0⟧件，⟦无上年结转申请⟧，⟦无下年度结转⟧。',
  '收到政府信息公开申请⟦0⟧件，行政复议⟦零⟧件、行政诉讼⟦0⟧件。',
  '因政府信息公开引起的行政复议、行政诉讼均为⟦0⟧。',
  '本年度我局⟦未制发行政规范性文件⟧。',
];

describe('zeros in words', () => {
  for (const phrase of ABSENCES) {
    const { text, marks } = readMarked(phrase);
    test(text, () => {
      assert.deepEqual(told(report(text, { empty: true })), [], 'a false alarm');
      for (const shape of ['plain', 'broken over lines', 'ASCII punctuation']) assert.deepEqual(told(report(SHAPES[shape]!(text))), marks.map(({ start, end }) => text.slice(start, end)), shape);
    });
  }
});

/** Nothing that is known to be wrong: other words, other times, other agencies, other things, about so many. */
const SILENT: readonly string[] = [
  '因政府信息公开被提起行政诉讼3件（含2023年结转1件）。',
  '因政府信息公开被提起行政诉讼3件（其中1件为2023年结转）。',
  '2024年，全县各级各部门高度重视。共收到政府信息公开申请9件，办结8件。',
  '全县各项工作有序开展。共收到政府信息公开申请9件，办结8件。',
  '全县政府信息公开工作方面，共收到申请9件，办结8件。',
  '根据全县统计，共收到政府信息公开申请9件，办结8件。',
  '收到政府信息公开申请25件，其中予以公开15件（其中部分公开4件），不予公开9件，因不掌握而无法提供3件。',
  '收到政府信息公开申请25件。其中予以公开19件，其中部分公开9件，属于内部事务信息不予公开2件，无法提供3件。',
  '处理群众来信80件，办结76件。',
  '答复各类来信80件，其中感谢类27件。',
  '2023年，我局共收到政府信息公开申请60件，办结60件。',
  '上年共收到政府信息公开申请60件。',
  '上半年共收到政府信息公开申请9件，第三季度收到申请4件。',
  '截至11月底，共收到政府信息公开申请20件。',
  '1月，我局收到政府信息公开申请6件，为全年最多；12月收到申请5件。',
  '2024年12月，我局收到政府信息公开申请5件。',
  '2024年12月份收到政府信息公开申请5件。',
  '自条例施行以来，我局共收到政府信息公开申请300件。',
  '近三年共收到政府信息公开申请90件。',
  '2021年至2024年，我局累计受理政府信息公开申请90件，办结88件。',
  '2022—2024年共收到政府信息公开申请90件。',
  '累计收到政府信息公开申请90件（2022年30件、2023年35件、2024年25件）。',
  '共收到政府信息公开申请25件，其中9件涉及征地，答复9件。',
  '2023年、2024年两年共受理政府信息公开申请60件。',
  '上一年度收到政府信息公开申请60件，办结59件，结转3件。',
  '上年度我局共收到政府信息公开申请60件，办结57件。',
  '申请数量较上年增加12件，同比增长60%。',
  '2024年共收到政府信息公开申请25件（2023年同期40件）。',
  '全县共受理政府信息公开申请400件，办结380件。',
  '全县各级行政机关新收政府信息公开申请400件，上年结转30件。',
  '各乡镇、各部门共收到政府信息公开申请400件。',
  '县教育局收到政府信息公开申请12件，县住建局收到政府信息公开申请30件。',
  '市水利局转办政府信息公开申请7件。',
  '各乡（镇）局受理政府信息公开申请9件，办结8件。',
  '各村（社区）收到政府信息公开申请9件，办结8件。',
  '各站办所（中心）未收到政府信息公开申请，村（居）未发生行政复议。',
  '因政府信息公开引发的行政复议4件、行政诉讼2件。因其他原因引发的行政复议35件、行政诉讼12件。',
  '政府信息公开救济方面，行政复议共45件，其中信息公开类4件、其他类41件。',
  '政府信息公开救济方面，被申请行政复议45件（信息公开类4件）。',
  '政府信息公开救济方面，收到行政复议申请45件，其中政府信息公开4件，维持30件，纠正5件。',
  '作为复议机关，我局收到政府信息公开类行政复议申请56件，受理50件，其中维持35件、纠正8件。',
  '局属单位收到政府信息公开申请9件，办结8件，结转7件。',
  '依申请公开方面，局机关收到申请9件，直属单位收到申请5件，办结5件。',
  '县教育局收到政府信息公开申请12件，办结11件，结转9件。',
  '指导乡镇办理疑难政府信息公开申请9件，办结8件。',
  '全县水利系统收到政府信息公开申请50件，办结49件。',
  '通过县政府网站受理政府信息公开申请18件，办结18件。',
  '收到涉及征地补偿的政府信息公开申请9件，办结9件。',
  '承办县政府转来的政府信息公开申请9件，办结8件。',
  '共收到政府信息公开申请20余件，约30件得到答复。',
  '共收到近40件政府信息公开申请。',
  '收到群众网上申请18件，信函申请7件。',
  '收到公民提出的政府信息公开申请20份。',
  '全年收到法人或其他组织提出的政府信息公开申请7件。',
  '通过政府门户网站共受理政府信息公开申请18件。',
  '收到涉及征地补偿的政府信息公开申请9件。',
  '共收到25件政府信息公开申请，其中受理20件，不属于政府信息公开申请5件。',
  '受理行政许可申请460件，办结455件。',
  '受理12345热线工单500件，办结498件；办理群众留言92条，答复90条。',
  '共收到政府信息公开申请25件。承办督办件30件，办结30件。',
  '共收到政府信息公开申请25件。截至2023年底，全县建成政务公开专区86个，2024年新增45个。',
  '办理人大代表建议20件、政协提案15件，均已答复。',
  '公开答复4条，依申请公开4条。',
  '共收到涉及多个部门的政府信息公开申请共15件次。',
  '法治审核方面，全年审理行政复议案件312件，应诉行政诉讼案件56件。',
  '指导全县办理行政复议案件88件。',
  '未发生被复议机关纠正的行政复议案件。',
  '未出现因答复不当引起的行政复议、行政诉讼等情况。',
  '无行政复议纠错和行政诉讼败诉案件。',
  '我局未收到对政府信息公开工作的投诉举报，无逾期答复的申请。',
  '未收到书面申请政府信息公开，未收到网上申请。',
  '第四季度未收到政府信息公开申请。',
  '因政府信息公开申请被行政复议4宗、行政诉讼2宗，其中4宗维持原答复，1宗结果纠正，1宗尚未审结。',
  '共收到政府信息公开申请25件，予以公开及部分公开的有19件，无法提供的有3件。',
  '共收到政府信息公开申请25件，予以公开13件，部分公开5件，不予公开2件，无法提供3件，不予处理1件，其他处理1件；上年结转的3件予以公开1件，另外2件仍在办理。',
  '办理结果中，部分公开7件，信息不存在的5件。',
  '予以公开14件，部分公开5件，不予公开2件，逾期未补正1件，其他处理9件。',
  '规范性文件清理中，废止0件、失效1件。',
  '以县政府名义制发规范性文件9件。',
  '主动公开行政规范性文件13件（含新制定7件，修改2件，废止1件）。',
  '行政规范性文件新制定3件、修订2件、废止1件。',
  '修改、废止规范性文件7件，主动公开规范性文件12件。',
  '起草行政规范性文件3件，审核规范性文件40件。',
  '力争2025年收到的申请全部办结，新收政府信息公开申请60件以内。',
  '2023年结转到2024年3件，2024年结转到2025年2件。',
  '2022年结转到2023年办理9件。',
  '按照《2023年政务公开工作要点》，共收到政府信息公开申请25件。',
  '召开会议4次，培训60人次，制作政策解读21个。',
  '共收到政府信息公开申请25件，按期答复20件，延期答复4件。',
  '共收到政府信息公开申请25件，其中2件延期办结，其余办结23件。',
  '共收到政府信息公开申请25件，办结20件建议提案。',
  '受理投诉30件，涉及政府信息公开申请9件。',
  '本年制发行政规范性文件5件，印发20件通知，废止3件政策文件。',
  '办结率96%，答复率100%，满意率98%。',
  '共收到政府信息公开申请25件，均由个人提出，没有法人或其他组织申请。',
  '未收到法人和其他组织的政府信息公开申请，个人申请25件。',
  '全部政府信息公开申请中，当年办结23件。',
  '收到政府信息公开申请25件，年内办结23件，上年结转的3件也已办结。',
  '新收政府信息公开申请25件，已办结23件；上年结转3件，均已办结。',
  '新收政府信息公开申请25件、办结23件，上年结转3件、办结3件，合计办结26件。',
  '2024年新收政府信息公开申请25件，年内答复22件，余下的2件在期限内办理。',
  '政府信息公开方面，新收申请办结23件，结转申请办结3件。',
  '政府信息公开方面，自然人申请18件，办结19件；法人或其他组织申请7件，办结7件。',
  '收到政府信息公开申请25件，其中自然人申请18件，办结19件；企业申请7件，办结7件。',
  '政府信息公开申请25件拆分为30个申请事项，答复29个事项。',
  '共收到政府信息公开申请表27份，其中2份未予登记，实际受理25件。',
  '共收到政府信息公开申请书29份，经补正合并为25件受理。',
  '征地拆迁类申请9件，予以公开5件、部分公开2件、不予公开1件、无法提供1件。',
  '当年新收并办结的23件中，予以公开12件、部分公开5件、不予公开1件、无法提供3件、不予处理1件、其他处理1件。',
  '被申请复议的4件答复中，予以公开1件、部分公开1件、不予公开2件。',
  '加强会商，化解政府信息公开争议，避免行政复议6件、行政诉讼3件。',
  '共收到政府信息公开申请29件，剔除重复登记、误填的4件，实际新收25件。',
  '共收到政府信息公开申请31件，实际受理25件。',
  '因政府信息公开引发行政复议4件，其中维持2件，驳回复议申请1件，撤销1件。',
  '因政府信息公开引发行政复议4件，其中维持3件，纠正0件，责令履行1件；行政诉讼2件，其中驳回起诉1件，维持0件，尚未审结0件，中止审理1件。',
];

/** Not in a report of a government: what is its own office's, or that of one of its agencies. */
const SILENT_IN_GOVERNMENTS: readonly string[] = [
  '县政府办公室收到政府信息公开申请9件，办结8件。',
  '本机关共收到政府信息公开申请9件。',
  '县水利局高度重视，全年共收到政府信息公开申请9件。',
  '全市共受理政府信息公开申请900件。',
  '县政府及县政府办公室制发行政规范性文件2件。',
  '各县（市、区）受理政府信息公开申请90件，其中予以公开7件，部分公开6件，不予公开4件，办结88件。',
  '乡（镇、场）收到政府信息公开申请9件，县直部门收到申请30件。',
  '全县税务系统（含本级）全年共收到政府信息公开申请9件，办结8件。',
  '教育系统（机关本级除外）办结政府信息公开申请9件。',
  '各乡（镇）未收到政府信息公开申请。',
  '以县政府名义作出的政府信息公开答复引发行政复议9件，其中维持8件，纠正7件；行政诉讼6件。',
  '县政府作为被申请人的政府信息公开行政复议9件，维持8件，纠正7件。',
  '因政府信息公开对县政府提起的行政复议9件，行政诉讼6件。',
  '全县行政复议机构受理政府信息公开类行政复议案件30件，审结28件，纠正7件。',
  '县政府作为复议机关，共有政府信息公开行政复议案件30件，其中维持20件，纠正7件。',
  '政府信息公开方面，全县办理行政复议案件300件、行政诉讼案件100件，信息公开类占比为2%。',
  '县政府本级全年收到政府信息公开申请9件，办结8件，结转下年度7件。',
  '县政府本级：收到政府信息公开申请9件，予以公开7件，部分公开6件，不予公开4件。',
  '县政府本级：未收到政府信息公开申请。',
  '县直部门受理政府信息公开申请9件，其中予以公开7件，部分公开6件，不予公开4件，结转8件。',
  '县直各单位共受理政府信息公开申请9件，办结8件。',
  '全县公安机关受理政府信息公开申请9件，办结8件。',
  '教育系统受理政府信息公开申请9件，占全县三成，办结8件，结转7件。',
  '县政府收到政府信息公开申请9件，办结8件；县直部门收到申请30件，办结29件。',
  '其中，县级行政机关收到政府信息公开申请9件，办结8件。',
  '转办县直部门政府信息公开申请9件，办结8件。',
  '全年制发行政规范性文件2件。',
  '县政府收到政府信息公开申请9件，比上年少3件。已办结8件，结转下年度1件。',
  '全县加强指导。县政府办公室共收到申请9件。均及时答复。其中予以公开7件，部分公开1件，不予公开0件，无法提供0件。',
  '县本级办结9件，其中予以公开7件、部分公开1件、不予公开1件、无法提供0件；乡镇办结7件，其中予以公开5件、部分公开1件、不予公开0件、无法提供1件、不予处理0件。',
  '各乡镇共收到政府信息公开申请9件，办结8件。',
  '各部门收到政府信息公开申请9件，办结8件；各乡镇收到政府信息公开申请7件。',
  '各街道未收到政府信息公开申请。',
  '各乡镇未发生因政府信息公开引起的行政复议、行政诉讼。',
  '县直部门方面，共收到政府信息公开申请9件，办结8件；从乡镇来看，共收到政府信息公开申请7件，办结6件。',
];

describe('silence', () => {
  for (const [agency, phrases] of [[OFFICE, SILENT], [GOVERNMENT, SILENT_IN_GOVERNMENTS]] as const) {
    for (const phrase of phrases) {
      test(phrase, () => {
        for (const [shape, shaped] of Object.entries(SHAPES)) assert.deepEqual(told(report(shaped(phrase), { agency })), [], shape);
      });
    }
  }

  test('of another level, whatever characters its name is made of', () => {
    for (const [agency, own, above] of [['临州市水利局', '市水利局', '州水利局'], ['临江市市北区水利局', '区水利局', '市水利局']] as const) {
      assert.deepEqual(told(report(`${own}收到政府信息公开申请9件。`, { agency })), ['9'], own);
      assert.deepEqual(told(report(`${above}收到政府信息公开申请9件。`, { agency })), [], above);
    }
  });

  test('beside tables that can’t be read, or contradict themselves', () => {
    const wrong = '2024年，我局办结政府信息公开申请66件。';
    assert.equal(told(report(wrong)).length, 1);
    const broken = report(wrong).replace(/(（七）总计[^\n]*\| )26( \|\s*\n)/, '$162$2');
    assert.notEqual(broken, report(wrong));
    assert.deepEqual(told(broken), []);
    const blank = report(wrong).replace(/(（七）总计[^\n]*\| )26( \|\s*\n)/, '$1/$2');
    assert.notEqual(blank, report(wrong));
    assert.deepEqual(told(blank), []);
    assert.deepEqual(told(report(wrong).replace(/三、收到和处理[^]*?(?=四、)/, '')), []);
  });
});

/** `[n]` is the whole that must be reported. */
const LISTS: readonly (readonly [text: string, reported?: string])[] = [
  ['全年公开信息249条，其中：发布行政公文9条；机构设置7条；重点工作39条；其他信息194条。'],
  ['全年公开信息⟦248⟧条，其中：发布行政公文9条；机构设置7条；重点工作39条；其他信息194条。'],
  ['共公布政府信息⟦102⟧条(其中机构职能类信息12条，政策、规范性文件类信息20条，规划计划类信息10条，其他应主动公开政府信息61条)，主要通过网站公开。'],
  ['在主动公开的⟦25⟧条政府信息中，机构职能信息14条，占56%；规划计划信息8条，占32%；工作动态3条，占12%。'.replace('3条', '2条')],
  ['在主动公开的25条政府信息中，机构职能信息14条，占56%；规划计划信息8条，占32%；工作动态3条，占12%。'],
  ['全年主动公开政府信息⟦171⟧条：基层政务公开领域信息124条，工作动态34条，预算决算4条，其他政府信息8条。'],
  ['主动公开政务信息420条，完成目标任务。其中重点工作186条，公共卫生143条，其他信息91条。'],
  ['主动公开政务信息⟦421⟧条，完成目标任务。其中重点工作186条，公共卫生143条，其他信息91条。'],
  ['今年共发布380条财政信息，其中专项资金152条，预决算197条（政府预决算32条、部门预决算165条）、“三公”经费27条、债券发行4条。'],
  // Only some of the parts are named.
  ['发布各类信息3659条，其中政策文件352条，新闻854条，会议19条。'],
  ['发布信息10300条，其中概况类32条，政务动态3129条。'],
  // Parts may overlap, go on in something else, or be of another unit.
  ['全年累计发布信息2139条，其中动态类1744条，政务信息393条，解读类21条，热点信息2条。'],
  ['公开信息150条，其中网站90条，微信公众号60条，其他渠道30条。'],
  ['因信息公开引发争议11件，其中，行政复议7件，结果维持6件，尚未审结1件；行政诉讼4件，结果维持2件，其他结果2件。'],
  ['公开信息2698条，其中：动态1201条、公告251条、调查16期、其他类信息1246条。'],
  ['公开信息2406条，其中动态1215条，公开类1129条，概况类62条，开展调查3期，收到来信7件，全部答复。'],
  ['公开信息5500余条，其中公告3000条，其他2400条。'],
  ['新收申请47件，较上年增加42件。其中，信函39件，占83%；邮件7件，占14.9%；当面1件，占2.1%。'],
  ['主动公开120条，其中机构3条，文件4条，其他文件5条、人事1条、动态29条、互动78条。'],
  ['收到80件，其中已答复78件，结转下年3件。'],
  // The parts before the whole.
  ['当面提交12件，邮寄提交33件，网上提交21件，合计66件。'],
  ['当面提交12件，邮寄提交33件，网上提交21件，合计⟦67⟧件。'],
  ['一季度131条、二季度152条、三季度149条、四季度153条，总计⟦595⟧条。'],
  ['网站发布326条（含转载40条），公众号发布547条；公开栏公示1033条，共计1906条。'],
  ['因信息公开引发行政复议20件，纠正3件，行政诉讼2件，共计22件。'],
  ['因信息公开引发行政复议20件，其中纠正3件，行政诉讼2件，共计23件。'],
  ['张贴公告12条，推送图文8条，广播、传单若干，合计24条。'],
  ['推送图文20余条，张贴公告12条，上墙8条，合计42条。'],
  ['组织培训3期，讲座2场，合计6期。'],
  // Something said between the whole and its parts.
  ['受理投诉22件，全部办结，其中咨询8件，占36.4%；建议14件，占⟦73.6⟧%。'],
  ['收到留言⟦23⟧条，均已答复，其中咨询8条、建议9条、其他5条。'],
  ['2023年办理申请23件，其中网上政府信息公开申请件22件，书面申请件1件。'],
  ['2023年办理申请⟦23⟧件，其中网上政府信息公开申请件22件，书面申请件3件。'],
  // Shares.
  ['公开12条，其中指南1条，占8%；公文5条，占41%；预算2条，占17%；采购2条，占17%；其他2条，占17%。'],
  ['公开信息40条，其中公告30条，占75%；动态10条，占⟦52⟧%。'],
  ['公开信息40条，其中公告30条，占⟦57⟧%。'],
  // Shares of a whole that is not said to be theirs: all others are.
  ['答复各类来信80件。感谢类27件，占⟦53⟧%；建议类4件，占5%；咨询类26件，占32.5%；投诉类19件，占23.8%。'],
  ['共答复来信80件（含转来的9件），感谢类27件，占33.8%，建议类4件，占5%，咨询类26件，占⟦23.5⟧%。'],
  ['共答复来信80件。感谢类27件，占33.8%；建议类4件，占5%；咨询类26件，占32.5%。'],
  ['共答复来信80件，办结76件。感谢类27件，占35.5%；建议类4件，占5.3%；咨询类26件，占34.2%。'],
  ['共答复来信80件。感谢类27件，占33.8%；建议类4件，占6%；咨询类26件，占31.5%。'],
  ['共答复来信80件。感谢类27件，占33.8%；建议类4件，占6%。'],
  ['共答复来信80件。感谢类27件，占33.8%；建议类4条，占5%；咨询类26件，占23.5%。'],
];

describe('parts and wholes', () => {
  for (const [marked] of LISTS) {
    const { text, marks } = readMarked(marked);
    test(marked, () => {
      for (const [shape, shaped] of Object.entries(SHAPES)) {
        const expected = marks.map(({ start, end }) => (shape === 'full-width digits' ? shaped(text.slice(start, end)) : text.slice(start, end)));
        assert.deepEqual(told(report(shaped(text)), 'report/prose-sum'), expected, `${shape}: ${shaped(text)}`);
      }
    });
  }
});

/** The words that a finding points at. */
const pointed = (text: string, { related }: Diagnostic): string[] => related.flatMap((own) => ('span' in own ? [text.slice(own.span.start, own.span.end)] : []));

describe('what is found', () => {
  const only = (text: string, id = 'report/prose-disagrees'): Diagnostic => {
    const all = found(text, id);
    assert.equal(all.length, 1);
    return all[0]!;
  };
  const fixes = (prose: string): string[] => {
    const text = report(prose);
    return only(text).fixes.map(({ edits: [edit] }) => text.slice(0, edit!.span.start).slice(-2) + edit!.newText + text.slice(edit!.span.end, edit!.span.end + 1));
  };

  test('says what the text and the table say, and points at the cell', () => {
    const text = report('全年新收政府信息公开申请52件。');
    const finding = only(text);
    assert.equal(finding.severity, 'warning');
    assert.match(finding.message, /“全年新收政府信息公开申请52件”.*表三.*“一、本年新收·总计”填 25/);
    assert.deepEqual(finding.related.map(({ message }) => message), ['“一、本年新收·总计”填 25']);
    assert.deepEqual(pointed(text, finding), ['25']);
  });

  test('names both readings of 收到, and the rows that add up', () => {
    assert.match(only(report('全年收到政府信息公开申请52件。')).message, /填 25，“一、本年新收·总计”与“二、上年结转·总计”合计 28（25 \+ 3）/);
    assert.match(only(report('因政府信息公开发生行政诉讼5件。')).message, /合计 2（1 \+ 1）/);
  });

  test('shows as many parts of a sum as can be read', () => {
    const parts = (count: number): string => '甲乙丙丁戊己庚辛壬癸子丑寅'.slice(0, count).replace(/./gu, '$&类3条，');
    assert.match(only(report(`全年公开政府信息40条，其中${parts(12)}其他类3条。`), 'report/prose-sum').message, /所列 13 项相加为 39 条（(?:3 \+ ){12}…），相差 1/);
    assert.match(only(report(`全年公开政府信息37条，其中${parts(11)}其他类3条。`), 'report/prose-sum').message, /所列 12 项相加为 36 条（(?:3 \+ ){11}3），相差 1/);
  });

  test('words that deny two remedies are one mistake', () => {
    assert.match(only(report('未发生因政府信息公开引起的行政复议、行政诉讼。')).message, /“行政复议·总计”填 4.*合计 2/);
  });

  test('is mended in the text, as the number was written', () => {
    assert.deepEqual(fixes('全年新收政府信息公开申请 52 件。'), ['请 25 ']);
    assert.deepEqual(fixes('全年新收政府信息公开申请五十二件。'), ['申请二十五件']);
    assert.deepEqual(fixes('结转下年度继续办理政府信息公开申请十件。'), ['申请两件']);
    const many = report('全年新收政府信息公开申请1,234件。').replaceAll('| 25 |', '| 1243 |').replaceAll('| 26 |', '| 1244 |').replaceAll('| 14 |', '| 1232 |');
    assert.deepEqual(only(many).fixes.map(({ edits: [edit] }) => edit!.newText), ['1,243']);
    assert.deepEqual(fixes('全年收到政府信息公开申请52件。'), ['申请25件', '申请28件']);
    for (const { fixes: own } of found(report('全年收到政府信息公开申请52件。'), 'report/prose-disagrees')) for (const { safety } of own) assert.equal(safety, 'suggested');
  });

  test('is left to the reader where the table is no surer than the text', () => {
    assert.deepEqual(fixes('我局制发行政规范性文件9件。'), []);
    assert.deepEqual(fixes('2024年，我局未收到政府信息公开申请。'), []);
    assert.deepEqual(fixes('共收到政府信息公开申请25件，其中办结9件。'), []);
  });

  test('a fee that is told twice', () => {
    const text = report('全年收取政府信息公开信息处理费380元。').replace('\n无。\n', '\n2024年未收取信息处理费。\n');
    const finding = only(text);
    assert.deepEqual(told(text), ['未收取信息处理费']);
    assert.match(finding.message, /380元/);
    assert.deepEqual(pointed(text, finding), ['380']);
    assert.deepEqual(told(text.replace('未收取信息处理费', '共收取信息处理费0.038万元')), []);
  });

  test('who reports is told by the text where there is no title', () => {
    const titleless = (prose: string): string => report(prose).replace(/^[^\n]*\n/, '');
    assert.deepEqual(told(titleless('全县共收到政府信息公开申请400件。我局收到申请52件。')), ['52']);
    assert.deepEqual(told(titleless('2024年，我县推进政务公开。全县共收到政府信息公开申请400件。')), ['400']);
    assert.deepEqual(told(titleless('全县共收到政府信息公开申请400件。')), []);
  });

  test('a wrong part is told once, beside the table', () => {
    const text = report('因政府信息公开被申请行政复议4件，其中结果维持2件，结果纠正1件，其他结果0件，尚未审结0件。');
    assert.deepEqual(told(text), ['2']);
    assert.deepEqual(told(text, 'report/prose-sum'), []);
    assert.deepEqual(told(text.replace(/四、政府信息公开行政复议[^]*?(?=五、)/, ''), 'report/prose-sum'), ['4']);
  });

  test('tables are not read as prose', () => {
    const units = reportText({ cell: (row, column) => (row.id === 'received' && /^(?:naturalPerson|total)$/.test(column.id) ? '5件' : '0') });
    for (const eol of ['\n', '\r\n']) assert.deepEqual(told(units.replaceAll('\n', eol)), []);
  });
});

test('an edit in another section reads nothing again', () => {
  const text = report('2024年，我局共收到政府信息公开申请25件。');
  const at = text.lastIndexOf('无。');
  const before = analyse(text, DEFAULT_SETTINGS);
  const after = analyse(`${text.slice(0, at)}均${text.slice(at)}`, DEFAULT_SETTINGS, { analysis: before, change: { start: at, oldEnd: at, newEnd: at + 1 } });
  const overviewOf = ({ reports }: typeof before) => reports[0]!.model.slices.find(({ syntax }) => syntax.heading?.id === 'overview')!.syntax;
  assert.equal(toldIn(overviewOf(after), []), toldIn(overviewOf(before), []));
  assert.ok(toldIn(overviewOf(after), []).facts.length > 0);
});

const REPORTS = join(__dirname, '../../../shared/reports');
const absent: string | false = !existsSync(REPORTS) && `the real reports are not here (${REPORTS})`;

/** The numbers that real reports tell wrong; every layout of a report begins with its number. */
const KNOWN: Readonly<Record<string, readonly string[]>> = { '011': ['2602'], '018': ['425'], '022': ['2599'] };

describe('real reports', { skip: absent }, () => {
  for (const folder of ['seeds', 'real', 'partial']) {
    for (const name of absent ? [] : readdirSync(join(REPORTS, folder)).sort()) {
      test(`${folder}/${name}`, () => {
        const text = readFileSync(join(REPORTS, folder, name), 'utf8');
        assert.deepEqual(told(text), []);
        assert.deepEqual(told(text, 'report/prose-sum'), KNOWN[name.slice(0, 3)] ?? []);
      });
    }
  }
});
