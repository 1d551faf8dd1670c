import assert from "node:assert/strict";
import { Agent, type ClientRequest, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { TestContext } from "node:test";
import { runInNewContext } from "node:vm";
import WebSocket from "ws";
import type { Message } from "../../core/message/message.js";
import { withinTime } from "./until.js";

/** What may be sent: messages, or any text or bytes in their place. */
export type Payload = readonly unknown[] | Record<string, unknown> | string | Uint8Array;

/** Where what was opened is closed: a test, or whoever stands in for one. */
export type Cleanup = Pick<TestContext, "after">;

export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body's messages; empty where it holds none. */
  readonly messages: Message[];
}

/** A request on its way. */
export interface RawRequest {
  readonly response: Promise<RawResponse>;
  /** True once the response is there, or the request failed. */
  readonly settled: boolean;
  /** For slow and broken bodies. */
  readonly request: ClientRequest;
}

export interface RequestParts {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An HTTP client with a cookie jar and no opinion about Bayeux: sends what the test says and shows what came back.
 */
export class RawHttp {
  readonly url: URL;
  readonly cookies = new Map<string, string>();
  readonly #agent = new Agent({ keepAlive: true });

  constructor(t: Cleanup, url: string) {
    this.url = new URL(url);
    t.after(() => this.#agent.destroy());
  }

  /** Posts one payload and waits for its response. */
  post(payload: Payload, parts: RequestParts = {}): Promise<RawResponse> {
    return withinTime(this.start(payload, parts).response, "an HTTP response");
  }

  /** Posts one payload; the response may be awaited later, as a held connect's is. */
  start(payload: Payload, parts: RequestParts = {}): RawRequest {
    const started = this.open({ headers: { "Content-Type": "application/json" }, ...parts });
    started.request.end(isBytes(payload) ? payload : textOf(payload));
    return started;
  }

  /** Begins a request whose body the test writes itself. */
  open({ method = "POST", path = this.url.pathname, headers = {} }: RequestParts = {}): RawRequest {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = httpRequest({
      agent: this.#agent,
      host: this.url.hostname,
      port: this.url.port,
      method,
      path,
      headers: { ...(cookie === "" ? {} : { Cookie: cookie }), ...headers },
    });
    let settled = false;
    const response = new Promise<RawResponse>((resolve, reject) => {
      request.on("error", reject);
      request.on("response", (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          this.#keepCookies(incoming.headers["set-cookie"] ?? []);
          const body = Buffer.concat(chunks).toString();
          const { statusCode: status = 0, headers } = incoming;
          resolve({ status, headers, body, messages: messagesOf(body) });
        });
      });
    }).finally(() => {
      settled = true;
    });
    response.catch(() => {}); // a test that cuts a request does not await it
    return {
      response,
      request,
      get settled() {
        return settled;
      },
    };
  }

  /** Breaks every connection; later requests open others. */
  drop(): void {
    this.#agent.destroy();
  }

  #keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      this.cookies.set(name.trim(), value.trim());
    }
  }
}

/** A WebSocket with no opinion about Bayeux: its frames are read one by one, in order. */
export class RawSocket {
  readonly ws: WebSocket;
  /** Resolves when it is closed, whoever did it. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Frames that came and were not read yet, each as its text. */
  readonly unread: string[] = [];
  #wake: () => void = () => {};

  constructor(t: Cleanup, url: string, parts: { headers?: Record<string, string>; protocols?: string[] } = {}) {
    this.ws = new WebSocket(url.replace(/^http/, "ws"), parts.protocols ?? [], { headers: parts.headers ?? {} });
    this.ws.on("message", (data, isBinary) => {
      this.unread.push(isBinary ? "<binary>" : String(data));
      this.#wake();
    });
    this.ws.on("error", () => {}); // a close follows
    this.closed = new Promise((resolve) => {
      this.ws.on("close", (code, reason) => resolve({ code, reason: String(reason) }));
    });
    t.after(() => this.ws.terminate());
  }

  static async open(t: Cleanup, url: string, parts?: ConstructorParameters<typeof RawSocket>[2]): Promise<RawSocket> {
    const socket = new RawSocket(t, url, parts);
    await withinTime(
      new Promise((resolve, reject) => {
        socket.ws.on("open", resolve);
        socket.ws.on("error", reject);
      }),
      "an open socket",
    );
    return socket;
  }

  send(payload: Payload): void {
    this.ws.send(isBytes(payload) ? payload : textOf(payload));
  }

  /** The messages of the next frame. */
  async frame(): Promise<Message[]> {
    return JSON.parse(await this.text()) as Message[];
  }

  /** The text of the next frame. */
  text(): Promise<string> {
    return withinTime(this.#nextText(), "a frame");
  }

  async #nextText(): Promise<string> {
    for (;;) {
      const text = this.unread.shift();
      if (text !== undefined) return text;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** The next `count` messages, in however many frames they come; none may be left over in the last one. */
  async messages(count: number): Promise<Message[]> {
    const messages: Message[] = [];
    while (messages.length < count) messages.push(...(await this.frame()));
    return messages;
  }

  /** Sends, and takes as many messages as `count` says; by default one reply for each message sent. */
  ask(payload: readonly unknown[], count: number = payload.length): Promise<Message[]> {
    this.send(payload);
    return this.messages(count);
  }

  /** How the server closed it. */
  close(): Promise<{ code: number; reason: string }> {
    return withinTime(this.closed, "the server to close the socket");
  }

  /** Cuts the connection without a close frame. */
  cut(): Promise<unknown> {
    this.ws.terminate();
    return this.closed;
  }
}

/** A session over either transport that handshakes, connects and asks, where a test wants a well-behaved client. */
export interface RawSession {
  readonly clientId: string;
  readonly http: RawHttp;
  readonly socket: RawSocket | undefined;
  /** Sends one message with the clientId put in, and gives its reply. Deliveries that came first are in `deliveries`. */
  ask(message: Record<string, unknown>): Promise<Message>;
  readonly deliveries: Message[];
}

/** `script`: callback-polling, where the server allows it. */
export type RawTransport = "http" | "ws" | "script";

/** The transports that are there by default, for tests that hold on each. */
export const RAW_TRANSPORTS = ["http", "ws"] as const;
/** All ways up there are. */
export const RAW_WAYS_UP = ["http", "ws", "script"] as const;

export const CONNECTION_TYPE = { http: "long-polling", ws: "websocket", script: "callback-polling" } as const;

/** Shakes hands over the transport. @param fields - other fields of the handshake, such as `ext` */
export async function shakeHands(
  t: TestContext,
  url: string,
  transport: RawTransport,
  fields: Record<string, unknown> = {},
): Promise<RawSession> {
  const http = new RawHttp(t, url);
  const socket = transport === "ws" ? await RawSocket.open(t, url) : undefined;
  const deliveries: Message[] = [];
  const send = async (message: Record<string, unknown>): Promise<Message> => {
    socket?.send([message]);
    for (;;) {
      const messages = socket === undefined ? await requestBy(transport, http, [message]) : await socket.frame();
      const reply = messages.find((candidate) => candidate.successful !== undefined && candidate.id === message.id);
      deliveries.push(...messages.filter((candidate) => candidate !== reply));
      if (reply !== undefined) return reply;
      assert.ok(socket !== undefined, `no reply to ${JSON.stringify(message)}`);
    }
  };
  let lastId = 0;
  const numbered = (message: Record<string, unknown>) => ({ id: String(++lastId), ...message });
  const reply = await send(
    numbered({
      channel: "/meta/handshake",
      version: "1.0",
      supportedConnectionTypes: [CONNECTION_TYPE[transport]],
      ...fields,
    }),
  );
  assert.equal(reply.successful, true, reply.error);
  const clientId = String(reply.clientId);
  return { clientId, http, socket, deliveries, ask: (message) => send(numbered({ clientId, ...message })) };
}

/** The callback of whoever asks by script. */
const CALLBACK = "cb";

/** Sends one payload by request, as a POST or in the query of a script. @returns the messages of the response */
export async function requestBy(transport: RawTransport, http: RawHttp, payload: Payload): Promise<Message[]> {
  const { messages, body } = await (transport === "script" ? askByScript(http, [payload]) : http.post(payload));
  return transport === "script" ? ((argumentOf(body, CALLBACK) ?? []) as Message[]) : messages;
}

/** Asks as a script tag does. @param payloads - each a `message` parameter */
export function askByScript(http: RawHttp, payloads: readonly Payload[]): Promise<RawResponse> {
  const texts = payloads.map((payload) => (isBytes(payload) ? Buffer.from(payload).toString() : textOf(payload)));
  const query = new URLSearchParams([["jsonp", CALLBACK], ...texts.map((text) => ["message", text])]);
  const started = http.open({ method: "GET", path: `${http.url.pathname}?${query}` });
  started.request.end();
  return withinTime(started.response, "a script");
}

/**
 * What a script hands to its callback, run as a page would; undefined where it is no such script.
 * @param callback - its name
 */
export function argumentOf(script: string, callback: string): unknown {
  if (!script.startsWith(`/**/${callback}(`)) return undefined;
  let given: unknown;
  runInNewContext(script, { [callback]: (value: unknown) => (given = value) });
  return JSON.parse(JSON.stringify(given)); // an object of ours, where own properties alone count
}

function isBytes(payload: Payload): payload is Uint8Array {
  return payload instanceof Uint8Array;
}

function textOf(payload: Exclude<Payload, Uint8Array>): string {
  return typeof payload === "string" ? payload : JSON.stringify(payload);
}

function messagesOf(body: string): Message[] {
  try {
    const value: unknown = JSON.parse(body);
    return Array.isArray(value) ? (value as Message[]) : [];
  } catch {
    return [];
  }
}
