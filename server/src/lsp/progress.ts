/** Work in the background, shown to the user if it takes long. An editor that shows no progress is told nothing. */
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

const SHOW_AFTER_MS = 1000;

export class Progress {
  readonly #started = Date.now();
  #shown: WorkDoneProgressServerReporter | undefined;
  #asked = false;
  #ended = false;
  #percentage = 0;

  constructor(
    private readonly connection: Connection,
    private readonly title: string,
    private readonly cancelled: () => void,
  ) {}

  /** `done` of `all` steps are done. */
  report(done: number, all: number): void {
    const percentage = Math.floor((100 * done) / all);
    if (percentage !== this.#percentage) this.#shown?.report((this.#percentage = percentage));
    if (this.#asked || Date.now() < this.#started + SHOW_AFTER_MS) return;
    this.#asked = true;
    // An editor that refuses is not asked again.
    this.connection.window.createWorkDoneProgress().then((shown) => this.#show(shown), () => undefined);
  }

  end(): void {
    this.#ended = true;
    this.#shown?.done();
  }

  #show(shown: WorkDoneProgressServerReporter): void {
    shown.begin(this.title, this.#percentage, undefined, true);
    shown.token.onCancellationRequested(this.cancelled);
    if (this.#ended) shown.done();
    else this.#shown = shown;
  }
}
