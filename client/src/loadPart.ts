/**
 * Parts of the extension that are loaded when they are needed, in a browser. Its extension host loads the entry of an extension
 * and offers no way to load another file, so this does what it does itself: reads the file and runs it as a CommonJS module.
 */
import { Uri, workspace } from 'vscode';

/** What the module at `path` below the extension's own folder exports. Only files that were shipped with the extension are there. */
export async function loadPart<Exports extends object>(extensionUri: Uri, path: string): Promise<Exports> {
  const uri = Uri.joinPath(extensionUri, path);
  const source = new TextDecoder().decode(await workspace.fs.readFile(uri));
  const module = { exports: {} as Exports };
  const run = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${uri.toString(true)}`) as (...parts: unknown[]) => void;
  run(module, module.exports, require);
  return module.exports;
}
