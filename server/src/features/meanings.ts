/** What rows, captions and sections count, and by which law. */
import type { LawRef, RowSpec } from '../editions';
import { CAPTION_MEANINGS, type Meaning } from '../editions/meanings';
import type { Text } from '../text/span';

const lawOf = ({ title: name, article }: LawRef): string => `《${name}》${article ?? ''}`;

/** What a row counts, and by which law. */
export function meaningOf({ meaning, law, group }: RowSpec): Text {
  const gist = group === undefined ? undefined : CAPTION_MEANINGS[group]?.text;
  const own = withLaw({ text: meaning, ...(law ? { law } : {}) });
  return gist ? { zh: `${own.zh}：${gist.zh}`, en: `${own.en}: ${gist.en}` } : own;
}

/** A meaning with the place in the law behind it. */
export function withLaw({ text: { zh, en }, law }: Meaning): Text {
  return law ? { zh: `${zh}。${lawOf(law)}`, en: `${en}. ${lawOf(law)}` } : { zh, en };
}
