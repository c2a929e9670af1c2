/** Documents of other kinds as texts: what stands on the page comes along, and what does not is told. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importDocument } from '../../server/src/documents/import';
import { archive, n, p, row, s, tbl, tc, tr, wordDocument, workbook } from '../support/office';

async function imported(name: string, bytes: Uint8Array | string): Promise<{ text: string; losses: string[] }> {
  const { text, losses } = await importDocument(name, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  return { text, losses: losses.map(({ zh }) => zh) };
}

const docx = async (body: string, parts?: Parameters<typeof wordDocument>[1]): Promise<{ text: string; losses: string[] }> => imported('a.docx', wordDocument(body, parts));

describe('Word documents', () => {
  test('paragraphs are lines, radicals and odd characters stay', async () => {
    const { text, losses } = await docx(p('一、总体情况') + p('⾏⽂\u200b１２ 件') + p('') + '<w:p><w:r><w:t>前</w:t><w:br/><w:t>后</w:t></w:r></w:p>');
    assert.equal(text, '一、总体情况\n⾏⽂\u200b１２ 件\n前\n后\n');
    assert.deepEqual(losses, []);
  });

  test('merged cells are one cell, where they begin; a cell on several lines is one', async () => {
    const table = tbl(
      tr(tc('甲', '<w:gridSpan w:val="2"/>'), tc('乙')),
      tr(tc('组', '<w:vMerge w:val="restart"/>'), `<w:tc>${p('行')}${p('名')}</w:tc>`, tc('1')),
      tr(tc('', '<w:vMerge/>'), tc('二'), tc('')),
    );
    assert.equal((await docx(`${p('前')}${table}${p('后')}`)).text, '前\n\n甲 | 乙 |\n组 | 行名 | 1 |\n二 |  |\n\n后\n');
  });

  test('a value over columns keeps the place of those behind it; a column that no cell has for itself is none', async () => {
    const two = '<w:gridSpan w:val="2"/>';
    const shifted = [tr(tc('甲'), tc('2', two), tc('3')), tr(tc('乙', two), tc('4'), tc('5'))];
    assert.equal((await docx(tbl(...shifted))).text, '甲 | 2 | 3 |\n乙 | 4 | 5 |\n');
    assert.equal((await docx(tbl(...shifted, tr(tc('丙'), tc('6'), tc('7'), tc('8'))))).text, '甲 | 2 |  | 3 |\n乙 | 4 | 5 |\n丙 | 6 | 7 | 8 |\n');
  });

  test('a table whose cells hold bars is written with tabs', async () => {
    assert.equal((await docx(tbl(tr(tc('甲|乙'), tc('1'))))).text, '甲|乙\t1\n');
  });

  test('a table around tables, and one of a single column, only arrange what they hold', async () => {
    const inner = tbl(tr(tc('甲'), tc('1')));
    const { text, losses } = await docx(tbl(tr(`<w:tc>${p('标题')}${inner}</w:tc>`)) + tbl(tr(tc('框')), tr(tc('里'))));
    assert.equal(text, '标题\n\n甲 | 1 |\n\n框\n里\n');
    assert.deepEqual(losses, ['1 个套有表格的表格按其中的段落和表格逐个导入']);
  });

  test('automatic numbers are written out: Chinese ones, levels, restarts, styles', async () => {
    const level = (at: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1', '<w:pStyle w:val="List"/>')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const styles = '<w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="Child"><w:basedOn w:val="List"/></w:style>';
    const own = (list: number, at: number): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`;
    const body = [p('总体情况', own(1, 0)), p('主动公开', own(1, 1)), p('其一', own(1, 2)), p('其二', own(1, 2)), p('依申请', own(1, 1)), p('其一', own(1, 2)), p('公开情况', own(1, 0)), p('重来', own(3, 0)), p('样式', '<w:pStyle w:val="Child"/>'), p('无', own(0, 0))];
    const { text } = await docx(body.join(''), { numbering, styles });
    assert.equal(text, '一、总体情况\n（一）主动公开\n1.其一\n2.其二\n（二）依申请\n1.其一\n二、公开情况\n一、重来\n1 样式\n无\n');
  });

  test('tracked changes, notes, pictures, hidden words and text boxes: taken or left out, and told', async () => {
    const run = (text: string, properties = ''): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${text}</w:r>`;
    const body = `<w:p>${run('<w:t>原</w:t>')}<w:ins>${run('<w:t>增</w:t>')}</w:ins><w:del>${run('<w:delText>删</w:delText>')}</w:del>${run('<w:t>隐</w:t>', '<w:vanish/>')}${run('<w:t>显</w:t>', '<w:vanish w:val="0"/>')}${run('<w:footnoteReference w:id="1"/>')}${run('<w:commentReference w:id="1"/>')}${run('<w:drawing><a:blip r:embed="x"/></w:drawing>')}</w:p>
      <w:p>${run('<w:t>段</w:t>')}${run(`<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('框中')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('框中')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`)}</w:p>`;
    const { text, losses } = await docx(body, { header1: p('页眉文字'), footer1: p('— 1 —') });
    assert.equal(text, '原增显\n段\n框中\n');
    assert.deepEqual(losses, ['1 张图片未导入', '1 条脚注、尾注未导入', '1 条批注未导入', '1 处修订删除的内容未导入', '1 处修订插入的内容按已接受导入', '1 处隐藏的内容未导入', '1 个文本框的文字移到了所在段落之后', '1 处页眉、页脚未导入']);
  });

  test('digits above and below the line are no part of a number; a cell that is small altogether is a number', async () => {
    const run = (text: string, level = ''): string => `<w:r>${level && `<w:rPr><w:vertAlign w:val="${level}"/></w:rPr>`}<w:t>${text}</w:t></w:r>`;
    const cell = (...runs: readonly string[]): string => `<w:tc><w:p>${runs.join('')}</w:p></w:tc>`;
    const { text } = await docx(tbl(tr(cell(run('甲')), cell(run('12'), run('1', 'superscript')), cell(run('2', 'superscript'), run('30')), cell(run('45', 'superscript')), cell(run('6', 'baseline'), run('7', 'subscript')))));
    assert.equal(text, '甲 | 12¹ | ²30 | 45 | 6₇ |\n');
  });

  test('deleted rows are left out; a paragraph whose end was deleted goes on', async () => {
    const { text } = await docx(`${tbl(tr(tc('甲'), tc('1')), `<w:tr><w:trPr><w:del/></w:trPr>${tc('乙')}${tc('2')}</w:tr>`)}${p('前', '<w:rPr><w:del/></w:rPr>')}${p('后')}`);
    assert.equal(text, '甲 | 1 |\n\n前后\n');
  });
});

describe('web pages', () => {
  test('digits above and below the line are no part of a number', async () => {
    const { text } = await imported('a.html', '<table><tr><td>甲<td>12<sup>1</sup><td><sup><a>[2]</a></sup>3<td><span style="vertical-align: super">4</span><td>5<sub>6</sub>7<td><p>8<p><sup>9</sup></table><p>占地10m<sup>2</sup>。');
    assert.equal(text, '甲 | 12¹ | [²]3 | 4 | 5₆7 | 8 9 |\n\n占地10m²。\n');
  });

  test('what fields of a table are filled in with, and no other fields', async () => {
    const { text } = await imported(
      'a.html',
      '<p>搜索<input value="关键词"></p><table><tr><td>甲<td><input value="12"><td><input type="number" value="3" readonly><td><textarea>4</textarea><td><select><option>5<option selected>6</select><tr><td>乙<td><input type="checkbox" value="7"><td><input type="hidden" value="8"><td><input value="9" hidden><td><input placeholder="10"></table>',
    );
    assert.equal(text, '搜索\n\n甲 | 12 | 3 | 4 | 6 |\n乙 |  |  |  |  |\n');
  });

  test('paragraphs and tables as browsers show them, whatever is wrong with the markup', async () => {
    const { text } = await imported('a.html', '<title>x</title><p>一、总体\n情况<p>甲<br>乙&nbsp;丙<script>alert(1)</script><table><tr><td colspan=2>组<td>1<tr><th>二<td><td>&nbsp;</table>尾');
    assert.equal(text, '一、总体 情况\n甲\n乙\u00a0丙\n\n组 | 1 |\n二 |  |  |\n\n尾\n');
  });

  test('of a page with navigation only the report, from its title on', async () => {
    const headings = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];
    const page = `<div><ul><li>首页<li>公开</ul></div><div class=main><p>索引号：1</p><div><p>云溪县民政局</p><p>2024年政府信息公开工作年度报告</p></div><div>${headings.map((own) => `<p>${own}</p><p>文字</p>`).join('')}</div></div><footer>版权</footer>`;
    const { text, losses } = await imported('a.htm', page);
    assert.equal(text, `云溪县民政局\n2024年政府信息公开工作年度报告\n${headings.map((own) => `${own}\n文字\n`).join('')}`);
    assert.deepEqual(losses, ['网页中报告以外的 4 段文字（导航、页脚等）未导入']);
  });

  test('hidden elements, pictures and frames are left out and told; lists show their numbers', async () => {
    const { text, losses } = await imported('a.html', '<p style="display:none">暗</p><p hidden></p><img src=x><iframe src=x></iframe><ol start=3><li>甲<li>乙</ol><ol><li>一、已有</ol><ol style="list-style:none"><li>无号</ol>');
    assert.equal(text, '3.甲\n4.乙\n一、已有\n无号\n');
    assert.deepEqual(losses, ['1 张图片未导入', '1 处隐藏的内容未导入', '1 个嵌入的网页、附件未导入']);
  });

  test('GBK by what it declares, by its bytes, and against what it declares', async () => {
    // 公开
    const gbk = (head: string): Uint8Array => new Uint8Array([...new TextEncoder().encode(head), 0xb9, 0xab, 0xbf, 0xaa]);
    for (const head of ['<meta charset="gb2312"><p>', '<meta http-equiv="Content-Type" content="text/html; charset=GBK"><p>', '<p>']) {
      assert.deepEqual(await imported('a.html', gbk(head)), { text: '公开\n', losses: [] });
    }
    assert.deepEqual(await imported('a.html', gbk('<meta charset="utf-8"><p>')), { text: '公开\n', losses: ['声明为 UTF-8，实际按 GB18030 读取'] });
    assert.equal((await imported('a.html', '<meta charset="gb2312"><p>公开')).text, '公开\n');
  });
});

describe('workbooks', () => {
  test('digits above the line are no part of a number', async () => {
    const noted = (place: string, ...pieces: readonly string[]): string => `<c r="${place}" t="inlineStr"><is>${pieces.join('')}</is></c>`;
    const raised = '<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>';
    const { text } = await imported('a.xlsx', workbook({ 一: `<sheetData>${row(1, s('A1', '甲'), noted('B1', '<r><t>12</t></r>', raised), noted('C1', raised), n('D1', 3))}</sheetData>` }));
    assert.equal(text, '甲 | 12¹ | 1 | 3 |\n');
  });

  test('rows of one cell are paragraphs, others tables with their captions; merged cells are one', async () => {
    const sheet = `<sheetData>${row(1, s('A1', '云溪县民政局2024年政府信息公开工作年度报告'))}${row(2, s('A2', '二、主动公开政府信息情况'))}${row(3, s('A3', '第二十条第（一）项'))}${row(4, s('A4', '信息内容'), s('B4', '本年制发件数'), s('C4', '废止'))}${row(5, s('A5', '规章'), n('B5', 0), '<c r="C5"/>')}${row(6, s('A6', '第二十条第（五）项'))}${row(7, s('A7', '信息内容'), s('B7', '数量'))}${row(9, s('A9', '结束。'))}</sheetData><mergeCells><mergeCell ref="A6:C6"/><mergeCell ref="B7:C7"/></mergeCells>`;
    const { text } = await imported('a.xlsx', workbook({ 表: sheet }));
    assert.equal(text, '云溪县民政局2024年政府信息公开工作年度报告\n二、主动公开政府信息情况\n\n第二十条第（一）项 |  |  |\n信息内容 | 本年制发件数 | 废止 |\n规章 | 0 |  |\n第二十条第（五）项 |\n信息内容 | 数量 |\n\n结束。\n');
  });

  test('stored numbers, dates, strings, results of formulas', async () => {
    const styles = '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs>';
    const sheet = `<sheetData>${row(1, '<c r="A1" t="s"><v>0</v></c>', n('B1', '0.30000000000000004'), n('C1', 45292, 1), n('D1', '96171.6042', 2), '<c r="E1"><f>A1</f><v>7</v></c>', '<c r="F1"><f>A1</f></c>', '<c r="G1" t="b"><v>1</v></c>')}</sheetData>`;
    const { text, losses } = await imported('a.xlsx', workbook({ 表: sheet }, { strings: ['甲'], styles }));
    assert.equal(text, '甲 | 0.3 | 2024年1月1日 | 96171.6042 | 7 |  | TRUE |\n');
    assert.deepEqual(losses, ['1 个公式没有计算结果，按空白导入；请在 Excel 中打开保存后再导入', '1 个数按存储的值导入，小数位数多于显示的']);
  });

  test('hidden sheets, rows and columns are left out and told', async () => {
    const sheet = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${row(1, s('A1', '甲'), s('B1', '暗'), s('C1', '乙'))}<row r="2" hidden="1">${s('A2', '暗')}</row></sheetData>`;
    const { text, losses } = await imported('a.xlsx', workbook({ 表: sheet, '藏!': `<sheetData>${row(1, s('A1', '暗'))}</sheetData>` }));
    assert.equal(text, '甲 | 乙 |\n');
    assert.deepEqual(losses, ['1 张隐藏的工作表未导入', '2 个有内容的隐藏行或列未导入']);
  });
});

describe('comma-separated values', () => {
  test('fields in quotes, with line ends, and without the guard against formulas', async () => {
    const { text } = await imported('a.csv', '\ufeff云溪县民政局2024年政府信息公开工作年度报告\r\n甲,"乙 ""丙""",1\r\n"两\n行",,\r\n\'=1+1,\'-文字,-8\r\n');
    assert.equal(text, '云溪县民政局2024年政府信息公开工作年度报告\n\n甲 | 乙 "丙" | 1 |\n两行 |  |  |\n=1+1 | -文字 | -8 |\n');
  });
});

describe('what can’t be brought in is refused with what to do', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array => new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)));
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const wide = (text: string): string => [...text].join('\0');
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['old.doc', bytes(OLE, wide('WordDocument')), /旧版 Word.*另存为 \.docx/],
    ['a.wps', bytes(OLE, wide('WordDocument')), /\.wps.*另存为 \.docx/],
    ['a.xls', bytes(OLE, wide('Workbook')), /旧版 Excel.*另存为 \.xlsx/],
    ['a.docx', bytes(OLE, wide('EncryptedPackage')), /有密码/],
    ['a.et', bytes(OLE, wide('Workbook')), /\.et.*另存为 \.xlsx/],
    ['a.doc', bytes(OLE), /旧版 Office.*另存为 \.docx/],
    ['a.ofd', archive({ 'OFD.xml': '<OFD/>', 'Doc_0/Document.xml': '<Document/>' }), /OFD.*导出为 PDF 或 Word/],
    ['a.odt', archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), /OpenDocument.*另存为 \.docx/],
    ['a.ods', archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), /OpenDocument.*\.xlsx/],
    ['a.xlsb', archive({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), /xlsb.*另存为 \.xlsx/],
    ['a.pptx', archive({ 'ppt/presentation.xml': '<x/>' }), /演示文稿/],
    ['a.zip', archive({ 'a.txt': 'x' }), /压缩包.*解压/],
    ['a.rtf', bytes('{\\rtf1'), /RTF.*另存为 \.docx/],
    ['a.mht', bytes('MIME-Version: 1.0\r\n'), /MHT/],
    ['scan.jpg', bytes([0xff, 0xd8, 0xff, 0xe0]), /图片.*OCR/],
    ['a.rar', bytes('Rar!'), /解压/],
    ['empty.docx', bytes(), /空文件/],
    ['a.bin', bytes([1, 2, 3]), /不是可以导入的格式/],
    ['cut.docx', wordDocument(p('甲')).slice(0, 200), /损坏|不是 Word/],
    ['a.pdf', bytes('%PDF-1.7\nnothing'), /PDF 文件不完整或已损坏/],
    ['blank.docx', wordDocument(p(' ')), /没有文字/],
  ];
  for (const [name, content, reason] of cases) {
    test(name, async () => {
      await assert.rejects(importDocument(name, content), (error: { words: { zh: string; en: string } }) => reason.test(error.words.zh) && /[a-z]/.test(error.words.en));
    });
  }
});
