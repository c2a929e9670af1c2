/** Sentences that are written into reports. */
import { edition, type EditionId } from '../editions';
import { REGULATION } from '../editions/law';

/** What a report is based on: the regulation, and the form of its edition. */
export function basisSentence(id: EditionId): string {
  const { title, article = '' } = edition(id).source;
  return `本报告根据《${REGULATION}》第五十条和《${title}》（${article}）编制。`;
}

export function periodSentence(year: number): string {
  return `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
}
