/** URIs as names of files: editors encode the same one differently, and only one spelling can be looked up. */

/** `uri` with every character of its path encoded or not as everywhere else; Windows drives in lower case. */
export function canonicalUri(uri: string): string {
  const path = /^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?/i.exec(uri)?.[0].length ?? 0;
  const segments = uri.slice(path).split('/').map(encoded).join('/');
  return uri.slice(0, path).toLowerCase() + segments.replace(/^\/([A-Za-z])%3A/, (_, drive: string) => `/${drive.toLowerCase()}%3A`);
}

function encoded(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment; // not encoded at all
  }
}

export const schemeOf = (uri: string): string => /^[^:]*/.exec(uri)![0].toLowerCase();

/** `uri` and the folders it is in. */
export function withFolders(uri: string): string[] {
  const parts = uri.split('/');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('/'));
}

/** Whether a canonical `uri` lies below a canonical `folder`. */
export const isBelow = (uri: string, folder: string): boolean => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The folder of a file or folder, without its slash. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
