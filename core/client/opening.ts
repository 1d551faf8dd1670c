import type { Timer } from "../clock.js";
import type { Awaitable, Message } from "../message/message.js";
import { ClientError } from "./client-error.js";
import type { BayeuxClientOptions } from "./client-options.js";
import type { ClientSessionParts, HandshakeFields } from "./client-session-sink.js";
import type { Endpoints } from "./endpoints.js";
import type { ServerLink } from "./server-link.js";

export interface OpeningExit {
  /** The session stands, and what was announced with it is here, or did not come in time. */
  opened(reply: Message, clientId: string): void;
  refused(reply: Message): void;
  failed(cause: ClientError): void;
}

/** One handshake at a time: makes it, waits for its reply, and for the deliveries announced with it. */
export class Opening {
  readonly #options: BayeuxClientOptions;
  readonly #parts: ClientSessionParts;
  readonly #link: ServerLink;
  readonly #endpoints: Endpoints;
  readonly #exit: OpeningExit;
  /** Counts handshakes, to notice that one is no longer wanted when its fields are made. */
  #attempt = 0;
  #id: string | undefined;
  #timer: Timer | undefined;
  /** A successful reply whose announced deliveries (`x-messages`, spec 5.4) are not all here. */
  #announced: { open(): void; deliveries: number } | undefined;

  constructor(
    options: BayeuxClientOptions,
    parts: ClientSessionParts,
    link: ServerLink,
    endpoints: Endpoints,
    exit: OpeningExit,
  ) {
    this.#options = options;
    this.#parts = parts;
    this.#link = link;
    this.#endpoints = endpoints;
    this.#exit = exit;
  }

  /** The id of the handshake on its way. */
  get id(): string | undefined {
    return this.#id;
  }

  start(fields: HandshakeFields): void {
    this.cancel();
    const attempt = this.#attempt;
    const failed = (cause: unknown): void => {
      if (attempt !== this.#attempt) return;
      this.#exit.failed(new ClientError("closed", "the handshake cannot be made", { cause }));
    };
    let made: Awaitable<Record<string, unknown>>;
    try {
      // A copy: extensions write into the message, and the fields are the application's.
      made = typeof fields === "function" ? fields() : structuredClone(fields);
    } catch (cause) {
      failed(cause);
      return;
    }
    if (made instanceof Promise) {
      made.then((later) => {
        if (attempt === this.#attempt) this.#send(later);
      }, failed);
    } else {
      this.#send(made);
    }
  }

  replied(reply: Message): void {
    const { clientId, "x-messages": announced } = reply;
    if (reply.successful !== true || typeof clientId !== "string" || clientId === "") {
      this.cancel();
      this.#exit.refused(reply);
      return;
    }
    const open = (): void => {
      this.cancel();
      this.#exit.opened(reply, clientId);
    };
    if (typeof announced === "number" && announced > 0) this.#announced = { open, deliveries: announced };
    else open();
  }

  /** One more message has come. */
  delivered(): void {
    const announced = this.#announced;
    if (announced === undefined) return;
    announced.deliveries -= 1;
    if (announced.deliveries <= 0) announced.open();
  }

  /** The handshake is over, or not wanted any more. */
  cancel(): void {
    this.#attempt += 1;
    this.#timer?.cancel();
    this.#id = undefined;
    this.#announced = undefined;
  }

  #send(fields: Record<string, unknown>): void {
    const { ext } = this.#options;
    const message: Message = {
      ...fields,
      id: this.#link.nextId(),
      channel: "/meta/handshake",
      version: "1.0",
      minimumVersion: "1.0",
      supportedConnectionTypes: this.#endpoints.names,
    };
    if (ext !== undefined) message.ext = { ...ext, ...message.ext };
    this.#id = message.id;
    this.#timer = this.#parts.clock.schedule(this.#link.answerMs, () => {
      // The session may stand, only not all of the announced deliveries came: go on without them.
      if (this.#announced !== undefined) this.#announced.open();
      else this.#exit.failed(new ClientError("timeout", "no answer to the handshake"));
    });
    this.#link.stats.handshakes += 1;
    if (!this.#link.sendCycle(message))
      this.#exit.failed(new ClientError("deleted", "an extension dropped the handshake"));
  }
}
