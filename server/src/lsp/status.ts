/** Telling what an analysis came to: the status notification, and in the log what was left out. */
import type { Connection } from 'vscode-languageserver';
import { reportStatuses } from '../features/status';
import { STATUS_NOTIFICATION, type StatusParams } from '../protocol';
import type { Snapshot } from './analyses';
import type { OpenDocument } from './documents';
import { type Log, tell } from './log';

/** Returns what is to hear of every new analysis. */
export function teller(connection: Connection, log: Log): (snapshot: Snapshot) => void {
  const failed = new Set<string>();
  const limited = new WeakSet<OpenDocument>();

  return (snapshot) => {
    const { found, diagnostics, failedRules } = snapshot.analysis;
    for (const { rule, error } of failedRules) {
      if (failed.has(rule)) continue;
      failed.add(rule);
      log.error(`Rule ${rule} failed; it tells nothing until it is mended.`, error);
    }
    if (found > diagnostics.length && !limited.has(snapshot.document)) {
      limited.add(snapshot.document);
      log.warn(`${found} problems found, ${diagnostics.length} shown: ogiReport.maxProblems. ${snapshot.document.uri}`);
    }
    tell(() => connection.sendNotification(STATUS_NOTIFICATION, statusOf(snapshot)));
  };
}

function statusOf({ document, version, analysis }: Snapshot): StatusParams {
  const { found, diagnostics, failedRules } = analysis;
  return {
    uri: document.uri,
    version,
    reports: reportStatuses(analysis),
    findings: found,
    shown: diagnostics.length,
    failedRules: failedRules.map(({ rule }) => rule),
  };
}
