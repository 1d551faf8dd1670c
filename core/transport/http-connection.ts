import type { ServerResponse } from "node:http";
import { errorField } from "../message/bayeux-error.js";
import { encodeReplies } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import type { Connection, HoldLimit } from "../server/exchange.js";
import { saysTooSoon } from "../server/throttle.js";
import type { RequestContext, ServerSession } from "../session/server-session.js";
import { takeWithHandshake } from "./handshake-delivery.js";
import type { HoldCount } from "./hold-count.js";
import type { ResponseForm } from "./response-form.js";

/** What one request brings along. */
export interface HttpConnectionParts {
  /** Its agreed name. */
  readonly transport: string;
  readonly offered: readonly string[];
  readonly context: RequestContext;
  readonly response: ServerResponse;
  readonly form: ResponseForm;
  /**
   * Status that ends the older of two connects. Never 408: browsers repeat such a request by themselves, for ever
   * (spec section 6.5).
   */
  readonly duplicateStatus: number;
  /** What limits the connects that are held for a session's browser. */
  readonly holdsOf: (session: ServerSession) => HoldCount | undefined;
  /** Called with the session that this request made, before its reply is written. */
  readonly handshaken: (session: ServerSession) => void;
  /** Told of a reply that cannot be printed. */
  readonly onError: (error: unknown) => void;
}

/** One HTTP request and its one response. */
export class HttpConnection implements Connection {
  readonly transport: string;
  readonly pushes = false;
  readonly offered: readonly string[];
  readonly context: RequestContext;
  session: ServerSession | undefined;
  yields = false;
  pending = 0;
  readonly #parts: HttpConnectionParts;
  /** Gives back the place of a connect that was held here. */
  #release: () => void = () => {};
  #answered = false;

  constructor(parts: HttpConnectionParts) {
    this.transport = parts.transport;
    this.offered = parts.offered;
    this.context = parts.context;
    this.#parts = parts;
  }

  get holdLimit(): HoldLimit | undefined {
    const holds = this.session && this.#parts.holdsOf(this.session);
    if (holds === undefined) return undefined;
    const take = (): void => {
      this.#release = holds.take();
    };
    return { isReached: holds.isReached, pauseMs: holds.pauseMs, take };
  }

  /** The status is 200 and the array is never empty, or the JS client takes it for a failure (spec section 14.2). */
  answer(replies: readonly Message[]): void {
    if (this.#answered) return;
    this.#done();
    if (this.#parts.form.showsStatus && replies.length > 0 && replies.every(saysTooSoon))
      return this.#holdBack(replies);
    const first = replies[0];
    if (first?.channel === "/meta/handshake") {
      if (first.successful === true && this.session !== undefined) this.#parts.handshaken(this.session);
      const opening = this.session === undefined ? [] : takeWithHandshake(first, this.session);
      return this.#write(this.#textsOf(replies).concat(opening.map(({ json }) => json)));
    }
    const connectReply = replies.find((reply) => reply.channel === "/meta/connect");
    const takes = connectReply !== undefined || !this.#parts.form.metaConnectDeliveryOnly;
    const publications = takes ? this.#take(connectReply) : [];
    const texts = publications.map((publication) => publication.json).concat(this.#textsOf(replies));
    if (texts.length === 0) texts.push(DELETED);
    this.#write(texts);
  }

  /** All of it came too soon. Clients read nothing but the status, so what waits for the session stays where it is. */
  #holdBack(replies: readonly Message[]): void {
    const waitMs = Math.max(...replies.map(({ advice }) => advice?.interval ?? 0));
    this.#write(this.#textsOf(replies), 429, { "Retry-After": String(Math.max(1, Math.ceil(waitMs / 1_000))) });
  }

  /** The replies come on the session's stream: this response says no more than that the request was taken. */
  answerElsewhere(): void {
    if (this.#answered) return;
    this.#done();
    this.#write([]);
  }

  /** What is pushed elsewhere must not overtake itself here. */
  #take(connectReply: Message | undefined): readonly Publication[] {
    if (this.session === undefined || this.session.outlet !== undefined) return [];
    return this.session.take(connectReply);
  }

  /** The printed replies, as what stands between the brackets of an array. */
  #textsOf(replies: readonly Message[]): string[] {
    return replies.length === 0 ? [] : [encodeReplies(replies, this.#parts.onError).slice(1, -1)];
  }

  #write(texts: readonly string[], status = 200, headers: Readonly<Record<string, string>> = {}): void {
    const { form, response } = this.#parts;
    const body = form.wrap(`[${texts.join(",")}]`);
    for (const name in form.headers) response.setHeader(name, form.headers[name]!);
    for (const name in headers) response.setHeader(name, headers[name]!);
    response.setHeader("Content-Length", Buffer.byteLength(body));
    response.statusCode = status;
    // As text it leaves in one write with the head.
    response.end(body);
  }

  /** The request ends without an answer: a newer connect took its place, or the server stops. */
  superseded(): void {
    if (this.#answered) return;
    this.#done();
    this.#parts.response.writeHead(this.#parts.duplicateStatus, { "Content-Length": 0 }).end();
  }

  /** The response is written, or the peer has gone: then the connect it waited for is not answered. */
  closed(): void {
    this.#done();
    this.session?.unbind(this);
  }

  #done(): void {
    this.#answered = true;
    this.#release();
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
