import { documentSymbols } from '../../features/documentSymbols';
import { type Feature, onDocument } from '../context';
import { flatSymbolsOf } from '../convert';
import { symbolsOf } from './symbols';

export const documentSymbol: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onDocumentSymbol(
      onDocument(context, 'documentSymbol', [], (snapshot) =>
        client.hierarchicalSymbols ? symbolsOf(snapshot) : documentSymbols(snapshot.analysis).flatMap((symbol) => flatSymbolsOf(snapshot.document, symbol)),
      ),
    );
  },
};
