/** Texts as documents of other kinds: in the official form, safe to open, and the same when they are brought in again. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { EXPORT_FORMATS, exportReport } from '../../server/src/documents/export';
import { importDocument } from '../../server/src/documents/import';
import type { EditionId } from '../../server/src/editions';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { Random } from '../support/random';
import { reportText } from '../support/reports';
import { roundTrip } from '../support/roundTrips';
import { crossFooting, key } from '../support/tables';

const { seed } = new Random();
const RUNS = Number(process.env['OGI_RUNS'] ?? 3);
const YEARS: Readonly<{ [id in EditionId]: number }> = { '2019': 2020, '2021': 2024 };

const html = async (text: string): Promise<string> => new TextDecoder().decode((await exportReport(text, 'html')).bytes);
const csv = async (text: string): Promise<string> => new TextDecoder('utf-8', { ignoreBOM: true }).decode((await exportReport(text, 'csv')).bytes);
const docx = async (text: string): Promise<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync((await exportReport(text, 'docx')).bytes)).map(([name, part]) => [name, strFromU8(part)]));

describe('sent out and brought in again, the same is extracted', () => {
  for (const edition of ['2019', '2021'] as const) {
    for (const format of EXPORT_FORMATS) {
      test(`${edition}, ${format}: tables of any numbers in any layout`, async (t) => {
        t.diagnostic(`OGI_SEED=${seed}`);
        await fc.assert(
          fc.asyncProperty(crossFooting(edition), fc.constantFrom(...WRITABLE_LAYOUTS), fc.constantFrom('\n' as const, '\r\n' as const), async (numbers, layout, eol) => {
            const text = reportText({ edition, year: YEARS[edition], layout, eol, cell: (row, column) => String(numbers.get(key(row.id, column.id))) });
            assert.equal((await roundTrip(text, format)).outcome, 'same');
          }),
          { numRuns: RUNS, seed },
        );
      });
    }
  }

  const cells: Readonly<Record<string, string>> = { blank: '', slash: '/', words: '约12件', unit: '3件', separators: '1,234', wide: '１２', formula: '=1+1', quote: '"3"', amp: '<3&4>' };
  for (const [name, content] of Object.entries(cells)) {
    test(`cells that hold what is no plain number: ${name}`, async () => {
      const text = reportText({ cell: (row, column) => (row.id === 'granted' && column.id !== 'total' ? content : '0') });
      for (const format of EXPORT_FORMATS) assert.equal((await roundTrip(text, format)).outcome, 'same', format);
    });
  }

  test('tables that can’t be drawn as the form has them: the same, or told', async () => {
    const whole = reportText();
    const damaged = [whole.replace('规章 | 0 | 0 | 0 |', '规章 | 0 | 0 |'), whole.replace(/（七）总计.*\n/, ''), whole.replace('行政许可 | 0 |', '行政许可 | 0 |\n其他事项 | 5 |'), whole.replace(/四、结转下年度继续办理.*\n/, '四、结转下年度继续办理0000000\n')];
    for (const text of damaged) for (const format of EXPORT_FORMATS) assert.notEqual((await roundTrip(text, format)).outcome, 'silent', `${format}\n${text}`);
  });
});

describe('the official form', () => {
  test('a number is not broken over lines, and a long one has small digits; words in its place may be', async () => {
    const page = await html(reportText({ cell: (row, column) => (row.id === 'licensing' || (row.id === 'carriedIn' && column.id === 'business') ? '1234567' : row.id === 'penalties' ? '约100件' : row.id === 'received' && column.id === 'total' ? '12' : '0') }));
    assert.match(page, /<td class="number" colspan="3">1234567<\/td>/);
    assert.match(page, /<td class="number long">1234567<\/td>/);
    assert.match(page, /<td class="number">12<\/td>/);
    assert.match(page, /<td colspan="3">约100件<\/td>/);
    assert.match(page, /td\.number \{ white-space: nowrap;/);
  });

  test('merged cells, the whole head, and the form’s own labels', async () => {
    const page = await html(reportText({ layout: 'tab' }).replace('（三）不予公开\t', '').replace('1.属于国家秘密', '1、属于国家秘密'));
    assert.match(page, /<th colspan="3" rowspan="3">（本列数据的勾稽关系为/);
    assert.match(page, /<td class="label" rowspan="22">三、本年度办理结果<\/td>/);
    assert.match(page, /<td class="label" rowspan="8">（三）不予公开<\/td><td class="label">1\.属于国家秘密<\/td>/);
    assert.match(page, /<th colspan="5">未经复议直接起诉<\/th>/);
    assert.equal(page.match(/<table/g)?.length, 3);
  });

  test('a Word document with the fonts, sizes and margins of official documents', async () => {
    const { 'word/document.xml': xml = '' } = await docx(reportText());
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体']) assert.ok(xml.includes(`w:eastAsia="${font}"`), font);
    assert.match(xml, /<w:pgMar [^>]*w:top="209[78]"/);
    assert.match(xml, /<w:spacing [^>]*w:line="560"[^>]*w:lineRule="exact"/);
    assert.match(xml, /<w:gridSpan w:val="3"\/>/);
    assert.match(xml, /<w:vMerge w:val="restart"\/>/);
    assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, 6);
  });

  test('in a Word document digits are as small as they must be to stay on one line, and no smaller', async () => {
    const sizes = async (value: string): Promise<string[]> => {
      const { 'word/document.xml': xml = '' } = await docx(reportText({ cell: () => value }));
      return [...new Set([...xml.matchAll(/<w:sz w:val="(\d+)"\/>(?:<w:szCs [^>]*>)?<\/w:rPr><w:t[^>]*>([^<]*)</g)].flatMap(([, size, text]) => (text === value ? [size!] : [])))];
    };
    assert.deepEqual(await sizes('12'), ['21', '18']);
    const [wide, ...others] = (await sizes('1234567')).map(Number);
    assert.equal(wide, 21, 'where there is room');
    assert.ok(others.length > 0 && others.every((size) => size >= 8 && size < 15), others.join());
  });

  test('two reports in one text begin on pages of their own', async () => {
    assert.equal((await html(`${reportText()}\n${reportText({ year: 2023 })}`)).match(/class="page"/g)?.length, 1);
  });
});

describe('nothing of a report runs where it is opened', () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>&lt;"\'\0\u0008\ud800';

  test('a page: escaped, no script, nothing from elsewhere', async () => {
    const page = await html(reportText({ agency: `云溪县水利局${evil}` }).replace('公开信息12条。', evil));
    assert.doesNotMatch(page, /<script|<img|<iframe|javascript:|@import|url\(|https?:/i);
    assert.doesNotMatch(page, /[\0-\x08\ud800-\udfff]/u);
    assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.match(page, /default-src 'none'/);
  });

  test('a Word document: text, and nothing that is fetched', async () => {
    const parts = await docx(reportText().replace('公开信息12条。', evil));
    assert.match(parts['word/document.xml']!, /&lt;script&gt;/);
    for (const [name, part] of Object.entries(parts)) if (name.endsWith('.rels')) assert.doesNotMatch(part, /TargetMode="External"/, name);
    assert.ok((await importDocument('a.docx', (await exportReport(evil, 'docx')).bytes)).text.includes('<script>'));
  });

  test('a sheet: formulas are words, and come back as they were', async () => {
    const lines = ['=cmd|/c calc!A0', '+1+1', '-2+3', '@SUM(A1)', '＝1', "'=1", '\t=1'];
    const sheet = await csv(lines.join('\n'));
    for (const line of sheet.slice(1).split('\r\n').filter((own) => own !== '')) assert.match(line, /^"?'/);
    assert.equal((await importDocument('a.csv', new TextEncoder().encode(sheet))).text, lines.map((line) => `${line.trim()}\n`).join(''));
  });
});
