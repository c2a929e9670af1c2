import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Fix, withFixes } from '../../server/src/rules/rule';

it('puts the fixes of a finding together when they are asked for, and once', () => {
  const fixes: readonly Fix[] = [{ title: { zh: '改', en: 'Change' }, safety: 'suggested', edits: [] }];
  let asked = 0;
  const finding = withFixes({ span: { start: 0, end: 1 } }, () => {
    asked++;
    return fixes;
  });
  assert.equal(asked, 0);
  assert.equal(finding.fixes, fixes);
  assert.deepEqual({ ...finding }, { span: { start: 0, end: 1 }, fixes });
  assert.equal(asked, 1);
});
