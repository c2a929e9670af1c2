/** What else an editor asks for, milliseconds: on one report and on a volume of 1 MB, right after an edit. */
import { Random } from '../support/random';
import { type Corpus, documentOf, editScript } from './corpus';
import { figure, printTable, Times } from './figures';
import { ServerProcess } from './serverProcess';

/** In the first table. */
const PLACE = { line: 34, character: 2 };
const RANGE = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };

/** By method: what is asked besides the document; what is asked anew names the answer before. */
const QUESTIONS: Readonly<Record<string, object | ((last: { readonly resultId?: string }) => object)>> = {
  documentSymbol: {},
  foldingRange: {},
  codeAction: { range: RANGE, context: { diagnostics: [] } },
  completion: { position: PLACE },
  hover: { position: PLACE },
  formatting: { options: { tabSize: 4, insertSpaces: true } },
  rangeFormatting: { range: RANGE, options: { tabSize: 4, insertSpaces: true } },
  signatureHelp: { position: PLACE },
  inlayHint: { range: RANGE },
  codeLens: {},
  'semanticTokens/full': {},
  'semanticTokens/full/delta': ({ resultId = '' }) => ({ previousResultId: resultId }),
  'semanticTokens/range': { range: RANGE },
  documentHighlight: { position: PLACE },
  definition: { position: PLACE },
  documentLink: {},
  prepareRename: { position: PLACE },
  inlineCompletion: { position: PLACE, context: { triggerKind: 1 } },
  references: { position: PLACE, context: { includeDeclaration: true } },
  selectionRange: { positions: [PLACE] },
};

export async function answers(corpora: readonly Corpus[], rounds: number): Promise<void> {
  console.log('Answers right after an edit, milliseconds. Target: ≤ 5 on one report, ≤ 30 on 1 MB.\n');
  for (const corpus of corpora) {
    const rows: string[][] = [];
    for (const [name, size] of [['one report', 1], ['1 MB', 1e6]] as const) {
      const text = documentOf(corpus, size);
      const server = await ServerProcess.start('ogi-report');
      await server.open(text);
      const script = editScript(text, '', Math.ceil(rounds / 3), new Random(3));
      for (const [method, params] of Object.entries(QUESTIONS)) {
        const times = new Times();
        let last: object = {};
        for (const [i, edit] of script.entries()) {
          await server.edit(edit);
          const start = performance.now();
          last = Object(await server.ask(method, typeof params === 'function' ? params(last) : params)) as object;
          if (i >= script.length / 4) times.add(performance.now() - start);
        }
        rows.push([name, method, String(times.count), figure(times.percentile(0.5)), figure(times.percentile(0.99))]);
      }
      await server.stop();
    }
    printTable([corpus.name, 'asked for', 'n', 'p50', 'p99'], rows);
  }
}
