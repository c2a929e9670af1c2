/** Formatting: of a document, of a range, of several. How wide a tab is drawn changes nothing. */
import type { Range, TextEdit } from 'vscode-languageserver';
import { formatting as formattingOf } from '../../features/formatting';
import type { Snapshot } from '../analyses';
import { type Feature, onDocument } from '../context';
import { textEditOf } from '../convert';

export const formatting: Feature = {
  listen(context) {
    const { connection } = context;
    const edits = ({ document, analysis }: Snapshot, ranges?: readonly Range[]): TextEdit[] => {
      const { lines } = document;
      const spans = ranges?.map(({ start, end }) => ({ start: lines.offsetAt(start), end: lines.offsetAt(end) }));
      return formattingOf(analysis, spans).map((edit) => textEditOf(document, edit));
    };
    connection.onDocumentFormatting(onDocument(context, 'formatting', [], (snapshot) => edits(snapshot)));
    connection.onDocumentRangeFormatting(onDocument(context, 'rangeFormatting', [], (snapshot, { range }) => edits(snapshot, [range])));
    connection.onDocumentRangesFormatting(onDocument(context, 'rangesFormatting', [], (snapshot, { ranges }) => edits(snapshot, ranges)));
  },
};
