/** What the editor at the other end can do, read once from its `initialize` request. */
import { DiagnosticTag, type InitializeParams, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import type { ClientCommand, InitializationOptions } from '../protocol';

export interface Client {
  /** Asks for diagnostics by itself. */
  readonly pullsDiagnostics: boolean;
  /** Asks for them again when told to. */
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  readonly codeDescription: boolean;
  /** Answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  /** Tells of changed settings only if asked to. */
  readonly registersConfiguration: boolean;
  /** Takes edits with the version of the document they are for. */
  readonly versionedEdits: boolean;
  /** Creates files as part of an edit. */
  readonly createsFiles: boolean;
  readonly codeActionLiterals: boolean;
  /** Asks for the edit of an action when a person takes it. */
  readonly resolvesEdits: boolean;
  /** Shows actions that can't be taken, with the reason. */
  readonly disabledActions: boolean;
  readonly hierarchicalSymbols: boolean;
  /** Most folding ranges it takes of one document. */
  readonly foldingLimit: number;
  /** Shows Markdown, rather than plain text: in hovers, in the documentation of signatures. */
  readonly hoverMarkdown: boolean;
  readonly signatureMarkdown: boolean;
  /** Takes completions with places to be filled in, with more lines than one as they are, and with documentation in Markdown. */
  readonly completionSnippets: boolean;
  readonly completionsAsIs: boolean;
  readonly completionMarkdown: boolean;
  /** Asks what a place is called before it asks for a new name. */
  readonly preparesRename: boolean;
  /** Shows what may be typed next behind the caret. */
  readonly inlineCompletions: boolean;
  /** Knows the parameters of a signature by their place in its label. */
  readonly labelOffsets: boolean;
  /** Takes the place that a definition is asked for with the definition. */
  readonly definitionLinks: boolean;
  /** Asks again, when told to, for what it shows of every document. */
  readonly refreshes: { readonly inlayHints: boolean; readonly codeLenses: boolean; readonly semanticTokens: boolean };
  readonly commands: ReadonlySet<ClientCommand>;
  /** URIs of the workspace's folders, at the start. */
  readonly folders: readonly string[];
  /** Tells when folders come and go. */
  readonly tellsFolders: boolean;
  /** Tells of changes on disk if asked to. */
  readonly watchesFiles: boolean;
  /** Answers requests for files that are not open. */
  readonly offersFiles: boolean;
  /** Language of its interface, where it tells. */
  readonly locale: string | undefined;
  /** Address of its extension's folder, ending in `/`; empty: it does not say. */
  readonly extensionBase: string;
  /** Settings it sent along. */
  readonly settings: unknown;
}

export function readClient({ capabilities, initializationOptions, locale, ...params }: InitializeParams): Client {
  const { workspace, textDocument } = capabilities;
  // Editors name what a diagnostic may carry for pushed ones, for pulled ones, or for both.
  const shape = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  const completion = textDocument?.completion?.completionItem;
  const options: Partial<InitializationOptions> = isObject(initializationOptions) ? initializationOptions : {};
  return {
    pullsDiagnostics: isObject(textDocument?.diagnostic),
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    relatedInformation: shape.relatedInformation ?? false,
    unnecessaryTag: isAmong(DiagnosticTag.Unnecessary, shape.tagSupport?.valueSet),
    codeDescription: shape.codeDescriptionSupport ?? false,
    answersConfiguration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    createsFiles: (workspace?.workspaceEdit?.documentChanges && isAmong('create', workspace.workspaceEdit.resourceOperations)) ?? false,
    codeActionLiterals: isObject(textDocument?.codeAction?.codeActionLiteralSupport),
    resolvesEdits: (textDocument?.codeAction?.dataSupport && isAmong('edit', textDocument.codeAction.resolveSupport?.properties)) ?? false,
    disabledActions: textDocument?.codeAction?.disabledSupport ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    foldingLimit: limitOf(textDocument?.foldingRange?.rangeLimit),
    hoverMarkdown: prefersMarkdown(textDocument?.hover?.contentFormat),
    signatureMarkdown: prefersMarkdown(textDocument?.signatureHelp?.signatureInformation?.documentationFormat),
    completionSnippets: completion?.snippetSupport ?? false,
    completionsAsIs: isAmong(InsertTextMode.asIs, completion?.insertTextModeSupport?.valueSet),
    completionMarkdown: prefersMarkdown(completion?.documentationFormat),
    preparesRename: textDocument?.rename?.prepareSupport ?? false,
    inlineCompletions: isObject(textDocument?.inlineCompletion),
    labelOffsets: textDocument?.signatureHelp?.signatureInformation?.parameterInformation?.labelOffsetSupport ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    refreshes: {
      inlayHints: workspace?.inlayHint?.refreshSupport ?? false,
      codeLenses: workspace?.codeLens?.refreshSupport ?? false,
      semanticTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    },
    folders: foldersOf(params),
    tellsFolders: workspace?.workspaceFolders ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    offersFiles: options.files === true,
    commands: new Set(Array.isArray(options.commands) ? options.commands : []),
    locale: [options.locale, locale].find((own) => typeof own === 'string'),
    extensionBase: typeof options.extensionBase === 'string' ? options.extensionBase : '',
    settings: options.settings,
  };
}

/** An editor without folders may still name a root. */
function foldersOf({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>): string[] {
  const named: readonly unknown[] = Array.isArray(workspaceFolders) ? workspaceFolders.map((folder: unknown) => isObject(folder) && folder.uri) : [rootUri];
  return named.filter((uri) => typeof uri === 'string' && uri !== '') as string[];
}

// What an editor says it can do may be anything: what makes no sense it can't.

const isAmong = (value: unknown, list: unknown): boolean => Array.isArray(list) && list.includes(value);

const limitOf = (limit: unknown): number => (Number.isInteger(limit) && Number(limit) >= 0 ? Number(limit) : Infinity);

/** Of the kinds of text that an editor shows the first is the one it shows best. */
const prefersMarkdown = (kinds: unknown): boolean => Array.isArray(kinds) && kinds.find((kind) => kind === MarkupKind.Markdown || kind === MarkupKind.PlainText) === MarkupKind.Markdown;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
