import { inlayHints } from '../../features/inlayHints';
import { type Feature, onDocument, refreshOnSettings } from '../context';

export const inlayHint: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.languages.inlayHint.on(
      onDocument(context, 'inlayHint', [], ({ document, analysis }, { range }) => {
        const { lines } = document;
        const hints = inlayHints(analysis, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
        return hints.map(({ offset, label, tooltip }) => ({ position: lines.positionAt(offset), label, paddingLeft: true, ...(tooltip === '' ? {} : { tooltip }) }));
      }),
    );
    if (client.refreshes.inlayHints) refreshOnSettings(context, () => connection.languages.inlayHint.refresh());
  },
};
