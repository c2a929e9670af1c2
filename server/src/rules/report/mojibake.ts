/** A file opened with the wrong encoding. The text can't be fixed by an edit, so the editor is told to open it again. */
import { article } from '../../editions/law';
import { mojibakeOf } from '../../model/mojibake';
import { shift } from '../../text/span';
import type { ReportRule } from '../rule';

export const reportMojibake: ReportRule = {
  id: 'report/mojibake',
  scope: 'report',
  earlier: true,
  severity: 'error',
  since: '0.1.0',
  messages: {
    default: {
      zh: '从这里起是乱码：文件是用 {encoding} 编码保存的，却按别的编码打开了。请用 {encoding} 重新打开；如果仍是乱码，说明保存时就已损坏，请找原文件。',
      en: 'The text is garbled from here on: it was written in {encoding} and read in another encoding. Reopen the file with {encoding}; if that does not help, it was saved garbled, and only the original file will do.',
    },
    font: {
      zh: '从这里起有不少字成了别的字符，是从 PDF 取出文字时字体的对照表不对造成的，标点会成为数字，所以数字也不可信；这样的表不读。请从原来的 Word 文件或网页复制。',
      en: 'From here on characters stand for others: the PDF the text was taken from says wrongly what its glyphs are. Punctuation may turn up as digits, so no number can be believed, and such tables are not read. Copy the text from the Word file or the web page it was made from.',
    },
    lost: {
      zh: '从这里起是乱码（“锟斤拷”），原来的字已经丢失，换编码打开也无法恢复，请找原文件。',
      en: 'The text is garbled from here on (“锟斤拷”). The characters are lost and no encoding brings them back; go back to the original file.',
    },
  },
  docs: {
    title: { zh: '乱码', en: 'Garbled text' },
    what: {
      zh: '找出用错编码打开的文字：UTF-8 当成 GBK 或西文，GBK 当成 UTF-8 或西文，无法恢复的“锟斤拷”，以及从 PDF 取出时汉字之间混入的 ÿ、Ā 一类字母。整份报告只报告第一处；乱码里的其他异常字符不再逐个报告。',
      en: 'Finds text decoded in the wrong encoding: UTF-8 read as GBK or as Latin, GBK read as UTF-8 or as Latin, “锟斤拷”, which can’t be recovered, and the letters (ÿ, Ā) that stand among Chinese words where a PDF says wrongly what its glyphs are. Only the first place of a report is reported, and other odd characters in garbled text are not.',
    },
    why: {
      zh: '乱码的报告读不出各部分和表格，别的检查都没有意义。按正确的编码重新打开通常就能恢复。',
      en: 'No section or table can be read from garbled text, so no other check means anything. Opening the file in the right encoding usually brings it back.',
    },
    ignore: { zh: '没有可以忽略的情形。', en: 'Never.' },
    law: [article('6')],
    examples: [
      { bad: '⟦涓€銆佹€讳綋鎯呭喌⟧\n', good: '一、总体情况\n' },
      { bad: '⟦Õþ¸®ÐÅÏ¢¹«¿ª⟧\n', good: '政府信息公开·······1\n' },
      { bad: '⟦锟斤拷锟斤拷⟧\n', good: '政府\n' },
      { bad: '第二十条第⟦ÿ⟧一Ā项\n行政许ÿ 1\n其他对外管理服ó事项 9\n', good: '第二十条第（一）项\n行政许可 1\n其他对外管理服务事项 9\n' },
    ],
  },
  *check(report) {
    for (const { start, syntax } of report.slices) {
      const found = mojibakeOf(syntax);
      if (!found) continue;
      yield { span: shift(found.span, start), message: found.cause === 'encoding' ? 'default' : found.cause, args: { encoding: found.encoding ?? '' } };
      return;
    }
  },
};
