/** Completion. The documentation of an item is made when somebody looks at it, from what the item itself says. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { type About, aboutLines, type Completion, completions, isAbout } from '../../features/completions';
import { TO_BE_FILLED_IN } from '../../rules/sectionEdits';
import type { Locale } from '../../text/span';
import type { Snapshot } from '../analyses';
import { type Client, isObject } from '../client';
import { type Feature, onDocument } from '../context';
import { rangeOf } from '../convert';
import { markupOf } from '../markup';
import { safely } from '../safely';

export const completion: Feature = {
  // What the mark of a heading or a label ends in; words of Chinese begin a word by themselves.
  listen(context) {
    const { connection, client } = context;
    connection.onCompletion(
      onDocument(context, 'completion', [], (snapshot, { position }) => {
        const found = completions(snapshot.analysis, snapshot.document.lines.offsetAt(position));
        return found.map((own, index) => itemOf(snapshot, own, index, client));
      }),
    );
    connection.onCompletionResolve((item, token) => safely(context.log, 'completionItem/resolve', item, (asked: CompletionItem) => withDocumentation(asked, client))(item, token));
  },
};

const KINDS: Readonly<Record<About['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  topic: CompletionItemKind.Module,
  row: CompletionItemKind.Field,
  table: CompletionItemKind.Struct,
  phrase: CompletionItemKind.Text,
};

interface Data {
  readonly about: About;
  readonly locale: Locale;
}

function itemOf({ document, analysis }: Snapshot, { kind, label, detail, replaced, pieces, filter, about }: Completion, index: number, client: Client): CompletionItem {
  const stops = client.completionSnippets && pieces.length > 1;
  return {
    label,
    kind: KINDS[kind],
    ...(detail === '' ? {} : { detail }),
    filterText: filter,
    // Editors sort by this where the typed text fits several alike.
    sortText: String(index).padStart(3, '0'),
    textEdit: { range: rangeOf(document, replaced), newText: stops ? snippetOf(pieces) : pieces.join(TO_BE_FILLED_IN) },
    insertTextFormat: stops ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(client.completionsAsIs ? { insertTextMode: InsertTextMode.asIs } : {}),
    data: { about, locale: analysis.settings.locale } satisfies Data,
  };
}

/** The caret goes from blank to blank; one that is passed over keeps its mark. */
function snippetOf(pieces: readonly string[]): string {
  return pieces.map((piece, i) => (i === 0 ? '' : `\${${i}:${TO_BE_FILLED_IN}}`) + piece.replace(/[\\$}]/g, '\\$&')).join('');
}

function withDocumentation(item: CompletionItem, client: Client): CompletionItem {
  const data: unknown = item.data;
  if (!isObject(data) || !isAbout(data.about) || (data.locale !== 'zh-CN' && data.locale !== 'en')) return item;
  return { ...item, documentation: markupOf(aboutLines(data.about, data.locale), client.completionMarkdown) };
}
