/** Every rule, in the order of the docs. A test checks that each file under this folder is listed. */
import { glyphCompatibility } from './glyph/compatibility';
import { glyphControl } from './glyph/control';
import { glyphInvisible } from './glyph/invisible';
import { glyphPadding } from './glyph/padding';
import { glyphPrivateUse } from './glyph/private-use';
import { glyphRadical } from './glyph/radical';
import { glyphReplacement } from './glyph/replacement';
import { glyphWidth } from './glyph/width';
import { reportEarlierFormat } from './report/earlier-format';
import { reportEditionMixed } from './report/edition-mixed';
import { reportMojibake } from './report/mojibake';
import { reportTitle } from './report/title';
import type { Rule } from './rule';
import { sectionDuplicate } from './section/duplicate';
import { sectionEmpty } from './section/empty';
import { sectionMissing } from './section/missing';
import { sectionNumbering } from './section/numbering';
import { sectionOrder } from './section/order';
import { sectionOrdinalRule } from './section/ordinal';
import { sectionTitleWording } from './section/title-wording';
import { tableBalance } from './table/balance';
import { tableBlankCell } from './table/blank-cell';
import { tableColumnCount } from './table/column-count';
import { tableGluedDigits } from './table/glued-digits';
import { tableHeaderLabel } from './table/header-label';
import { tableMissing } from './table/missing';
import { tableMissingRow } from './table/missing-row';
import { tableNegative } from './table/negative';
import { tableNotANumber } from './table/not-a-number';
import { tablePaddingBars } from './table/padding-bars';
import { tableRemedyTotal } from './table/remedy-total';
import { tableResultTotal } from './table/result-total';
import { tableRowLabel } from './table/row-label';
import { tableRowTotal } from './table/row-total';
import { tableUnitInCell } from './table/unit-in-cell';
import { tableUnknownRow } from './table/unknown-row';
import { tableUnreadable } from './table/unreadable';

export const RULES: readonly Rule[] = [
  reportTitle,
  reportEarlierFormat,
  reportEditionMixed,
  sectionMissing,
  sectionDuplicate,
  sectionOrder,
  sectionOrdinalRule,
  sectionNumbering,
  sectionTitleWording,
  sectionEmpty,
  tableMissing,
  tableUnreadable,
  tableGluedDigits,
  tableMissingRow,
  tableUnknownRow,
  tableRowLabel,
  tableHeaderLabel,
  tablePaddingBars,
  tableColumnCount,
  tableNotANumber,
  tableBlankCell,
  tableUnitInCell,
  tableNegative,
  tableBalance,
  tableResultTotal,
  tableRowTotal,
  tableRemedyTotal,
  glyphRadical,
  glyphCompatibility,
  glyphPrivateUse,
  glyphReplacement,
  glyphInvisible,
  glyphControl,
  glyphPadding,
  glyphWidth,
  reportMojibake,
];

export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
