import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { EDITIONS } from '../../server/src/editions';
import { ARTICLES } from '../../server/src/editions/articles';
import { article as cited, articleName, REGULATION } from '../../server/src/editions/law';
import { articleAt, articlesCited } from '../../server/src/features/articles';
import { hover } from '../../server/src/features/hovers';
import { articleLine, LAW_PAGE } from '../../server/src/features/lawPage';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { writeMarked } from '../support/marked';
import { placed } from '../support/placed';
import { reportText } from '../support/reports';

/** The articles that are cited are those marked. */
function assertCited(source: string, ...articles: number[]): void {
  const { analysis, text, marked } = placed(source);
  const found = articlesCited(analysis);
  assert.equal(writeMarked(text, found.map(({ span }) => span)), marked);
  assert.deepEqual(found.map(({ article }) => article), articles);
}

describe('articles are cited', () => {
  test('behind the title of the regulation, however it is called', () => {
    assertCited('根据《中华人民共和国政府信息公开条例》⟦第五十条⟧编制。', 50);
    assertCited('按照《政府信息公开条例》（国务院令第711号）⟦第二十条第（一）项⟧、⟦第（五）项⟧'.replace('、⟦第（五）项⟧', '、第（五）项'), 20);
    assertCited('依据《条例》⟦第14条⟧，不予公开。', 14);
    assertCited('一、总体情况\n按照《条例》 \n⟦第三十六条第（七）项⟧办理。\n', 36);
  });

  test('several after one title, each by itself', () => assertCited('《条例》⟦第十四条⟧、⟦第十五条⟧和⟦第十六条第二款⟧规定', 14, 15, 16));

  test('not of another law, nor where none is named, nor one of which nothing is known', () => {
    assertCited('《行政复议法》第二十条、第二十三条');
    assertCited('按照第二十条的规定');
    assertCited('《条例》的规定和第二十条');
    assertCited('《条例》第二条、第九十九条');
  });
});

describe('the article at a place', () => {
  test('is told in a hover', () => {
    const { analysis, offset } = placed('一、总体情况\n依据《条例》第四$0十九条公布。\n');
    assert.deepEqual(hover(analysis, offset)?.lines.map(({ text }) => text), [`《${REGULATION}》第四十九条`, ARTICLES.get(49)!.zh]);
    assert.equal(analysis.text.slice(hover(analysis, offset)!.span.start, hover(analysis, offset)!.span.end), '第四十九条');
  });

  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: of a caption of 表二 is article 20`, () => {
      const { analysis, offset } = placed(reportText({ layout }).replace('第二十条第（六）项', '第二十条第（$0六）项'));
      const found = articleAt(analysis, offset);
      assert.deepEqual([found?.article, found && analysis.text.slice(found.span.start, found.span.end)], [20, '第二十条第（六）项']);
    });
  }

  test('is none elsewhere', () => {
    for (const source of ['$0', '第二$0十条', reportText().replace('规章 |', '规$0章 |')]) {
      const { analysis, offset } = placed(source);
      assert.equal(articleAt(analysis, offset), undefined);
    }
  });
});

test('the page has a heading for each article, where it is said to be, and every article of the form', () => {
  const page = readFileSync(join(__dirname, '../../docs', LAW_PAGE), 'utf8').split('\n');
  for (const article of ARTICLES.keys()) assert.equal(page[articleLine(article)!], `## ${articleName(article)}`);
  const articles = EDITIONS.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ law }) => law?.articles ?? [])));
  assert.ok(articles.length > 20);
  for (const article of articles) assert.ok(ARTICLES.has(article), String(article));
  assert.equal(articleLine(99), undefined);
});

test('articles are cited as laws are', () => {
  const names: [string, string, number[]][] = [
    ['50', '第五十条', [50]],
    ['50（四）', '第五十条第（四）项', [50]],
    ['36（一）（二）', '第三十六条第（一）、（二）项', [36]],
    ['39第二款', '第三十九条第二款', [39]],
    ['15、32', '第十五条、第三十二条', [15, 32]],
  ];
  for (const [numbers, article, articles] of names) assert.deepEqual(cited(numbers), { title: REGULATION, article, articles });
});
