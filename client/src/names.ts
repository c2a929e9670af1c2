/** Names that package.json gives and the client's files share. */
export const LANGUAGE_ID = 'ogi-report';
export const PLAIN_TEXT = 'plaintext';
