/**
 * Kangxi and CJK Supplement radicals (U+2E80–U+2FDF) and the ordinary characters they stand for.
 *
 * Generated from Unicode's EquivalentUnifiedIdeograph data with the choices for simplified text; `test/unit/radicals.test.ts`
 * checks it against Unicode's own normalisation and, where it exists, against the table it was made from.
 * Pairs of radical and target, a class a string; U+3000 as a target means that there is none.
 */

/**
 * - `same`: drawn like the target in Chinese fonts, and the target is what a simplified text means (⼾ is 户, not 戶).
 * - `traditional`: Unicode's own target is a traditional or Japanese form; here the simplified one.
 * - `shape`: the target differs in shape: shown, never replaced.
 * - `component`: a part of a character, no ordinary character for it.
 */
export type RadicalClass = 'same' | 'traditional' | 'shape' | 'component';

const PAIRS: Readonly<Record<RadicalClass, string>> = {
  same:
    '⺎兀⺐尢⺒巳⺓幺⺟母⺠民⻁虎⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟⼀一⼄乙⼆二⼈人⼉儿⼊入⼋八⼏几' +
    '⼑刀⼒力⼔匕⼗十⼘卜⼚厂⼜又⼝口⼟土⼠士⼣夕⼤大⼥女⼦子⼨寸⼩小⼪尢⼫尸⼭山⼯工⼰己⼱巾⼲干⼳幺⼴广⼷弋⼸弓⼻彳⼼心⼽戈⼾户⼿手⽀支⽂文⽃斗⽄斤⽅方⽆无⽇日⽈曰' +
    '⽉月⽊木⽋欠⽌止⽍歹⽎殳⽏毋⽐比⽑毛⽒氏⽓气⽔水⽕火⽖爪⽗父⽘爻⽙爿⽚片⽛牙⽜牛⽝犬⽞玄⽟玉⽠瓜⽡瓦⽢甘⽣生⽤用⽥田⽩白⽪皮⽫皿⽬目⽭矛⽮矢⽯石⽰示⽲禾⽳穴⽴立' +
    '⽵竹⽶米⽸缶⽹网⽺羊⽻羽⽼老⽽而⽾耒⽿耳⾀聿⾁肉⾂臣⾃自⾄至⾅臼⾆舌⾇舛⾈舟⾉艮⾊色⾍虫⾎血⾏行⾐衣⾓角⾔言⾕谷⾖豆⾗豕⾘豸⾚赤⾛走⾜足⾝身⾟辛⾠辰⾢邑⾣酉⾥里' +
    '⾦金⾩阜⾪隶⾫隹⾬雨⾮非⾯面⾰革⾲韭⾳音⾷食⾸首⾹香⾻骨⾼高⾿鬯⿀鬲⿁鬼⿅鹿⿇麻⿉黍⿊黑⿋黹⿍鼎⿎鼓⿏鼠⿐鼻⿕龠',
  traditional:
    '⻑长⻫齐⻭齿⻯龙⻱龟⻲龟⾒见⾙贝⾞车⾧长⾨门⾭青⾱韦⾴页⾵风⾶飞⾺马⾾斗⿂鱼⿃鸟⿄卤⿆麦⿈黄⿌黾⿑齐⿒齿⿓龙⿔龟',
  shape:
    '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺗心⺜日⺝月⺧牛⺩王⺫目⺬示⺴冗⺶羊⺻聿⺼肉⻄西⻏邑⻗雨',
  component:
    '⺀　⺂乛⺃乚⺅亻⺆冂⺇　⺉刂⺋㔾⺏尣⺑　⺔彑⺕　⺖忄⺘扌⺙攵⺛旡⺞歺⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺪　⺭礻⺮　⺯糹⺰纟⺱罓⺲罒⺳㓁⺵　⺷　⺸　⺹耂⺺肀⺽　⺾艹⺿艹' +
    '⻀艹⻂衤⻃覀⻇　⻈讠⻊　⻌辶⻍辶⻎辶⻐钅⻒镸⻕　⻖阝⻞　⻟飠⻠饣⻡　⼁丨⼂丶⼃丿⼅亅⼇亠⼌冂⼍冖⼎冫⼐凵⼓勹⼕匚⼖匸⼙卩⼛厶⼞囗⼡夂⼢夊⼧宀⼬屮⼮巛⼵廴⼶廾⼹彐' +
    '⼺彡⽁攴⽦疋⽧疒⽨癶⽱禸⽷糸⾋艸⾌虍⾑襾⾡辵⾤釆⾽髟',
};

export interface Radical {
  readonly class: RadicalClass;
  /** The ordinary character, one UTF-16 unit; undefined where there is none. */
  readonly target: string | undefined;
}

export const FIRST_RADICAL = 0x2e80;
export const LAST_RADICAL = 0x2fdf;

const radicals = new Map<number, Radical>();
for (const [name, pairs] of Object.entries(PAIRS) as [RadicalClass, string][]) {
  for (let i = 0; i < pairs.length; i += 2) {
    const target = pairs[i + 1]!;
    radicals.set(pairs.charCodeAt(i), { class: name, target: target === '\u3000' ? undefined : target });
  }
}

/** The radical with this UTF-16 code, or undefined if the code is not one. */
export function radicalAt(code: number): Radical | undefined {
  return code < FIRST_RADICAL || code > LAST_RADICAL ? undefined : radicals.get(code);
}

/** All radicals with their codes, for tests and docs. */
export function allRadicals(): ReadonlyMap<number, Radical> {
  return radicals;
}
