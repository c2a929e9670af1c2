/** The empty page that the script of the preview fills: it may run that script and nothing else, and fetch nothing. */

export interface Shell {
  readonly scriptUri: string;
  /** New for each page. */
  readonly nonce: string;
  /** Of the document: what the page remembers while the window is reloaded. */
  readonly documentUri: string;
  readonly locale: string;
  readonly title: string;
  readonly words: PageWords;
}

/** What the page says by itself; everything else comes with the report. */
export interface PageWords {
  readonly export: string;
  readonly waiting: string;
  readonly nothing: string;
}

export function shellPage({ scriptUri, nonce, documentUri, locale, title, words }: Shell): string {
  return `<!DOCTYPE html>
<html lang="${escape(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<title>${escape(title)}</title>
</head>
<body data-uri="${escape(documentUri)}" data-words="${escape(JSON.stringify(words))}">
<script nonce="${nonce}" src="${escape(scriptUri)}"></script>
</body>
</html>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
