/** Edits of `.ogireport.json`: what is decided is in it afterwards, and nothing else has changed by a character. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { readConfig } from '../../server/src/analysis/config';
import { changed, type ConfigChange, newConfig, spanAt } from '../../server/src/lsp/config/configText';

const IGNORE = { file: '旧/a b.txt', rule: 'glyph/radical', fingerprint: '0123456789abcdef', reason: '经"核实"，\n原件如此' };
const OFF: ConfigChange = { kind: 'off', rule: 'glyph/width' };
const LEFT: ConfigChange = { kind: 'ignore', ignore: IGNORE };

const edited = (text: string, change: ConfigChange): string => applyEdits(text.replace(/^\ufeff/, ''), [changed(text, change)]);

describe('a decision is written', () => {
  const cases: readonly (readonly [string, string, ConfigChange, string])[] = [
    ['into nothing', '{}', OFF, '{\n  "rules": {\n    "glyph/width": "off"\n  }\n}'],
    ['after the rules that are there, as they are set', '{\n    "rules": {\n        "glyph/padding" : "off"\n    }\n}\n', OFF, '{\n    "rules": {\n        "glyph/padding" : "off",\n        "glyph/width": "off"\n    }\n}\n'],
    ['on one line, where everything is', '{ "rules": {"glyph/padding":"off"} }', OFF, '{ "rules": {"glyph/padding":"off", "glyph/width": "off"} }'],
    ['in place of another level', '{ "rules": { "glyph/width" :  "error" } }', OFF, '{ "rules": { "glyph/width" :  "off" } }'],
    ['with tabs and CRLF', '{\r\n\t"edition": "2021"\r\n}\r\n', OFF, '{\r\n\t"edition": "2021",\r\n\t"rules": {\r\n\t\t"glyph/width": "off"\r\n\t}\r\n}\r\n'],
    ['without the byte order mark, which editors don’t count', '\ufeff{ "edition": "2021" }', OFF, '{ "edition": "2021", "rules": {"glyph/width":"off"} }'],
  ];
  for (const [where, before, change, after] of cases) test(where, () => assert.equal(edited(before, change), after));

  test('into any settings, which lose nothing and stay as they are around it', () => {
    const rules = fc.dictionary(fc.constantFrom('glyph/padding', 'table/balance', 'glyph/width'), fc.constantFrom('off', 'hint'));
    const config = fc.record({ edition: fc.constantFrom('2019', 'auto'), rules, ignores: fc.array(fc.constant({ ...IGNORE, file: 'b.txt' }), { maxLength: 3 }) }, { requiredKeys: [] });
    fc.assert(
      fc.property(config, fc.constantFrom<string | undefined>(undefined, '  ', '    ', '\t'), fc.constantFrom('\n', '\r\n'), fc.constantFrom(OFF, LEFT), (value, indent, eol, change) => {
        const text = JSON.stringify(value, null, indent).replaceAll('\n', eol);
        const before = readConfig(text);
        const { span, newText } = changed(text, change);
        const after = readConfig(applyEdits(text, [{ span, newText }]));
        const expected = change.kind === 'off' ? { ...before, rules: { ...before.rules, [change.rule]: 'off' } } : { ...before, ignores: [...before.ignores, change.ignore] };
        assert.deepEqual(after, expected);
        assert.ok(span.end - span.start <= '"error"'.length + 2, 'nothing is rewritten but a level, or the blanks in an empty list');
        if (text.includes('\r\n')) assert.doesNotMatch(newText, /[^\r]\n/);
      }),
    );
  });

  test('as a new file', () => {
    assert.deepEqual(readConfig(newConfig(OFF)).rules, { 'glyph/width': 'off' });
    assert.deepEqual(readConfig(newConfig(LEFT)).ignores, [IGNORE]);
    assert.ok(newConfig(LEFT).endsWith('}\n'));
  });
});

test('places are those of what is wrong', () => {
  const text = '{ "colour": 1, "rules": { "a/b": "loud" }, "ignores": [{ "file": "x" }] }';
  const words = (...parameters: Parameters<typeof spanAt>): string => text.slice(...Object.values(spanAt(...parameters)) as [number, number]);
  assert.equal(words(text, ['colour'], 'key'), '"colour"');
  assert.equal(words(text, ['rules', 'a/b']), '"loud"');
  assert.equal(words(text, ['ignores', 0, 'reason']), '{ "file": "x" }', 'what is missing, at what it should be in');
  assert.deepEqual(spanAt('{ "rules": ', undefined), { start: 11, end: 11 });
});
