/** Which headers are told as being in another order than the form's, however many lines they have. */
import { tableSpec } from '../../server/src/editions';
import { renderTable } from '../../server/src/model/writing/render';
import { tableColumnOrder } from '../../server/src/rules/table/column-order';
import { checkCases } from '../support/ruleCases';

const FORM = renderTable(tableSpec('requests', '2021'), 'pipe', () => '0', '\n');
const ROWS = FORM.slice(FORM.indexOf('一、'));

/** 表三 under a header of one line. */
const below = (header: string): string => `三、收到和处理政府信息公开申请情况\n\n| ${header} |\n|${' --- |'.repeat(header.split(' | ').length)}\n${ROWS}`;
/** 表三 as the form prints it, with some words of its header changed. */
const printed = (from: string, to: string): string => `三、收到和处理政府信息公开申请情况\n\n${FORM.replace(from, to)}`;

checkCases('table/column-order', {
  rule: tableColumnOrder,
  frame: (text) => `云溪县水利局2024年政府信息公开工作年度报告\n\n${text}`,
  reported: [
    below('项目 | 自然人 | ⟦科研机构⟧ | 商业企业 | 社会公益组织 | 法律服务机构 | 其他 | 总计'),
    below('⟦总计⟧ | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他'),
    below('**项目** | **自然人** | **商业企业** | **科研机构** | ⟦**法律服务机构**⟧ | **社会公益组织** | **其他** | **总计**'),
    printed('社会公益组织 | 法律服务机构', '⟦法律服务机构⟧ | 社会公益组织'),
  ],
  quiet: [
    below('项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计'),
    below('自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计'),
    below('项目 | 自然人 | 企业 | 科研机构 | 公益组织 | 法律机构 | 其他 | 合计'),
    printed('', ''),
  ],
});
