import { signatureHelp as helpAt } from '../../features/signatureHelp';
import { type Feature, onDocument } from '../context';
import { markupOf } from '../markup';

export const signatureHelp: Feature = {
  // What ends a cell, in any layout.
  listen(context) {
    const { connection, client } = context;
    const words = (text: string) => markupOf([{ form: 'text', text }], client.signatureMarkdown);
    connection.onSignatureHelp(
      onDocument(context, 'signatureHelp', null, ({ document, analysis }, { position }) => {
        const help = helpAt(analysis, document.lines.offsetAt(position));
        if (!help) return null;
        const parameters = help.columns.map(({ span: { start, end }, documentation }) => ({
          label: client.labelOffsets ? ([start, end] satisfies [number, number]) : help.label.slice(start, end),
          documentation: words(documentation),
        }));
        return { signatures: [{ label: help.label, documentation: words(help.documentation), parameters }], activeSignature: 0, activeParameter: help.active };
      }),
    );
  },
};
