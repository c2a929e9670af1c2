/**
 * Reports beside each other: found by agency and by folder, never by file name.
 *
 * What a report sees of the others is an immutable `Beside` that stays the same object until one of them changes; whoever
 * computes something from it remembers that by identity, as everywhere.
 */
import { identityOf, type ReportIdentity, type ReportSummary } from './summary';
import type { ReportModel } from '../types';

/** Which reports: those of the same agency, or those in the same folder. */
export const REACHES = ['agency', 'folder'] as const;
export type Reach = (typeof REACHES)[number];

/** The other reports that one report is held against, in the order of their files. */
export interface Beside {
  /** The file that the report itself is in. */
  readonly file: string;
  readonly own: ReportIdentity;
  readonly others: readonly ReportSummary[];
}

export class Neighbourhood {
  readonly #files = new Map<string, readonly ReportSummary[]>();
  readonly #groups: Readonly<Record<Reach, Map<string, Group>>> = { agency: new Map(), folder: new Map() };
  readonly #known = new WeakMap<ReportModel, Map<Reach, Known>>();
  #version = 0;

  /** Another number after every change. */
  get version(): number {
    return this.#version;
  }

  /** The reports in `file`, in place of those it held before; none: the file is gone. Whether that changed anything. */
  set(file: string, reports: readonly ReportSummary[]): boolean {
    const before = this.#files.get(file) ?? NOBODY;
    const now = reports.map((report, i) => (before[i] && sameContent(before[i], report) ? before[i] : report));
    if (same(before, now)) return false;
    this.#version++;
    if (now.length === 0) this.#files.delete(file);
    else this.#files.set(file, now);
    for (const reach of REACHES) {
      const keys = new Set([...before, ...now].map((report) => keyOf(reach, report)));
      for (const key of keys) this.#regroup(reach, key, file, now.filter((report) => keyOf(reach, report) === key));
    }
    return true;
  }

  /** The reports in `file`. */
  in(file: string): readonly ReportSummary[] {
    return this.#files.get(file) ?? NOBODY;
  }

  /** How many files with reports there are. */
  get size(): number {
    return this.#files.size;
  }

  /** The files with reports. */
  get files(): Iterable<string> {
    return this.#files.keys();
  }

  /** The reports of one agency, by its key, in the order of their files. */
  ofAgency(key: string): readonly ReportSummary[] {
    return this.#groups.agency.get(key)?.reports ?? NOBODY;
  }

  /** All reports, file by file. */
  *reports(): Generator<ReportSummary> {
    for (const own of this.#files.values()) yield* own;
  }

  /** What `report`, which is in `file`, sees of the others; undefined where it does not say whose it is. */
  beside(report: ReportModel, file: string, reach: Reach): Beside | undefined {
    const own = identityOf(report);
    if (!own) return undefined;
    const group = this.#groups[reach].get(keyOf(reach, { file, ...own }))?.reports ?? NOBODY;
    let byReach = this.#known.get(report);
    if (!byReach) this.#known.set(report, (byReach = new Map<Reach, Known>()));
    const known = byReach.get(reach);
    if (known?.group === group && known.beside.file === file) return known.beside;
    // The report itself is not beside itself; another year's may be in the same file.
    const others = group.filter((other) => other.file !== file || other.fiscalYear !== own.fiscalYear);
    const beside = known?.beside.file === file && same(known.beside.others, others) ? known.beside : { file, own, others };
    byReach.set(reach, { group, beside });
    return beside;
  }

  #regroup(reach: Reach, key: string, file: string, reports: readonly ReportSummary[]): void {
    const groups = this.#groups[reach];
    let group = groups.get(key);
    if (!group) groups.set(key, (group = new Group()));
    group.set(file, reports);
    if (group.isEmpty) groups.delete(key);
  }
}

interface Known {
  readonly group: readonly ReportSummary[];
  readonly beside: Beside;
}

const NOBODY: readonly ReportSummary[] = [];

/** What the reports of one agency, or of one folder, have in common. */
export const keyOf = (reach: Reach, { agencyKey, file }: Pick<ReportSummary, 'agencyKey' | 'file'>): string => (reach === 'agency' ? agencyKey : folderOf(file));

/** Summaries are plain data. */
const sameContent = (a: ReportSummary, b: ReportSummary): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** Reports under one key, as one list that is made again when it is asked for after a change. */
class Group {
  readonly #byFile = new Map<string, readonly ReportSummary[]>();
  #reports: readonly ReportSummary[] | undefined;

  get isEmpty(): boolean {
    return this.#byFile.size === 0;
  }

  get reports(): readonly ReportSummary[] {
    return (this.#reports ??= [...this.#byFile.values()].flat().sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file))));
  }

  set(file: string, reports: readonly ReportSummary[]): void {
    this.#reports = undefined;
    if (reports.length === 0) this.#byFile.delete(file);
    else this.#byFile.set(file, reports);
  }
}

/** The folder of a path or URI, without its end; empty for a bare name. */
function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'), 0));
}
