/** Reports and their sections across the workspace, found by agency, year and title. */
import { officialHeading } from '../rules/sectionWords';
import type { ReportSummary } from '../model/report/summary';
import { fold } from '../text/fold';
import type { Range } from '../text/span';

export interface WorkspaceSymbol {
  readonly kind: 'report' | 'section';
  readonly name: string;
  /** The report that a section is in; empty for a report. */
  readonly container: string;
  readonly file: string;
  readonly range: Range;
}

/** More are no help to anybody who looks for one. */
const MOST = 1000;

/**
 * What `query` may mean: each of its words, its characters in this order, stands in the name, in the report's or in both
 * together. Reports come first; without a query there are only they.
 */
export function workspaceSymbols(reports: Iterable<ReportSummary>, query: string): WorkspaceSymbol[] {
  const words = fold(query).toLowerCase().split(/\s+/).filter(Boolean);
  const found: WorkspaceSymbol[] = [];
  const sections: WorkspaceSymbol[] = [];
  for (const { agency, fiscalYear, title, sections: own, file } of reports) {
    const name = `${agency} ${fiscalYear}年`;
    if (isMeant(words, name)) found.push({ kind: 'report', name, container: '', file, range: title });
    if (words.length === 0) continue;
    for (const { id, range } of own) {
      const heading = officialHeading(id);
      if (isMeant(words, `${heading} ${name}`)) sections.push({ kind: 'section', name: heading, container: name, file, range });
    }
  }
  return [...found, ...sections].slice(0, MOST);
}

function isMeant(words: readonly string[], name: string): boolean {
  const folded = fold(name).toLowerCase();
  return words.every((word) => {
    let at = 0;
    for (const character of folded) if (character === word[at]) at++;
    return at === word.length;
  });
}
