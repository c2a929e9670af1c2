/** A language server as a child process, driven as an editor drives it; nothing between it and the clock. */
import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { ClientCapabilities, Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { DIAGNOSTIC_DELTA_REQUEST, type DiagnosticDelta } from '../../server/src/protocol';
import type { BenchEdit } from './corpus';

const ROOT = join(__dirname, '../..');
const URI = 'file:///bench.ogi';

export type ServerName = 'trivial' | 'ogi-report';

const FINDINGS = { relatedInformation: true, tagSupport: { valueSet: [1 as const, 2 as const] }, codeDescriptionSupport: true, dataSupport: true };
export const PULLS: ClientCapabilities = { textDocument: { diagnostic: FINDINGS, inlineCompletion: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] }, codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } } };
/** How findings are asked for: by the protocol's own request, as differences as the extension does, or not at all. */
export type Asking = 'extension' | 'pull' | 'push';

export const IS_PUSHED_TO: ClientCapabilities = { textDocument: { publishDiagnostics: { ...FINDINGS, versionSupport: true } } };

const bundles = new Map<ServerName, string>();

/** The server as it is shipped, and the trivial one bundled and minified in the same way. */
export function bundleOf(name: ServerName): string {
  let outfile = bundles.get(name);
  if (outfile === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'ogi-report-bench-'));
    outfile = join(folder, 'server.js');
    if (name === 'ogi-report') execFileSync(process.execPath, [join(ROOT, 'esbuild.mjs'), '--production', '--out', folder, 'server']);
    else buildSync({ absWorkingDir: ROOT, entryPoints: ['test/bench/trivialServer.ts'], outfile, bundle: true, minify: true, format: 'cjs', platform: 'node', target: 'node20', mainFields: ['module', 'main'], logLevel: 'error' });
    bundles.set(name, outfile);
  }
  return outfile;
}

export class ServerProcess {
  #version = 1;
  #published: ((params: PublishDiagnosticsParams) => void) | undefined;
  /** Names the findings that an extension would hold. */
  #held: string | undefined;

  private constructor(
    readonly process: ChildProcessWithoutNullStreams,
    readonly connection: MessageConnection,
    private readonly asking: Asking,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => this.#published?.(params));
    connection.onUnhandledNotification(() => undefined);
    connection.listen();
  }

  /** Ready for documents. Started with what the extension starts Node with. */
  static async start(name: ServerName, asking: Asking = 'pull'): Promise<ServerProcess> {
    const capabilities = asking === 'push' ? IS_PUSHED_TO : PULLS;
    const child = spawn(process.execPath, ['--max-semi-space-size=4', bundleOf(name), '--stdio'], { env: { ...process.env, OGI_REPORT_PUSH_DELAY_MS: '0' } });
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const server = new ServerProcess(child, connection, asking);
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification('initialized', {});
    return server;
  }

  /** Number of findings once they are there. */
  async open(text: string): Promise<number> {
    const findings = this.#findingsOf(this.#version);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'ogi-report', version: this.#version, text } });
    return this.asking === 'push' ? findings : this.#pull();
  }

  /** From sending the edit to having the findings of the text after it. */
  async edit({ range, text }: BenchEdit): Promise<number> {
    const version = ++this.#version;
    const findings = this.#findingsOf(version);
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version }, contentChanges: [{ range, text }] });
    return this.asking === 'push' ? findings : this.#pull();
  }

  /** An edit after which nothing is asked for. */
  type({ range, text }: BenchEdit): void {
    void this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: ++this.#version }, contentChanges: [{ range, text }] });
  }

  /** Any request about the document, by its name in the protocol's `textDocument/`; by its whole name behind a `/`. */
  ask(method: string, params: object = {}): Promise<unknown> {
    return this.connection.sendRequest(method.startsWith('/') ? method.slice(1) : `textDocument/${method}`, { textDocument: { uri: URI }, ...params });
  }

  async close(): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    this.#version = 1;
    this.#held = undefined;
  }

  /** Resident memory of the process, and its highest so far, in MB. */
  memory(): { readonly now: number; readonly peak: number } {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN) / 1024;
    return { now: field('VmRSS'), peak: field('VmHWM') };
  }

  /** Milliseconds that all threads of the process have had a processor; NaN where the system does not tell. */
  processorTime(): number {
    const tasks = `/proc/${this.process.pid}/task`;
    if (!existsSync(tasks)) return NaN;
    return readdirSync(tasks).reduce((sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]), 0) / 1e6;
  }

  async stop(): Promise<void> {
    const exit = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await exit;
  }

  async #pull(): Promise<number> {
    if (this.asking === 'extension') return this.#pullDelta();
    const report = (await this.ask('diagnostic')) as DocumentDiagnosticReport;
    return report.kind === 'full' ? report.items.length : NaN;
  }

  async #pullDelta(): Promise<number> {
    const delta = (await this.ask(`/${DIAGNOSTIC_DELTA_REQUEST}`, this.#held === undefined ? {} : { previousResultId: this.#held })) as DiagnosticDelta<Diagnostic>;
    this.#held = delta.resultId;
    return delta.runs.reduce((sum, run) => sum + ('items' in run ? run.items.length : run.count), 0);
  }

  /** Pushed findings of a version, or of a later one. */
  #findingsOf(version: number): Promise<number> {
    if (this.asking !== 'push') return Promise.resolve(NaN);
    return new Promise((resolve) => {
      this.#published = (params) => {
        if ((params.version ?? 0) >= version) resolve(params.diagnostics.length);
      };
    });
  }
}
