/**
 * Findings asked for as differences: what the editor holds of a document stays, or moves with its lines, and only what is new is sent.
 * A thick volume has hundreds of findings, and a keystroke touches one report.
 */
import { CancellationError, DiagnosticRelatedInformation, Location, Range, type CancellationToken, type Diagnostic, type TextDocument } from 'vscode';
import { vsdiag, type BaseLanguageClient, type Diagnostic as LspDiagnostic } from 'vscode-languageclient';
import { DIAGNOSTIC_DELTA_REQUEST, type DiagnosticDelta, type DiagnosticDeltaParams } from '../../server/src/protocol';

/** What was answered last for a document. */
interface Held {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

export class DiagnosticPulls {
  readonly #held = new WeakMap<TextDocument, Held>();

  /** `client` is made after what it asks through. */
  constructor(private readonly client: () => BaseLanguageClient) {}

  /**
   * The findings of an open document, of which the editor shows those of `previousResultId`. Undefined: the server does not know the
   * document, or did not answer.
   */
  async of(document: TextDocument, previousResultId: string | undefined, token: CancellationToken): Promise<vsdiag.DocumentDiagnosticReport | undefined> {
    const held = this.#held.get(document);
    const previous = held && held.resultId === previousResultId ? held : undefined;
    const delta = await this.#ask(document, previous?.resultId, token);
    if (!delta) return undefined;
    const { resultId } = delta;
    if (resultId === previous?.resultId) return { kind: vsdiag.DocumentDiagnosticReportKind.unChanged, resultId };
    const items = await this.#assembled(delta, previous?.items ?? [], document, token);
    // Then not all items were converted.
    if (token.isCancellationRequested) throw new CancellationError();
    this.#held.set(document, { resultId, items });
    return { kind: vsdiag.DocumentDiagnosticReportKind.full, resultId, items };
  }

  async #ask(document: TextDocument, previousResultId: string | undefined, token: CancellationToken): Promise<DiagnosticDelta<LspDiagnostic> | null> {
    const client = this.client();
    if (!client.isRunning()) return null;
    const params: DiagnosticDeltaParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return client.sendRequest<DiagnosticDelta<LspDiagnostic> | null>(DIAGNOSTIC_DELTA_REQUEST, params, token);
  }

  async #assembled({ runs }: DiagnosticDelta<LspDiagnostic>, previous: readonly Diagnostic[], document: TextDocument, token: CancellationToken): Promise<Diagnostic[]> {
    const items: Diagnostic[] = [];
    for (const run of runs) {
      if ('items' in run) for (const item of await this.client().protocol2CodeConverter.asDiagnostics([...run.items], token)) items.push(item);
      else for (const item of previous.slice(run.start, run.start + run.count)) items.push(run.lines === 0 ? item : lowered(item, run.lines, document));
    }
    return items;
  }
}

/** The finding so many lines further down, with the places in the same document that it names. What the editor holds is not touched. */
function lowered(item: Diagnostic, lines: number, { uri }: TextDocument): Diagnostic {
  const here = uri.toString();
  const relatedInformation = item.relatedInformation?.map((related) => {
    const { location, message } = related;
    return location.uri.toString() === here ? new DiagnosticRelatedInformation(new Location(uri, rangeBelow(location.range, lines)), message) : related;
  });
  // What the client library adds to a finding stays with it.
  const copy = Object.assign(Object.create(Object.getPrototypeOf(item) as object) as Diagnostic, item);
  copy.range = rangeBelow(item.range, lines);
  if (relatedInformation) copy.relatedInformation = relatedInformation;
  return copy;
}

function rangeBelow({ start, end }: Range, lines: number): Range {
  return new Range(start.translate(lines), end.translate(lines));
}
