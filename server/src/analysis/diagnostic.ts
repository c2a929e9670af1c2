/** A finding in words, wherever its coordinates begin. */
import { fill, type Finding, type FixSafety, type Place, type Rule, type Severity } from '../rules/rule';
import { withInnerQuotes } from '../text/innerQuotes';
import { printable } from '../text/printable';
import { type Edit, shift, type Span } from '../text/span';
import { errorOf } from '../text/thrown';
import type { Settings } from './settings';

export interface DiagnosticFix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
  readonly preferred: boolean;
  readonly certain: boolean;
}

/** A place in the document, or in another file, that explains a finding. */
export type DiagnosticRelated = { readonly span: Span; readonly message: string } | { readonly place: Place; readonly message: string };

/** A further place of the same mistake. */
export interface DiagnosticRepeat {
  readonly span: Span;
  readonly message: string;
}

/** A finding in words, with offsets of the document. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly DiagnosticRelated[];
  readonly repeats: readonly DiagnosticRepeat[];
  readonly unnecessary: boolean;
  readonly fixes: readonly DiagnosticFix[];
  /** Why there are none of them, where they were asked for and putting them together failed. */
  readonly fixFailure: Error | undefined;
  /** Address of the rule's docs page; empty where no base is set. */
  readonly docsUrl: string;
  /** What was put into words, in the rule's own coordinates: the same in every language. */
  readonly finding: Finding;
  /** Where the coordinates of `finding` begin: at its slice, its table's slice, or its report. */
  readonly start: number;
  /** The same, `by` units further on. */
  moved(by: number): Diagnostic;
}

/** `finding` of `rule` in the language of `settings`, moved by `start`. */
export function inWords(rule: Rule, severity: Severity, finding: Finding, start: number, settings: Settings): Diagnostic {
  const message = fill(rule.messages[finding.message ?? 'default'] ?? rule.messages.default, finding.args, languageOf(settings));
  return new Worded(rule.id, severity, finding, settings, start, shown(asSentence(message)));
}

/** Made at every keystroke, and asked for its fixes at few places: what few ask for is put together when they do. */
class Worded implements Diagnostic {
  readonly span: Span;
  #fixFailure: Error | undefined;

  constructor(
    readonly rule: string,
    readonly severity: Severity,
    readonly finding: Finding,
    readonly settings: Settings,
    readonly start: number,
    readonly message: string,
  ) {
    this.span = shift(finding.span, start);
  }

  get related(): readonly DiagnosticRelated[] {
    const language = languageOf(this.settings);
    return (this.finding.related ?? []).map((other) => {
      const message = shown(other.message[language]);
      // What is in another file stays where it is.
      return 'place' in other ? { place: other.place, message } : { span: shift(other.span, this.start), message };
    });
  }

  get repeats(): readonly DiagnosticRepeat[] {
    const language = languageOf(this.settings);
    return (this.finding.repeats ?? []).map(({ span, message }) => ({ span: shift(span, this.start), message: shown(message[language]) }));
  }

  get unnecessary(): boolean {
    return this.finding.unnecessary ?? false;
  }

  get fixFailure(): Error | undefined {
    return this.#fixFailure;
  }

  get fixes(): readonly DiagnosticFix[] {
    try {
      return this.#putTogether();
    } catch (error) {
      this.#fixFailure = errorOf(error);
      return [];
    }
  }

  #putTogether(): DiagnosticFix[] {
    const language = languageOf(this.settings);
    return (this.finding.fixes ?? []).map(({ title, safety, edits, preferred, certain }) => ({
      title: shown(title[language]),
      safety,
      edits: edits.map(({ span, newText }) => ({ span: shift(span, this.start), newText })),
      preferred: preferred ?? false,
      certain: certain ?? false,
    }));
  }

  get docsUrl(): string {
    const { docsBase } = this.settings;
    return docsBase && `${docsBase}${docsFile(this.rule)}`;
  }

  moved(by: number): Diagnostic {
    return by === 0 ? this : new Worded(this.rule, this.severity, this.finding, this.settings, this.start + by, this.message);
  }
}

const languageOf = ({ locale }: Settings): 'zh' | 'en' => (locale === 'zh-CN' ? 'zh' : 'en');

/** What a message begins with may be a name that has a small letter elsewhere: `table 三 (requests)`. */
const asSentence = (message: string): string => message.replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** What is quoted of a report may be anything: it must not break what it is quoted in. */
const shown = (words: string): string => withInnerQuotes(printable(words.replaceAll('\t', ' ')));

/** `table/row-total` → `table-row-total.md`. */
export function docsFile(ruleId: string): string {
  return `${ruleId.replace('/', '-')}.md`;
}
