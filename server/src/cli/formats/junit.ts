/**
 * JUnit XML, which every CI server shows: a suite a file, a case for each finding that fails the run, one case that passes
 * where there is none. What does not fail the run stands in the suite's output.
 */
import type { Diagnostic } from '../../analysis/analyse';
import type { FileResult, Format, FormatOptions } from './format';

export function junitFormat({ voice, failing }: FormatOptions): Format {
  return {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ogi-report">\n',
    between: '',
    file(result) {
      const { path, error, diagnostics } = result;
      const failed = diagnostics.filter(({ severity }) => failing.includes(severity));
      const others = diagnostics.filter(({ severity }) => !failing.includes(severity));
      const cases = [
        ...(error ? [testCase(path, 'read', `<error message="${escaped(voice.words(error))}"/>`)] : []),
        ...failed.map((diagnostic) => testCase(path, `${diagnostic.rule} ${placeOf(diagnostic, result)}`, failureOf(diagnostic, result))),
      ];
      const passed = cases.length === 0 ? [testCase(path, 'check', '')] : [];
      const output = others.map((diagnostic) => `${lineOf(diagnostic, result)}\n`).join('');
      return [
        `<testsuite name="${escaped(path)}" tests="${cases.length + passed.length}" failures="${failed.length}" errors="${error ? 1 : 0}">\n`,
        ...cases,
        ...passed,
        output === '' ? '' : `  <system-out>${escaped(output)}</system-out>\n`,
        '</testsuite>\n',
      ].join('');
    },
    end: () => '</testsuites>\n',
  };
}

function testCase(path: string, name: string, content: string): string {
  return `  <testcase classname="${escaped(path)}" name="${escaped(name)}">${content}</testcase>\n`;
}

function failureOf(diagnostic: Diagnostic, result: FileResult): string {
  return `<failure message="${escaped(diagnostic.message)}" type="${diagnostic.severity}">${escaped(lineOf(diagnostic, result))}</failure>`;
}

const lineOf = (diagnostic: Diagnostic, result: FileResult): string => `${result.path}:${placeOf(diagnostic, result)} ${diagnostic.severity} ${diagnostic.message} [${diagnostic.rule}]`;

function placeOf({ span }: Diagnostic, { rangeOf }: FileResult): string {
  const { line, character } = rangeOf(span).start;
  return `${line + 1}:${character + 1}`;
}

/** What XML 1.0 has no place for, not even escaped: control characters, halves of surrogate pairs, two non-characters. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };

function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\t\n\r]/g, (char) => ENTITIES[char]!);
}
