/**
 * SARIF 2.1.0, for code scanning and viewers: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
 * Written file by file; what could not be read is told after the results, as notifications of the run.
 */
import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Fix, Invocation, Location, Message, Region, ReportingDescriptor, Result, Tool } from 'sarif';
import { version } from '../../../../package.json';
import type { Diagnostic, DiagnosticFix, DiagnosticRelated } from '../../analysis/analyse';
import { RULES } from '../../rules';
import type { Rule, Severity } from '../../rules/rule';
import type { Range, Span } from '../../text/span';
import type { Failure } from '../failure';
import type { Voice } from '../voice';
import type { FileResult, Format, FormatOptions } from './format';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

export function sarifFormat({ voice }: FormatOptions): Format {
  return {
    head: `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify(toolIn(voice))},"language":"${voice.locale}","columnKind":"utf16CodeUnits","results":[\n`,
    between: ',\n',
    file: (result) =>
      [
        ...result.diagnostics.map((diagnostic) => resultOf(diagnostic, result)),
        ...result.ignored.map(({ diagnostic, reason }): Result => ({ ...resultOf(diagnostic, result), suppressions: [{ kind: 'external', justification: reason }] })),
      ]
        .map((own) => JSON.stringify(own))
        .join(',\n'),
    end: ({ failures }) => `\n],"invocations":[${JSON.stringify(invocation(failures, voice))}]}]}\n`,
  };
}

function toolIn(voice: Voice): Tool {
  return { driver: { name: 'ogi-report', semanticVersion: version, language: voice.locale, rules: RULES.map((rule) => descriptor(rule, voice)) } };
}

function descriptor({ id, severity, docs }: Rule, voice: Voice): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: voice.words(docs.title) },
    fullDescription: { text: voice.words(docs.what) },
    help: { text: voice.words(docs.why) },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

const INDEXES = new Map(RULES.map(({ id }, index) => [id as string, index]));

function resultOf(diagnostic: Diagnostic, { path, rangeOf, fingerprintOf }: FileResult): Result {
  const { rule, severity, message, span, related, fixes } = diagnostic;
  const regionAt = (own: Span): Region => regionOf(rangeOf(own));
  return {
    ruleId: rule,
    ruleIndex: INDEXES.get(rule)!,
    level: LEVELS[severity],
    message: plain(message),
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region: regionAt(span) } }],
    partialFingerprints: { 'ogiReport/v1': fingerprintOf(diagnostic) },
    ...(related.length > 0 && { relatedLocations: related.map((other, id) => relatedLocation(other, id, path, regionAt)) }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, path, regionAt)) }),
  };
}

function relatedLocation(other: DiagnosticRelated, id: number, path: string, regionAt: (span: Span) => Region): Location {
  const [file, region] = 'place' in other ? [other.place.file, regionOf(other.place.range)] : [path, regionAt(other.span)];
  return { id, physicalLocation: { artifactLocation: artifact(file), region }, message: plain(other.message) };
}

function fixOf({ title, edits }: DiagnosticFix, path: string, regionAt: (span: Span) => Region): Fix {
  const replacements = edits.map(({ span, newText }) => ({ deletedRegion: regionAt(span), insertedContent: { text: newText } }));
  return { description: plain(title), artifactChanges: [{ artifactLocation: artifact(path), replacements }] };
}

function invocation(failures: readonly Failure[], voice: Voice): Invocation {
  return {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: failures.map(({ path, reason }) => ({
      level: 'error',
      message: plain(voice.words(reason)),
      locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    })),
  };
}

/** Lines and columns from 1; the end column is the one after the last character. */
function regionOf({ start, end }: Range): Region {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Relative paths stay relative, so that they are those of the repository where the run was. */
function artifact(path: string): ArtifactLocation {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.replaceAll(sep, '/').split('/').map(encodeURIComponent).join('/') };
}

/** Braces would be placeholders, and brackets before a parenthesis a link: a report must not put links before its reader. */
function plain(words: string): Message {
  const text = words.replace(/[{}]/g, '$&$&');
  return { text: text.includes('](') ? text.replace(/[[\]\\]/g, '\\$&') : text };
}
