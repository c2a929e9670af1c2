/**
 * Settings that a person decides on at a finding, as edits of the `.ogireport.json` that holds for the report; a new one beside
 * the report where there is none. The editor makes the edits: the server writes no file.
 */
import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ConfigError } from '../../analysis/config';
import { CONFIG_FILE } from '../../protocol';
import type { Text } from '../../text/span';
import { changed, type ConfigChange, newConfig, withoutMark } from './configText';
import type { Context } from '../context';
import { rangeOf } from '../convert';
import { canonicalUri, folderOf } from '../uris';

/** What is decided: a rule goes off for everything under the settings, or one finding of a document is left. */
export interface Decision {
  /** URI of the report. */
  readonly uri: string;
  readonly rule: string;
  readonly ignore?: { readonly fingerprint: string; readonly reason: string };
}

export type ConfigEdit = { readonly kind: 'edit'; readonly config: string; readonly edit: WorkspaceEdit } | { readonly kind: 'refused'; readonly why: Text };

/** The edit for `decision`, for the file as it is on disk now. */
export async function configEditOf({ configs, client }: Context, { uri, rule, ignore }: Decision): Promise<ConfigEdit> {
  const known = await configs.of(uri);
  const config = known?.uri ?? `${folderOf(canonicalUri(uri))}/${CONFIG_FILE}`;
  const now = await configs.read(config);
  const change: ConfigChange = ignore ? { kind: 'ignore', ignore: { file: wayTo(uri, config), rule, ...ignore } } : { kind: 'off', rule };
  if (!now) {
    if (!client.createsFiles) return { kind: 'refused', why: { zh: `编辑器不能新建 ${CONFIG_FILE}，请先建立，内容为 {}`, en: `The editor can’t create ${CONFIG_FILE}: create it with the content {}` } };
    const create: CreateFile = { kind: 'create', uri: config, options: { ignoreIfExists: true } };
    return { kind: 'edit', config, edit: { documentChanges: [create, editOf(config, [{ range: START, newText: newConfig(change) }])] } };
  }
  if (now.content instanceof ConfigError) return { kind: 'refused', why: { zh: `${CONFIG_FILE} 有误，请先改正：${now.content.words.zh}`, en: `${CONFIG_FILE} is not understood, mend it first: ${now.content.words.en}` } };
  const lines = TextDocument.create(config, 'json', 0, withoutMark(now.text));
  const { span, newText } = changed(now.text, change);
  const edits = [{ range: rangeOf({ lines }, span), newText }];
  return { kind: 'edit', config, edit: client.versionedEdits ? { documentChanges: [editOf(config, edits)] } : { changes: { [config]: edits } } };
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** `null`: for the content on disk. */
const editOf = (uri: string, edits: TextDocumentEdit['edits']): TextDocumentEdit => ({ textDocument: { uri, version: null }, edits });

/** The way from the settings' folder to the report, with `/`. */
const wayTo = (uri: string, config: string): string => decodeURIComponent(canonicalUri(uri).slice(folderOf(config).length + 1));
