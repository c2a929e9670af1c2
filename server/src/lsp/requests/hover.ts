import { hover as hoverAt } from '../../features/hovers';
import { type Feature, onDocument } from '../context';
import { rangeOf } from '../convert';
import { markupOf } from '../markup';

export const hover: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onHover(
      onDocument(context, 'hover', null, ({ document, analysis }, { position }) => {
        const found = hoverAt(analysis, document.lines.offsetAt(position));
        return found ? { contents: markupOf(found.lines, client.hoverMarkdown), range: rangeOf(document, found.span) } : null;
      }),
    );
  },
};
