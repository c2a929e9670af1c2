/** What the editor at the other end can do, read once from its `initialize` request. */
import { DiagnosticTag, type InitializeParams } from 'vscode-languageserver';
import type { ClientCommand, InitializationOptions } from '../protocol';

export interface Client {
  /** Asks for diagnostics by itself. */
  readonly pullsDiagnostics: boolean;
  /** Asks for them again when told to. */
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly unnecessaryTag: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  /** Answers `workspace/configuration`. */
  readonly answersConfiguration: boolean;
  /** Tells of changed settings only if asked to. */
  readonly registersConfiguration: boolean;
  /** Takes edits with the version of the document they are for. */
  readonly versionedEdits: boolean;
  readonly codeActionLiterals: boolean;
  /** Asks for the edit of an action when a person takes it. */
  readonly resolvesEdits: boolean;
  readonly hierarchicalSymbols: boolean;
  /** Most folding ranges it takes of one document. */
  readonly foldingLimit: number;
  readonly commands: ReadonlySet<ClientCommand>;
  /** Language of its interface, where it tells. */
  readonly locale: string | undefined;
  /** Settings it sent along. */
  readonly settings: unknown;
}

export function readClient({ capabilities, initializationOptions, locale }: InitializeParams): Client {
  const { workspace, textDocument } = capabilities;
  // Editors name what a diagnostic may carry for pushed ones, for pulled ones, or for both.
  const shape = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  const options: Partial<InitializationOptions> = isObject(initializationOptions) ? initializationOptions : {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    relatedInformation: shape.relatedInformation ?? false,
    unnecessaryTag: shape.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary) ?? false,
    codeDescription: shape.codeDescriptionSupport ?? false,
    diagnosticData: shape.dataSupport ?? false,
    answersConfiguration: workspace?.configuration ?? false,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits: (textDocument?.codeAction?.dataSupport && textDocument.codeAction.resolveSupport?.properties.includes('edit')) ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Infinity,
    commands: new Set(Array.isArray(options.commands) ? options.commands : []),
    locale: typeof options.locale === 'string' ? options.locale : locale,
    settings: options.settings,
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
