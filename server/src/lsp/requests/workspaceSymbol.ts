import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { workspaceSymbols } from '../../features/workspaceSymbols';
import type { Feature } from '../context';
import { safely } from '../safely';

export const workspaceSymbol: Feature = {
  listen({ connection, workspace, log }) {
    connection.onWorkspaceSymbol(
      safely(log, 'workspaceSymbol', [], ({ query }): SymbolInformation[] =>
        // What is still to be read is found the next time.
        workspaceSymbols(workspace.known.reports(), query).map(({ kind, name, container, file, range }) => ({
          name,
          kind: kind === 'report' ? SymbolKind.File : SymbolKind.Module,
          location: { uri: file, range },
          ...(container === '' ? {} : { containerName: container }),
        })),
      ),
    );
  },
};
