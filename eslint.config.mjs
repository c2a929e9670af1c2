/**
 * Lint rules. None needs types: the compiler's strict mode covers those, and the run stays at a few seconds.
 */
import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'test/e2e/out/', '.vscode-test/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-indexed-object-style': 'off', // a named key tells what it is
      // Indexed access is checked (noUncheckedIndexedAccess), and `!` is how a proven index says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The compiler finds the unknown names, with types and all.
      'no-undef': 'off',
    },
  },
  {
    rules: {
      // Control characters and strange blanks are what some of the checks look for.
      'no-control-regex': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true }],
      eqeqeq: ['error', 'always'],
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      'object-shorthand': 'error',
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
  },
  {
    // Texts are untrusted: no expression may take more than linear time, not even where only part of it could.
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    // Standard output is the protocol's, and the pure rings do no I/O. Only the entries talk to a terminal.
    files: ['server/src/**', 'client/src/**'],
    ignores: ['server/src/node.ts', 'server/src/cli.ts', 'server/src/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // Scripts, run by Node; what they hand to a page runs in a browser.
    files: ['**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', URL: 'readonly', URLSearchParams: 'readonly', document: 'readonly' },
    },
  },
);
