/** The page of a report: whole, and with nothing of the report in it but text. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { previewOf } from '../../server/src/features/preview';
import { el } from '../../server/src/view/elements';
import { html } from '../../server/src/view/html';
import { page } from '../../server/src/view/page';
import { reportText } from '../support/reports';

const pageOf = (text: string): string => page(previewOf(analyse(text, DEFAULT_SETTINGS), 0)!);

/** The tags of a page's body and its text, by a parser that knows nothing of this project. */
function parsed(source: string): { tags: ReadonlySet<string>; attributes: ReadonlySet<string>; text: string } {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  let text = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    tags.add(tag.name);
    for (const name of Object.keys(tag.attributes)) attributes.add(name);
  });
  parser.on('text', (part) => (text += part));
  parser.write(source.slice(source.indexOf('<body>'), source.indexOf('</html>'))).close();
  return { tags, attributes, text };
}

const TAGS = ['a', 'body', 'caption', 'div', 'h1', 'h2', 'li', 'main', 'nav', 'ol', 'p', 'section', 'span', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'];

describe('the page of a report', () => {
  test('has the title, the sections, the tables with their merged cells, and the numbers', () => {
    const source = pageOf(reportText({ cell: () => '7' }));
    const { text } = parsed(source);
    for (const words of ['云溪县水利局2024年政府信息公开工作年度报告', '一、总体情况', '六、其他需要报告的事项', '（本列数据的勾稽关系为', '第二十条第（八）项', '未经复议直接起诉']) assert.ok(text.includes(words), words);
    assert.match(source, /<td [^>]*class="corner" colspan="3" rowspan="3"/);
    assert.match(source, /<th [^>]*class="group" rowspan="8" scope="rowgroup"[^>]*>（三）不予公开/);
    assert.equal(source.match(/class="value /g)?.length, 10 + 175 + 15);
    const ids = new Set([...source.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, headers] of source.matchAll(/ headers="([^"]+)"/g)) for (const id of headers!.split(' ')) assert.ok(ids.has(id), id);
  });

  test('runs and fetches nothing', () => {
    const source = pageOf(reportText());
    assert.match(source, /content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"/);
    assert.doesNotMatch(source, /<script|<link|<img|<iframe|\son\w+=|url\(|https?:/);
    assert.deepEqual([...parsed(source).attributes].filter((name) => /^data-|^tabindex$/.test(name)), []);
  });

  test('says what can’t be read instead of drawing it', () => {
    const source = pageOf('三、收到和处理政府信息公开申请情况\n\n四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计\n结果维持结果纠正其他结果尚未审结总计\n');
    assert.match(source, /<p class="no-table unreadable">这张表读不准/);
    assert.match(source, /<p class="no-table missing">没有读到这张表/);
    assert.doesNotMatch(source, /<table/);
  });

  test('whatever a report says is text', () => {
    const HOSTILE = ['<script>alert(1)</script>', '</style><script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', '<!--', ']]>', "' onclick='x", 'javascript:alert(1)', '\u202e', '\u0000'];
    const word = fc.oneof(fc.constantFrom(...HOSTILE), fc.string());
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const report = reportText({ agency: `云溪县${a}水利局` }).replace('网站运行平稳。', b).replace('规章 | 0 |', `规章 | ${c} |`);
        const preview = previewOf(analyse(report, DEFAULT_SETTINGS), 0);
        if (!preview) return;
        const { tags, attributes } = parsed(page(preview).replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, ''));
        assert.deepEqual([...tags].filter((tag) => !TAGS.includes(tag)), []);
        assert.deepEqual([...attributes].filter((name) => /^on|^style|^src/.test(name)), []);
      }),
      { numRuns: 60 },
    );
  });
});

describe('HTML of elements', () => {
  test('escapes text and attributes, leaves keys out, closes what is not void', () => {
    assert.equal(html(el('p', { key: 1, title: `"'<>&` }, '<b>', el('br', {}), el('rect', { x: 1 }))), '<p title="&quot;&#39;&lt;&gt;&amp;">&lt;b&gt;<br><rect x="1"/></p>');
  });
});
