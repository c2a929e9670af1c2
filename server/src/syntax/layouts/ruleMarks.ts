/**
 * What OCR makes of the rules between the cells of a table. Most such marks are never a number; some may be one as well, `l` and 丨 for
 * a 1, and are a rule only where a row has all its numbers without them.
 */
const NEVER_NUMBER = /^[|¦∣︱┃[\]{}"'「」『』]{1,2}$/;
const MAY_BE_NUMBER = /^[lI!丨_]$/;

/** Whether `text`, folded, stands for a rule and can't stand for a number. */
export const isRule = (text: string): boolean => NEVER_NUMBER.test(text);

/** Whether `text`, folded, may stand for a rule. */
export const isRuleMark = (text: string): boolean => MAY_BE_NUMBER.test(text) || isRule(text);
