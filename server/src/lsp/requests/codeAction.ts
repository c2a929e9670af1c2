import { type CodeAction as LspCodeAction, CodeActionTriggerKind, type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { type CodeAction, codeActions, type Decision, editsOf, type LaterEffect } from '../../features/codeActions';
import { inLocale, type Text } from '../../text/span';
import { TARGET_LAYOUTS } from '../../model/writing/convert';
import type { ClientCommand, RuleAtPlace } from '../../protocol';
import type { Snapshot } from '../analyses';
import { type Context, type Feature, onDocument } from '../context';
import { isObject } from '../client';
import { configEditOf } from '../config/configEdits';
import { diagnosticOf, workspaceEditOf } from '../convert';
import { tell } from '../log';
import { contentModified, safely } from '../safely';

const REOPEN: Readonly<{ [encoding in 'UTF-8' | 'GB18030']: ClientCommand }> = { 'UTF-8': 'ogiReport.reopenInUtf8', GB18030: 'ogiReport.reopenInGb18030' };

export const codeAction: Feature = {
  listen(context) {
    const { connection, client } = context;
    connection.onCodeAction(
      onDocument(context, 'codeAction', [], (snapshot, { range, context: { only, triggerKind } }) => {
        // Nothing else is promised to it.
        if (!client.codeActionLiterals) return [];
        const { lines } = snapshot.document;
        const actions = codeActions(snapshot.analysis, {
          span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
          // Some editors send one kind without a list around it.
          ...(only ? { only: [only].flat() } : {}),
          automatic: triggerKind === CodeActionTriggerKind.Automatic,
        });
        const answer = actions.flatMap((action) => actionOf(context, snapshot, action));
        for (const { rule, error } of snapshot.analysis.failedFixes) context.log.failed(`fixes of ${rule}`, error);
        return answer;
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

/** The same for what is decided of a finding or its rule. */
interface DecisionData {
  readonly decision: RuleAtPlace;
}

/** None where the action would do nothing, or the editor can't do it. */
function actionOf(context: Context, snapshot: Snapshot, { kind, title, preferred, findings, effect, disabled }: CodeAction): LspCodeAction[] {
  const { client } = context;
  const action: LspCodeAction = { title, kind, diagnostics: findings.map((index) => diagnosticOf(snapshot.document, snapshot.analysis.diagnostics[index]!, client)), ...(preferred ? { isPreferred: true } : {}) };
  const without = (reason: string): LspCodeAction[] => (client.disabledActions ? [{ ...action, disabled: { reason } }] : []);
  if (disabled !== undefined) return without(disabled);
  if (effect.kind === 'reopen') {
    const command = REOPEN[effect.encoding];
    return client.commands.has(command) ? [{ ...action, command: { title, command } }] : [];
  }
  if (effect.kind === 'ignore' || effect.kind === 'turnOff') return decided(context, snapshot, action, effect);
  if (effect.kind !== 'edits' && client.resolvesEdits) return [{ ...action, data: { uri: snapshot.document.uri, version: snapshot.version, effect } satisfies LaterData }];
  const result = effect.kind === 'edits' ? effect : editsOf(snapshot.analysis, effect);
  if (result.kind === 'refused') return without(inLocale(result.why, snapshot.analysis.settings.locale));
  return result.edits.length === 0 ? [] : [{ ...action, edit: workspaceEditOf(snapshot, result.edits, client) }];
}

const DECIDE = { ignore: 'ogiReport.ignore', folder: 'ogiReport.turnOffInFolder', editor: 'ogiReport.turnOff' } as const satisfies Record<string, ClientCommand>;

/** By a command where the editor has one, that asks for the reason and saves what it wrote; else by an edit, with words in place of the reason. */
function decided({ client, configs }: Context, { document: { uri }, analysis }: Snapshot, action: LspCodeAction, effect: Decision): LspCodeAction[] {
  const command = DECIDE[effect.kind === 'ignore' ? 'ignore' : effect.where];
  const config = configs.of(uri);
  if (command === 'ogiReport.turnOff') {
    // What the folder says of a rule wins over the editor.
    const isSettled = config instanceof Promise || (config !== undefined && 'rules' in config.content && effect.kind === 'turnOff' && config.content.rules[effect.rule] !== undefined);
    if (isSettled) return [];
  } else if (!configs.reaches(uri)) return [];
  const diagnostic = effect.kind === 'ignore' ? analysis.diagnostics[effect.finding]! : undefined;
  const decision: RuleAtPlace = effect.kind === 'ignore' ? { uri, rule: diagnostic!.rule, fingerprint: analysis.fingerprintOf(diagnostic!) } : { uri, rule: effect.rule };
  if (client.commands.has(command)) return [{ ...action, command: { title: action.title, command, arguments: [decision] } }];
  return command !== 'ogiReport.turnOff' && client.resolvesEdits ? [{ ...action, data: { decision } satisfies DecisionData }] : [];
}

const REASON: Text = { zh: '请填写保留的理由', en: 'Say here why it is left' };

async function resolveDecision(context: Context, action: LspCodeAction, { uri, rule, fingerprint }: RuleAtPlace): Promise<LspCodeAction> {
  const { locale } = await context.settings.ofEditor(uri);
  const made = await configEditOf(context, { uri, rule, ...(fingerprint === undefined ? {} : { ignore: { fingerprint, reason: inLocale(REASON, locale) } }) });
  if (made.kind === 'edit') return { ...action, edit: made.edit };
  warn(context.connection, inLocale(made.why, locale));
  return action;
}

/** Adds the edit, for the very text that the action was offered for. */
async function resolve(context: Context, action: LspCodeAction): Promise<LspCodeAction> {
  const { client, connection, documents, settings, analyses } = context;
  const data: unknown = action.data;
  if (isDecisionData(data)) return resolveDecision(context, action, data.decision);
  if (!isLaterData(data)) return action;
  const known = await settings.of(data.uri);
  const document = documents.get(data.uri);
  if (document?.version !== data.version) throw contentModified();
  const snapshot = analyses.of(document, known);
  const result = editsOf(snapshot.analysis, data.effect);
  if (result.kind === 'edits') return { ...action, edit: workspaceEditOf(snapshot, result.edits, client) };
  // Nobody would know why nothing happens.
  warn(connection, `${action.title}: ${inLocale(result.why, known.locale)}`);
  return action;
}

/** Shown without asking anything: the library's own `showWarningMessage` is a request, which not every editor answers. */
function warn(connection: Connection, message: string): void {
  tell(() => connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }));
}

function isLaterData(data: unknown): data is LaterData {
  return isObject(data) && typeof data.uri === 'string' && typeof data.version === 'number' && isEffect(data.effect);
}

function isDecisionData(data: unknown): data is DecisionData {
  return isObject(data) && isRuleAtPlace(data.decision);
}

function isRuleAtPlace(value: unknown): value is RuleAtPlace {
  return isObject(value) && typeof value.uri === 'string' && typeof value.rule === 'string' && (value.fingerprint === undefined || typeof value.fingerprint === 'string');
}

function isEffect(effect: unknown): effect is LaterEffect {
  if (!isObject(effect)) return false;
  if (effect.kind === 'fixAll') return effect.rule === undefined || typeof effect.rule === 'string';
  return effect.kind === 'convert' && typeof effect.table === 'number' && TARGET_LAYOUTS.some((layout) => layout === effect.layout);
}
