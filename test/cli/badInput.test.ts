/** Whatever the bytes: no crash, no hang, and a clear word or none. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../server/src/analysis/analyse';
import { fixAll } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { decode, decodeAs, encode, ENCODINGS } from '../../server/src/cli/encoding';
import { extractions } from '../../server/src/cli/extraction';
import { rangesIn } from '../../server/src/cli/positions';
import { CLEAN, folderWith, ogiReport, RADICALS } from '../support/commandLine';

const COMMANDS = ['check', 'extract', 'fix'];

describe('files', () => {
  const files: readonly (readonly [string, string | Uint8Array, number])[] = [
    ['an empty file', '', 0],
    ['a byte order mark and nothing else', '\ufeff', 0],
    ['line ends and nothing else', '\r\n\r\r\n\n'.repeat(100), 0],
    ['NUL characters', '\0'.repeat(10_000), 0],
    ['bytes that are no text', Uint8Array.from({ length: 65_536 }, (_, i) => (i * 7919) >> 3), 2],
    ['5 MB on one line', CLEAN.replaceAll('\n', '').repeat(Math.ceil(5_000_000 / CLEAN.length)).slice(0, 5_000_000), 0],
    ['5 MB of one character', '一'.repeat(1_700_000), 0],
    ['5 MB of bars on one line', '0 | '.repeat(1_300_000), 0],
    ['a row for every line', '（七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n'.repeat(20_000), 0],
    ['headings and nothing else', '一、总体情况\n'.repeat(20_000), 0],
  ];
  for (const [name, content, failed] of files) {
    test(name, async () => {
      const cwd = folderWith({ 'a.ogi': content });
      for (const command of COMMANDS) {
        const { code, err } = await ogiReport([command, '--lang', 'en', ...(command === 'check' ? ['--fail-on', 'never'] : []), 'a.ogi'], { cwd });
        assert.equal(code, failed, err);
        assert.doesNotMatch(err, /\bat .*:\d+:\d+/, 'no stack');
        if (failed > 0) assert.match(err, /^a\.ogi: not UTF-8/);
      }
    });
  }
});

test('a report cut off at every 50th character', async () => {
  const cuts = Array.from({ length: Math.floor(RADICALS.length / 50) }, (_, i) => (i + 1) * 50);
  const cwd = folderWith(Object.fromEntries(cuts.map((at) => [`${String(at).padStart(5, '0')}.ogi`, RADICALS.slice(0, at)])));
  const { code, out } = await ogiReport(['check', '--format', 'json', '--fail-on', 'never', '.'], { cwd });
  assert.equal(code, 0);
  const { files } = JSON.parse(out) as { files: { error?: string }[] };
  assert.equal(files.length, cuts.length);
  assert.deepEqual(files.filter(({ error }) => error !== undefined), []);
  assert.equal((await ogiReport(['fix', '.'], { cwd })).code, 0);
  assert.equal((await ogiReport(['extract', '.'], { cwd })).code, 0);
});

describe('halves of surrogate pairs', () => {
  const broken = ['\ud842', '\udfb7', '\udfb7\ud842'].map((half) => CLEAN.replaceAll('、', `、${half}`));

  test('are checked, fixed and extracted like any character', () => {
    for (const text of broken) {
      const analysis = analyse(text, DEFAULT_SETTINGS);
      assert.deepEqual(analysis.failedRules, []);
      assert.equal(typeof fixAll(analysis), 'string');
      assert.equal(extractions('a', analysis, rangesIn(text), ({ zh }) => zh).length, 1);
    }
  });

  test('in a file are refused, not replaced', () => {
    assert.throws(() => decode(encode(broken[0]!, { encoding: 'utf-16le', bom: true })), TypeError);
    assert.throws(() => decode(Buffer.from([0xed, 0xa1, 0x82])), TypeError);
  });
});

test('decoding and encoding lose nothing', () => {
  const text = '政府信息\u{20bb7}\u0000\ufeff\r\n\u2028⼾';
  for (const encoding of ENCODINGS) {
    for (const bom of [true, false]) assert.deepEqual(decodeAs(encode(text, { encoding, bom }), encoding), { text, encoding, bom });
    assert.deepEqual(decode(encode(text, { encoding, bom: true })), { text, encoding, bom: true });
  }
});

test('GB18030 has every character but those that Node reads from no code', () => {
  const none: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const character = String.fromCodePoint(point);
    try {
      if (decodeAs(encode(character, { encoding: 'gb18030', bom: false }), 'gb18030').text !== character && point !== 0xfeff) none.push(character);
    } catch {
      none.push(character);
    }
  }
  // For private use; other versions of the standard have them.
  assert.ok(none.length < 100 && none.every((character) => /\p{Co}/u.test(character)), none.map((character) => character.codePointAt(0)!.toString(16)).join());
});
