/** What a user may set, as the pure service sees it. */
import type { EditionSetting } from '../model/report/report';
import type { Severity } from '../rules/rule';
import type { Locale, Text } from '../text/span';
import type { Ignore } from './ignore';

/** What a rule can be set to. */
export const LEVELS = ['error', 'warning', 'information', 'hint', 'off'] as const satisfies readonly (Severity | 'off')[];

export const INLAY_HINTS = ['off', 'totals', 'names'] as const;

export interface Settings {
  readonly edition: EditionSetting;
  /** Severity by rule id; rules not named keep their own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Whether reports are held against others of their agency, or of their folder. */
  readonly compareReports: boolean;
  /** Whether reports that are not open are checked too. */
  readonly checkWorkspace: boolean;
  /** What is shown beside numbers: sums where totals are wrong; with `names`, the columns of cells on lines of their own too. */
  readonly inlayHints: (typeof INLAY_HINTS)[number];
  /** Whether a line above each table tells how its equations come out. */
  readonly codeLens: boolean;
  /** How many problems a document shows at most; those left out are counted and told. */
  readonly maxProblems: number;
  readonly locale: Locale;
  /** Findings of the document that somebody looked at and left. */
  readonly ignores: readonly Ignore[];
  /** Nothing is checked, because the settings beside the document are not understood: others are not what its folder asks for. */
  readonly refusal?: Refusal;
  /** Folder of the rules' docs pages, ending in `/`: a URI for editors, a path for the command line. Empty: no links. */
  readonly docsBase: string;
}

export interface Refusal {
  /** Path or URI of the settings. */
  readonly file: string;
  readonly why: Text;
}

export const DEFAULT_SETTINGS: Settings = { edition: 'auto', rules: {}, compareReports: true, checkWorkspace: false, inlayHints: 'totals', codeLens: true, maxProblems: 1000, locale: 'zh-CN', ignores: [], docsBase: '' };
