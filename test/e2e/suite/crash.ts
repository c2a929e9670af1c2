/** The server is killed while a report that was never saved is open: another one takes its place and knows the text as it is. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { openUnsaved, replaceText, ruleOf, waitForDiagnostics } from './helper';
import type { Suite } from './run';

const REPORT = '云溪县水利局2024年政府信息公开工作年度报告\n\n一、总体情况\n本年度公开⽂件12条。\n';

/** The processes of the server that this extension host started. */
function serverProcesses(): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(\S.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && args!.includes('server.js') ? [Number(pid)] : [];
  });
}

export const crash: Suite = {
  'a server that is killed is started again, with the open documents as they are': async () => {
    if (process.platform === 'win32') return; // no ps there
    const editor = await openUnsaved(REPORT);
    const { uri } = editor.document;
    const radicals = (count: number) =>
      waitForDiagnostics(uri, (diagnostics) => diagnostics.filter((diagnostic) => ruleOf(diagnostic) === 'glyph/radical').length === count);
    await radicals(1);
    const [first, ...others] = serverProcesses();
    assert.ok(first !== undefined && others.length === 0);

    process.kill(first, 'SIGKILL');
    await replaceText(editor, '12条。', '12条。\n⽹站运行平稳。');
    await radicals(2);
    const [second] = serverProcesses();
    assert.ok(second !== undefined && second !== first, 'another server answers');
    await replaceText(editor, '⽂', '文');
    await radicals(1);
    assert.equal(editor.document.getText(), `${REPORT.replace('⽂', '文').trimEnd()}\n⽹站运行平稳。\n`);
  },

  'one that is killed while it starts is started again too': async () => {
    if (process.platform === 'win32') return; // no ps there
    const editor = await openUnsaved(REPORT);
    const radicals = (count: number) =>
      waitForDiagnostics(editor.document.uri, (diagnostics) => diagnostics.filter((diagnostic) => ruleOf(diagnostic) === 'glyph/radical').length === count);
    await radicals(1);
    const killed = new Set<number>();
    while (killed.size < 3) {
      for (const id of serverProcesses()) {
        if (killed.has(id)) continue;
        process.kill(id, 'SIGKILL');
        killed.add(id);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await replaceText(editor, '12条。', '12条。\n⽹站运行平稳。');
    await radicals(2);
  },
};
