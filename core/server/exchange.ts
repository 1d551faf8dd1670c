import type { Message } from "../message/message.js";
import type { MessageTrace } from "../session/message-trace.js";
import type { Outlet } from "../session/outlet.js";
import type { RequestContext, ServerSession } from "../session/server-session.js";

/**
 * The transport's end of a request: which session it belongs to, and where the replies go. One per socket, or per HTTP
 * request.
 */
export interface Connection extends Outlet {
  /** The session this connection speaks for; set by the dispatcher at handshakes, by the transport when it finds one. */
  session: ServerSession | undefined;
  readonly context: RequestContext;
  /** Requests whose replies wait for a service; kept by the dispatcher. */
  pending: number;
  /** Its client does not stop: closes it, once it has been told why. Missing where there is nothing to close. */
  turnAway?(reason: string): void;
  /** `pending` went down. */
  settled(): void;
  /** Transport names the handshake reply offers, in the server's order. */
  readonly offered: readonly string[];
  /** Over HTTP: what limits the connects that are held for the browser of the session. */
  readonly holdLimit?: HoldLimit | undefined;
  /** Set for a LocalSession: it is handed its messages, and its id begins with the hint. */
  readonly local?: { readonly hint: string; readonly receive: (message: Message) => void };
}

/** Browsers have few connections for all their tabs, so only so many connects of one are held (spec section 14.4). */
export interface HoldLimit {
  /** No more may be held now. */
  readonly isReached: boolean;
  /** Pause advised to a client whose connect is not held for this, in ms; 0: the client is turned away. */
  readonly pauseMs: number;
  /** One more is held, until the connection has answered it or is gone. */
  take(): void;
}

/** One message being handled, and the reply that becomes of it. */
export interface Exchange {
  readonly request: Message;
  readonly reply: Message;
  readonly connection: Connection;
  /** Messages in the request array that `request` came in. */
  readonly batchSize: number;
  session: ServerSession | undefined;
  /** Set for a publish that is followed. */
  trace: MessageTrace | undefined;
  /** A service handler still works on the reply; later messages do not wait for it. */
  later: Promise<void> | undefined;
  /** The connect is held: its reply comes by itself. */
  held: boolean;
}

/** What the last steps of a reply look at. */
export type Answer = Pick<Exchange, "request" | "reply" | "session" | "trace">;

/** A reply that says nothing yet but what it is for. */
export function replyTo(request: Message): Message {
  const reply: Message = { channel: request.channel };
  const id: unknown = request.id;
  if (typeof id === "string") reply.id = id;
  else if (typeof id === "number") reply.id = String(id); // seen from hand-written clients (spec section 2)
  if (request.subscription !== undefined) reply.subscription = request.subscription;
  return reply;
}

/** Makes the reply a failure. */
export function fail(exchange: Exchange, error: string, advice?: Message["advice"]): void {
  exchange.reply.successful = false;
  exchange.reply.error = error;
  if (advice !== undefined) exchange.reply.advice = advice;
}
