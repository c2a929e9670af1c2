/** What a command is and what it can work with. */
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { ReportClient } from '../client';
import type { StartConversion } from '../conversion';
import type { Detection } from '../detection';
import type { Previews } from '../preview/previews';
import type { StatusItems } from '../status';

export interface Parts {
  readonly context: ExtensionContext;
  readonly client: ReportClient;
  readonly detection: Detection;
  readonly previews: Previews;
  readonly status: StatusItems;
  readonly log: LogOutputChannel;
  readonly startConversion: StartConversion;
}

export interface ReportCommand {
  /** As package.json declares it. */
  readonly id: string;
  /** `argument`: what the server sends along, where it is the server that offers the command. */
  run(argument?: unknown): void | Thenable<unknown>;
}
