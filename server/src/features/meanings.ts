/** What rows, captions and sections count, and by which law. */
import type { RowSpec } from '../editions';
import { citedAs } from '../editions/law';
import { CAPTION_MEANINGS, type Meaning } from '../editions/meanings';
import type { Text } from '../text/span';

/** What a row counts, and by which law. */
export function meaningOf({ meaning, law, group }: RowSpec): Text {
  const gist = group === undefined ? undefined : CAPTION_MEANINGS[group]?.text;
  const own = withLaw({ text: meaning, ...(law ? { law } : {}) });
  return gist ? { zh: `${own.zh}：${gist.zh}`, en: `${own.en}: ${gist.en}` } : own;
}

/** A meaning with the place in the law behind it. */
export function withLaw({ text: { zh, en }, law }: Meaning): Text {
  return law ? { zh: `${zh}。${citedAs(law)}`, en: `${en}. ${citedAs(law)}` } : { zh, en };
}
