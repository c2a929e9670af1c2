/** Every rule, in the order of the docs. A test checks that each file under this folder is listed. */
import { glyphCompatibility } from './glyph/compatibility';
import { glyphControl } from './glyph/control';
import { glyphInvisible } from './glyph/invisible';
import { glyphPadding } from './glyph/padding';
import { glyphPrivateUse } from './glyph/private-use';
import { glyphRadical } from './glyph/radical';
import { glyphReplacement } from './glyph/replacement';
import { glyphWidth } from './glyph/width';
import { reportAgency } from './report/agency';
import { reportBasis } from './report/basis';
import { reportBlankNumber } from './report/blank-number';
import { reportDoubledWord } from './report/doubled-word';
import { reportEarlierFormat } from './report/earlier-format';
import { reportEditionMixed } from './report/edition-mixed';
import { reportEnumeration } from './report/enumeration';
import { reportFeeStatement } from './report/fee-statement';
import { reportLawName } from './report/law-name';
import { reportMojibake } from './report/mojibake';
import { reportPartsNamed } from './report/parts-named';
import { reportPeriod } from './report/period';
import { reportProblemsAndMeasures } from './report/problems-and-measures';
import { reportProseDisagrees } from './report/prose-disagrees';
import { reportProseSum } from './report/prose-sum';
import { reportStaleYear } from './report/stale-year';
import { reportTitle } from './report/title';
import { reportTopics } from './report/topics';
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
import { tableColumnOrder } from './table/column-order';
import { tableFeeMagnitude } from './table/fee-magnitude';
import { tableGluedDigits } from './table/glued-digits';
import { tableHeaderLabel } from './table/header-label';
import { tableIssuedExceedsInForce } from './table/issued-exceeds-in-force';
import { tableMissing } from './table/missing';
import { tableMissingRow } from './table/missing-row';
import { tableNegative } from './table/negative';
import { tableNotANumber } from './table/not-a-number';
import { tablePaddingBars } from './table/padding-bars';
import { tableRemedyTotal } from './table/remedy-total';
import { tableResultTotal } from './table/result-total';
import { tableRowLabel } from './table/row-label';
import { tableRowOrder } from './table/row-order';
import { tableRowTotal } from './table/row-total';
import { tableRulemakingPower } from './table/rulemaking-power';
import { tableUnitInCell } from './table/unit-in-cell';
import { tableUnknownRow } from './table/unknown-row';
import { tableUnreadable } from './table/unreadable';
import { workspaceCarriedOver } from './workspace/carried-over';
import { workspaceCopiedText } from './workspace/copied-text';
import { workspaceDuplicate } from './workspace/duplicate';
import { workspaceInForce } from './workspace/in-force';
import { workspaceSumOfUnits } from './workspace/sum-of-units';

export const RULES: readonly Rule[] = [
  reportTitle,
  reportEarlierFormat,
  reportEditionMixed,
  reportPeriod,
  reportStaleYear,
  reportAgency,
  reportBasis,
  reportLawName,
  reportPartsNamed,
  sectionMissing,
  sectionDuplicate,
  sectionOrder,
  sectionOrdinalRule,
  sectionNumbering,
  sectionTitleWording,
  sectionEmpty,
  reportTopics,
  reportProblemsAndMeasures,
  reportFeeStatement,
  reportEnumeration,
  reportDoubledWord,
  reportBlankNumber,
  tableMissing,
  tableUnreadable,
  tableGluedDigits,
  tableMissingRow,
  tableUnknownRow,
  tableRowOrder,
  tableRowLabel,
  tableColumnOrder,
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
  tableRulemakingPower,
  tableIssuedExceedsInForce,
  tableFeeMagnitude,
  reportProseDisagrees,
  reportProseSum,
  glyphRadical,
  glyphCompatibility,
  glyphPrivateUse,
  glyphReplacement,
  glyphInvisible,
  glyphControl,
  glyphPadding,
  glyphWidth,
  reportMojibake,
  workspaceCarriedOver,
  workspaceInForce,
  workspaceCopiedText,
  workspaceDuplicate,
  workspaceSumOfUnits,
];

export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
