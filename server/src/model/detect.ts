/** Whether a text is an OGI annual report, by its content. Cheap: looks at lines, binds nothing. */
import { segment } from '../syntax/segment';

export interface Detection {
  readonly isReport: boolean;
  readonly reason: 'title' | 'headings' | 'none';
}

const NOTHING: Detection = { isReport: false, reason: 'none' };

/**
 * A title with a form's or an earlier report's body, or at least three of the six headings. `text` may be the beginning of
 * a document; a page that only links to reports, or speaks of one, is not a report.
 */
export function detect(text: string): Detection {
  if (text.length < 40) return NOTHING;
  const { sections } = segment(text);
  const ids = new Set(sections.flatMap(({ syntax }) => (syntax.heading ? [syntax.heading.id] : [])));
  if (ids.size >= 3) return { isReport: true, reason: 'headings' };
  const titled = sections.filter(({ syntax }) => !syntax.heading && /年度报告|年报|年度報告/.test(syntax.text));
  const hasTitle = titled.some(({ start, syntax }) => start > 0 || hasTitleLine(syntax.text)) || ids.size > 0;
  if (!hasTitle || titled.length > 3) return NOTHING;
  // One heading of the form, or the wording of a report's preamble or of an earlier report's parts.
  const body = /本(?:年度)?报告.{0,80}(?:根据|依据|按照|编制|由|包括)|统计期限|一\s*[、.]\s*(?:概述|总体情况|基本情况)|依申请公开/s.test(text);
  return body && titled.length > 0 ? { isReport: true, reason: 'title' } : NOTHING;
}

function hasTitleLine(text: string): boolean {
  return /(?:政府信息|信息|政务)公开(?:工作)?年度?报告\s*$/m.test(text.slice(0, 4000));
}
