import type { SharedPort } from "./shared-messages.js";

/** Writes what one turn has to say as one message of the port, since each costs the browser a task. */
export class PortWriter<M> {
  readonly #port: SharedPort;
  readonly #endOfTurn: (callback: () => void) => void;
  #waiting: M[] = [];

  constructor(port: SharedPort, endOfTurn: (callback: () => void) => void) {
    this.#port = port;
    this.#endOfTurn = endOfTurn;
  }

  /** @param message - plain data, as `structuredClone` takes it */
  write(message: M): void {
    if (this.#waiting.push(message) === 1) this.#endOfTurn(() => this.flush());
  }

  flush(): void {
    const messages = this.#waiting;
    if (messages.length === 0) return;
    this.#waiting = [];
    this.#port.postMessage(messages);
  }
}
