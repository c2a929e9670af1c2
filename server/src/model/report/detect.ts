/** Whether a text is an OGI annual report, by its content. Cheap: looks at lines, binds nothing. */
import { segment } from '../../syntax/segment';
import { titleIn } from '../../syntax/title';
import { fold } from '../../text/fold';
import { lines } from '../../text/lines';

export interface Detection {
  readonly isReport: boolean;
  readonly reason: 'title' | 'headings' | 'none';
}

const NOTHING: Detection = { isReport: false, reason: 'none' };
const BY_HEADINGS: Detection = { isReport: true, reason: 'headings' };
const BY_TITLE: Detection = { isReport: true, reason: 'title' };

/** What a preamble says of the report itself; a notice or a page about reports does not. */
const PREAMBLE = /本(?:年度)?(?:报告|年报)[^\n]{0,120}(?:根据|依据|按照|编制|由|包括)|(?:根据|依据|按照)[^\n]{0,200}编制[^\n]{0,10}报告|统计(?:期限|时限|周期)/;
/** Words of the form's tables. */
const TABLES = /第二十条\s*第\s*\(?[一五六八九]\)?\s*项|本年新收政府信息公开申请数量|本年制发件数/;
/** The first part of a report, in any year's wording. */
const FIRST_PART = /(?:^|[\n\r])(?:[^\S\n\r]|#)*一\s*[、.]\s*\S|一\s*、\s*(?:概述|总体情况|基本情况)/;
/** A page that lists reports has more titles than a report. */
const MOST_TITLES = 3;

/**
 * Three of the six headings; or two with a table or a preamble; or a title with a preamble or a first part. `text` may be
 * the beginning of a document; a page that only links to reports, or speaks of one, is not a report.
 */
export function detect(text: string): Detection {
  if (text.length < 40) return NOTHING;
  const { sections } = segment(text);
  const ids = new Set(sections.flatMap(({ syntax }) => (syntax.heading ? [syntax.heading.id] : [])));
  if (ids.size >= 3) return BY_HEADINGS;
  const folded = fold(text);
  if (ids.size === 2 && (TABLES.test(folded) || PREAMBLE.test(folded))) return BY_HEADINGS;
  const titles = countTitles(text);
  return titles > 0 && titles <= MOST_TITLES && (PREAMBLE.test(folded) || FIRST_PART.test(folded)) ? BY_TITLE : NOTHING;
}

function countTitles(text: string): number {
  let count = 0;
  for (const [start, end] of lines(text)) if (titleIn(text.slice(start, end))) count++;
  return count;
}
