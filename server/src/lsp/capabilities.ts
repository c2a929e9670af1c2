/** What the server promises: told in answer to `initialize`, before any of it is loaded. */
import { PositionEncodingKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { CODE_ACTION_KINDS, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/announced';
import type { Client } from './client';
import { SOURCE } from './source';

export function capabilitiesOf({ codeActionLiterals, pullsDiagnostics, refreshesDiagnostics, resolvesEdits, tellsFolders, preparesRename, inlineCompletions }: Client): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(tellsFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
    // An editor that refreshes is told when a report changes what is found in another; any other asks again by itself.
    ...(pullsDiagnostics ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: !refreshesDiagnostics, workspaceDiagnostics: true } } : {}),
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    ...(codeActionLiterals ? { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: resolvesEdits } } : {}),
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ['\t', '|', ' ', '\n'] },
    inlayHintProvider: true,
    codeLensProvider: {},
    semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: { delta: true }, range: true },
    documentHighlightProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    selectionRangeProvider: true,
    completionProvider: { triggerCharacters: ['、', '（', '(', '.'], resolveProvider: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    ...(inlineCompletions ? { inlineCompletionProvider: true } : {}),
    documentLinkProvider: {},
    workspaceSymbolProvider: true,
  };
}
