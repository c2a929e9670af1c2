/**
 * What a language server costs that does nothing: it keeps the text of open documents and tells of no finding. The floor
 * that the real one is measured against.
 */
import { createConnection, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);
let pulls = false;

connection.onInitialize(({ capabilities }) => {
  pulls = capabilities.textDocument?.diagnostic !== undefined;
  const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
  return { capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental }, ...(pulls ? { diagnosticProvider } : {}) } };
});
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
documents.onDidChangeContent(({ document }) => {
  if (!pulls) void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] });
});
documents.listen(connection);
connection.listen();
