/** Which header cells are told as cut or spaced, and which are only broken over lines. */
import { tableHeaderLabel } from '../../server/src/rules/table/header-label';
import { type TableId, tableSpec } from '../../server/src/editions';
import { renderTable } from '../../server/src/model/writing/render';
import { checkCases } from '../support/ruleCases';

/** A table in bars under its heading, with some of its words changed. */
const barred = (heading: string, id: TableId) => (from: string, to: string): string => `${heading}\n\n${renderTable(tableSpec(id, '2021'), 'pipe', () => '0', '\n').replace(from, to)}`;
const disclosure = barred('二、主动公开政府信息情况', 'proactiveDisclosure');
const remedies = barred('四、政府信息公开行政复议、行政诉讼情况', 'reviewAndLitigation');

/** A cell a line with blank lines between them, as pages are scraped. */
const scraped = (header: string): string =>
  `二、主动公开政府信息情况\n\n${['第二十条第（一）项', ...header.split(' '), '规章', '0', '0', '0', '行政规范性文件', '0', '0', '0', '第二十条第（五）项', '信息内容', '本年处理决定数量', '行政许可', '0', '第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚', '0', '行政强制', '0', '第二十条第（八）项', '信息内容', '本年收费金额（单位：万元）', '行政事业性收费', '0'].join('\n\n')}\n`;

checkCases('table/header-label', {
  rule: tableHeaderLabel,
  frame: (text) => `云溪县水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n略。\n\n${text}`,
  reported: [
    disclosure('本年制发件数', '⟦本年发件⟧'),
    disclosure('现行有效件数', '⟦现行有效件⟧'),
    disclosure('信息内容 | 本年处理决定数量', '信息内容 | ⟦本年处理决定⟧'),
    remedies('结果维持 | 结果纠正', '⟦结果 维持⟧ | 结果纠正'),
    remedies('其他结果 | 尚未审结', '其他结果 | ⟦尚未审 结⟧'),
    remedies('其他结果 | 尚未审结', '其他结果 | ⟦尚未⟧'),
    scraped('信息内容 本年制发件数 本年废止件数 ⟦现行有效件⟧'),
    scraped('信息内容 ⟦本年发件⟧ 本年废止件数 现行有效件数'),
    scraped('信息内容 本年制发件数 ⟦本年废止⟧ 现行有效件数'),
    disclosure('本年废止件数', '⟦本年制发件数⟧'),
    scraped('信息内容 本年制发件数 ⟦本年制发件数⟧ 现行有效件数'),
  ],
  quiet: [
    // The rest stands in a row of its own below.
    remedies('结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉', '结果 | 结果 | 其他 | 尚未 | 总计 | 未经复议直接起诉 | 复议后起诉 |\n维持 | 纠正 | 结果 | 审结'),
    // Columns in another order are told as that.
    disclosure('本年制发件数 | 本年废止件数', '本年废止件数 | 本年制发件数'),
    disclosure('本年制发件数 | 本年废止件数 | 现行有效件数', '制发数 | 废止数 | 有效数'),
    disclosure('本年收费金额（单位：万元）', '本年收费金额'),
    disclosure('本年收费金额（单位：万元）', '本年收费金额(万元)'),
    disclosure('本年收费金额（单位：万元）', '本年收费金额（万元，保留两位小数）'),
    scraped('信息内容 本年制发件数 本年废止件数 现行有效件数'),
    scraped('信息内容 本年制发件数 本年废止件数 现行有效件 数'),
    scraped('信息内容 本年制发 件数 本年废止 件数 现行有效 件数'),
    scraped('件数 信息内容 本年制发 本年废止件数 现行有效件数'),
    scraped('信息内容 制发件数 废止件数 有效件数'),
  ],
});
