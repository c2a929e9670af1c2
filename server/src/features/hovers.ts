/**
 * What is told about the thing under the pointer: a cell with its place in the form, its meaning in law and its equations with
 * their numbers; a row, a column, a group; the heading of a section; an article that is cited; an odd character.
 */
import type { Analysis } from '../analysis/analyse';
import { sectionMeaning } from '../editions/meanings';
import type { BoundTable } from '../model/types';
import { officialHeading } from '../rules/sectionWords';
import { fold } from '../text/fold';
import { inLocale, shift, type Span, type Text } from '../text/span';
import { articleTold } from './articles';
import { balanceInWords } from './balance';
import { pieceAt, sliceAt } from './cellAt';
import { glyphTold } from './glyphHovers';
import { item, line, type Line, title, type Told } from './told';
import { withLaw } from './meanings';
import { named, pieceLines } from './tableHovers';

export interface Hover {
  readonly span: Span;
  readonly lines: readonly Line[];
}

/** Undefined where nothing is known of what stands at `offset`. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const piece = pieceAt(analysis, offset);
  const thing = piece ? { span: piece.span, lines: pieceLines(piece) } : (headingTold(analysis, offset) ?? articleTold(analysis, offset));
  // In a label or a heading both are of interest.
  const told = [glyphTold(analysis, offset), thing].filter((own) => own !== undefined);
  if (told.length === 0) return undefined;
  return { span: told[0]!.span, lines: told.flatMap(({ lines }) => lines).map(({ form, text }) => ({ form, text: inLocale(text, analysis.settings.locale) })) };
}

/** Of the heading of a section, what the section holds and how its table comes out. */
function headingTold(analysis: Analysis, offset: number): Told | undefined {
  const slice = sliceAt(analysis, offset);
  const heading = slice?.syntax.heading;
  if (!slice || !heading || offset < slice.start + heading.span.start || offset > slice.start + heading.span.end) return undefined;
  const { model, syntax, start } = slice;
  // An entry of a table of contents is none of the report's sections.
  const { id: edition } = model.edition;
  if (!model.sections.some((section) => section.syntax === syntax) || edition === 'pre2019') return undefined;
  const official = officialHeading(heading.id);
  const asPrinted = fold(official) === fold(syntax.text.slice(heading.span.start, heading.span.end));
  const tables = model.tables.filter(({ table }) => table.spec.section === heading.id);
  return {
    span: shift(heading.span, start),
    lines: [
      title({ zh: official, en: official }),
      ...(asPrinted ? [] : [line({ zh: '以上为表式的标题。', en: 'This is the title as the form has it.' })]),
      line(withLaw(sectionMeaning(heading.id, edition))),
      ...tables.map(({ table }) => item(inTable(table))),
    ],
  };
}

/** `表三：✓ 勾稽平衡（39 项）` */
function inTable(table: BoundTable): Text {
  const [name, state] = [named(table.spec), balanceInWords(table)];
  return { zh: `${name.zh}：${state.zh}`, en: `${name.en}: ${state.en}` };
}
