/**
 * What client and server say to each other beyond the Language Server Protocol: plain types and method names.
 *
 * Both sides import this file, so it imports nothing: neither the rings of the service nor a package of either side.
 */

/** Levels a rule can be set to; `off` switches it off for checking and for fixing. */
export type RuleLevel = 'error' | 'warning' | 'information' | 'hint' | 'off';

/**
 * The `ogiReport.*` settings that the server reads. It takes the first values from `InitializationOptions` and later
 * ones, per document, from `workspace/configuration` with the document's URI as scope.
 */
export interface Settings {
  /** The form to check against; `auto` decides by year and tables. */
  readonly edition: 'auto' | '2019' | '2021';
  /** Levels by rule id, for the rules whose own level doesn't suit. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Whether reports are held against others of the same agency in the workspace, which are then read. */
  readonly compareReports: boolean;
  /** Whether the findings of all reports of the workspace are told, of those that are not open too. */
  readonly checkWorkspace: boolean;
  /** Sums beside totals that are wrong; `names`: and the column of each cell that has a line of its own. */
  readonly inlayHints: 'off' | 'totals' | 'names';
  /** Whether a line above each table tells how its equations come out. */
  readonly codeLens: boolean;
  /** Most findings reported for one document; 1 or more. */
  readonly maxProblems: number;
  /** The language of messages; `auto` is the editor's. */
  readonly language: 'auto' | 'zh-CN' | 'en';
}

/** The section of the configuration that holds `Settings`. */
export const SETTINGS_SECTION = 'ogiReport';

/** The values of package.json, for clients that send none. */
export const DEFAULT_SETTINGS: Settings = { edition: 'auto', rules: {}, compareReports: true, checkWorkspace: false, inlayHints: 'totals', codeLens: true, maxProblems: 1000, language: 'auto' };

/** `initializationOptions` of the `initialize` request. Every client but ours sends less, or nothing. */
export interface InitializationOptions {
  /** The language of the editor's interface, as VS Code names it: `zh-cn`, `en`. */
  readonly locale: string;
  readonly settings: Settings;
  /** Commands of the client that the server may offer in code actions. */
  readonly commands?: readonly ClientCommand[];
  /** Whether the client answers `FILES_REQUEST` and `READ_FILE_REQUEST`; otherwise the server looks at the disk itself. */
  readonly files?: boolean;
  /** Address of the extension's folder, ending in `/`, where the server can't know it. */
  readonly extensionBase?: string;
}

/** Server to client: the files below a folder of the workspace that may be reports; params `FilesParams`, result `FilesResult`. */
export const FILES_REQUEST = 'ogiReport/files';

export interface FilesParams {
  /** URI of a folder of the workspace. */
  readonly folder: string;
  /** URI of a folder in it, if only that is asked for; nothing is below a file, or below a link. */
  readonly below?: string;
  /** How many at most. */
  readonly most: number;
}

export interface FilesResult {
  readonly uris: readonly string[];
  /** Whether there are more than those. */
  readonly more: boolean;
}

/** Server to client: the content of one of them; params `ReadFileParams`, result `ReadFileResult`. */
export const READ_FILE_REQUEST = 'ogiReport/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** The folder of the workspace that the file must not lead out of. None for a `CONFIG_FILE`, which holds above a folder too. */
  readonly folder?: string;
  readonly mostBytes: number;
}

/** Base64; null: gone, larger than asked for, or behind a link. A `CONFIG_FILE` that is there and can't be read fails the request. */
export type ReadFileResult = string | null;

/** Client to server: the agencies of which the workspace has reports, once they have been read; no params, result `AgenciesResult`. */
export const AGENCIES_REQUEST = 'ogiReport/agencies';

/** By name, as the latest report of each writes it. */
export type AgenciesResult = readonly { readonly agency: string; readonly years: readonly number[] }[];

/** Client to server: the text of a report to be written; params `NewReportParams`, result `NewReportResult`. */
export const NEW_REPORT_REQUEST = 'ogiReport/newReport';

export interface NewReportParams {
  readonly agency: string;
  readonly year: number;
}

export interface NewReportResult {
  /** Null: there was no national form for that year. */
  readonly text: string | null;
  /** URI of last year's report, from which the requests carried over were taken; null: none was found, or its numbers can't be relied on. */
  readonly carriedFrom: string | null;
}

/** The first year with a national form. */
export const FIRST_YEAR = 2019;

/** Settings of a folder, read without a `folder`. */
export const CONFIG_FILE = '.ogireport.json';

export function isConfigFile(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_FILE}`);
}

/** The files that may be reports, by their names: what they hold decides. */
export const REPORT_FILES = '**/*.{ogi,txt,OGI,TXT}';

export function mayBeReport(name: string): boolean {
  return /\.(?:ogi|txt)$/i.test(name);
}

/** Folders of tools hold no reports. */
export function mayHoldReports(folder: string): boolean {
  return !/^(?:\..*|node_modules)$/.test(folder);
}

/** Folders that are looked into; a workspace with more is somebody's whole disk. */
export const MOST_FOLDERS = 10_000;

/**
 * Client to server: a report of an open document as it is drawn beside the text; params `PreviewParams`, result `PreviewResult`,
 * or null where there is no report.
 */
export const PREVIEW_REQUEST = 'ogiReport/preview';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  /** Which report of the document: the one at this offset, in UTF-16 units. */
  readonly offset: number;
}

export interface PreviewResult {
  /** Of the document; offsets are those of its text. */
  readonly version: number;
  /** From where to where the report reaches. */
  readonly span: { readonly start: number; readonly end: number };
  /** A `Preview` of server/src/features/preview.ts, for the page that draws it. */
  readonly preview: unknown;
}

/** Client to server: the same report as a page of its own; params `PreviewParams`, result `PageResult`, or null. */
export const PAGE_REQUEST = 'ogiReport/page';

export interface PageResult {
  /** HTML that needs no other file, runs nothing and fetches nothing. */
  readonly html: string;
}

/** Server to client, after a preview was asked for: reports that it may be compared with came, went or changed. No params. */
export const PREVIEW_OUTDATED_NOTIFICATION = 'ogiReport/previewOutdated';

/**
 * Client to server: how the findings of an open document differ from those told before; params `DiagnosticDeltaParams`, result
 * `DiagnosticDelta`, or null where the document is not known. A volume has a thousand findings, of which a keystroke touches few, and
 * the protocol's own pull has no differences.
 */
export const DIAGNOSTIC_DELTA_REQUEST = 'ogiReport/diagnosticDelta';

export interface DiagnosticDeltaParams {
  readonly textDocument: { readonly uri: string };
  /** Of the findings that the client holds; none: it holds none. */
  readonly previousResultId?: string;
}

/** `Item` is a `Diagnostic` of the protocol. The findings are those of the runs, one after another. */
export interface DiagnosticDelta<Item> {
  readonly resultId: string;
  readonly runs: readonly DiagnosticRun<Item>[];
}

/**
 * Findings that are new; or so many of those that the client holds, from that index on, so many `lines` further down with all that they
 * say of places in the same document.
 */
export type DiagnosticRun<Item> = { readonly items: readonly Item[] } | { readonly start: number; readonly count: number; readonly lines: number };

/** What only the editor can do: cures that are no edits, and showing places. */
export type ClientCommand =
  | 'ogiReport.reopenInGb18030'
  | 'ogiReport.reopenInUtf8'
  | 'ogiReport.showUnbalanced'
  | 'ogiReport.ignore'
  | 'ogiReport.turnOffInFolder'
  | 'ogiReport.turnOff';

/** The argument of `ogiReport.ignore`; of `ogiReport.turnOffInFolder` and `ogiReport.turnOff` without the fingerprint. */
export interface RuleAtPlace {
  /** URI of the report. */
  readonly uri: string;
  readonly rule: string;
  readonly fingerprint?: string;
}

/** Client to server: the edit of the folder's settings for a decision; params `ConfigEditParams`, result `ConfigEditResult`. */
export const CONFIG_EDIT_REQUEST = 'ogiReport/configEdit';

export interface ConfigEditParams {
  /** URI of the report. */
  readonly uri: string;
  readonly rule: string;
  /** The finding that is left; absent: the rule is off for the folder. */
  readonly ignore?: { readonly fingerprint: string; readonly reason: string };
}

/** `edit` is a `WorkspaceEdit` of the protocol, for the content of `config` on disk; `refused` says why there is none. */
export type ConfigEditResult = { readonly config: string; readonly edit: object } | { readonly refused: string };

/** The argument of `ogiReport.showUnbalanced`; positions are zero-based, characters in UTF-16 units. */
export interface UnbalancedCells {
  readonly uri: string;
  /** From where they are shown. */
  readonly at: { readonly line: number; readonly character: number };
  /** None: the findings are shown instead. */
  readonly cells: readonly { readonly start: UnbalancedCells['at']; readonly end: UnbalancedCells['at'] }[];
}

/** Server to client, after the first analysis of an open document and, some time after others, of what they came to; params: `StatusParams`. */
export const STATUS_NOTIFICATION = 'ogiReport/status';

export interface StatusParams {
  readonly uri: string;
  /** In the order of the text; a compiled volume holds several. */
  readonly reports: readonly ReportStatus[];
  /** All findings of the document. */
  readonly findings: number;
  /** How many of them were reported; fewer than `findings` where `maxProblems` bit. */
  readonly shown: number;
  /** Ids of the rules that threw and therefore told nothing; `layout`: tables could not be read for the same reason. */
  readonly failedRules: readonly string[];
  /** The document has more than `MOST_CHARACTERS`, and nothing of it was checked. */
  readonly tooLong: boolean;
}

/** Client to server: check every report of the workspace, and tell of their findings from now on; no params, result `CheckWorkspaceResult`. */
export const CHECK_WORKSPACE_REQUEST = 'ogiReport/checkWorkspace';

export interface CheckWorkspaceResult {
  /** Files with reports, open ones too. */
  readonly files: number;
  readonly reports: number;
  readonly bySeverity: Readonly<Record<Exclude<RuleLevel, 'off'>, number>>;
  /** Files that may be reports and could not be read: too large, or no text. */
  readonly unread: number;
  /** There are more files than are checked. */
  readonly more: boolean;
  /** Somebody cancelled; the numbers are of what was checked until then. */
  readonly stopped: boolean;
}

/** Server to client, when a part of the server failed for the first time; params: `FailedPartsParams`. */
export const FAILED_PARTS_NOTIFICATION = 'ogiReport/failedParts';

export interface FailedPartsParams {
  /** All that have failed since the server was started, as `hover`. Each goes on where it does not fail. */
  readonly parts: readonly string[];
}

/** Longer documents are not checked: no report comes near. UTF-16 units. */
export const MOST_CHARACTERS = 20_000_000;

export interface ReportStatus {
  readonly title?: string;
  readonly agency?: string;
  readonly fiscalYear?: number;
  /** `pre2019`: recognised, but without a national form to check against. */
  readonly edition: '2019' | '2021' | 'pre2019';
  readonly editionReason: 'setting' | 'year' | 'tables' | 'default';
  readonly tables: readonly TableStatus[];
}

export interface TableStatus {
  readonly id: 'proactiveDisclosure' | 'requests' | 'reviewAndLitigation';
  /**
   * `balanced`: every equation holds. `unbalanced`: `failing` of them don't. `blank`: no number is filled in yet.
   * `incomplete`: some rows or cells couldn't be read, and the equations that need them were left out. `unreadable`: no arithmetic was possible at all.
   */
  readonly state: 'balanced' | 'unbalanced' | 'blank' | 'incomplete' | 'unreadable' | 'missing';
  readonly failing: number;
}

/** To the thread that converts documents: bring a document in, or send a report out. */
export type ConversionRequest =
  | { readonly kind: 'import'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'export'; readonly text: string; readonly format: ExportFormat; readonly edition: Settings['edition'] };

/** A worker of a browser doesn't know where it was found: `parts` is the address of the folder with what reads and writes documents. */
export interface WorkerRequest {
  readonly parts: string;
  readonly request: ConversionRequest;
}

export type ExportFormat = 'docx' | 'html' | 'csv';

/** Words for a person, in both languages. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What came of it: a text or a document with what is not in it, or why there is none. */
export type ConversionResult =
  | { readonly kind: 'imported'; readonly text: string; readonly losses: readonly Words[] }
  | { readonly kind: 'exported'; readonly bytes: Uint8Array; readonly losses: readonly Words[] }
  | { readonly kind: 'refused'; readonly reason: Words };

/** How long a conversion may take, in milliseconds, and how large a document may be, in bytes. */
export const CONVERSION_TIME = 60_000;
export const MOST_DOCUMENT_BYTES = 100_000_000;
