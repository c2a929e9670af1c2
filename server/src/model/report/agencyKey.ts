/** Whose report it is: the same agency under the same key, however a year writes its name. */
import { fold, matchKey } from '../../text/fold';

const BRACKETED = /\([^()]{0,20}\)/g;
/** A division's own report is its government's: `云溪县` is `云溪县人民政府`. An office of the government is another agency. */
const OF_ITS_GOVERNMENT = /(?:政府|管委会)$/;
/** `云溪县水利局`, `杞县水利局`; neither `水利局` nor `我县水利局` or `住房和城乡建设局`, of which every county has one. */
const NAMES_A_PLACE = /^[^省市县区州旗盟镇乡本我全各该](?:县|.{1,14}(?:(?<!城)[市乡镇]|[省县区州旗盟]|街道|兵团))/;
const NATIONAL = /^(?:国家|国务院|中国|中华)/;

/** What reports of one agency have in common; undefined where the name does not tell which agency it is. */
export function agencyKey(agency: string): string | undefined {
  const key = matchKey(fold(agency).replace(BRACKETED, '')).replaceAll('人民政府', '政府').replaceAll('管理委员会', '管委会').replace(OF_ITS_GOVERNMENT, '');
  return NAMES_A_PLACE.test(key) || NATIONAL.test(key) ? key : undefined;
}

/** What the names of divisions end in, the larger the division the later. */
const DIVISIONS: readonly RegExp[] = [/(?:镇|乡|街道|街道办事处)$/, /[县区旗]$/, /[市州盟]$/, /(?:省|自治区|^(?:北京|上海|天津|重庆)市)$/];

/** How large the division is whose government has this key, from 1; 0 where it is another agency's. */
export function divisionLevel(key: string): number {
  return DIVISIONS.findLastIndex((division) => division.test(key)) + 1;
}
