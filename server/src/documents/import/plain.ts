/** The words of blocks, a line each. */
import type { Block } from '../blocks';

export function plain(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n'))).join('\n');
}
