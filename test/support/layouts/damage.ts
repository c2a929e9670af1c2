/** What happens to tables on their way: to the rows of the form before they are printed, and to the lines of the print. */
import type { Random } from '../random';
import type { DataRow, Form, HeadRow, TableLayout } from './form';
import { pageMark } from './pages';

/** Changes how many values or rows there are. */
const COUNTED = ['row lost', 'row doubled', 'value lost', 'line lost', 'line doubled'] as const;
const OTHERS = ['rows exchanged', 'label cut', 'label misspelt', 'label prefixed', 'label with a tail', 'label traditional', 'head repeated', 'extra row', 'page mark', 'line wrapped'] as const;

export type Damage = (typeof COUNTED)[number] | (typeof OTHERS)[number];

/** Up to three kinds, as far as the layout lets them be seen. */
export function someDamage({ rowsBy }: TableLayout, blanks: boolean, random: Random): readonly Damage[] {
  // Where only their number tells which values are a row, two of these may make up for each other, and one for a blank.
  let counted = rowsBy === 'separators' ? 3 : blanks ? 0 : 1;
  const others = OTHERS.filter((kind) => rowsBy !== 'order' || kind !== 'rows exchanged');
  return Array.from({ length: 1 + random.below(3) }, () => (random.oneIn(2) && counted-- > 0 ? random.pick(COUNTED) : random.pick(others)));
}

type Row = HeadRow | DataRow;

/** `form` with damage to its rows; kinds that happen to lines are left to `damagedLines`. */
export function damagedForm(form: Form, kind: Damage, random: Random): Form {
  const data = form.rows.flatMap((row, i) => (row.kind === 'data' ? [i] : []));
  const at = random.pick(data);
  const own = form.rows[at] as DataRow;
  const replaced = (row: DataRow): Form => ({ ...form, rows: form.rows.with(at, row) });
  const spliced = (from: number, remove: number, ...rows: Row[]): Form => ({ ...form, rows: form.rows.toSpliced(from, remove, ...rows) });
  const relabelled = (change: (label: string) => string): Form => (own.label === undefined ? form : replaced({ ...own, label: change(own.label) }));
  switch (kind) {
    case 'row lost':
      return data.length > 1 ? spliced(at, 1) : form;
    case 'row doubled':
      return spliced(at, 0, own);
    case 'value lost':
      return replaced({ ...own, values: own.values.with(random.below(own.values.length), undefined) });
    case 'rows exchanged': {
      const other = random.pick(data);
      return { ...form, rows: form.rows.with(at, form.rows[other]!).with(other, own) };
    }
    case 'label cut':
      return relabelled((label) => label.slice(0, 2 + random.below(label.length)));
    case 'label misspelt':
      return relabelled((label) => misspelt(label, random));
    case 'label prefixed':
      return relabelled((label) => `${own.groups.at(-1) ?? '其中'}${label}`);
    case 'label with a tail':
      return relabelled((label) => `${label}（${random.pick(['指本年度', '含上年度结转', '件'])}）`);
    case 'label traditional':
      return relabelled(traditional);
    case 'head repeated':
      return spliced(at, 0, ...form.rows.filter((row) => row.kind === 'head'));
    case 'extra row':
      return own.label === undefined ? form : spliced(at, 0, { ...own, label: random.pick(['其他主动公开文件', '其中：网上申请', '合计']), values: own.values.map(() => String(random.below(9))) });
    default:
      return form;
  }
}

function misspelt(label: string, random: Random): string {
  let text = label;
  for (let n = 1 + random.below(2); n > 0; n--) {
    const at = random.below(text.length);
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    text = random.pick([before + after, `${before}某${after}`, `${before}${text[at]!}的${after}`]);
  }
  return text;
}

const PAIRS = '规規务務处處开開关關国國内內类類过過题題审審结結诉訴复復请請无無应應当當对對访訪举舉执執费費缴繳纳納补補认認为為总總计計继繼续續数數许許罚罰强強发發废廢现現项項单單';

function traditional(label: string): string {
  return [...label].map((character) => (PAIRS.includes(character) && PAIRS.indexOf(character) % 2 === 0 ? PAIRS[PAIRS.indexOf(character) + 1]! : character)).join('');
}

/** The lines of a printed table with damage to them. */
export function damagedLines(text: string, kind: Damage, random: Random): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  switch (kind) {
    case 'line lost':
      return lines.toSpliced(at, 1).join('\n');
    case 'line doubled':
      return lines.toSpliced(at, 0, lines[at]!).join('\n');
    case 'page mark':
      return lines.toSpliced(at, 0, pageMark(random)).join('\n');
    case 'line wrapped':
      return lines.with(at, wrappedLine(lines[at]!, random)).join('\n');
    default:
      return text;
  }
}

/** Broken at any place but inside a number and in the padding before the text. */
function wrappedLine(line: string, random: Random): string {
  const at = Math.max(line.search(/\S/), 0) + random.below(line.trim().length + 1);
  return /[\d０-９.,][\d０-９.,]/.test(line.slice(Math.max(0, at - 1), at + 1)) ? line : `${line.slice(0, at)}\n${line.slice(at)}`;
}
