import { type CodeAction as LspCodeAction, CodeActionTriggerKind } from 'vscode-languageserver';
import { type CodeAction, codeActions, editsOf, type LaterEffect } from '../features/codeActions';
import { inLocale } from '../text/span';
import { TARGET_LAYOUTS } from '../model/convert';
import type { ClientCommand } from '../protocol';
import type { Snapshot } from './analyses';
import { type Context, type Feature, onDocument } from './context';
import { isObject } from './client';
import { diagnosticOf, workspaceEditOf } from './convert';
import { contentModified, safely } from './safely';

const REOPEN: Readonly<{ [encoding in 'UTF-8' | 'GB18030']: ClientCommand }> = { 'UTF-8': 'ogiReport.reopenInUtf8', GB18030: 'ogiReport.reopenInGb18030' };

export const codeAction: Feature = {
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
interface LaterData {
  readonly uri: string;
  readonly version: number;
  readonly effect: LaterEffect;
}

/** None where the action would do nothing, or the editor can't do it. */
function actionOf({ client }: Context, snapshot: Snapshot, { kind, title, preferred, findings, effect, disabled }: CodeAction): LspCodeAction[] {
  const action: LspCodeAction = { title, kind, diagnostics: findings.map((index) => diagnosticOf(snapshot.document, snapshot.analysis.diagnostics[index]!, client)), ...(preferred ? { isPreferred: true } : {}) };
  const without = (reason: string): LspCodeAction[] => (client.disabledActions ? [{ ...action, disabled: { reason } }] : []);
  if (disabled !== undefined) return without(disabled);
  if (effect.kind === 'reopen') {
    const command = REOPEN[effect.encoding];
    return client.commands.has(command) ? [{ ...action, command: { title, command } }] : [];
  }
  if (effect.kind !== 'edits' && client.resolvesEdits) return [{ ...action, data: { uri: snapshot.document.uri, version: snapshot.version, effect } satisfies LaterData }];
  const result = effect.kind === 'edits' ? effect : editsOf(snapshot.analysis, effect);
  if (result.kind === 'refused') return without(inLocale(result.why, snapshot.analysis.settings.locale));
  return result.edits.length === 0 ? [] : [{ ...action, edit: workspaceEditOf(snapshot, result.edits, client) }];
}

/** Adds the edit, for the very text that the action was offered for. */
async function resolve({ client, connection, documents, settings, analyses }: Context, action: LspCodeAction): Promise<LspCodeAction> {
  const data: unknown = action.data;
  if (!isLaterData(data)) return action;
  const known = await settings.of(data.uri);
  const document = documents.get(data.uri);
  if (document?.version !== data.version) throw contentModified();
  const snapshot = analyses.of(document, known);
  const result = editsOf(snapshot.analysis, data.effect);
  if (result.kind === 'edits') return { ...action, edit: workspaceEditOf(snapshot, result.edits, client) };
  // Nobody would know why nothing happens.
  connection.window.showWarningMessage(`${action.title}: ${inLocale(result.why, known.locale)}`);
  return action;
}

function isLaterData(data: unknown): data is LaterData {
  return isObject(data) && typeof data.uri === 'string' && typeof data.version === 'number' && isEffect(data.effect);
}

function isEffect(effect: unknown): effect is LaterEffect {
  if (!isObject(effect)) return false;
  if (effect.kind === 'fixAll') return effect.rule === undefined || typeof effect.rule === 'string';
  return effect.kind === 'convert' && typeof effect.table === 'number' && TARGET_LAYOUTS.some((layout) => layout === effect.layout);
}
