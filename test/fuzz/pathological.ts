/**
 * Texts that cost more than they say: a few characters over and over, where something that looks further than its place
 * would look at all of them again and again.
 */
import type { Random } from '../support/random';

const UNITS = [
  ...['|', '｜', '│', '\t', '-', '+-', '+---+', ' ', '　', '\u200b', '\n', '\r', '\r\n', '\n\t', '| \n', '|\n', '\t\n', '-\n', '# \n', '，', '…', '.', '·', '（', '(', ')', '（1', '*', '>', '"', '\0'],
  ...['0', '1', '1 ', '1,', '1.', '-1', '12 ', '0\n', '\t0\n', ' | 0', '20240', '2024年', '1件', '1件，', '，合计1件', '１', '减', '(1)', '1（', '99999999999999999999 ', '0.', '/', '无 ', '0 | 0 | 0\n'],
  ...['<', '<!--', '<!---->', '<td>', '<td', '</td>', '<tr><td>', '<table>', '</table>', '<td colspan=9>1', '&nbsp;', '<a ', '>'],
  ...['一、', '一、总体情况', '一、总体情况\n', '\n六、其他需要报告的事项', '三、', '（一）', '1.属于国家秘密\n', '第二十条', '总体', '情况', '事项', '报告', '政府信息公开', '公开年报', '年度报告 ', '\n报告', '云溪县水利局\n', '2024年政府信息公开工作年度报告\n', '政府信息公开2024年报告\n'],
  ...['规章', '规章 0 0 0\n', '（七）总计', '结果维持', '本年新收政府信息公开申请数量\n', '行政许可0', '结果维持结果纠正其他结果尚未审结总计', '自然人\n', '二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n'],
  ...['⽂', '⽂\n', '\ufffd', '\ud800', '\udc00', '\ue000', '豈', '锛', '锟斤拷', 'Ã', '°¡', 'ï¼', '\u00a0', '　0', '\ufeff', '𠀀', '编制', '根据', '申请', '的', '关于', 'a'],
];
const BEFORE = [
  ...['', '\n', 'x', '　', '云溪县水利局2024年政府信息公开工作年度报告\n', '一、总体情况\n', '二、主动公开政府信息情况\n规章 | 0 | 0 | 0 |\n', '三、收到和处理政府信息公开申请情况\n', '三、收到和处理政府信息公开申请情况\n<table><tr><td>'],
  ...['四、政府信息公开行政复议、行政诉讼情况\n结果维持 ', '四、政府信息公开行政复议、行政诉讼情况\n\t', '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 | 1 | ', '三、收到和处理政府信息公开申请情况\n（一）予以公开', '（', '|'],
];
const AFTER = ['', '\n', 'x', 'x\ty', '\n六、其他需要报告的事项\n无。\n', '）', '-->', '</table>', '|', '0', '。'];

/** A text of about `length` UTF-16 units. */
export function pathological(random: Random, length: number): string {
  const unit = random.pick(UNITS) + (random.oneIn(3) ? random.pick(UNITS) : '') + (random.oneIn(6) ? random.pick(UNITS) : '');
  return random.pick(BEFORE) + unit.repeat(Math.ceil(length / unit.length)) + random.pick(AFTER);
}
