import type { DefinitionLink, Location } from 'vscode-languageserver';
import type { Analysis } from '../../analysis/analyse';
import { articleAt } from '../../features/articles';
import { definitions } from '../../features/definitions';
import { type Feature, onDocument } from '../context';
import { rangeOf } from '../convert';
import type { OpenDocument } from '../documents';
import { articlePage } from './lawPage';

export const definition: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onDefinition(
      onDocument(context, 'definition', null, ({ document, analysis }, { position }): Location[] | DefinitionLink[] | null => {
        const offset = document.lines.offsetAt(position);
        const found = definitions(analysis, offset);
        if (!found) return articlePlace(document, analysis, offset, client.definitionLinks);
        const ranges = found.targets.map((target) => rangeOf(document, target));
        if (!client.definitionLinks) return ranges.map((range) => ({ uri: document.uri, range }));
        const originSelectionRange = rangeOf(document, found.origin);
        return ranges.map((range) => ({ originSelectionRange, targetUri: document.uri, targetRange: range, targetSelectionRange: range }));
      }),
    );
  },
};

/** Where the page about the regulation tells of the article at `offset`. */
function articlePlace(document: OpenDocument, analysis: Analysis, offset: number, links: boolean): Location[] | DefinitionLink[] | null {
  const found = articleAt(analysis, offset);
  const page = found && articlePage(analysis.settings, found.article);
  if (!page) return null;
  const { uri, line } = page;
  const range = { start: { line, character: 0 }, end: { line, character: 0 } };
  return links ? [{ originSelectionRange: rangeOf(document, found.span), targetUri: uri, targetRange: range, targetSelectionRange: range }] : [{ uri, range }];
}
