/** Articles of the regulation that stand in a document: behind its title in the text, and as captions of 表二. */
import type { Analysis } from '../analysis/analyse';
import { ARTICLES } from '../editions/articles';
import { article, citedAs } from '../editions/law';
import { articlesIn } from '../model/articles';
import { shift, type Span, type Text } from '../text/span';
import { pieceAt, sliceAt } from './cellAt';
import { line, title, type Told } from './told';

export interface PlacedArticle {
  readonly article: number;
  /** In the document. */
  readonly span: Span;
}

/** The captions of 表二 are items of article 20. */
const CAPTIONS = 20;

/** The article that is referred to at `offset`; one of which nothing is known is none. */
export function articleAt(analysis: Analysis, offset: number): PlacedArticle | undefined {
  const slice = sliceAt(analysis, offset);
  if (!slice) return undefined;
  const cited = articlesIn(slice.syntax).find(({ span, article }) => ARTICLES.has(article) && slice.start + span.start <= offset && offset <= slice.start + span.end);
  if (cited) return { article: cited.article, span: shift(cited.span, slice.start) };
  const piece = pieceAt(analysis, offset);
  return piece?.meaning.kind === 'group' && piece.table.spec.id === 'proactiveDisclosure' ? { article: CAPTIONS, span: piece.span } : undefined;
}

/** The articles that the text cites, in order; captions of tables are no links. */
export function articlesCited({ reports }: Analysis): PlacedArticle[] {
  return reports.flatMap(({ start, model }) =>
    model.slices.flatMap(({ start: own, syntax }) => articlesIn(syntax).filter(({ article }) => ARTICLES.has(article)).map(({ article, span }) => ({ article, span: shift(span, start + own) }))),
  );
}

/** What an article is about. */
export function gistOf(article: number): Text {
  return ARTICLES.get(article)!;
}

/** Of an article that the text cites, what it is about. */
export function articleTold(analysis: Analysis, offset: number): Told | undefined {
  const found = articleAt(analysis, offset);
  if (!found) return undefined;
  const name = citedAs(article(String(found.article)));
  return { span: found.span, lines: [title({ zh: name, en: name }), line(gistOf(found.article))] };
}
