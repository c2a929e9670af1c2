/** What offices write around their tables, in words of our own: true to the numbers, and never twice in the same words. */
import type { EditionId } from '../../server/src/editions';
import type { Random } from '../support/random';
import { key } from '../support/tables';
import type { Cells, Report } from './report';

const AGENCIES = ['云溪县水利局', '云溪县科技和工业信息化局', '临江市交通运输局', '云溪县石桥镇人民政府', '临江市城南街道办事处', '云溪县市场监督管理局'] as const;

/** A report for `year` with the numbers of `cells`. */
export function writtenReport(name: string, edition: EditionId, year: number, cells: Cells, random: Random): Report {
  const agency = random.pick(AGENCIES);
  const told = new Told(cells, year, agency, random);
  const parts = [
    `${agency}${year}年政府信息公开工作年度报告\n`,
    `${told.preamble()}\n`,
    '一、总体情况\n',
    `${told.overview()}\n`,
    '二、主动公开政府信息情况\n',
    'proactiveDisclosure',
    '三、收到和处理政府信息公开申请情况\n',
    'requests',
    '四、政府信息公开行政复议、行政诉讼情况\n',
    'reviewAndLitigation',
    '五、存在的主要问题及改进情况\n',
    `${told.problems()}\n`,
    '六、其他需要报告的事项\n',
    `${told.others()}\n`,
  ];
  return { name, edition, year, parts, cells };
}

class Told {
  constructor(
    private readonly cells: Cells,
    private readonly year: number,
    private readonly agency: string,
    private readonly random: Random,
  ) {}

  preamble(): string {
    const { year, agency } = this;
    return this.random.pick([
      `根据《中华人民共和国政府信息公开条例》要求，现公布${agency}${year}年政府信息公开工作年度报告。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。如有疑问，请与${agency}办公室联系。`,
      `本报告按照《中华人民共和国政府信息公开条例》编制，统计时间为${year}年1月1日至${year}年12月31日。`,
      `${year}年，${this.own}认真落实《中华人民共和国政府信息公开条例》，现将${year}年度政府信息公开工作情况报告如下。`,
    ]);
  }

  overview(): string {
    return [
      `（一）主动公开。${this.disclosed()}${this.documents()}`,
      `（二）依申请公开。${this.requests()}`,
      `（三）政府信息管理。${this.random.pick(['发文时同步确定公开属性，每季度清理一次失效内容。', '健全保密审查和动态调整机制，历史文件已完成一轮梳理。'])}`,
      `（四）政府信息公开平台建设。${this.random.pick(['网站专栏运行平稳，政务新媒体按周更新。', `维护门户网站专栏，全年检修${2 + this.random.below(4)}次，未出现中断。`])}`,
      `（五）监督保障。${this.supervision()}`,
    ].join('\n');
  }

  problems(): string {
    const { year } = this;
    return this.random.pick([
      `（一）存在的主要问题。一是解读形式不够多样；二是少数栏目更新不及时。\n（二）改进情况。一是${year + 1}年将增加图解和短视频；二是明确各栏目更新责任人。`,
      `存在的主要问题：公开目录与群众需求对接不够，${year - 1}年指出的栏目更新问题仍有反复。\n改进情况：已建立台账逐项销号，下一步继续加强培训，力争${year + 1}年栏目更新及时率保持在98%以上。`,
    ]);
  }

  others(): string {
    const { year } = this;
    return this.random.pick([`${year}年未收取信息处理费，无其他需要报告的事项。`, '本年度收取信息处理费0元。无其他需要报告的事项。', `按照信息处理费管理办法，${year}年${this.own}没有产生信息处理费。`]);
  }

  private get own(): string {
    return this.agency.endsWith('局') ? '我局' : this.agency.endsWith('政府') ? '我镇' : '我街道';
  }

  private count(row: string, column = 'total'): number {
    return Number(this.cells.get(key(row, column)) ?? 0);
  }

  private disclosed(): string {
    const { random, year } = this;
    const [site, account] = [20 + random.below(300), 5 + random.below(60)];
    return random.pick([
      `全年通过门户网站公开信息${site}条，政务新媒体推送${account}条。`,
      `${year}年，${this.own}共公开政府信息${site + account + 7}条，其中机构职能类${account}条、工作动态类${site}条、其他信息7条。`,
      `${year}年，${this.own}共公开政府信息${site + account}条，其中网站发布${site}条、公众号发布${account}条。`,
      `全年主动公开信息${site}条，较${year - 1}年增加${1 + random.below(19)}条。`,
    ]);
  }

  private documents(): string {
    const [issued, inForce] = [this.count('normativeDocuments', 'issued'), this.count('normativeDocuments', 'inForce')];
    if (!this.cells.has(key('normativeDocuments', 'inForce')) || !this.agency.endsWith('局')) return '';
    return this.random.pick([`本年制发行政规范性文件${issued}件，年末现行有效${inForce}件。`, issued > 0 ? `新制发行政规范性文件${issued}件，均已备案。` : '本年未制发行政规范性文件。', '']);
  }

  private requests(): string {
    const { random, year } = this;
    const [received, carriedIn, processed, carriedOut] = ['received', 'carriedIn', 'processedTotal', 'carriedOut'].map((row) => this.count(row)) as [number, number, number, number];
    if (received + carriedIn === 0) return random.pick([`${year}年，${this.own}未收到政府信息公开申请。`, '全年没有收到依申请公开政府信息的申请，也无上年结转件。']);
    return random.pick([
      `全年新收政府信息公开申请${received}件，上年结转${carriedIn}件，办结${processed}件，结转下年度${carriedOut}件。`,
      `${year}年，${this.own}共收到政府信息公开申请${received}件，上年结转${carriedIn}件，全部按期答复或正在办理。`,
      `本年度收到政府信息公开申请${received}件，较${year - 1}年减少${1 + random.below(5)}件；办结${processed}件。`,
    ]);
  }

  private supervision(): string {
    const reconsidered = this.count('reconsideration');
    const litigated = this.count('directLitigation') + this.count('litigationAfterReconsideration');
    const remedies = reconsidered + litigated === 0 ? '全年未发生因政府信息公开引起的行政复议、行政诉讼。' : `因政府信息公开被申请行政复议${reconsidered}件，被提起行政诉讼${litigated}件。`;
    return this.random.pick([remedies, `由一名副职分管，组织业务培训${1 + this.random.below(4)}次，未发生责任追究情形。`]);
  }
}
