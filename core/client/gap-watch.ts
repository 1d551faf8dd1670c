import type { Clock } from "../clock.js";
import { extField, type Message } from "../message/message.js";
import type { ClientState } from "./client-state.js";

/** Messages may be missing. */
export interface Gap {
  /**
   * - `session`: the session was replaced. What was published before the subscriptions were restored was not heard
   * - `connection`: the session lives, but what was on its way when the connection broke may be lost
   * - `queue`: the server dropped messages, since its queue for this session was full
   */
  readonly kind: "session" | "connection" | "queue";
  /**
   * When the session or connection was found to be lost, or for `queue`, when the connect before this one was answered, in
   * milliseconds since the epoch.
   */
  readonly sinceMs: number;
  /** For `queue`: how many messages. */
  readonly dropped?: number;
}

/** The client, as far as gaps show. */
export interface GapSource {
  readonly clientId: string | undefined;
  onState(listener: (state: ClientState) => void): () => void;
  onHandshakeReply(listener: (reply: Message) => void): () => void;
  addListener(channel: string, listener: (message: Message) => void): () => void;
}

/** Tells gaps from the client's changes of state, and from what the server says (`ext.oortbus.dropped` of a connect reply). */
export class GapWatch {
  readonly #listeners = new Set<(gap: Gap) => void>();
  #session: string | undefined;
  #sinceMs: number | undefined;
  #isAcknowledged = false;
  #answeredMs = 0;

  constructor(client: GapSource, clock: Clock) {
    client.onHandshakeReply((reply) => {
      this.#answeredMs = clock.now();
      const ack = extField(reply, "ack");
      this.#isAcknowledged = ack !== undefined && ack !== false;
    });
    client.addListener("/meta/connect", (reply) => {
      const { dropped } = Object(extField(reply, "oortbus")) as { dropped?: unknown };
      if (typeof dropped === "number" && dropped > 0) this.#tell({ kind: "queue", sinceMs: this.#answeredMs, dropped });
      this.#answeredMs = clock.now();
    });
    client.onState((state) => {
      if (state === "connected") {
        this.#connected(client.clientId);
      } else if (state === "disconnected") {
        this.#session = this.#sinceMs = undefined;
      } else if (this.#session !== undefined) {
        this.#sinceMs ??= clock.now();
      }
    });
  }

  /** @returns the remover */
  add(listener: (gap: Gap) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #connected(clientId: string | undefined): void {
    const sinceMs = this.#sinceMs;
    const kind = clientId === this.#session ? "connection" : "session";
    this.#session = clientId;
    this.#sinceMs = undefined;
    if (sinceMs === undefined || (kind === "connection" && this.#isAcknowledged)) return;
    this.#tell({ kind, sinceMs });
  }

  #tell(gap: Gap): void {
    for (const listener of [...this.#listeners]) listener(gap);
  }
}
