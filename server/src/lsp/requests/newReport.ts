/** Reports to be written, for a client that asks for agency and year. */
import { newReport as newReportOf } from '../../features/newReport';
import { agencyKey } from '../../model/report/agencyKey';
import type { ReportSummary } from '../../model/report/summary';
import { AGENCIES_REQUEST, type AgenciesResult, NEW_REPORT_REQUEST, type NewReportParams, type NewReportResult } from '../../protocol';
import { isObject } from '../client';
import type { Feature } from '../context';
import { safely } from '../safely';

const NOTHING: NewReportResult = { text: null, carriedFrom: null };

export const newReport: Feature = {
  listen({ connection, workspace, log }) {
    connection.onRequest(
      AGENCIES_REQUEST,
      safely(log, 'agencies', [], async (): Promise<AgenciesResult> => agenciesOf((await workspace.reports()).reports())),
    );
    connection.onRequest(
      NEW_REPORT_REQUEST,
      safely(log, 'newReport', NOTHING, async (params: unknown): Promise<NewReportResult> => {
        if (!isParams(params)) return NOTHING;
        const { agency, year } = params;
        const key = agencyKey(agency);
        const made = newReportOf({ agency, year, others: key === undefined ? [] : (await workspace.reports()).ofAgency(key) });
        return made ? { text: made.text, carriedFrom: made.from?.file ?? null } : NOTHING;
      }),
    );
  },
};

function isParams(params: unknown): params is NewReportParams {
  return isObject(params) && typeof params.agency === 'string' && Number.isInteger(params.year);
}

function agenciesOf(reports: Iterable<ReportSummary>): AgenciesResult {
  const byKey = new Map<string, ReportSummary[]>();
  for (const report of reports) byKey.set(report.agencyKey, [...(byKey.get(report.agencyKey) ?? []), report]);
  return [...byKey.values()]
    .map((own) => {
      const inOrder = own.sort((a, b) => a.fiscalYear - b.fiscalYear);
      return { agency: inOrder.at(-1)!.agency, years: [...new Set(inOrder.map(({ fiscalYear }) => fiscalYear))] };
    })
    .sort((a, b) => (a.agency < b.agency ? -1 : Number(a.agency > b.agency)));
}
