/**
 * Plain text becomes a report by what it says, not by its name: reports are published as `.txt` like anything else, and typed into
 * texts that have no name yet.
 *
 * The word of a person wins. Whoever sets the language back by hand, or says "not a report", is not asked again for that
 * file. When a language changes, VS Code closes and opens the same `TextDocument` object; that tells a change by hand
 * from a file that was opened afresh.
 */
import { Disposable, languages, Range, workspace, type LogOutputChannel, type TextDocument, type TextDocumentContentChangeEvent, type Uri } from 'vscode';
import { detect, type Detection as Verdict } from '../../server/src/model/report/detect';
import { SETTINGS_SECTION } from '../../server/src/protocol';
import type { Declined } from './declined';
import { LANGUAGE_ID, PLAIN_TEXT } from './names';
import { detectionIsOn } from './settings';

/** How much of a document is looked at; title and headings of a report come early. */
const LOOK_AT = 200_000;
/** An insertion as long as this is a paste, or a file read again in another encoding, and worth another look. */
const PASTE = 200;
/** Lines that are typed are looked at when the typing rests for so long. */
const REST_MS = 300;
/** How long a guess of VS Code's own may be under way: it has to load what it guesses with. */
const GUESS_MS = 10_000;

export class Detection implements Disposable {
  private readonly lastLanguage = new WeakMap<TextDocument, string>();
  private readonly verdicts = new WeakMap<TextDocument, Verdict['reason']>();
  private readonly recognisedAt = new WeakMap<TextDocument, number>();
  /** Texts with new lines, which are looked at soon. */
  private readonly typedInto = new Set<TextDocument>();
  private rest: ReturnType<typeof setTimeout> | undefined;
  private readonly subscriptions: Disposable[] = [];

  constructor(
    private readonly declined: Declined,
    private readonly log: LogOutputChannel,
  ) {}

  start(): void {
    this.subscriptions.push(
      workspace.onDidOpenTextDocument((document) => this.opened(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => this.changed(document, contentChanges)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${SETTINGS_SECTION}.detection`)) workspace.textDocuments.forEach((document) => this.consider(document));
      }),
    );
    workspace.textDocuments.forEach((document) => this.opened(document));
  }

  dispose(): void {
    clearTimeout(this.rest);
    Disposable.from(...this.subscriptions).dispose();
  }

  /** By what a document was recognised; undefined where its name or a person decided. */
  reason(document: TextDocument): Verdict['reason'] | undefined {
    return this.verdicts.get(document);
  }

  /** Whether a file that is not open counts as a report, if its content is one. */
  takes(file: Uri): boolean {
    return !this.declined.hasFile(file) && (file.path.endsWith('.ogi') || detectionIsOn(file));
  }

  /** A person says it is a report. */
  async accept(document: TextDocument): Promise<void> {
    this.declined.delete(document);
    await this.setLanguage(document, LANGUAGE_ID);
  }

  /** A person says it is none. */
  async decline(document: TextDocument): Promise<void> {
    this.declined.add(document);
    await this.setLanguage(document, PLAIN_TEXT);
  }

  private opened(document: TextDocument): void {
    const before = this.lastLanguage.get(document);
    this.lastLanguage.set(document, document.languageId);
    if (document.languageId === LANGUAGE_ID) {
      if (before !== undefined) this.declined.delete(document);
      // Its name made it a report: the file extension, or a user's `files.associations`.
      else if (this.declined.has(document)) void this.setLanguage(document, PLAIN_TEXT);
      return;
    }
    if (before === LANGUAGE_ID && this.isGuess(document)) return void this.setLanguage(document, LANGUAGE_ID);
    this.verdicts.delete(document);
    if (before === LANGUAGE_ID) this.declined.add(document);
    // A guess may be quicker than we are.
    else if (before === PLAIN_TEXT && document.isUntitled) this.recognise(document);
    else this.consider(document);
  }

  /**
   * VS Code guesses the language of a text without a file, and doesn't look whether it is known by the time it has guessed. No guess
   * is plain text, and there is one.
   */
  private isGuess(document: TextDocument): boolean {
    const at = this.recognisedAt.get(document);
    this.recognisedAt.delete(document);
    return document.isUntitled && document.languageId !== PLAIN_TEXT && at !== undefined && Date.now() - at < GUESS_MS;
  }

  private changed(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    if (changes.some(({ text }) => text.length >= PASTE)) this.consider(document);
    else if (document.languageId === PLAIN_TEXT && changes.some(({ text }) => /[\r\n]/.test(text))) this.considerSoon(document);
  }

  private considerSoon(document: TextDocument): void {
    this.typedInto.add(document);
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      const documents = [...this.typedInto];
      this.typedInto.clear();
      for (const typed of documents) if (!typed.isClosed) this.consider(typed);
    }, REST_MS);
  }

  private consider(document: TextDocument): void {
    if (document.languageId === PLAIN_TEXT) this.recognise(document);
  }

  private recognise(document: TextDocument): void {
    if (!detectionIsOn(document) || this.declined.has(document)) return;
    const { isReport, reason } = detect(document.getText(new Range(document.positionAt(0), document.positionAt(LOOK_AT))));
    if (!isReport) return;
    this.verdicts.set(document, reason);
    this.recognisedAt.set(document, Date.now());
    void this.setLanguage(document, LANGUAGE_ID);
  }

  private async setLanguage(document: TextDocument, language: string): Promise<void> {
    try {
      await languages.setTextDocumentLanguage(document, language);
    } catch (error) {
      // The document was closed meanwhile.
      this.log.debug('The language of a document could not be set.', error);
    }
  }
}
