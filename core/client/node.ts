import { type ClientOptions, WebSocket } from "ws";
import { type Clock, systemClock } from "../clock.js";
import { type FrameSink, readPast, socketOf } from "../frame-reader.js";
import { BayeuxClient as AnyBayeuxClient } from "./bayeux-client.js";
import type { BayeuxClientOptionsInput } from "./client-options.js";
import type { BayeuxClientParts } from "./core-client.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";
import { CookieJar, fetchWithCookies } from "./transport/cookie-jar.js";
import { eventStreamTransport, streamingTransport } from "./transport/fetch-stream-transports.js";
import { type Fetch, longPollingTransport } from "./transport/long-polling-client-transport.js";
import { type WebSocketLike, webSocketTransport } from "./transport/websocket-client-transport.js";

export * from "./client-api.js";

/** The client for Node.js: WebSockets by `ws`, HTTP with cookies. Otherwise {@link AnyBayeuxClient}. */
export class BayeuxClient extends AnyBayeuxClient {
  constructor(options: BayeuxClientOptionsInput, parts: BayeuxClientParts = {}) {
    super(options, { ...parts, transports: parts.transports ?? nodeTransports({ clock: parts.clock }) });
  }
}

export interface NodeTransportOptions {
  /** Sent with every request and with the opening of a WebSocket, for example `Authorization`. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Authorities to trust instead of the machine's, and a certificate to show; WebSockets only, since `fetch` takes none. */
  tls?: Readonly<{ ca?: Buffer; cert?: Buffer; key?: Buffer }> | undefined;
  /** By which cookies expire. Default: the machine's. */
  clock?: Clock | undefined;
  /** Puts something of one's own between the transport and each WebSocket. */
  wrap?: ((socket: WebSocket) => WrappedSocket) | undefined;
}

/** Where it is a sink, it is handed the frames that are read past `ws`; otherwise they come by the `message` event of `ws` as well. */
export interface WrappedSocket extends WebSocketLike, Partial<FrameSink> {}

/** How long a server may take to answer a close frame before the connection is dropped. */
const CLOSE_TIMEOUT_MS = 1_000;

/** WebSocket, streams, long-polling, with one cookie jar for all: make them anew for each client. */
export function nodeTransports(options: NodeTransportOptions = {}): ClientTransportFactory[] {
  const { headers = {}, clock = systemClock, tls, wrap } = options;
  const jar = new CookieJar(clock);
  const send: Fetch = (url, init) => fetch(url, { ...init, headers: { ...headers, ...headersOf(init) } });
  const withCookies = fetchWithCookies(send, jar);
  return [
    webSocketTransport((url, { options: { connectTimeoutMs, maxMessageChars } }) => {
      const cookies = jar.header(url);
      const options: ClientOptions & { closeTimeout: number } = {
        ...tls,
        closeTimeout: CLOSE_TIMEOUT_MS,
        headers: { ...headers, ...(cookies === undefined ? {} : { Cookie: cookies }) },
        handshakeTimeout: connectTimeoutMs,
        maxPayload: maxMessageChars * 3, // bytes; a UTF-16 unit is at most three
        perMessageDeflate: false, // costs more than it saves on small messages
      };
      const socket = new WebSocket(url, options);
      const wrapped: WrappedSocket = wrap === undefined ? socket : wrap(socket);
      const sink = isSink(wrapped) ? wrapped : new Messages(socket);
      socket.once("open", () => readPast(socket, sink, socketOf(socket)));
      socket.on("error", () => {}); // thrown otherwise, once the client has let go of the socket
      return wrapped;
    }),
    eventStreamTransport(withCookies),
    streamingTransport(withCookies),
    longPollingTransport(withCookies),
  ];
}

/** What is read past `ws` comes by its event all the same. */
class Messages implements FrameSink {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  textCame(text: string): void {
    this.#socket.emit("message", text, false);
  }

  bytesCame(bytes: Buffer, areLent: boolean): void {
    this.#socket.emit("message", areLent ? Buffer.from(bytes) : bytes, true);
  }
}

function isSink(socket: WrappedSocket): socket is WebSocketLike & FrameSink {
  return socket.textCame !== undefined && socket.bytesCame !== undefined;
}

function headersOf(init: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(init.headers));
}
