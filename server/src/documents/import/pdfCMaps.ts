/** Tables that say which characters the codes of a font of no characters of its own stand for, as old Chinese typesetters wrote them. */

export class CMaps {
  readonly fetch = async ({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> => {
    const { FILES } = await import('./pdfCMapFiles');
    const data = FILES[name];
    if (!data) throw new Error(`no character map ${name}`);
    return { cMapData: data.slice(), isCompressed: true };
  };
}
