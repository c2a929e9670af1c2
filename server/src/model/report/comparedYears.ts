/** Years that are named for comparison with the report's own, which has a name of its own, or none: `2023年收到31件，今年收到25件`. */

const COMPARED = /^[^。;]{0,12}?(收到|接到|受理|办理|办结|答复|公开|发布)/;

/** A pattern for words that tell a number, or none, of what `rest`, the words behind a year, tells; undefined where it tells of none of these. */
export function tellsTheSame(rest: string): string | undefined {
  const what = COMPARED.exec(rest)?.[1];
  return what && `(?:${what}[^,;]{0,30}?\\d|(?:未|没有|无)[^,;]{0,4}${what})`;
}

const THIS_YEAR = /今年[^。]{0,30}?(?:\d|[一二两三四五六七八九十][件条起宗]|未|没有|无|零)/;
/** 本年 may be the year that was named; told of both, the two are compared. */
const OWN_YEAR = '本年度?';
const BARE_COUNT = `${OWN_YEAR},?(?:则|为|仅|共|有)*(?:\\d|未|没有|无)`;
const NAMED_YEAR = /20\d\d年/;
/** What became of cases of an earlier year. */
const CASES_SINCE = /^[^。;]{0,60}?(?:复议|诉讼)[^。;]{0,30}?(?:于(?:当年|次年|20\d\d年)|当年(?:审结|办结|结案|判决))/;
/** `我局未收取信息处理费。2023年也未收取`: as in another year, which is the report's own. */
const LIKE_ANOTHER = /^度?[^,。;]{0,12}?(?:[亦也]|同样)(?:未|没有|无)/;

/** Whether the sentence of a year, `before` it and `rest` behind it, tells the same of the report's own year, or looks back. */
export function isLookedBackOn(before: string, rest: string): boolean {
  if (THIS_YEAR.test(before) || THIS_YEAR.test(rest) || CASES_SINCE.test(rest) || LIKE_ANOTHER.test(rest)) return true;
  const same = tellsTheSame(rest);
  if (same === undefined) return false;
  // `全年收到3件；2023年收到2件`: one year has not two numbers.
  return (!NAMED_YEAR.test(before) && new RegExp(same).test(before)) || new RegExp(`^[^;]{0,30}?${same}[^;]*?[,;](?:${BARE_COUNT}|${OWN_YEAR}[^,;]{0,12}?${same})`).test(rest);
}
