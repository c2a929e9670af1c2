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
  /** Most findings reported for one document; 1 or more. */
  readonly maxProblems: number;
  /** The language of messages; `auto` is the editor's. */
  readonly language: 'auto' | 'zh-CN' | 'en';
}

/** The section of the configuration that holds `Settings`. */
export const SETTINGS_SECTION = 'ogiReport';

/** The values of package.json, for clients that send none. */
export const DEFAULT_SETTINGS: Settings = { edition: 'auto', rules: {}, maxProblems: 1000, language: 'auto' };

/** `initializationOptions` of the `initialize` request. Every client but ours sends less, or nothing. */
export interface InitializationOptions {
  /** The language of the editor's interface, as VS Code names it: `zh-cn`, `en`. */
  readonly locale: string;
  readonly settings: Settings;
  /** Commands of the client that the server may offer in code actions. */
  readonly commands?: readonly ClientCommand[];
}

/** Cures that are no edits, and so are not the server's to apply. */
export type ClientCommand = 'ogiReport.reopenInGb18030' | 'ogiReport.reopenInUtf8';

/** Server to client, after the first analysis of an open document and after each that came to something else; params: `StatusParams`. */
export const STATUS_NOTIFICATION = 'ogiReport/status';

export interface StatusParams {
  readonly uri: string;
  /** In the order of the text; a compiled volume holds several. */
  readonly reports: readonly ReportStatus[];
  /** All findings of the document. */
  readonly findings: number;
  /** How many of them were reported; fewer than `findings` where `maxProblems` bit. */
  readonly shown: number;
  /** Ids of the rules that threw and therefore told nothing. */
  readonly failedRules: readonly string[];
}

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
   * `balanced`: every equation holds. `unbalanced`: `failing` of them don't. `incomplete`: some rows or cells couldn't
   * be read, and the equations that need them were left out. `unreadable`: no arithmetic was possible at all.
   */
  readonly state: 'balanced' | 'unbalanced' | 'incomplete' | 'unreadable' | 'missing';
  readonly failing: number;
}
