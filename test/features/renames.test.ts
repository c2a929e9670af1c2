import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { refusalOf, renameable } from '../../server/src/features/renames';
import { WRITABLE_LAYOUTS } from '../../server/src/model/writing/render';
import { writeMarked } from '../support/marked';
import { placed } from '../support/placed';
import { reportText } from '../support/reports';

/** The places that are renamed from `$0` are those marked in `source`. */
function assertRenamed(source: string, kind: 'agency' | 'year', name: string): void {
  const { analysis, offset, text, marked } = placed(source);
  const found = renameable(analysis, offset);
  assert.ok(found, `something at $0 can be renamed:\n${source}`);
  assert.equal(writeMarked(text, found.places), marked);
  assert.deepEqual([found.kind, found.name, text.slice(found.origin.start, found.origin.end)], [kind, name, name]);
  assert.ok(found.origin.start <= offset && offset <= found.origin.end);
}

function assertNone(source: string): void {
  const { analysis, offset } = placed(source);
  assert.equal(renameable(analysis, offset), undefined, source);
}

const REST = '一、总体情况\n略。\n\n六、其他需要报告的事项\n2024年，我局未收取信息处理费。\n';

describe('the agency', () => {
  const text = (title: string, preamble: string, signature: string): string => `${title}2024年政府信息公开工作年度报告\n\n现公布${preamble}2024年政府信息公开工作年度报告。\n\n${REST}\n${signature}\n2025年1月15日\n`;

  test('in the title, where the report is presented, and where it is signed', () => {
    assertRenamed(text('⟦$0云溪县水利局⟧', '⟦云溪县水利局⟧', '⟦云溪县水利局⟧'), 'agency', '云溪县水利局');
    assertRenamed(text('⟦云溪县水利局⟧', '⟦云溪县水利局⟧', '⟦云溪县$0水利局⟧'), 'agency', '云溪县水利局');
  });

  test('on the first of two lines that sign', () => {
    assertRenamed(text('⟦云溪$0县水利局⟧', '⟦云溪县水利局⟧', '⟦云溪县水利局⟧\n云溪县河湖长制工作中心'), 'agency', '云溪县水利局');
  });

  test('another name stays what it is', () => {
    assertRenamed(text('⟦云溪$0县水利局⟧', '⟦云溪县水利局⟧', '云溪县人民政府办公室'), 'agency', '云溪县水利局');
    assertNone(text('云溪县水利局', '云溪县水利局', '云溪县林$0业局'));
  });

  test('of one report in a file of several', () => {
    const one = text('云溪县水利局', '云溪县水利局', '云溪县水利局');
    assertRenamed(`${one}\n${text('⟦临江市$0林业局⟧', '⟦临江市林业局⟧', '⟦临江市林业局⟧')}`, 'agency', '临江市林业局');
  });

  test('on the line above the rest of the title', () => assertRenamed(`⟦云溪县$0水利局⟧\n2024年政府信息公开工作年度报告\n\n${REST}`, 'agency', '云溪县水利局'));
});

describe('the year', () => {
  const text = `云溪县水利局⟦20$024⟧年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号，统计期限自⟦2024⟧年1月1日起至⟦2024⟧年12月31日止。

一、总体情况
⟦2024⟧年，我局公开信息12条，比2023年多2条。2025年，我局将加强培训。
依据2024年预算和《云溪县2024年政务公开要点》。

六、其他需要报告的事项
无。

云溪县水利局
2025年1月15日
`;

  test('in the title, in the period and where the year’s work is told; not in plans, names, numbers of documents and dates', () => assertRenamed(text, 'year', '2024'));

  test('in the period where it is named once, and where the title has none', () => {
    const report = (title: string, period: string): string => `云溪县水利局${title}政府信息公开工作年度报告\n\n本报告数据的统计期限为${period}。\n\n一、总体情况\n⟦2024⟧年，我局公开信息12条。\n`;
    assertRenamed(report('⟦2024⟧年', '⟦20$024⟧年度'), 'year', '2024');
    assertRenamed(report('', '⟦20$024⟧年1月1日至12月31日'), 'year', '2024');
    assertRenamed(report('', '⟦20$024⟧年1月1日至⟦2024⟧年12月31日'), 'year', '2024');
  });

  test('from any of its places', () => assertRenamed(text.replace('⟦20$024⟧', '⟦2024⟧').replace('自⟦2024⟧', '自⟦2024$0⟧'), 'year', '2024'));

  test('nothing at another year, in words or in a table', () => {
    const bare = text.replaceAll(/⟦|⟧|\$0/g, '');
    for (const words of ['2023', '2025年，', '公开信息', '〔2021〕', '2025年1月']) assertNone(bare.replace(words, `$0${words}`));
    assertNone(reportText().replace('规章 | 0', '规章 | $00'));
    assertNone('$0');
  });

  for (const layout of WRITABLE_LAYOUTS) {
    test(`${layout}: renamed, nothing else changes`, () => {
      const { analysis, text: before, offset } = placed(reportText({ layout, eol: '\r\n' }).replace('2024年政府', '2024$0年政府'));
      const after = applyEdits(before, renameable(analysis, offset)!.places.map((span) => ({ span, newText: '2026' })));
      assert.equal(after.replaceAll('2026', '2024'), before);
      assert.ok(after.startsWith('云溪县水利局2026年') && after.includes('\r\n2026年，我局'));
    });
  }
});

test('what a name and a year may be', () => {
  for (const name of ['云溪县水务局', '云溪县农业农村局（县乡村振兴局）']) assert.equal(refusalOf('agency', name), undefined);
  for (const name of ['', '局', '云溪县\n水利局', '云溪县，水利局', '|局|']) assert.ok(refusalOf('agency', name), name);
  assert.equal(refusalOf('year', '2025'), undefined);
  for (const year of ['', '25', '1999', '2025年', '二〇二五']) assert.ok(refusalOf('year', year), year);
});
