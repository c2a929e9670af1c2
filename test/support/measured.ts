/**
 * Reports with true values, by layout: the project's own, and the real ones beside it where they are. Of these some have their
 * values in `gold.json`; those of the others were read by eye and are written down here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionId } from '../../server/src/editions';
import { COLLECTED } from './collected';
import { knownReports } from './knownReports';
import { layoutReports } from './layoutReports';
import { type Rows, type Values, valuesOf } from './truth';

export interface Measured {
  readonly name: string;
  /** As people would call it: a summary is made of each. */
  readonly layout: string;
  readonly text: string;
  readonly values: Values;
  /** Tables and rows of which nobody can tell the cells apart, each with the reason. */
  readonly untold: Untold;
}

/** By table, or by `table row`. */
export type Untold = Readonly<Record<string, string>>;

const NOTHING: Untold = {};

export function ownReports(): Measured[] {
  return [
    ...knownReports().map(({ name, text, values }) => ({ name, layout: `written: ${name.split('.')[1]}`, text, values, untold: NOTHING })),
    ...layoutReports().map(({ name, layout, text, values }) => ({ name, layout: layout.id, text, values, untold: layout.cells === 'deduced' ? GLUED_OWN : NOTHING })),
  ];
}

/** The equations of the form leave one reading of 表三; 表二 has none, and in 表四 many numbers fit. */
const GLUED = 'digits run together';
const GLUED_OWN: Untold = { proactiveDisclosure: GLUED, reviewAndLitigation: GLUED };

interface ByEye {
  readonly edition: EditionId;
  readonly rows: Rows;
  /** The last row of a text that breaks off. */
  readonly last?: string;
}

const BY_EYE: Readonly<Record<string, ByEye>> = {
  '000': { edition: '2021', rows: {} },
  '002': { edition: '2021', rows: {} },
  '003': { edition: '2019', rows: { normativeDocuments: '1 1 1' } },
  '004': { edition: '2021', rows: {} },
  '006': {
    edition: '2021',
    rows: {
      normativeDocuments: '6 1 32',
      licensing: '517645',
      penalties: '693957',
      coercion: '2154',
      fees: '4068.208',
      received: '705 3 0 0 5 0 713',
      carriedIn: '36 0 0 0 0 0 36',
      granted: '290 1 0 0 3 0 294',
      partiallyGranted: '99 0 0 0 2 0 101',
      'denied.securityAndStability': '2 0 0 0 0 0 2',
      'denied.thirdPartyRights': '2 0 0 0 0 0 2',
      'denied.internalAffairs': '13 0 0 0 0 0 13',
      'denied.deliberative': '2 0 0 0 0 0 2',
      'denied.enforcementFile': '4 0 0 0 0 0 4',
      'denied.administrativeInquiry': '9 0 0 0 0 0 9',
      'unavailable.notHeld': '111 0 0 0 0 0 111',
      'unavailable.needsCreation': '2 0 0 0 0 0 2',
      'notProcessed.petition': '12 0 0 0 0 0 12',
      'notProcessed.repeated': '6 1 0 0 0 0 7',
      'other.correctionOverdue': '9 0 0 0 0 0 9',
      'other.feeOverdue': '7 0 0 0 0 0 7',
      'other.other': '142 1 0 0 0 0 143',
      processedTotal: '710 3 0 0 5 0 718',
      carriedOut: '31 0 0 0 0 0 31',
      reconsideration: '27 10 9 15 61',
      directLitigation: '3 0 0 0 3',
      litigationAfterReconsideration: '8 0 1 1 10',
    },
  },
  '007': {
    edition: '2021',
    rows: {
      normativeDocuments: '13 0 55',
      licensing: '97',
      received: '32 2 0 0 0 0 34',
      carriedIn: '2 0 0 0 0 0 2',
      granted: '9 0 0 0 0 0 9',
      'denied.internalAffairs': '1 0 0 0 0 0 1',
      'denied.deliberative': '1 0 0 0 0 0 1',
      'unavailable.notHeld': '4 0 0 0 0 0 4',
      'unavailable.needsCreation': '6 0 0 0 0 0 6',
      'other.correctionOverdue': '8 2 0 0 0 0 10',
      'other.other': '4 0 0 0 0 0 4',
      processedTotal: '33 2 0 0 0 0 35',
      carriedOut: '1 0 0 0 0 0 -',
      reconsideration: '1 0 0 0 1',
    },
  },
  P01: { edition: '2021', rows: {}, last: 'denied.securityAndStability' },
  P02: { edition: '2021', rows: {}, last: 'licensing' },
  P03: { edition: '2021', rows: {}, last: 'coercion' },
  P06: {
    edition: '2021',
    rows: {
      normativeDocuments: '5 1 25',
      received: '58 7 0 0 1 0 66',
      carriedIn: '2 0 0 0 0 0 2',
      granted: '2 1 0 0 0 0 3',
      partiallyGranted: '16 1 0 0 0 0 17',
      'denied.internalAffairs': '1 0 0 0 0 0 1',
    },
    last: 'denied.deliberative',
  },
};

const SURPLUS = '8 numbers in 7 columns';
const UNTOLD: Readonly<Record<string, Untold>> = {
  '003': { 'requests other': SURPLUS, 'requests processedTotal': SURPLUS, 'requests carriedOut': SURPLUS, reviewAndLitigation: '16 numbers in 15 columns' },
  // Two of its three parts stand in another order than on the page, and nothing says which is whose.
  '001 pdf-default': { reviewAndLitigation: 'the parts stand in another order' },
  '011 flattened-one-line': { proactiveDisclosure: GLUED, requests: 'digits run together, and the sums do not hold' },
  '012 flattened-one-line': { proactiveDisclosure: GLUED },
  '013 flattened-one-line': { proactiveDisclosure: GLUED },
  '022 flattened-one-line': { proactiveDisclosure: GLUED },
};

const GOLD = join(__dirname, '../../../shared/reports/gold.json');
type Gold = Readonly<Record<string, Required<Values>>>;

/** Without those that have no table of the form: a report of before 2019, and one in the wrong encoding. */
export function realReports(): Measured[] {
  const gold: Gold = existsSync(GOLD) ? (JSON.parse(readFileSync(GOLD, 'utf8')) as Gold) : {};
  return COLLECTED.flatMap(({ name, text }): Measured[] => {
    const number = /\/(P?\d+)/.exec(name)![1]!;
    const layout = name.startsWith('seeds') ? 'seed' : name.split('.').slice(1, -1).join('.').replace(/^rebuilt\.|\.partial$/g, '');
    const byEye = BY_EYE[number];
    const values = byEye ? valuesOf(byEye.edition, byEye.rows, byEye.last) : gold[number] && tablesOf(gold[number]);
    const untold = UNTOLD[number] ?? UNTOLD[`${number} ${layout}`] ?? NOTHING;
    return values ? [{ name, layout, text, values, untold }] : [];
  });
}

/** Other keys stand beside them. */
const tablesOf = ({ proactiveDisclosure, requests, reviewAndLitigation }: Required<Values>): Values => ({ proactiveDisclosure, requests, reviewAndLitigation });
