/** Nothing that a file, a name or an argument says can drive the terminal, turn its lines around, or break them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLEAN, folderWith, ogiReport, replaced } from '../support/commandLine';

/** Colours, a cursor moved, a title set, a line turned around, a line of its own. */
const EVIL = '\u001b[31m\u001b]0;x\u0007\u009b2J\u202e\u2028';
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** A title, a label, a cell and prose that are told about. */
const REPORT = replaced(CLEAN, '2.重复申请 | 1', `2.重复申请 | ${EVIL}见附件`).replace('一、总体情况', `一、总${EVIL}体情况`).replace('（七）总计 | 18', `（七）总${EVIL}计 | 19`);

const CALLS: Readonly<Record<string, readonly string[]>> = {
  'a report, a name': ['check', `${EVIL}.ogi`],
  'a report in English, all findings': ['check', '--lang', 'en', '.'],
  'for GitHub': ['check', '--format', 'github', '.'],
  'fixes to come': ['fix', '--dry-run', '.'],
  'fixes': ['fix', '.'],
  'a file that is not there': ['check', `${EVIL}没有.ogi`],
  'a folder that can not be read as a file': ['extract', `${EVIL}/x`],
  'a pattern that matches nothing': ['check', `*${EVIL}*.xyz`],
  'an argument': ['check', `--${EVIL}`],
  'a value': ['check', '--format', EVIL, '.'],
  'a rule': ['check', '--rule', `${EVIL}=off`, '.'],
  'a command': [EVIL],
  'a rule to explain': ['rules', EVIL],
  'a settings file': ['check', '--config', 'evil.json', '.'],
};

for (const [name, args] of Object.entries(CALLS)) {
  test(name, async () => {
    const cwd = folderWith({ [`${EVIL}.ogi`]: REPORT, 'evil.json': `{ "rules": { "${EVIL.replaceAll('\u001b', '\\u001b').replaceAll('\u0007', '\\u0007')}": "off" } }` });
    const { out, err } = await ogiReport(args, { cwd });
    assert.ok(out + err !== '');
    assert.doesNotMatch(out + err, OBEYED);
  });
}
