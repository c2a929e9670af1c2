import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { codeLenses } from '../../features/codeLenses';
import type { ClientCommand, UnbalancedCells } from '../../protocol';
import { type Feature, onDocument, refreshOnSettings } from '../context';
import { rangeOf } from '../convert';

const SHOW: ClientCommand = 'ogiReport.showUnbalanced';

export const codeLens: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onCodeLens(
      onDocument(context, 'codeLens', [], ({ document, analysis }) =>
        codeLenses(analysis).map(({ span, title, cells }) => {
          const range = rangeOf(document, span);
          const shown: UnbalancedCells = { uri: document.uri, at: range.start, cells: cells.map((cell) => rangeOf(document, cell)) };
          // Without the command the words alone are shown.
          return { range, command: client.commands.has(SHOW) ? { title, command: SHOW, arguments: [shown] } : { title, command: '' } };
        }),
      ),
    );
    if (client.refreshes.codeLenses) refreshOnSettings(context, () => connection.sendRequest(CodeLensRefreshRequest.type));
  },
};
