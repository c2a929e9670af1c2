/** Tables that are drawn with lines: which cells the lines make, and what stands in each. */
import type { Cell, Table } from '../blocks';
import { lineText, linesOf } from './pdfLines';
import type { Rule, Word } from './pdfPages';

/** How far apart, in points, what belongs together may lie. */
const NEAR = 2.5;

export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Where its columns begin and end. */
  readonly columns: readonly number[];
  readonly table: Table;
}

/** The tables among `rules`, from top to bottom, and the words that stand in none. */
export function ruledTables(rules: readonly Rule[], words: readonly Word[]): { readonly tables: readonly RuledTable[]; readonly others: readonly Word[] } {
  const groups = connected(joined(rules)).map((own) => gridOf(own)).filter((grid) => grid !== undefined);
  // Of tables inside each other, as a frame around the page and a table on it, the inner one takes the words.
  const grids = groups.sort((a, b) => area(a) - area(b));
  let others = words;
  const tables = grids.flatMap((grid) => {
    const inside = others.filter((word) => holds(grid, word));
    if (inside.length === 0) return [];
    const table = tableOf(grid, inside);
    // A frame, not a table: what stands in it is text.
    if (!table) return [];
    others = others.filter((word) => !holds(grid, word));
    return [table];
  });
  return { tables: tables.sort((a, b) => a.top - b.top), others };
}

/** Lines of the same place that touch are one. */
function joined(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => (a.along < b.along ? -1 : a.along > b.along ? 1 : a.at - b.at || a.from - b.from));
  const lines: Rule[] = [];
  let same: Rule[] = [];
  const flush = (): void => {
    const at = same.reduce((sum, own) => sum + own.at, 0) / same.length;
    let open: Rule | undefined;
    for (const { along, from, to } of same.sort((a, b) => a.from - b.from)) {
      if (open && from <= open.to + NEAR) open = { ...open, to: Math.max(open.to, to) };
      else {
        if (open) lines.push(open);
        open = { along, at, from, to };
      }
    }
    if (open) lines.push(open);
    same = [];
  };
  for (const rule of sorted) {
    const first = same[0];
    if (first && (first.along !== rule.along || rule.at - first.at > NEAR)) flush();
    same.push(rule);
  }
  flush();
  return lines;
}

const crosses = (x: Rule, y: Rule): boolean => y.at >= x.from - NEAR && y.at <= x.to + NEAR && x.at >= y.from - NEAR && x.at <= y.to + NEAR;

/** Lines in groups that hang together. */
function connected(lines: readonly Rule[]): Rule[][] {
  const across = lines.filter(({ along }) => along === 'x');
  const rest = new Set(lines);
  const groups: Rule[][] = [];
  for (const first of across) {
    if (!rest.delete(first)) continue;
    const group = [first];
    // The list grows while it is walked through.
    for (const line of group) {
      for (const other of rest) {
        if (other.along === line.along || !(line.along === 'x' ? crosses(line, other) : crosses(other, line))) continue;
        rest.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly lines: readonly Rule[];
}

const area = ({ xs, ys }: Grid): number => (xs.at(-1)! - xs[0]!) * (ys.at(-1)! - ys[0]!);

/** The narrowest column that holds a digit. */
const NARROWEST = 4;

function gridOf(lines: readonly Rule[]): Grid | undefined {
  const across = lines.filter(({ along }) => along === 'x');
  const down = lines.filter(({ along }) => along === 'y');
  const ys = places(across.map(({ at }) => at));
  const xs = places(down.map(({ at }) => at));
  if (ys.length < 2 || xs.length < 1) return undefined;
  // Tables that are open at their sides, or where a page cuts them, end where their lines do.
  const left = Math.min(...across.map(({ from }) => from));
  const right = Math.max(...across.map(({ to }) => to));
  if (left < xs[0]! - NARROWEST) xs.unshift(left);
  if (right > xs.at(-1)! + NARROWEST) xs.push(right);
  const top = Math.min(...down.map(({ from }) => from));
  const bottom = Math.max(...down.map(({ to }) => to));
  if (top < ys[0]! - NARROWEST) ys.unshift(top);
  if (bottom > ys.at(-1)! + NARROWEST) ys.push(bottom);
  return xs.length < 2 ? undefined : { xs, ys, lines };
}

/** Distinct places in order. */
function places(all: readonly number[]): number[] {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || at - sorted[i - 1]! > NEAR);
}

const middleOf = ({ base, size }: Word): number => base - size * 0.35;

function holds({ xs, ys }: Grid, word: Word): boolean {
  const middle = (word.left + word.right) / 2;
  const y = middleOf(word);
  return middle > xs[0]! - NEAR && middle < xs.at(-1)! + NEAR && y > ys[0]! - NEAR && y < ys.at(-1)! + NEAR;
}

const indexIn = (places: readonly number[], at: number): number => Math.min(places.length - 2, Math.max(0, places.findLastIndex((own) => own <= at)));

/** Undefined where the lines make a single cell, or a single column. */
function tableOf(grid: Grid, words: readonly Word[]): RuledTable | undefined {
  const { xs, ys, lines } = grid;
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const across = lines.filter(({ along }) => along === 'x');
  const down = lines.filter(({ along }) => along === 'y');
  const cell = Array.from({ length: rows * columns }, (_, i) => i);
  const find = (i: number): number => {
    let head = i;
    while (cell[head] !== head) head = cell[head]!;
    return (cell[i] = head);
  };
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const [x, y] = [(xs[c]! + xs[c + 1]!) / 2, (ys[r]! + ys[r + 1]!) / 2];
      const own = r * columns + c;
      const isDrawn = (set: readonly Rule[], at: number, along: number): boolean => set.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= along && line.to >= along);
      if (c + 1 < columns && !isDrawn(down, xs[c + 1]!, y)) cell[find(own + 1)] = find(own);
      if (r + 1 < rows && !isDrawn(across, ys[r + 1]!, x)) cell[find(own + columns)] = find(own);
    }
  }
  const regions = new Map<number, { top: number; left: number; bottom: number; right: number; words: Word[] }>();
  for (let i = 0; i < cell.length; i++) {
    const [r, c] = [Math.floor(i / columns), i % columns];
    const region = regions.get(find(i));
    if (!region) regions.set(find(i), { top: r, left: c, bottom: r, right: c, words: [] });
    else Object.assign(region, { top: Math.min(region.top, r), left: Math.min(region.left, c), bottom: Math.max(region.bottom, r), right: Math.max(region.right, c) });
  }
  if (regions.size < 2) return undefined;
  for (const word of words) {
    for (const piece of cutAt(word, xs, (x) => down.some((line) => line.at === x || (Math.abs(line.at - x) <= NEAR && line.from <= middleOf(word) && line.to >= middleOf(word))))) {
      const at = indexIn(ys, middleOf(piece)) * columns + indexIn(xs, (piece.left + piece.right) / 2);
      regions.get(find(at))!.words.push(piece);
    }
  }
  const listed: Cell[][] = Array.from({ length: rows }, () => []);
  for (const { top, left, bottom, right, words: own } of [...regions.values()].sort((a, b) => a.left - b.left)) {
    listed[top]!.push({ text: linesOf(own).map(lineText).join('\n'), across: right - left + 1, down: bottom - top + 1 });
  }
  const written = listed.filter((row) => row.length > 0);
  if (written.every((row) => row.length <= 1)) return undefined;
  return { top: ys[0]!, bottom: ys.at(-1)!, left: xs[0]!, right: xs.at(-1)!, columns: xs, table: { kind: 'table', rows: written } };
}

/** A word that goes over a line between two cells, cut there; the width of a character is guessed by its kind. */
function cutAt(word: Word, xs: readonly number[], isDrawn: (x: number) => boolean): Word[] {
  const cuts = xs.filter((x) => x > word.left + NEAR && x < word.right - NEAR && isDrawn(x));
  if (cuts.length === 0) return [word];
  const chars = [...word.text];
  const widths = chars.map((char) => (char.charCodeAt(0) < 0x2e80 ? 1 : 2));
  const unit = (word.right - word.left) / widths.reduce((sum, width) => sum + width, 0);
  const pieces: Word[] = [];
  let at = word.left;
  let piece = { text: '', left: at };
  chars.forEach((char, i) => {
    const middle = at + (widths[i]! * unit) / 2;
    if (cuts.length > 0 && middle > cuts[0]!) {
      cuts.shift();
      if (piece.text.trim() !== '') pieces.push({ ...word, ...piece, right: at });
      piece = { text: '', left: at };
    }
    piece.text += char;
    at += widths[i]! * unit;
  });
  if (piece.text.trim() !== '') pieces.push({ ...word, ...piece, right: at });
  return pieces;
}
