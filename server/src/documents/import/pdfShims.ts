/**
 * What PDF.js expects of a browser and Node or a worker lacks. Nothing is drawn, so that names of classes suffice. To be imported
 * before PDF.js.
 */
interface Browser {
  DOMMatrix?: unknown;
  navigator?: unknown;
}

const scope = globalThis as Browser;
scope.DOMMatrix ??= class {};
scope.navigator ??= { platform: '', userAgent: '' };
