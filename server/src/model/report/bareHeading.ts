/** Headings without a section. */
import type { SectionSyntax } from '../../syntax/types';
import { remembered } from '../remembered';

/** A heading with nothing after it but a stop, as in a table of contents. */
export const isBare = remembered(({ text, heading }: SectionSyntax): boolean => heading !== undefined && /^[\s。．.：:；;]*$/.test(text.slice(heading.span.end)));
