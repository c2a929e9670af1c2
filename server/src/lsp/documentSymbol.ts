import { documentSymbols } from '../features/documentSymbols';
import { type Feature, onDocument } from './context';
import { flatSymbolsOf, symbolOf } from './convert';

export const documentSymbol: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onDocumentSymbol(
      onDocument(context, 'documentSymbol', [], ({ document, analysis }) => {
        const symbols = documentSymbols(analysis);
        return client.hierarchicalSymbols ? symbols.map((symbol) => symbolOf(document, symbol)) : symbols.flatMap((symbol) => flatSymbolsOf(document, symbol));
      }),
    );
  },
};
