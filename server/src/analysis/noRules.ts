/** Levels for reading a text without looking for what is wrong with it: data needs no findings. */
import { RULES } from '../rules';

export const NO_RULES = Object.fromEntries(RULES.map(({ id }) => [id, 'off' as const]));
