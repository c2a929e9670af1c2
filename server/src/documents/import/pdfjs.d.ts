/** The half of PDF.js that reads, which ships without types. It is handed on as it is. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

/** A character map, as bytes. */
declare module '*.bcmap' {
  const data: Uint8Array;
  export default data;
}
