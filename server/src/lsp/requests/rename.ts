import { LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { refusalOf, renameable } from '../../features/renames';
import { inLocale } from '../../text/span';
import { type Feature, onDocument } from '../context';
import { rangeOf, workspaceEditOf } from '../convert';

export const rename: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onPrepareRename(
      onDocument(context, 'prepareRename', null, ({ document, analysis }, { position }) => {
        const found = renameable(analysis, document.lines.offsetAt(position));
        return found ? { range: rangeOf(document, found.origin), placeholder: found.name } : null;
      }),
    );
    connection.onRenameRequest(
      onDocument(context, 'rename', null, (snapshot, { position, newName }): WorkspaceEdit | null => {
        const { analysis, document } = snapshot;
        const found = renameable(analysis, document.lines.offsetAt(position));
        if (!found) return null;
        const name = newName.trim();
        const refusal = refusalOf(found.kind, name);
        if (refusal) throw new ResponseError<never>(LSPErrorCodes.RequestFailed, inLocale(refusal, analysis.settings.locale));
        return workspaceEditOf(snapshot, found.places.map((span) => ({ span, newText: name })), client);
      }),
    );
  },
};
