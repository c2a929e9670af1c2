import { article } from '../../editions/law';
import type { TableRule } from '../rule';
import { tableSpan } from '../tableWords';

export const tableUnreadable: TableRule = {
  id: 'table/unreadable',
  scope: 'table',
  severity: 'warning',
  since: '0.1.0',
  messages: {
    default: {
      zh: '{table}读不准：表的字样都在，但数字与行列对应不上。未作任何勾稽核对。请从原表重新粘贴，保留单元格之间的制表符或竖线。',
      en: '{table} can’t be read: its words are there, but the numbers can’t be matched to rows and columns. No arithmetic was done. Paste it again from the original with tabs or bars between the cells.',
    },
    glued: {
      zh: '{table}读不准：数字连在一起（例如 3 和 0 写成 30），分不清是几个数。未作任何勾稽核对。请从原表重新粘贴，保留单元格之间的制表符或竖线。',
      en: '{table} can’t be read: digits of neighbouring cells are glued together (3 and 0 as 30). No arithmetic was done. Paste it again from the original with tabs or bars between the cells.',
    },
    counts: {
      zh: '{table}读不准：半数以上的行，数字个数与表式的列数不同（多半是空白单元格丢失）。未作任何勾稽核对。请从原表重新粘贴，保留单元格之间的制表符或竖线。',
      en: '{table} can’t be read: half of its rows or more have another number of values than the form has columns (blank cells are probably lost). No arithmetic was done. Paste it again from the original with tabs or bars between the cells.',
    },
    blank: {
      zh: '{table}没有填数：表的字样都在，一个数也没有。没有发生的应填 0；原表有数的，请从原表重新粘贴。',
      en: '{table} is not filled in: its words are there, and not one number. Where nothing happened a cell holds 0; if the original has numbers, paste it again from there.',
    },
  },
  docs: {
    title: { zh: '统计表读不准', en: 'Table can’t be read' },
    what: {
      zh: '表在，但不能确定每个数属于哪一行、哪一列：数字连成一串，或空白单元格丢失，或数字脱离了行名。整张表只报告这一条，也不作任何核对，绝不猜数。',
      en: 'The table is there, but which number belongs to which row and column is not certain: digits run together, blank cells are lost, or numbers stand apart from their labels. This is the only finding on such a table, and nothing is checked: numbers are never guessed.',
    },
    why: {
      zh: '从网页或 PDF 复制时单元格之间的分隔丢失，核对这样的文字只会得出错误结论。',
      en: 'Copying from a web page or a PDF can lose what separates the cells; checking such text would only give wrong results.',
    },
    ignore: { zh: '文本只供备查、以原表为准时可以忽略。', en: 'Leave it where the text is only kept for reference and the original table counts.' },
    law: [article('24'), article('8')],
    examples: [
      {
        bad: '⟦四、政府信息公开行政复议、行政诉讼情况⟧\n\n行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计\n未经复议直接起诉复议后起诉\n结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计\n',
        good: '四、政府信息公开行政复议、行政诉讼情况\n\n行政复议 | 行政诉讼 |\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n2 | 0 | 1 | 0 | 3 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |\n',
      },
    ],
  },
  *check(table) {
    const { unreadable: reason, spec } = table;
    // Of garbled text `report/mojibake` tells.
    if (reason && reason !== 'garbled') yield { span: tableSpan(table), message: reason, args: { table: spec.name } };
  },
};
