import type { IncomingMessage, ServerResponse } from "node:http";
import { errorField } from "../message/bayeux-error.js";
import { encodeReplies } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import type { Connection, HoldLimit } from "../server/exchange.js";
import { saysTooSoon } from "../server/throttle.js";
import type { RequestContext, ServerSession } from "../session/server-session.js";
import type { Listed } from "../unordered-list.js";
import type { BrowserSessions } from "./browser-sessions.js";
import { takeWithHandshake } from "./handshake-delivery.js";
import { HoldPlace } from "./hold-count.js";
import { JSON_FORM, type ResponseForm } from "./response-form.js";
import type { WholeResponses } from "./whole-response.js";

/** What the requests of a transport have in common. */
export interface HttpConnectionHost {
  /** The transport's agreed name. */
  readonly transport: string;
  readonly offered: readonly string[];
  readonly browsers: BrowserSessions;
  readonly wholeResponses: WholeResponses;
  /**
   * Status that ends the older of two connects. Never 408: browsers repeat such a request by themselves, for ever
   * (spec section 6.5).
   */
  readonly duplicateStatus: number;
  /** Told of a reply that cannot be printed. */
  readonly onError: (error: unknown) => void;
  /** The connection has answered, or will not. */
  answered(connection: HttpConnection): void;
}

/** What one request brings along. */
export interface HttpRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly form: ResponseForm;
  /** The browser's, as {@link BrowserSessions.cookieOf} has it. */
  readonly cookie: string | undefined;
}

/** One HTTP request and its one response. Each idle client has one that waits, so it is small, and has no functions of its own. */
export class HttpConnection implements Connection, Listed {
  readonly pushes = false;
  readonly context: RequestContext;
  session: ServerSession | undefined;
  pending = 0;
  listIndex = -1;
  isAnswered = false;
  readonly #host: HttpConnectionHost;
  readonly #request: HttpRequest;
  #hold: HoldPlace | undefined;

  constructor(host: HttpConnectionHost, request: HttpRequest, context: RequestContext, session?: ServerSession) {
    this.#host = host;
    this.#request = request;
    this.context = context;
    this.session = session;
  }

  get transport(): string {
    return this.#host.transport;
  }

  get offered(): readonly string[] {
    return this.#host.offered;
  }

  get holdLimit(): HoldLimit | undefined {
    if (this.#hold !== undefined || this.session === undefined) return this.#hold;
    const holds = this.#host.browsers.holdsOf(this.session);
    if (holds !== undefined) this.#hold = new HoldPlace(holds);
    return this.#hold;
  }

  /** The status is 200 and the array is never empty, or the JS client takes it for a failure (spec section 14.2). */
  answer(replies: readonly Message[]): void {
    if (this.isAnswered) return;
    this.#done();
    const { form } = this.#request;
    if (form.showsStatus && replies.length > 0 && replies.every(saysTooSoon)) return this.#holdBack(replies);
    const first = replies[0];
    if (first?.channel === "/meta/handshake") {
      const opening = this.#opening(first); // first: it puts something on the reply
      return this.#write(this.#textOf(replies) + opening);
    }
    const text = this.#textOf(replies);
    const connectReply = replies.find((reply) => reply.channel === "/meta/connect");
    let before = "";
    if (connectReply !== undefined || !form.metaConnectDeliveryOnly) {
      for (const { json } of this.#take(connectReply)) before += before === "" ? json : `,${json}`;
    }
    if (before === "") this.#write(text === "" ? DELETED : text);
    else this.#write(text === "" ? before : `${before},${text}`);
  }

  /** What follows on the reply to a handshake, which made the session the browser's. */
  #opening(reply: Message): string {
    const { session } = this;
    if (session === undefined) return "";
    const { request, response } = this.#request;
    if (reply.successful === true) this.#host.browsers.add(session, request, response);
    return takeWithHandshake(reply, session)
      .map(({ json }) => `,${json}`)
      .join("");
  }

  /** All of it came too soon. Clients read nothing but the status, so what waits for the session stays where it is. */
  #holdBack(replies: readonly Message[]): void {
    const waitMs = Math.max(...replies.map(({ advice }) => advice?.interval ?? 0));
    this.#write(this.#textOf(replies), 429, ["Retry-After", String(Math.max(1, Math.ceil(waitMs / 1_000)))]);
  }

  /** The replies come on the session's stream: this response says no more than that the request was taken. */
  answerElsewhere(): void {
    if (this.isAnswered) return;
    this.#done();
    this.#write("");
  }

  /** What is pushed elsewhere must not overtake itself here. */
  #take(connectReply: Message | undefined): readonly Publication[] {
    if (this.session === undefined || this.session.outlet !== undefined) return [];
    return this.session.take(connectReply);
  }

  /** The printed replies, as what stands between the brackets of an array. */
  #textOf(replies: readonly Message[]): string {
    return replies.length === 0 ? "" : encodeReplies(replies, this.#host.onError).slice(1, -1);
  }

  /** @param text - what stands between the brackets */
  #write(text: string, status = 200, headers: readonly string[] = []): void {
    const { form, response } = this.#request;
    const body = form.wrap(`[${text}]`);
    const isUsual = form === JSON_FORM && status === 200;
    if (isUsual && this.#host.wholeResponses.write(response, body)) return;
    // As a list they are written as they are; and as text the body leaves in one write with the head.
    response.writeHead(status, [...form.headers, "Content-Length", String(Buffer.byteLength(body)), ...headers]);
    response.end(body);
  }

  /** The request ends without an answer: a newer connect took its place, or the server stops. */
  superseded(): void {
    if (this.isAnswered) return;
    this.#done();
    this.#request.response.writeHead(this.#host.duplicateStatus, { "Content-Length": 0 }).end();
  }

  /** The peer has gone, and the connect it waited for is not answered. */
  closed(): void {
    if (this.isAnswered) return;
    this.#done();
    this.session?.unbind(this);
  }

  #done(): void {
    this.isAnswered = true;
    this.#hold?.giveBack();
    this.#host.answered(this);
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
