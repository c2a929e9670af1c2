/**
 * Writes messages to a stream, each in one piece: header and content in two would wake the editor twice and cost as much again as
 * the rest of a short answer.
 */
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** Messages to the editor that may wait before nothing more is taken from it. */
const MOST_WAITING = 100;

/** While the editor doesn't read, it is not read either: else what it is told, unasked, would pile up. */
export class PatientWriter extends AbstractMessageWriter implements MessageWriter {
  #waiting = 0;
  #failed = 0;

  constructor(
    private readonly output: NodeJS.WritableStream,
    private readonly input: NodeJS.ReadableStream,
  ) {
    super();
    output.on('error', (error: Error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  async write(message: Message): Promise<void> {
    const content = JSON.stringify(message);
    if (++this.#waiting > MOST_WAITING) this.input.pause();
    try {
      await this.#send(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
    } catch (error) {
      this.fireError(error, message, ++this.#failed);
      throw error;
    } finally {
      if (--this.#waiting === 0) this.input.resume();
    }
  }

  end(): void {
    this.output.end();
  }

  #send(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.output.write(text, 'utf8', (error) => (error ? reject(error) : resolve()));
    });
  }
}
