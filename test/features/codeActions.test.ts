import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse, type Analysis, type Diagnostic, type DiagnosticFix } from '../../server/src/analysis/analyse';
import { applyEdits } from '../../server/src/analysis/fixAll';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/analysis/settings';
import { FIX_ALL, QUICK_FIX } from '../../server/src/features/announced';
import { type CodeAction, codeActions, fixAllEdits } from '../../server/src/features/codeActions';
import { readMarked } from '../support/marked';
import { reportText } from '../support/reports';

/** What is offered does not depend on the rules: these findings are made up. */
function analysisWith(diagnostics: readonly Partial<Diagnostic>[], settings: Partial<Settings> = {}): Analysis {
  const base: Diagnostic = { rule: 'glyph/made-up', severity: 'hint', message: '…', span: { start: 0, end: 1 }, related: [], repeats: [], unnecessary: false, fixes: [], fixFailure: undefined, docsUrl: '', finding: { span: { start: 0, end: 1 } }, start: 0, moved: () => assert.fail('It stays where it is.') };
  const own = diagnostics.map((diagnostic) => ({ ...base, ...diagnostic }));
  return { ...analyse('〇'.repeat(40), { ...DEFAULT_SETTINGS, ...settings }), diagnostics: own, found: own.length };
}

const fix = (title: string, safety: DiagnosticFix['safety'] = 'safe', preferred = false): DiagnosticFix => ({ title, safety, preferred, certain: false, edits: [{ span: { start: 0, end: 1 }, newText: '零' }] });
const at = (offset: number) => ({ span: { start: offset, end: offset } });
/** Without what every finding is offered: to be left, or its rule to be off. */
const fixes = (actions: readonly CodeAction[]): CodeAction[] => actions.filter(({ effect }) => effect.kind !== 'ignore' && effect.kind !== 'turnOff');
const titles = (actions: readonly CodeAction[]): string[] => fixes(actions).map(({ title }) => title);

describe('quick fixes', () => {
  test('are those of the findings at the place, at both ends of them', () => {
    const analysis = analysisWith([
      { span: { start: 5, end: 8 }, fixes: [fix('甲')] },
      { span: { start: 20, end: 21 }, fixes: [fix('乙')] },
    ]);
    const only = [QUICK_FIX];
    const offered = (start: number, end: number): string[] => titles(codeActions(analysis, { span: { start, end }, only })).filter((title) => title.length === 1);
    assert.deepEqual(offered(5, 5), ['甲']);
    assert.deepEqual(offered(8, 8), ['甲']);
    assert.deepEqual(offered(4, 4), []);
    assert.deepEqual(offered(9, 19), []);
    assert.deepEqual(offered(0, 40), ['甲', '乙']);
  });

  test('name their finding, and are preferred as their rule says', () => {
    const analysis = analysisWith([{}, { span: { start: 3, end: 4 }, fixes: [fix('甲', 'safe', true), fix('乙')] }]);
    const [first, second] = codeActions(analysis, at(3));
    assert.deepEqual([first!.findings, first!.preferred], [[1], true]);
    assert.deepEqual([second!.findings, second!.preferred], [[1], false]);
  });

  test('that need a person are worded as suggestions, in the language of the messages', () => {
    const findings = [{ fixes: [fix('改为 3', 'suggested')] }];
    assert.deepEqual(titles(codeActions(analysisWith(findings), at(0))), ['建议：改为 3']);
    assert.deepEqual(titles(codeActions(analysisWith(findings, { locale: 'en' }), at(0))), ['Suggestion: 改为 3']);
  });

  test('for a whole rule where two of its findings have a safe fix, for all rules where two rules have', () => {
    const one = { fixes: [fix('甲')] };
    const elsewhere = { span: { start: 9, end: 10 } };
    const suggestion = { ...elsewhere, fixes: [fix('乙', 'suggested')] };
    assert.deepEqual(titles(codeActions(analysisWith([one, suggestion]), { ...at(0), automatic: true })), ['甲']);
    assert.deepEqual(titles(codeActions(analysisWith([one, { ...one, ...elsewhere }]), { ...at(0), automatic: true })), ['甲', '修复本文档中所有此类问题（glyph/made-up，2 处）']);
    assert.deepEqual(titles(codeActions(analysisWith([one, { ...one, ...elsewhere, rule: 'glyph/other' }]), { ...at(0), automatic: true })), ['甲', '修复本文档中所有可安全修复的问题']);
  });

  test('for a whole rule are suggested too, if each is certain and no number changes', () => {
    const certain = { ...fix('甲', 'suggested'), certain: true };
    const number = { ...certain, edits: [{ span: { start: 0, end: 1 }, newText: '12' }] };
    const elsewhere = { span: { start: 9, end: 10 } };
    const offered = (...own: readonly DiagnosticFix[]): string[] => titles(codeActions(analysisWith(own.map((each, i) => ({ fixes: [each], ...(i > 0 ? elsewhere : {}) }))), { ...at(0), automatic: true })).slice(1);
    assert.deepEqual(offered(certain, certain), ['建议：修复本文档中所有此类问题（glyph/made-up，2 处）']);
    assert.deepEqual(offered(certain, fix('乙', 'suggested')), []);
    assert.deepEqual(offered(certain, number), []);
  });

  test('are followed by ways to be told no more, once a rule', () => {
    const analysis = analysisWith([{ fixes: [fix('甲')] }, {}, { rule: 'glyph/other' }]);
    const effects = codeActions(analysis, at(0)).filter(({ kind }) => kind === QUICK_FIX).map(({ effect }) => effect);
    assert.deepEqual(effects.slice(1), [
      ...[0, 1, 2].map((finding) => ({ kind: 'ignore', finding })),
      ...['glyph/made-up', 'glyph/other'].flatMap((rule) => (['folder', 'editor'] as const).map((where) => ({ kind: 'turnOff', rule, where }))),
    ]);
  });

  test('for text in a wrong encoding lead back to the file', () => {
    const encodings = ['涓€銆佹€讳綋鎯呭喌\n', 'Õþ¸®ÐÅÏ¢¹«¿ª\n', '锟斤拷锟斤拷\n'].map((text) => {
      const analysis = analyse(text, DEFAULT_SETTINGS);
      assert.equal(analysis.diagnostics[0]!.rule, 'report/mojibake');
      const effect = codeActions(analysis, at(0))[0]?.effect;
      return effect?.kind === 'reopen' ? effect.encoding : undefined;
    });
    assert.deepEqual(encodings, ['UTF-8', 'GB18030', undefined], 'what is lost can not be read again');
  });
});

describe('at the caret', () => {
  /** The text after taking the first action at `$0`. */
  const taken = (source: string): string | undefined => {
    const { text, cursor } = readMarked(source);
    const [action] = codeActions(analyse(text, DEFAULT_SETTINGS), { span: { start: cursor!, end: cursor! }, only: [QUICK_FIX] });
    return action?.effect.kind === 'edits' ? applyEdits(text, action.effect.edits) : undefined;
  };

  test('the finding there is fixed at all its places, and no other', () => {
    const report = (words: string, last = '本年度未收取信息处理费'): string => reportText().replace('公开信息12条', words).replace('本年度未收取信息处理费', last);
    const elsewhere = '本年度未收取信息处理费⽤';
    assert.equal(taken(report('公开⽂$0件。\n门⼾', elsewhere)), report('公开文件。\n门户', elsewhere));
    assert.equal(taken(report('公开⽂件。\n门$0⼾', elsewhere)), report('公开文件。\n门户', elsewhere), 'offered at the further places too');
    assert.equal(taken(report('公$0开⽂件。\n门⼾')), undefined);
  });

  test('labels cut short are all made whole, and no number changes', () => {
    const whole = reportText();
    const text = whole.replace('不再处理其政府信息公开申请 |', '不再处理其政府信息公开 |').replace('7.属于行政执法案卷', '7.属于行政执法案');
    const analysis = analyse(text, DEFAULT_SETTINGS);
    assert.deepEqual(analysis.diagnostics.map(({ rule }) => rule), ['table/row-label', 'table/row-label']);
    const offset = text.indexOf('7.属于行政执法案');
    const effect = codeActions(analysis, at(offset)).map((action) => action.effect).find(({ kind }) => kind === 'fixAll');
    assert.deepEqual(effect, { kind: 'fixAll', rule: 'table/row-label' });
    assert.equal(applyEdits(text, fixAllEdits(analysis, 'table/row-label')), whole);
    assert.equal(applyEdits(text, fixAllEdits(analysis)), text, 'fix-all takes no suggestion');
  });
});

describe('lines of one width', () => {
  const LINE = '我局认真贯彻落实政府信息公开条例和上级工作部署，加强组织领导\n';
  const text = `一、总体情况\n${LINE.repeat(2)}推进公开。\n\n${LINE.repeat(3)}推进公开。\n\n六、其他需要报告的事项\n${LINE}推进公开。\n\n${LINE.repeat(2)}推进公开。`;
  /** What is offered at `offset`, with the number of line ends that go. */
  const offered = (own: string, offset: number): unknown[] => codeActions(analyse(own, DEFAULT_SETTINGS), { ...at(offset), only: ['refactor.rewrite'] }).map(({ title, effect }) => [title, effect.kind === 'edits' && effect.edits.length]);

  test('are joined for the paragraph at the caret, and for its section if there are others', () => {
    assert.deepEqual(offered(text, 20), [['合并本段的换行', 2], ['合并本部分各段的换行', 5]]);
    assert.deepEqual(offered(text, text.indexOf('六') + 20), [['合并本段的换行', 1], ['合并本部分各段的换行', 3]]);
    assert.deepEqual(offered(`一、总体情况\n${LINE.repeat(5)}推进公开。\n`, 20), [['合并本段的换行', 5]]);
  });

  test('also where the caret stands behind the last character', () => assert.deepEqual(offered(text, text.length), [['合并本段的换行', 2], ['合并本部分各段的换行', 3]]));

  test('are left where a heading would come of it, and where there are none', () => {
    const broken = `五、存在的主要问题及改进情况\n${LINE.repeat(4)}我局已认真贯彻落实政府信息公开条例，推进公开。六、其他需要报\n告的事项\n无。\n`;
    assert.deepEqual(offered(broken, 20), []);
    assert.deepEqual(offered('', 0), []);
  });
});

describe('kinds', () => {
  const analysis = analysisWith([{ fixes: [fix('甲')] }]);
  const kinds = (only: readonly string[] | undefined, automatic = false): string[] => fixes(codeActions(analysis, { ...at(0), ...(only ? { only } : {}), automatic })).map(({ kind }) => kind);

  test('what is asked for is offered, with the kinds below it', () => {
    assert.deepEqual(kinds(['quickfix']), [QUICK_FIX]);
    assert.deepEqual(kinds(['source']), [FIX_ALL]);
    assert.deepEqual(kinds(['source.fixAll']), [FIX_ALL]);
    assert.deepEqual(kinds(['source.fixAll.ogiReport']), [FIX_ALL]);
    assert.deepEqual(kinds(['source.fixAll.other', 'source.fix', 'refactor']), []);
    assert.deepEqual(kinds([]), []);
    assert.deepEqual(kinds(['']), [QUICK_FIX, FIX_ALL], 'all kinds are below the empty one');
  });

  test('the whole document is fixed from a menu, not by moving the caret', () => {
    assert.deepEqual(kinds(undefined), [QUICK_FIX, FIX_ALL]);
    assert.deepEqual(kinds(undefined, true), [QUICK_FIX]);
  });

  test('nothing is offered where nothing can be fixed', () => {
    assert.deepEqual(codeActions(analysisWith([{ fixes: [fix('甲', 'suggested')] }]), { ...at(0), only: ['source.fixAll'] }), []);
  });
});

describe('fixing everything', () => {
  const text = '一、总体情况\r\n深⼊推进⽂件公开，⻔⼾⽹站\r\n全⾯落实。\r\n';
  const fixed = (settings: Settings): string => applyEdits(text, fixAllEdits(analyse(text, settings)));

  test('repairs radicals, keeps the line ends, and has nothing left to do afterwards', () => {
    const result = fixed(DEFAULT_SETTINGS);
    assert.equal(result, '一、总体情况\r\n深入推进文件公开，门户网站\r\n全面落实。\r\n');
    assert.deepEqual(fixAllEdits(analyse(result, DEFAULT_SETTINGS)), []);
  });

  test('is not limited by how many problems are shown', () => {
    assert.equal(fixed({ ...DEFAULT_SETTINGS, maxProblems: 1 }), fixed(DEFAULT_SETTINGS));
  });

  test('leaves out rules that are switched off, and other rules than the one asked for', () => {
    assert.equal(fixed({ ...DEFAULT_SETTINGS, rules: { 'glyph/radical': 'off' } }), text);
    assert.deepEqual(fixAllEdits(analyse(text, DEFAULT_SETTINGS), 'glyph/width'), []);
  });
});
