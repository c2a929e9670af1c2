/**
 * How the pages look. In an editor its colours are used, in any theme; elsewhere those of a printed page. What is wrong is told
 * by a sign, a border and words, so that no colour has to be told from another.
 */
export const STYLE = `
:root {
  --text: var(--vscode-foreground, #1f1f1f);
  --page: var(--vscode-editor-background, #ffffff);
  --quiet: var(--vscode-descriptionForeground, #595959);
  --line: var(--vscode-contrastBorder, color-mix(in srgb, currentColor 45%, transparent));
  --head: var(--vscode-editorWidget-background, #f3f3f3);
  --error: var(--vscode-editorError-foreground, #b00020);
  --warning: var(--vscode-editorWarning-foreground, #8a5a00);
  --note: var(--vscode-editorInfo-foreground, #0b5cad);
  --link: var(--vscode-textLink-foreground, #0b5cad);
  --focus: var(--vscode-contrastActiveBorder, var(--vscode-focusBorder, #0b5cad));
  --now: var(--vscode-charts-blue, #0b5cad);
  --before: var(--vscode-descriptionForeground, #8a8a8a);
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1em; }
body { margin: 0; padding: 0 1.2em 3em; color: var(--text); background: var(--page); font: var(--vscode-font-size, 14px)/1.6 var(--vscode-font-family, system-ui, sans-serif); }
main { max-width: 75em; margin: 0 auto; }
h1 { font-size: 1.5em; text-align: center; margin: 1em 0 0.2em; }
h2 { font-size: 1.15em; margin: 1.6em 0 0.5em; }
.edition, .source { color: var(--quiet); text-align: center; margin: 0.2em 0; }
.source { text-align: left; }
.line { margin: 0.3em 0; overflow-wrap: anywhere; }
.none { color: var(--quiet); font-style: italic; }
.contents { border: 1px solid var(--line); padding: 0.4em 1em; margin: 1em 0; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents a { color: var(--link); }
.state, .contents .balance { margin-left: 0.7em; white-space: nowrap; }
.state.missing, .state.error, .balance.unbalanced { font-weight: 600; border-bottom: 2px solid var(--error); }
.state.warning, .balance.unreadable, .balance.missing { font-weight: 600; border-bottom: 2px dotted var(--warning); }
.state.information, .state.hint { color: var(--quiet); }
.absent h2 { text-decoration: underline dashed var(--error); }
.findings { list-style: none; padding: 0 0 0 0.8em; margin: 0.4em 0 0.8em; border-left: 3px solid var(--line); }
.findings li { margin: 0.15em 0; }
.findings .mark { display: inline-block; width: 1.2em; text-align: center; }
button.way { all: unset; cursor: pointer; }
button.way:hover { text-decoration: underline; }
.table-frame { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 0.3em 0; color: var(--quiet); }
caption .balance { margin-left: 0.8em; }
th, td { border: 1px solid var(--line); padding: 0.25em 0.4em; text-align: center; vertical-align: middle; }
th { font-weight: 500; background: var(--head); overflow-wrap: break-word; }
.requests tbody th.row { min-width: 10em; }
.requests th.group { min-width: 4em; }
tbody th.row, .figures th[scope="row"] { text-align: left; }
th.caption { background: none; }
td.corner { color: var(--quiet); background: var(--head); font-size: 0.85em; max-width: 22em; }
.reviewAndLitigation th { min-width: 2.6em; }
.value { min-width: 2.4em; }
.live .value[data-start] { cursor: pointer; }
.value.unread, .value.blank { background: repeating-linear-gradient(135deg, transparent 0 5px, var(--head) 5px 7px); color: var(--quiet); }
.value.certain, .value.possible, .value.sum { outline: 2px solid var(--error); outline-offset: -2px; }
.value.possible, .value.sum { outline-style: dashed; }
.value.certain .written { text-decoration: line-through; }
.value.noted { outline: 2px dotted var(--warning); outline-offset: -2px; }
.value .mark, th .mark { font-weight: 700; margin-right: 0.2em; }
.value .expected { display: block; font-size: 0.85em; font-weight: 600; white-space: nowrap; }
.no-table { border: 2px dashed var(--warning); padding: 0.5em 0.8em; }
.no-table::before { content: "▲ "; }
[aria-current] { background: var(--vscode-editor-selectionBackground, #cce4ff); box-shadow: inset 0 0 0 2px var(--focus); }
:focus-visible { outline: 2px solid var(--focus) !important; outline-offset: -2px; }
.figures { width: auto; }
.figures .number { text-align: right; }
.unit { color: var(--quiet); font-size: 0.85em; }
.bar-now { fill: var(--now); }
.bar-before { fill: var(--before); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.toolbar { position: sticky; top: 0; z-index: 1; display: flex; gap: 1em; align-items: baseline; padding: 0.4em 0; background: var(--page); border-bottom: 1px solid var(--line); }
.table-state { margin-right: 1.2em; white-space: nowrap; position: relative; }
.toolbar .told { flex: 1; margin: 0; color: var(--quiet); }
.toolbar button { font: inherit; color: var(--link); background: none; border: 1px solid var(--line); padding: 0.1em 0.7em; cursor: pointer; }
.vscode-high-contrast th, .vscode-high-contrast-light th { background: none; font-weight: 700; }
.vscode-high-contrast .value .expected, .vscode-high-contrast-light .value .expected { text-decoration: underline; }
@media (forced-colors: active) { rect { forced-color-adjust: none; } }
@media print {
  @page { size: A4; margin: 15mm; }
  body { color: #000; background: none; padding: 0; font-size: 9pt; }
  main { max-width: none; }
  .toolbar { display: none; }
  .table-frame { overflow: visible; }
  .requests tbody th.row, .requests th.group, .reviewAndLitigation th, .value { min-width: 0; }
  table { font-size: 8pt; }
  th, td { border-color: #000; padding: 0.1em 0.25em; }
  thead { display: table-header-group; }
  tr, .findings li { break-inside: avoid; }
  h2, caption { break-after: avoid; }
  .value.certain, .value.possible, .value.sum { outline-color: #000; }
  .value .expected, .value .mark { color: #000; }
  [aria-current] { background: none; box-shadow: none; }
  a { color: inherit; text-decoration: none; }
}
`;
