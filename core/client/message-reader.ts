import type { Message } from "../message/message.js";

/** What the reader makes of a server's messages. */
export interface MessageHandlers {
  handshakeReply(message: Message): void;
  connectReply(message: Message): void;
  /** An answer to a subscribe, unsubscribe, disconnect or publish; of another session perhaps, or of none. */
  reply(id: string, message: Message): void;
  /** A disconnect that the client did not ask for. */
  serverDisconnect(message: Message): void;
  delivery(message: Message): void;
  /** @returns whether it was the answer to a remote call */
  answer(id: string, message: Message): boolean;
  /** Nothing to be done with it. */
  ignored(message: Message): void;
  /** The id of the handshake on its way. */
  handshakeId(): string | undefined;
  /** The id of the connect on its way. */
  connectId(): string | undefined;
  /** Runs the incoming extensions. @returns false if one dropped the message */
  extend(message: Message): boolean;
}

/**
 * Tells replies from deliveries, and present from late ones (spec sections 8 and 16.6). A server may send anything: no
 * field but the message itself is trusted to be of its type.
 */
export class MessageReader {
  readonly #handlers: MessageHandlers;

  constructor(handlers: MessageHandlers) {
    this.#handlers = handlers;
  }

  read(message: Message): void {
    const channel: unknown = message.channel;
    if (typeof channel !== "string") this.#handlers.ignored(message);
    else if (channel.startsWith("/meta/")) this.#readMeta(message);
    else if (this.#handlers.extend(message)) this.#readData(message);
  }

  #readMeta(message: Message): void {
    const id = idOf(message);
    switch (message.channel) {
      case "/meta/handshake":
        // A late reply must not reach the extensions either: the ack extension would believe its number.
        if (id === undefined || id !== this.#handlers.handshakeId()) this.#handlers.ignored(message);
        else if (this.#handlers.extend(message)) this.#handlers.handshakeReply(message);
        break;
      case "/meta/connect":
        if (id === undefined || id !== this.#handlers.connectId()) this.#handlers.ignored(message);
        else if (this.#handlers.extend(message)) this.#handlers.connectReply(message);
        break;
      case "/meta/subscribe":
      case "/meta/unsubscribe":
        if (id === undefined) this.#handlers.ignored(message);
        else if (this.#handlers.extend(message)) this.#handlers.reply(id, message);
        break;
      case "/meta/disconnect":
        if (id === undefined && message.id !== undefined) this.#handlers.ignored(message);
        else if (!this.#handlers.extend(message)) break;
        else if (id === undefined) this.#handlers.serverDisconnect(message);
        else this.#handlers.reply(id, message);
        break;
      default:
        this.#handlers.ignored(message);
    }
  }

  #readData(message: Message): void {
    const id = idOf(message);
    if (typeof message.successful !== "boolean") {
      this.#handlers.delivery(message); // with an id perhaps, which is the publisher's (spec 8.2)
    } else if (message.data === undefined) {
      if (id === undefined) this.#handlers.ignored(message);
      else this.#handlers.reply(id, message);
    } else if (id !== undefined && message.channel.startsWith("/service/")) {
      // The result of a remote call (spec 8.4), or of one that nobody waits for any more.
      if (!this.#handlers.answer(id, message)) this.#handlers.ignored(message);
    } else {
      this.#handlers.delivery(message);
    }
  }
}

/** An id as we sent it, a string; some servers echo a number. */
function idOf(message: Message): string | undefined {
  const id: unknown = message.id;
  return typeof id === "string" ? id : typeof id === "number" ? String(id) : undefined;
}
