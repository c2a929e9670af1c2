/** Where the page about the regulation is: beside the rules' pages, where the host has those. */
import type { Settings } from '../../analysis/settings';
import { articleLine, LAW_PAGE } from '../../features/lawPage';

/** The page and the line that tell of an article; undefined where there is none, or no page to open. */
export function articlePage({ docsBase }: Settings, article: number): { readonly uri: string; readonly line: number } | undefined {
  const line = articleLine(article);
  return docsBase === '' || line === undefined ? undefined : { uri: new URL(`../${LAW_PAGE}`, docsBase).href, line };
}
