import type { DefinitionLink, Location } from 'vscode-languageserver';
import { definitions } from '../features/definitions';
import { type Feature, onDocument } from './context';
import { rangeOf } from './convert';

export const definition: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onDefinition(
      onDocument(context, 'definition', null, ({ document, analysis }, { position }): Location[] | DefinitionLink[] | null => {
        const found = definitions(analysis, document.lines.offsetAt(position));
        if (!found) return null;
        const ranges = found.targets.map((target) => rangeOf(document, target));
        if (!client.definitionLinks) return ranges.map((range) => ({ uri: document.uri, range }));
        const originSelectionRange = rangeOf(document, found.origin);
        return ranges.map((range) => ({ originSelectionRange, targetUri: document.uri, targetRange: range, targetSelectionRange: range }));
      }),
    );
  },
};
