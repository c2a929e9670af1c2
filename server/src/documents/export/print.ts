/** A text as it is sent out: its lines by the part they play, its tables as the form draws them, and proof that both are read alike. */
import { analyse, type Analysis } from '../../analysis/analyse';
import { edited } from '../../analysis/fixAll';
import { saysTheSame } from '../../analysis/reading';
import { placedTables, reachOf } from '../../features/convertLayout';
import { joinLines } from '../../features/joinLines';
import { lines } from '../../text/lines';
import { type Span, shift, type Text } from '../../text/span';
import { writeText } from '../import/writeText';
import type { ParagraphStyle, PrintedDocument, PrintedParagraph, PrintedTable } from './printed';
import { drawn } from './printedTable';

export function print(analysis: Analysis): PrintedDocument {
  const printed = printedAs(withoutWraps(analysis), false);
  if (isReadAs(printed, analysis)) return printed;
  // Where rows that can't be told would be read otherwise, lines stay lines.
  const plain = printedAs(analysis, true);
  if (isReadAs(plain, analysis)) return plain;
  return { ...printed, losses: [...printed.losses, { zh: '导出后再读，标题、各部分或表格的内容会与原文不同，请核对', en: 'title, headings or tables will not be read as before; compare them with the text' }] };
}

function isReadAs({ blocks }: PrintedDocument, { settings, reports }: Analysis): boolean {
  return saysTheSame(analyse(writeText(blocks), settings).reports, reports);
}

/** `asLines`: what is not as the form has it is not drawn as a table either. */
function printedAs(analysis: Analysis, asLines: boolean): PrintedDocument {
  const { text, reports } = analysis;
  const blocks: (PrintedParagraph | PrintedTable)[] = [];
  const losses: Text[] = [];
  const styleOf = stylesIn(analysis);
  const starts = new Set(reports.slice(1).map(({ start }) => start));
  const paragraphs = (from: number, to: number): void => {
    for (const [start, end] of lines(text.slice(0, to), from)) {
      const line = text.slice(start, end).trim();
      if (line !== '') blocks.push({ kind: 'paragraph', style: styleOf(start, end, line), text: line, newPage: starts.has(start) });
    }
  };
  let at = 0;
  for (const placed of placedTables(analysis)) {
    const reach = reachOf(placed);
    const { table, notes, loss } = drawn(placed.table);
    if (loss) losses.push(loss);
    if (reach.start < at || !table || (loss && asLines)) continue;
    paragraphs(at, reach.start);
    blocks.push(table);
    for (const note of notes) blocks.push({ kind: 'paragraph', style: 'body', text: note, newPage: false });
    at = reach.end;
  }
  paragraphs(at, text.length);
  return { title: reports[0]?.model.title?.text ?? '', blocks, losses };
}

/** Paragraphs that a page broke into lines are whole again. */
function withoutWraps(analysis: Analysis): Analysis {
  const joined = joinLines(analysis);
  if (joined.kind === 'refused' || joined.edits.length === 0) return analysis;
  const { text, change } = edited(analysis.text, joined.edits);
  return analyse(text, analysis.settings, { analysis, change });
}

const TOPIC = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
/** A topic that stands alone, not one that opens a paragraph. */
const LONGEST_TOPIC = 30;
const DATE = /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$|^[二〇零○一三四五六七八九十]{4,6}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/;
const LONGEST_AGENCY = 40;

function stylesIn({ text, reports }: Analysis): (start: number, end: number, line: string) => ParagraphStyle {
  const titles = reports.flatMap(({ start, model }) => (model.title ? [shift(model.title.span, start)] : []));
  const headings = reports.flatMap(({ start, model }) => model.sections.map(({ start: at, syntax }) => shift(syntax.heading!.span, start + at)));
  const touches = (spans: readonly Span[], start: number, end: number): boolean => spans.some((own) => own.start < end && start < own.end);
  const isLast = (end: number): boolean => reports.some(({ start, model }) => text.slice(end, start + model.length).trim() === '' && end <= start + model.length);
  return (start, end, line) => {
    if (touches(titles, start, end)) return 'title';
    if (touches(headings, start, end)) return 'section';
    if (TOPIC.test(line) && line.length <= LONGEST_TOPIC && !/[。；]/.test(line)) return 'topic';
    if (DATE.test(line) && isLast(end)) return 'signature';
    const next = /^\s*(\S[^\r\n]*)/.exec(text.slice(end))?.[1]?.trim() ?? '';
    const isSigned = line.length <= LONGEST_AGENCY && !/[。；：，]/.test(line) && DATE.test(next) && text.slice(end).trim() === next;
    return isSigned ? 'signature' : 'body';
  };
}
