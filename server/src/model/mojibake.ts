/** Garbled text, looked for once in a slice. */
import type { SectionSyntax } from '../syntax/types';
import { findMojibake, type Mojibake } from '../text/mojibake';
import { remembered } from './remembered';

/** The first garbled text in the slice. */
export const mojibakeOf = remembered((section: SectionSyntax): Mojibake | undefined => findMojibake(section.text));
