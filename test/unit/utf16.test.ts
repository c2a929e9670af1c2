/** UTF-16 without a mark is known, and nothing else is taken for it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { encodeGb18030 } from '../../server/src/cli/gb18030';
import { unmarkedUtf16 } from '../../server/src/text/utf16';
import { Random } from '../support/random';
import { reportText } from '../support/reports';

const SAMPLE = readFileSync(join(__dirname, '../fixtures/sample.ogi'), 'utf8');
const TEXTS = [SAMPLE, reportText(), reportText({ layout: 'cell-per-line', eol: '\r\n' }), '一、总体情况\n二、主动公开政府信息情况\n规章 0 0 0\n'];

test('not where a mark says which', () => {
  for (const text of TEXTS) for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le').swap16()]) assert.equal(unmarkedUtf16(bytes), undefined);
});

test('in both orders', () => {
  for (const text of TEXTS) {
    const bytes = Buffer.from(text, 'utf16le');
    assert.deepEqual([unmarkedUtf16(bytes), unmarkedUtf16(Buffer.from(bytes).swap16())], ['utf-16le', 'utf-16be'], text.slice(0, 20));
  }
});

test('no other encoding, with zero bytes or without', () => {
  for (const text of TEXTS) for (const own of [text, `${text}\0`, `\0${text}`]) for (const bytes of [Buffer.from(own), encodeGb18030(own)]) assert.equal(unmarkedUtf16(bytes), undefined);
});

test('no bytes that are no text', (t) => {
  const random = new Random();
  t.diagnostic(`OGI_SEED=${random.seed}`);
  for (let i = 0; i < 500; i++) assert.equal(unmarkedUtf16(Uint8Array.from({ length: 2 * (16 + random.below(200)) }, () => random.below(256))), undefined);
  for (const zeros of [0, 16, 400]) assert.equal(unmarkedUtf16(new Uint8Array(zeros)), undefined);
});
