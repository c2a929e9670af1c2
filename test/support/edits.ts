/**
 * Random edits of a document: what makes and unmakes headings, titles, rows, cells and glyph anomalies, and cuts in halves
 * what belongs together. Edits are replacements of offsets, so that they fall between the halves of a CRLF too, where no
 * position of an editor does.
 */
import { difference, merged } from '../../server/src/lsp/changes';
import type { Change } from '../../server/src/syntax/segment';
import { lineStart } from '../../server/src/text/lines';
import type { Random } from './random';

export const EDIT_KINDS = ['type', 'delete', 'delete lines', 'paste', 'paste a table', 'move lines', 'undo', 'replace all'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

export interface Edited {
  readonly text: string;
  readonly change: Change;
  readonly kinds: readonly EditKind[];
}

const BITS = [
  ...['一', '⼀', '、', '三、', '（一）', '1.', '0', '12', '１２', ' ', '　', '\t', ' | ', '|', '\n', '\r', '\r\n', '\n\n', '。', '报告', '⽂', '⻔', '\u00a0', '\u200b', '\ufffd', '\ud83d', '\ude00', '\ufeff'],
  ...['一、总体情况\n', '\n二、主动公开政府信息情况', '\n五、存在的主要问题及改近情况\n', '\n六、其他需要报告的事项\n', '云溪县水利局\n', '云溪县水利局\n2023年政府信息公开工作年度报告\n', '云溪县2022年政府信息公开工作年度报告 根据《条例》编制。'],
  ...['四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n', '<table><tr><td>', '</td></tr></table>', '+---+---+\n', '│', '目录\n一、总体情况……1\n'],
];

/** The document after a step: an edit or up to three, with nobody asking in between. */
export function randomStep(text: string, history: readonly string[], clipboard: readonly string[], random: Random): Edited {
  let step = randomEdit(text, history, clipboard, random);
  for (let more = random.below(3); more > 0; more--) {
    const next = randomEdit(step.text, history, clipboard, random);
    step = { text: next.text, change: merged(step.change, next.change), kinds: [...step.kinds, ...next.kinds] };
  }
  return step;
}

function randomEdit(text: string, history: readonly string[], clipboard: readonly string[], random: Random): Edited {
  const at = randomPlace(text, random);
  const replace = (kind: EditKind, start: number, end: number, by: string): Edited => {
    const oldEnd = Math.min(text.length, end);
    return { text: text.slice(0, start) + by + text.slice(oldEnd), change: { start, oldEnd, newEnd: start + by.length }, kinds: [kind] };
  };
  const anew = (kind: EditKind, after: string): Edited => {
    // Some editors send the whole text, some only what differs.
    const change = random.oneIn(2) ? difference(text, after) : { start: 0, oldEnd: text.length, newEnd: after.length };
    return { text: after, change, kinds: [kind] };
  };
  switch (random.below(16)) {
    case 0:
    case 1:
    case 2:
      return replace('delete', at, at + 1 + (random.oneIn(10) ? random.below(600) : random.below(4)), '');
    case 3: {
      const start = lineStart(text, at);
      return replace('delete lines', start, linesAfter(text, start, random.oneIn(6) ? random.below(30) : 1), '');
    }
    case 4: {
      const from = randomPlace(text, random);
      return replace('paste', at, at + random.below(3), text.slice(from, from + random.below(400)));
    }
    case 5:
      return replace('paste a table', random.oneIn(3) ? at : lineStart(text, at), at, random.pick(clipboard));
    case 6: {
      const start = lineStart(text, at);
      const end = linesAfter(text, start, 1 + random.below(3));
      const to = linesAfter(text, end, 1 + random.below(3));
      return replace('move lines', start, to, text.slice(end, to) + text.slice(start, end));
    }
    case 7:
      if (random.oneIn(4)) return anew('replace all', random.oneIn(8) ? '' : random.pick(history));
      return anew('undo', history.at(-1) ?? '');
    default:
      return replace('type', at, random.oneIn(4) ? at + random.below(3) : at, random.pick(BITS));
  }
}

/** Anywhere, but often where a line begins or ends: that is where headings and rows are told, and line ends cut in halves. */
function randomPlace(text: string, random: Random): number {
  const at = random.below(text.length + 1);
  switch (random.below(4)) {
    case 0:
      return Math.min(text.length, lineStart(text, at) + random.below(3));
    case 1: {
      const end = text.slice(at, at + 2000).search(/[\r\n]/);
      return end < 0 ? at : Math.min(text.length, at + end + random.below(2));
    }
    default:
      return at;
  }
}

/** The start of the line `count` lines after the one that starts at `from`. */
function linesAfter(text: string, from: number, count: number): number {
  let at = from;
  for (let i = 0; i < count && at < text.length; i++) {
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return Math.min(text.length, at);
}
