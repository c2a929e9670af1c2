import { references as referencesOf } from '../../features/references';
import { type Feature, onDocument } from '../context';
import { rangeOf } from '../convert';

export const references: Feature = {
  listen(context) {
    context.connection.onReferences(
      onDocument(context, 'references', [], ({ document, analysis }, { position, context: { includeDeclaration } }) =>
        referencesOf(analysis, document.lines.offsetAt(position), includeDeclaration).map((span) => ({ uri: document.uri, range: rangeOf(document, span) })),
      ),
    );
  },
};
