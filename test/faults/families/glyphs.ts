/** Characters that look right and are not, or are lost, in the running text. */
import type { Random } from '../../support/random';
import type { Fault } from '../fault';
import { isTable } from '../report';

const DAMAGES: Readonly<Record<string, { readonly rule: string; readonly damage: (text: string, random: Random) => string | undefined }>> = {
  'a radical for a character': { rule: 'glyph/radical', damage: lookalike([['工', '⼯'], ['文', '⽂'], ['行', '⾏'], ['网', '⽹'], ['方', '⽅'], ['日', '⽇'], ['长', '⻓'], ['门', '⻔'], ['民', '⺠']]) },
  'a compatibility character': { rule: 'glyph/compatibility', damage: lookalike([['年', '\uf995'], ['理', '\uf9e4'], ['行', '\ufa08'], ['数', '\uf969'], ['立', '\uf9f7']]) },
  'a private character': { rule: 'glyph/private-use', damage: inserted('\uf0d8') },
  'a character lost': { rule: 'glyph/replacement', damage: (text, random) => replacedAt(text, random, '\ufffd') },
  'a space of no width': { rule: 'glyph/invisible', damage: inserted('\u200b') },
};

export const glyphFaults: readonly Fault[] = Object.entries(DAMAGES).map(([mechanism, { rule, damage }]) => ({
  family: 'a glyph',
  mechanism,
  inject(report, random) {
    const texts = report.parts.flatMap((part, i) => (!isTable(part) && part.length > 40 ? [i] : []));
    const at = random.pick(texts);
    const text = damage(report.parts[at]!, random);
    return text === undefined ? undefined : { report: { ...report, parts: report.parts.with(at, text) }, expected: { kind: 'words', rules: [rule], words: [] } };
  },
}));

function lookalike(pairs: readonly (readonly [string, string])[]): (text: string, random: Random) => string | undefined {
  return (text, random) => {
    const here = pairs.filter(([right]) => text.includes(right));
    if (here.length === 0) return undefined;
    const [right, wrong] = random.pick(here);
    const places = [...text.matchAll(new RegExp(right, 'g'))].map(({ index }) => index);
    const at = random.pick(places);
    return text.slice(0, at) + wrong + text.slice(at + 1);
  };
}

/** Between two characters of Chinese, somewhere. */
function inserted(what: string): (text: string, random: Random) => string | undefined {
  return (text, random) => {
    const at = betweenWords(text, random);
    return at === undefined ? undefined : text.slice(0, at) + what + text.slice(at);
  };
}

function replacedAt(text: string, random: Random, by: string): string | undefined {
  const at = betweenWords(text, random);
  return at === undefined ? undefined : text.slice(0, at) + by + text.slice(at + 1);
}

function betweenWords(text: string, random: Random): number | undefined {
  // Behind the heading: a heading with a character too many is another fault.
  const places = [...text.matchAll(/(?<=\p{Script=Han}{2})(?=\p{Script=Han}{2})/gu)].map(({ index }) => index).filter((index) => index > text.indexOf('\n'));
  return places.length > 0 ? random.pick(places) : undefined;
}
