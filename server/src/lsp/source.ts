/** The name of the server: of its findings, to the editor and in the log. */
export const SOURCE = 'ogi-report';
