import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inWords } from '../../server/src/analysis/diagnostic';
import { chosenEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { RULES } from '../../server/src/rules';
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

it('goes on with the fixes of other findings where those of one can’t be put together, and says why', () => {
  const failing = withFixes({ span: { start: 0, end: 1 } }, () => {
    throw new Error('broken');
  });
  const edits = [{ span: { start: 2, end: 3 }, newText: '文' }];
  const sound = { span: { start: 2, end: 3 }, fixes: [{ title: { zh: '改', en: 'Change' }, safety: 'safe' as const, edits }] };
  const [broken, other] = [failing, sound].map((finding) => inWords(RULES[0]!, 'warning', finding, 0, DEFAULT_SETTINGS));
  const why = (): string | undefined => broken!.fixFailure?.message;
  assert.equal(why(), undefined);
  assert.deepEqual(chosenEdits([broken!, other!], '甲乙⽂'), edits);
  assert.deepEqual(broken!.fixes, []);
  assert.equal(why(), 'broken');
  assert.equal(other!.fixFailure, undefined);
});
