import { inlineCompletion as completionAt } from '../../features/inlineCompletions';
import { type Feature, onDocument } from '../context';

export const inlineCompletion: Feature = {
  listen(context) {
    if (!context.client.inlineCompletions) return;
    context.connection.languages.inlineCompletion.on(
      onDocument(context, 'inlineCompletion', [], ({ document, analysis }, { position }) => {
        const insertText = completionAt(analysis, document.lines.offsetAt(position));
        return insertText === undefined ? [] : [{ insertText, range: { start: position, end: position } }];
      }),
    );
  },
};
