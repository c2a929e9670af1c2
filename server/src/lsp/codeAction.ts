import { type CodeAction as LspCodeAction, CodeActionTriggerKind } from 'vscode-languageserver';
import { CODE_ACTION_KINDS, type CodeAction, codeActions, type Effect, fixAllEdits } from '../features/codeActions';
import type { ClientCommand } from '../protocol';
import type { Snapshot } from './analyses';
import { type Context, type Feature, onDocument } from './context';
import { isObject } from './client';
import { diagnosticOf, workspaceEditOf } from './convert';
import { contentModified, safely } from './safely';

const REOPEN: Readonly<{ [encoding in 'UTF-8' | 'GB18030']: ClientCommand }> = { 'UTF-8': 'ogiReport.reopenInUtf8', GB18030: 'ogiReport.reopenInGb18030' };

export const codeAction: Feature = {
  capabilities: ({ resolvesEdits }) => ({ codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: resolvesEdits } }),

  listen(context) {
    const { connection, client } = context;
    connection.onCodeAction(
      onDocument(context, 'codeAction', [], (snapshot, { range, context: { only, triggerKind } }) => {
        if (!client.codeActionLiterals) return [];
        const { lines } = snapshot.document;
        const actions = codeActions(snapshot.analysis, {
          span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
          // Some editors send one kind without a list around it.
          ...(only ? { only: [only].flat() } : {}),
          automatic: triggerKind === CodeActionTriggerKind.Automatic,
        });
        return actions.flatMap((action) => actionOf(context, snapshot, action));
      }),
    );
    connection.onCodeActionResolve((action, token) => safely(context.log, 'codeAction/resolve', action, (asked: LspCodeAction) => resolve(context, asked))(action, token));
  },
};

/** What an action whose edits are not computed yet carries: enough to compute them. */
interface FixAllData {
  readonly uri: string;
  readonly version: number;
  readonly rule?: string;
}

/** None where the action would do nothing, or the editor can't do it. */
function actionOf({ client }: Context, snapshot: Snapshot, { kind, title, preferred, findings, effect }: CodeAction): LspCodeAction[] {
  const action: LspCodeAction = { title, kind, diagnostics: findings.map((index) => diagnosticOf(snapshot, index, client)), ...(preferred ? { isPreferred: true } : {}) };
  if (effect.kind === 'reopen') {
    const command = REOPEN[effect.encoding];
    return client.commands.has(command) ? [{ ...action, command: { title, command } }] : [];
  }
  if (effect.kind === 'fixAll' && client.resolvesEdits) return [{ ...action, data: dataOf(snapshot, effect) }];
  const edits = effect.kind === 'fixAll' ? fixAllEdits(snapshot.analysis, effect.rule) : effect.edits;
  return edits.length === 0 ? [] : [{ ...action, edit: workspaceEditOf(snapshot, edits, client) }];
}

function dataOf({ document, version }: Snapshot, { rule }: Extract<Effect, { kind: 'fixAll' }>): FixAllData {
  return { uri: document.uri, version, ...(rule === undefined ? {} : { rule }) };
}

/** Adds the edit, for the very text that the action was offered for. */
async function resolve({ client, documents, settings, analyses }: Context, action: LspCodeAction): Promise<LspCodeAction> {
  const data: unknown = action.data;
  if (!isFixAllData(data)) return action;
  const known = await settings.of(data.uri);
  const document = documents.get(data.uri);
  if (document?.version !== data.version) throw contentModified();
  const snapshot = analyses.of(document, known);
  return { ...action, edit: workspaceEditOf(snapshot, fixAllEdits(snapshot.analysis, data.rule), client) };
}

function isFixAllData(data: unknown): data is FixAllData {
  return isObject(data) && typeof data.uri === 'string' && typeof data.version === 'number' && (data.rule === undefined || typeof data.rule === 'string');
}
