/** PDF files as many programs make them: read as a person sees them, or refused with what to do; what is lost is told. */
import assert from 'node:assert/strict';
import { join, dirname } from 'node:path';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../server/src/analysis/analyse';
import { NO_RULES } from '../../server/src/analysis/noRules';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { print } from '../../server/src/documents/export/print';
import type * as documents from '../../server/src/documents/import';
import { buildDocumentParts, bundle } from '../support/commandLine';
import { codesAt, file, type Font, pdfOf, Sheet } from '../support/pdf';
import { lockOf } from '../support/pdfLock';
import { Random } from '../support/random';
import { reportText } from '../support/reports';
import { cellsOf, crossFooting, key } from '../support/tables';

// As it is shipped: tables of characters are in a bundle of their own.
buildDocumentParts();
let importDocument: typeof documents.importDocument;
before(async () => {
  ({ importDocument } = (await import(join(dirname(bundle), 'import.js'))) as typeof documents);
});

async function imported(bytes: Uint8Array): Promise<{ text: string; losses: string[] }> {
  const { text, losses } = await importDocument('a.pdf', bytes);
  return { text, losses: losses.map(({ zh }) => zh) };
}

const refused = (bytes: Uint8Array, reason: RegExp): Promise<void> => assert.rejects(importDocument('a.pdf', bytes), ({ words }: { words: { zh: string; en: string } }) => reason.test(words.zh) && /[a-z]/.test(words.en));

/** Where it stands on, and its words from left to right. */
type Line = readonly [base: number, ...words: readonly (readonly [left: number, text: string])[]];

function page(...lines: readonly Line[]): string {
  const sheet = new Sheet();
  for (const [base, ...words] of lines) for (const [left, text] of words) sheet.word(text, left, base);
  return sheet.drawn.join('\n');
}

describe('fonts that are not in the file', () => {
  // 公开
  const GB = 'b9abbfaa';
  const codes: readonly (readonly [Font, string])[] = [
    ...['GB-EUC-H', 'GBK-EUC-H', 'GBKp-EUC-H', 'GBK2K-H', 'GBpc-EUC-H', 'GB-EUC-V', 'GBK-EUC-V'].map((encoding) => [{ encoding }, GB] as const),
    ...['UniGB-UCS2-H', 'UniGB-UTF16-H', 'UniGB-UCS2-V'].map((encoding) => [{ encoding }, '516c5f00'] as const),
    [{ encoding: 'UniGB-UTF32-H' }, '0000516c00005f00'],
    [{ encoding: 'UniGB-UTF8-H' }, 'e585ace5bc80'],
  ];
  for (const [font, text] of codes) {
    test(`${font.encoding} is read`, async () => assert.deepEqual(await imported(file([codesAt([text, 100])], font)), { text: '公开\n', losses: [] }));
  }

  test('glyphs by their numbers, of the collection of GB 2312', async () => assert.equal((await imported(file([codesAt(['0a8b0b00', 100])], { encoding: 'Identity-H' }))).text, '落名\n'));

  test('words in an encoding that is not known are told, never taken for a scan', async () => {
    const unknown: Font = { encoding: 'UniJIS-UCS2-H', ordering: 'Japan1' };
    const codes = codesAt(['516c5f00', 100]);
    await refused(file([codes], unknown), /字体没有说明.*Word.*OCR/);
    assert.deepEqual(await imported(file([`${page([80, [70, '一、总体情况']])}\n${codes}`], unknown)), { text: '一、总体情况\n', losses: ['用到 1 种读不懂的文字编码，这些文字未导入'] });
  });

  test('glyphs by numbers that mean nothing are no characters', async () => {
    const font: Font = { encoding: 'Identity-H', ordering: 'Identity' };
    const codes = codesAt(['012301450016', 100]);
    await refused(file([codes], font), /字体没有说明.*Word.*OCR/);
    assert.deepEqual(await imported(file([`${page([80, [70, '一、总体情况']])}\n${codes}`], font)), { text: '一、总体情况\n\ufffd\ufffd\ufffd\n', losses: ['3 个字符在文件中没有对应的文字，以 U+FFFD 表示'] });
  });

  test('characters that are the numbers of their glyphs are', async () => {
    const codes = (text: string): string => [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const read = async (text: string): Promise<string> => (await imported(file([codesAt([codes(text), 100])], { encoding: 'Identity-H', ordering: 'Identity' }))).text;
    assert.equal(await read('公开 12 件'), '公开12件\n');
    assert.equal(await read('⾏⽂起草⼯作'), '⾏⽂起草⼯作\n', 'radicals are left for the checker to see');
  });
});

describe('encrypted files', () => {
  const locked = (user: string): Uint8Array => file([page([100, [70, '一、总体情况']])], undefined, lockOf({ user, owner: 'owner' }));
  test('one that anybody may open is read', async () => assert.deepEqual(await imported(locked('')), { text: '一、总体情况\n', losses: [] }));
  test('one that asks for a password is refused', () => refused(locked('secret'), /有密码.*取消密码/));
});

describe('pages without text', () => {
  const PICTURE = 'q 100 0 0 100 70 600 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q';
  test('a scan is refused', () => refused(file([PICTURE, PICTURE]), /扫描件.*Word.*OCR/));
  test('a scanned page among others is told', async () => assert.deepEqual(await imported(file([page([100, [70, '一、总体情况']]), PICTURE])), { text: '一、总体情况\n', losses: ['1 页没有文字（可能是扫描图），未导入'] }));
});

test('digits above the line are no part of the number beside them', async () => {
  const sheet = new Sheet();
  sheet.word('公开12', 70, 100);
  sheet.word('1', 100, 96, 6);
  sheet.word('件，占地5m', 103, 100);
  sheet.word('2', 153, 96, 6);
  sheet.word('，比上年多78', 156, 100);
  assert.equal((await imported(file([sheet.drawn.join('\n')]))).text, '公开12¹件，占地5m²，比上年多78\n');
});

describe('what stands around the text', () => {
  test('numbers of pages are left out, where official documents have them, and told', async () => {
    const numbered = (number: number): string => page([100, [70, `第${'一二三'[number - 1]!}段。`]], [760, [280, `— ${number} —`]]);
    assert.deepEqual(await imported(file([1, 2, 3].map(numbered))), { text: '第一段。\n第二段。\n第三段。\n', losses: ['3 个页码未导入'] });
  });

  test('what is no number of a page is none: rests of numbers, several numbers', async () => {
    const row = page([750, [90, '（七）总计'], [250, '262422'], [300, '3'], [400, '392717']], [762, [250, '8'], [400, '0']]);
    assert.match((await imported(file([row]))).text, /8 +0/);
    assert.match((await imported(file([page([100, [70, '一、总体情况']], [790, [250, '第1页'], [300, '共2页']])]))).text, /^一、总体情况\n$/);
  });

  test('a title on two lines is one', async () => {
    const sheet = new Sheet();
    const title = '云溪县住房和城乡建设局2024年政府信息公开工作年度报告';
    sheet.word(title.slice(0, 22), 72, 100, 22);
    sheet.word(title.slice(22), 226, 136, 22);
    sheet.word('本报告由本机关编制。'.repeat(4), 90, 180);
    sheet.word('一、总体情况', 90, 200);
    assert.equal((await imported(file([sheet.drawn.join('\n')]))).text, `${title}\n${'本报告由本机关编制。'.repeat(4)}\n一、总体情况\n`);
  });

  test('a heading below a full line begins a paragraph, where all lines are indented', async () => {
    const full = `改进情况：${'将更新时限写入制度'.repeat(4)}。`;
    assert.equal((await imported(file([page([100, [90, full]], [118, [90, '六、其他需要报告的事项']], [136, [90, '无。']])]))).text, `${full}\n六、其他需要报告的事项\n无。\n`);
  });
});

describe('tables without lines', () => {
  for (const edition of ['2019', '2021'] as const) {
    test(`of any numbers, broken over lines where cells are narrow: what is read is right (${edition})`, async (t) => {
      const { seed } = new Random();
      t.diagnostic(`OGI_SEED=${seed}`);
      let read = 0;
      for (const numbers of fc.sample(crossFooting(edition), { numRuns: 5, seed })) {
        const text = reportText({ edition, year: edition === '2019' ? 2020 : 2024, cell: (row, column) => String(numbers.get(key(row.id, column.id))) });
        const { text: back } = await imported(pdfOf(print(analyse(text, { ...DEFAULT_SETTINGS, rules: NO_RULES })), false));
        const truth = cellsOf(text);
        for (const [cell, value] of cellsOf(back)) assert.equal(value, truth.get(cell), cell);
        read += cellsOf(back).size;
      }
      assert.ok(read > 0);
    });
  }

  const COLUMNS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
  const X = [250, 290, 340, 390, 450, 510, 540];

  test('their words stay below each other, and it is told', async () => {
    const row = (base: number, label: string, ...values: readonly number[]): Line => [base, [70, label], ...values.map((value, i): [number, string] => [X[i]!, String(value)])];
    const lines: readonly Line[] = [
      [80, [150, '云溪县民政局2024年政府信息公开工作年度报告']],
      [110, [90, '三、收到和处理政府信息公开申请情况']],
      [140, [250, '自然人'], ...COLUMNS.map((name, i): [number, string] => [X[i + 1]!, name.slice(0, 4)]), [540, '总计']],
      row(160, '一、本年新收政府信息公开申请数量', 3, 1, 0, 0, 0, 0, 4),
      row(180, '二、上年结转政府信息公开申请数量', 1, 0, 0, 0, 0, 0, 1),
      row(200, '（一）予以公开', 4, 1, 0, 0, 0, 0, 5),
      row(220, '（七）总计', 4, 1, 0, 0, 0, 0, 5),
      row(240, '四、结转下年度继续办理', 0, 0, 0, 0, 0, 0, 0),
    ];
    const { text, losses } = await imported(file([page(...lines)]));
    assert.deepEqual(losses, ['1 页的表格没有框线，按文字位置排列']);
    const cells = cellsOf(text);
    assert.deepEqual([cells.get(key('received', 'naturalPerson')), cells.get(key('received', 'total')), cells.get(key('granted', 'total')), cells.get(key('carriedOut', 'total'))], [3, 4, 5, 0]);
  });
});
