/** Sentences that are written into reports. */
import { edition, type EditionId } from '../editions';
import { article, citedAs } from '../editions/law';

/** What a report is based on: the regulation, and the form of its edition. */
export function basisSentence(id: EditionId): string {
  return `本报告根据${citedAs(article('50'))}和${citedAs(edition(id).source)}编制。`;
}

export function periodSentence(year: number): string {
  return `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
}
