/** Telling what an analysis came to: the status notification, and in the log what was left out. */
import type { Connection } from 'vscode-languageserver';
import { reportStatuses } from '../features/status';
import { MOST_CHARACTERS, type ReportStatus, STATUS_NOTIFICATION, type StatusParams } from '../protocol';
import type { Snapshot } from './analyses';
import type { OpenDocument } from './documents';
import { type Log, tell } from './log';

/** Returns what is to hear of every new analysis. */
export function teller(connection: Connection, log: Log): (snapshot: Snapshot) => void {
  const failed = new Set<string>();
  const limited = new WeakSet<OpenDocument>();
  const told = new WeakMap<OpenDocument, Status>();

  function tellOf(snapshot: Snapshot): void {
    const { document, analysis, tooLong } = snapshot;
    const { found, failedRules, settings } = analysis;
    for (const { rule, error } of failedRules) {
      if (failed.has(rule)) continue;
      failed.add(rule);
      log.error(`Rule ${rule} failed; it tells nothing until it is mended.`, error);
    }
    if (found > settings.maxProblems && !limited.has(document)) {
      limited.add(document);
      log.warn(`${found} problems found, ${settings.maxProblems} shown: ogiReport.maxProblems. ${document.uri}`);
    }
    if (tooLong && !limited.has(document)) {
      limited.add(document);
      log.warn(`Not checked: longer than ${MOST_CHARACTERS} characters. ${document.uri}`);
    }
    const status = statusOf(snapshot);
    const before = told.get(document);
    // Most edits change nothing of it, and that of a thick volume is long.
    if (before && saysTheSame(before, status)) return;
    told.set(document, status);
    tell(() => connection.sendNotification(STATUS_NOTIFICATION, { uri: document.uri, ...status } satisfies StatusParams));
  }

  return (snapshot) => {
    try {
      tellOf(snapshot);
    } catch (error) {
      log.failed('status', error); // which is no reason to have no findings
    }
  };
}

type Status = Omit<StatusParams, 'uri'>;

function statusOf({ analysis, tooLong }: Snapshot): Status {
  const { found, failedRules, settings } = analysis;
  return { reports: reportStatuses(analysis), findings: found, shown: Math.min(found, settings.maxProblems), failedRules: failedRules.map(({ rule }) => rule), tooLong };
}

function saysTheSame(a: Status, b: Status): boolean {
  return a.tooLong === b.tooLong && a.findings === b.findings && a.shown === b.shown && a.failedRules.join() === b.failedRules.join() && a.reports.length === b.reports.length && a.reports.every((report, i) => sameReport(report, b.reports[i]!));
}

/** Reports that were not touched keep their status. */
function sameReport(a: ReportStatus, b: ReportStatus): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
