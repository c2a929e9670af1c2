import { foldingRanges } from '../../features/foldingRanges';
import { type Feature, onDocument } from '../context';
import { foldingRangesOf } from '../convert';

export const foldingRange: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onFoldingRanges(onDocument(context, 'foldingRange', [], ({ document, analysis }) => foldingRangesOf(document, foldingRanges(analysis)).slice(0, client.foldingLimit)));
  },
};
