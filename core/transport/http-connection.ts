import type { ServerResponse } from "node:http";
import { errorField } from "../message/bayeux-error.js";
import { encodeReplies } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { Connection } from "../server/exchange.js";
import type { RequestContext, ServerSession } from "../session/server-session.js";

/**
 * The status that ends the older of two connects. Never 408: browsers repeat such a request by themselves, for ever
 * (spec section 6.5).
 */
const DUPLICATE_CONNECT = 500;

/** One HTTP request and its one response. */
export class HttpConnection implements Connection {
  readonly transport: string;
  readonly pushes = false;
  readonly offered: readonly string[];
  readonly context: RequestContext;
  session: ServerSession | undefined;
  pending = 0;
  readonly #response: ServerResponse;
  readonly #handshaken: (session: ServerSession) => void;
  readonly #onError: (error: unknown) => void;
  #answered = false;

  /**
   * @param handshaken - called with the session that this request made, before its reply is written
   * @param onError - told of a reply that cannot be printed
   */
  constructor(
    transport: string,
    offered: readonly string[],
    context: RequestContext,
    response: ServerResponse,
    handshaken: (session: ServerSession) => void,
    onError: (error: unknown) => void,
  ) {
    this.transport = transport;
    this.offered = offered;
    this.context = context;
    this.#response = response;
    this.#handshaken = handshaken;
    this.#onError = onError;
  }

  /** The status is 200 and the array is never empty, or the JS client takes it for a failure (spec section 14.2). */
  answer(replies: readonly Message[]): void {
    if (this.#answered) return;
    this.#answered = true;
    const first = replies[0];
    if (first?.channel === "/meta/handshake") {
      if (first.successful === true && this.session !== undefined) this.#handshaken(this.session);
      return this.#write(this.#textsOf(replies));
    }
    const publications = this.session?.take(replies.find((reply) => reply.channel === "/meta/connect")) ?? [];
    const texts = publications.map((publication) => publication.json).concat(this.#textsOf(replies));
    if (texts.length === 0) texts.push(DELETED);
    this.#write(texts);
  }

  /** The printed replies, as what stands between the brackets of an array. */
  #textsOf(replies: readonly Message[]): string[] {
    return replies.length === 0 ? [] : [encodeReplies(replies, this.#onError).slice(1, -1)];
  }

  #write(texts: readonly string[]): void {
    const body = Buffer.from(`[${texts.join(",")}]`);
    this.#response
      .writeHead(200, {
        "Content-Type": "application/json",
        "Content-Length": body.length,
        "Cache-Control": "no-store",
      })
      .end(body);
  }

  /** The request ends without an answer: a newer connect took its place, or the server stops. */
  superseded(): void {
    if (this.#answered) return;
    this.#answered = true;
    this.#response.writeHead(DUPLICATE_CONNECT, { "Content-Length": 0 }).end();
  }

  /** The response is written, or the peer has gone: then the connect it waited for is not answered. */
  closed(): void {
    this.#answered = true;
    this.session?.unbind(this);
  }

  // A response is written once, by `answer`: there is nothing to wake or to drain.
  wake(): void {}
  drain(): void {}
  settled(): void {}
  sessionEnded(): void {}
}

/** Stands in when an extension dropped every reply. */
const DELETED = JSON.stringify({
  channel: "/meta/unsuccessful",
  successful: false,
  error: errorField(404, [], "message_deleted"),
});
