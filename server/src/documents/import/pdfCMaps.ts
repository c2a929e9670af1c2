/** Tables that say which characters the codes of a font of no characters of its own stand for, as old Chinese typesetters wrote them. */

/** What PDF.js asks for tables, one class for each document; `missing` gets the names of those that are not here, whose text is lost. */
export const readerOfCMaps = (missing: Set<string>) =>
  class {
    readonly fetch = async ({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> => {
      const { FILES } = await import('./pdfCMapFiles');
      const data = FILES[name];
      if (!data) {
        missing.add(name);
        throw new Error(`no character map ${name}`);
      }
      return { cMapData: data.slice(), isCompressed: true };
    };
  };
