import type { Message } from "../message/message.js";
import { ClientError } from "./client-error.js";
import type { ClientSessionParts, HandshakeFields } from "./client-session-parts.js";
import type { Endpoints } from "./endpoints.js";
import type { ServerLink } from "./server-link.js";

export interface OpeningExit {
  /** The session stands, and what was announced with it is here, or did not come in time. */
  opened(reply: Message): void;
  refused(reply: Message): void;
  failed(cause: ClientError): void;
}

/** One handshake at a time: makes it, waits for its reply, and for the deliveries announced with it. */
export class Opening {
  readonly #parts: ClientSessionParts;
  readonly #link: ServerLink;
  readonly #endpoints: Endpoints;
  readonly #exit: OpeningExit;
  /** Changes with each handshake, to notice that one is no longer wanted when its fields are made. */
  #attempt = {};
  /** A successful reply, while the deliveries announced with it (`x-messages`, spec 5.4) are not all here. */
  #reply: Message | undefined;
  #awaited = 0;

  constructor(parts: ClientSessionParts, link: ServerLink, endpoints: Endpoints, exit: OpeningExit) {
    this.#parts = parts;
    this.#link = link;
    this.#endpoints = endpoints;
    this.#exit = exit;
  }

  start(fields: HandshakeFields): void {
    this.cancel();
    const attempt = this.#attempt;
    const ifWanted =
      <T>(act: (value: T) => void) =>
      (value: T): void => {
        if (attempt === this.#attempt) act(value);
      };
    const send = ifWanted((made: Record<string, unknown>) => this.#send(made));
    const fail = ifWanted((cause) => this.#exit.failed(new ClientError("closed", "fields", { cause })));
    try {
      // A copy: extensions write into the message, and the fields are the application's.
      const made = typeof fields === "function" ? fields() : structuredClone(fields);
      if (made instanceof Promise) made.then(send, fail);
      else send(made);
    } catch (cause) {
      fail(cause);
    }
  }

  replied(reply: Message): void {
    const { clientId, "x-messages": announced } = reply;
    if (reply.successful !== true || typeof clientId !== "string" || clientId === "") {
      this.cancel();
      this.#exit.refused(reply);
      return;
    }
    this.#reply = reply;
    this.#awaited = typeof announced === "number" ? announced : 0;
    this.#openIfComplete();
  }

  /** One more message has come. */
  delivered(): void {
    this.#awaited -= 1;
    this.#openIfComplete();
  }

  /** The handshake is over, or not wanted any more. */
  cancel(): void {
    this.#attempt = {};
    this.#link.forget();
    this.#reply = undefined;
  }

  #openIfComplete(): void {
    const reply = this.#reply;
    if (reply === undefined || this.#awaited > 0) return;
    this.cancel();
    this.#exit.opened(reply);
  }

  #send(fields: Record<string, unknown>): void {
    const { ext } = this.#parts.options;
    const message: Message = {
      ...fields,
      channel: "/meta/handshake",
      version: "1.0",
      minimumVersion: "1.0",
      supportedConnectionTypes: this.#endpoints.names,
    };
    if (ext !== undefined) message.ext = { ...ext, ...message.ext };
    this.#link.stats.handshakes += 1;
    this.#link.ask(message, 0, (cause) => {
      // The session may stand, only not all of the announced deliveries came: go on without them.
      this.#awaited = 0;
      if (this.#reply === undefined) this.#exit.failed(cause);
      else this.#openIfComplete();
    });
  }
}
