import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../features/selectionRanges';
import { type Feature, onDocument } from '../context';
import { rangeOf } from '../convert';

export const selectionRange: Feature = {
  listen(context) {
    context.connection.onSelectionRanges(
      onDocument(context, 'selectionRange', null, ({ document, analysis }, { positions }) =>
        positions.map((position): SelectionRange => {
          const offset = document.lines.offsetAt(position);
          const steps = selectionRanges(analysis, offset);
          const outwards = steps.reduceRight<SelectionRange | undefined>((parent, step) => ({ range: rangeOf(document, step), ...(parent ? { parent } : {}) }), undefined);
          // Each position has its answer, and be it that there is nothing around it.
          return outwards ?? { range: rangeOf(document, { start: offset, end: offset }) };
        }),
      ),
    );
  },
};
