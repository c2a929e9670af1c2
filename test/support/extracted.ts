/** What the command line extracts from a text, without places: what must stay while its layout changes. */
import { analyse } from '../../server/src/analysis/analyse';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { extractions } from '../../server/src/cli/extraction';
import { rangesIn } from '../../server/src/cli/positions';

export function extracted(text: string): unknown {
  const records = extractions('', analyse(text, DEFAULT_SETTINGS), rangesIn(text), ({ en }) => en);
  return JSON.parse(JSON.stringify(records, (name, value: unknown) => (name === 'range' || name === 'line' ? undefined : value)));
}
