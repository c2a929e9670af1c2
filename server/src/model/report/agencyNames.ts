/**
 * What the name of an agency tells beyond doubt: whether two names can be the same agency's, and whether its place is too
 * small for making rules (规章).
 *
 * Offices shorten their names freely (县科工局 for 云溪县科技和工业信息化局), so that names differ proves nothing; that neither
 * can be read out of the other does.
 */
import { fold } from '../../text/fold';

const BRACKETED = /\([^()]{0,30}\)/g;
const SHORT: readonly (readonly [long: string, short: string])[] = [
  ['人民政府', '政府'],
  ['管理委员会', '管委会'],
  ['委员会', '委'],
  ['办公室', '办'],
  ['办事处', ''],
];

/** A name as it is compared: folded, without brackets, with the shortest of the official endings. */
function shortName(name: string): string {
  let short = fold(name).replace(/\s+/g, '').replace(BRACKETED, '');
  for (const [long, brief] of SHORT) short = short.replaceAll(long, brief);
  return short;
}

const GOVERNMENT = /(?:政府|管委会|[镇乡县区市州旗盟省]|街道|苏木)办?$/;
const TOWN = /(?:(?<!城)[镇乡]|街道|苏木)(?:政府)?$/;
const BUREAU = /[局厅]$/;
const OFFICE = /(?:办(?:公厅)?|综合[办处科室股部])$/;
/** Local bodies of central agencies, whose short names begin with the place: 西藏证监局 for 中国证券监督管理委员会西藏监管局. */
const CENTRAL = /^(?:中国|国家)/;
/** The last division in a name; 市场, 城市管理, 区域, 乡村 and the like name none. */
const PLACE = /^.*(?:(?<!城)市(?![场政民容])|省|县(?!级|域)|(?<![地社园])区(?!域|块|划)|[州旗盟]|镇(?!村)|乡(?!村|镇)|街道|苏木)/;
/** What becomes another of its kind under the same name: 青山乡, 青山镇, 青山街道. */
const TOWN_KIND = /(?:[镇乡]|街道|苏木)$/;
/** Zones with names so long that everybody shortens them, and not in their order: 清江自贸片区 for 中国自由贸易试验区清江片区. */
const ZONE = /(?:片|开发|试验|实验|示范|高新|保税|新|园|度假)区$/;

/** Whether both names can be those of one agency. Governments speak through many offices: against them only another place counts. */
export function mayBeSame(one: string, other: string): boolean {
  const [a, b] = [shortName(one), shortName(other)];
  if (isWithin(a, b) || isWithin(b, a) || isLocalBody(a, b) || isLocalBody(b, a)) return true;
  const [placeOfA, placeOfB] = [a, b].map((name) => PLACE.exec(name)?.[0] ?? '');
  if (!samePlace(placeOfA!, placeOfB!)) return false;
  // A town has no bureaus: one is another agency, and the county's.
  if ((TOWN.test(a) && BUREAU.test(b)) || (TOWN.test(b) && BUREAU.test(a))) return false;
  if (GOVERNMENT.test(a) || GOVERNMENT.test(b)) return true;
  const [ownOfA, ownOfB] = [a.slice(placeOfA!.length).replace(OFFICE, ''), b.slice(placeOfB!.length).replace(OFFICE, '')];
  return isWithin(ownOfA, ownOfB) || isWithin(ownOfB, ownOfA);
}

const isLocalBody = (short: string, long: string): boolean => CENTRAL.test(long) && short.at(-1) === long.at(-1) && isMadeOf(short, long);

function samePlace(a: string, b: string): boolean {
  if (a === '' || b === '' || isWithin(a, b) || isWithin(b, a)) return true;
  if (ZONE.test(a) && ZONE.test(b)) return isMadeOf(a, b) || isMadeOf(b, a);
  if (!TOWN_KIND.test(a) || !TOWN_KIND.test(b)) return a.at(-1) !== b.at(-1);
  const [one, other] = [a.replace(TOWN_KIND, ''), b.replace(TOWN_KIND, '')];
  return isWithin(one, other) || isWithin(other, one);
}

/** Whether `long` has every character of `short`, in whatever order. */
const isMadeOf = (short: string, long: string): boolean => [...short].every((char) => long.includes(char));

/** Whether `name` is that of a government, and `agency` a bureau or a town below one, which reports for itself under its own name. */
export function isGovernmentAbove(name: string, agency: string): boolean {
  const [government, own] = [shortName(name), shortName(agency)];
  // 云溪区人民政府城关街道办事处 has its government's name in its own.
  return /[省市县区州旗]政府$/.test(government) && (BUREAU.test(own) || TOWN.test(own)) && !isWithin(government, own);
}

/** Whether the characters of `short` stand in `long` in the same order, as those of an abbreviation do. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

/** `云溪县文化和旅游局(县广播电视局、县文物局)`: the names of its other plates behind the name of an office. */
const OTHER_PLATES = /(?<=[^()])\(([^()]{0,30})\)$/;

/** The names by which `agency` goes: its own, and those in brackets behind it. */
export function namesOf(agency: string): string[] {
  const plates = OTHER_PLATES.exec(fold(agency).replace(/\s+/g, ''))?.[1]!.split(/[、,]/) ?? [];
  return [agency, ...plates.filter(isAgencyName)];
}

const AGENCY_NAME = /^(?!关于)[\p{Script=Han}·]{2,24}(?:局|委|委员会|办|办公室|厅|院|政府|管委会|街道|办事处|镇|乡|苏木|县|区|市|旗|州|中心|社|站|所|处|队|会|行|学校|医院|公司)$/u;

/** Whether `name` is a name and nothing else: what stands before a title may also be a path or a caption. */
export function isAgencyName(name: string): boolean {
  return AGENCY_NAME.test(fold(name).replace(/\s+/g, '').replace(BRACKETED, ''));
}

/** - `township`: towns, townships, streets; - `county`: counties, banners and districts, with their departments. */
export type SmallPlace = 'township' | 'county';

const TOWNSHIP = /(?<![城乡])(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处)?$/;
const COUNTY = /\p{Script=Han}(?:县(?![级域区市])|旗(?=人民政府|政府|$))/u;
/** A 市辖区. 自治区, 新区, 开发区, 实验区, 风景区 and others of their kind are larger, or something else. */
const DISTRICT = /(?:市|^)[^市区县]{1,5}(?<![治地新特发验范税作能游假景园矿城辖护理关])区(?![域块划])/;

/** The small place an agency belongs to; undefined where the name does not say it beyond doubt. */
export function smallPlace(agency: string): SmallPlace | undefined {
  const name = fold(agency).replace(/\s+/g, '').replace(BRACKETED, '');
  if (!isAgencyName(name)) return undefined;
  if (TOWNSHIP.test(name)) return 'township';
  return COUNTY.test(name) || DISTRICT.test(name) ? 'county' : undefined;
}
