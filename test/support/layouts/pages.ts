/** What pages leave between the lines of a table. */
import type { Random } from '../random';

const MARKS = ['- 4 -', '-3-', '— 5 —', '-1-\f', '\f- 12 -', '第 3 页', '第 3 页 共 9 页', '\f'];

export const pageMark = (random: Random): string => random.pick(MARKS);
