import { DocumentHighlightKind } from 'vscode-languageserver';
import { documentHighlights } from '../../features/documentHighlights';
import { type Feature, onDocument } from '../context';
import { rangeOf } from '../convert';

/** A total is made, its addends are read: what editors show as writing and reading. */
const KINDS = { total: DocumentHighlightKind.Write, addend: DocumentHighlightKind.Read } as const;

export const documentHighlight: Feature = {
  listen(context) {
    context.connection.onDocumentHighlight(
      onDocument(context, 'documentHighlight', [], ({ document, analysis }, { position }) =>
        documentHighlights(analysis, document.lines.offsetAt(position)).map(({ span, kind }) => ({ range: rangeOf(document, span), kind: KINDS[kind] })),
      ),
    );
  },
};
