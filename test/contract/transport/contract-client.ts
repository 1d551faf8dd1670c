import assert from "node:assert/strict";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { StringDecoder } from "node:string_decoder";
import type { TestContext } from "node:test";
import { ensureExt, extField, type Message } from "../../../core/message/message.js";
import { argumentOf, RawHttp, RawSocket } from "../../support/raw-client.js";
import { until, withinTime } from "../../support/until.js";
import { EventReader, LineReader, PartReader, type Payload, ScriptReader, type StreamReader } from "./stream-reader.js";

/** The ways a client may take; the two forms of `streaming` count as one each. */
export const WAYS = [
  "websocket",
  "long-polling",
  "callback-polling",
  "event-stream",
  "lines",
  "parts",
  "forever-iframe",
] as const;
export type Way = (typeof WAYS)[number];
export const STREAM_WAYS = ["event-stream", "lines", "parts", "forever-iframe"] as const;
export type StreamWay = (typeof STREAM_WAYS)[number];

/** The connection type a client says on each way. */
export const CONNECTION_TYPE: Record<Way, string> = {
  websocket: "websocket",
  "long-polling": "long-polling",
  "callback-polling": "callback-polling",
  "event-stream": "event-stream",
  lines: "streaming",
  parts: "streaming",
  "forever-iframe": "forever-iframe",
};

const ACCEPT: Record<StreamWay, string> = {
  "event-stream": "text/event-stream",
  lines: "application/x-ndjson",
  parts: "multipart/x-mixed-replace",
  "forever-iframe": "text/html,*/*;q=0.8",
};
const CALLBACK = "_bayeux";

/** One response that stays open, and what came in it. */
export class OpenStream {
  readonly way: StreamWay;
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  readonly reader: StreamReader;
  readonly payloads: Payload[] = [];
  /** Called with each payload. */
  onPayload: ((payload: Payload) => void) | undefined;
  /** Why it is over: the server ended it in good form, or the connection broke. */
  over: "ended" | "broken" | undefined;

  constructor(way: StreamWay, request: ClientRequest, response: IncomingMessage) {
    this.way = way;
    this.request = request;
    this.response = response;
    this.reader = readerOf(way, String(response.headers["content-type"]));
    const decoder = new StringDecoder("utf8");
    response.on("data", (chunk: Buffer) => {
      for (const payload of this.reader.read(decoder.write(chunk))) {
        this.payloads.push(payload);
        this.onPayload?.(payload);
      }
    });
    response.on("end", () => {
      this.over ??= "ended";
    });
    response.on("error", () => {});
    response.on("close", () => {
      this.over ??= "broken";
    });
  }

  get messages(): Message[] {
    return this.payloads.flatMap(({ messages }) => messages);
  }

  cut(): void {
    this.request.destroy();
  }
}

/** Opens the stream of a session. @param query - more parameters, and headers */
export async function openStream(
  t: TestContext,
  http: RawHttp,
  way: StreamWay,
  clientId: string,
  parts: { readonly query?: string; readonly headers?: Record<string, string> } = {},
): Promise<OpenStream> {
  const { request, response } = await getStream(t, http, way, clientId, parts);
  assert.equal(response.statusCode, 200);
  return new OpenStream(way, request, response);
}

/** The GET of a stream, whatever is answered. */
export async function getStream(
  t: TestContext,
  http: RawHttp,
  way: StreamWay,
  clientId: string,
  parts: { readonly query?: string; readonly headers?: Record<string, string> } = {},
): Promise<{ request: ClientRequest; response: IncomingMessage }> {
  const iframe = way === "forever-iframe" ? `&iframe=${CALLBACK}` : "";
  const request = httpRequest({
    host: http.url.hostname,
    port: http.url.port,
    agent: false,
    path: `${http.url.pathname}?clientId=${clientId}${iframe}${parts.query ?? ""}`,
    headers: {
      Accept: ACCEPT[way],
      Cookie: [...http.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      ...parts.headers,
    },
  });
  t.after(() => request.destroy());
  const response = await withinTime(
    new Promise<IncomingMessage>((resolve, reject) => {
      request.on("response", resolve);
      request.on("error", reject);
      request.end();
    }),
    "the head of a stream",
  );
  request.on("error", () => {}); // the response tells
  return { request, response };
}

function readerOf(way: StreamWay, contentType: string): StreamReader {
  if (way === "event-stream") return new EventReader();
  if (way === "lines") return new LineReader();
  return way === "parts" ? new PartReader(contentType) : new ScriptReader(CALLBACK);
}

/** Each response ends with what it carries. */
function isPolling(way: Way): way is "long-polling" | "callback-polling" {
  return way === "long-polling" || way === "callback-polling";
}

/**
 * A well-behaved client of any way: keeps a connect at the server, reopens its stream when that ends in good form,
 * acknowledges if asked to, and may change its way at any time.
 */
export class ContractClient {
  readonly http: RawHttp;
  clientId = "";
  /** Data of the deliveries, in the order they came. */
  readonly heard: unknown[] = [];
  /** All deliveries. */
  readonly deliveries: Message[] = [];
  readonly connectReplies: Message[] = [];
  way: Way;
  /** Streams opened so far. */
  streamsOpened = 0;
  stream: OpenStream | undefined;
  socket: RawSocket | undefined;
  readonly #t: TestContext;
  readonly #url: string;
  readonly #ack: boolean;
  readonly #waiting = new Map<string, (reply: Message) => void>();
  /** Remote calls, whose results come as deliveries with the id of the call. */
  readonly #calls = new Map<string, (result: Message) => void>();
  #ackBatch: number | undefined;
  #lastId = 0;
  #isCycling = false;
  /** Connects without a reply. */
  #outstanding = 0;

  constructor(t: TestContext, url: string, way: Way, ack = false) {
    this.#t = t;
    this.#url = url;
    this.#ack = ack;
    this.way = way;
    this.http = new RawHttp(t, url);
  }

  /** Shakes hands and opens its way, without a connect. */
  static async open(t: TestContext, url: string, way: Way, ack = false): Promise<ContractClient> {
    const client = new ContractClient(t, url, way, ack);
    // Over HTTP where there is a choice, so that the session may go on by any way: no cookie comes over WebSocket.
    const { messages } = await client.http.post([
      {
        channel: "/meta/handshake",
        id: client.#newId(),
        version: "1.0",
        supportedConnectionTypes: [CONNECTION_TYPE[way]],
        ...(ack ? { ext: { ack: true } } : {}),
      },
    ]);
    assert.equal(messages[0]?.successful, true, JSON.stringify(messages));
    assert.equal(extField(messages[0]!, "ack"), ack ? true : undefined);
    if (ack) client.#ackBatch = 0;
    client.clientId = String(messages[0]?.clientId);
    await client.#openWay();
    return client;
  }

  /** Shakes hands, opens its way, and keeps connected. */
  static async connect(t: TestContext, url: string, way: Way, ack = false): Promise<ContractClient> {
    const client = await ContractClient.open(t, url, way, ack);
    await client.cycle();
    return client;
  }

  /** Connects, and again after each successful reply. @returns when the first reply is there */
  async cycle(): Promise<void> {
    const before = this.connectReplies.length;
    this.#isCycling = true;
    void this.sendConnect({ advice: { timeout: 0 } });
    await until(() => this.connectReplies.length > before, "the first connect is answered");
  }

  /** Stops to connect anew. */
  stopCycle(): void {
    this.#isCycling = false;
  }

  /** Sends one message with id and clientId put in. @returns its reply, by whichever way it comes */
  ask(message: Record<string, unknown>): Promise<Message> {
    const id = this.#newId();
    const reply = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    void this.send([{ id, clientId: this.clientId, ...message }]);
    return withinTime(reply, `the reply to ${message.channel}`);
  }

  subscribe(channel: string): Promise<Message> {
    return this.ask({ channel: "/meta/subscribe", subscription: channel });
  }

  publish(channel: string, data: unknown): Promise<Message> {
    return this.ask({ channel, data });
  }

  /** Calls a remote call. @returns its result, which is no reply */
  call(target: string, data: unknown): Promise<Message> {
    const id = this.#newId();
    const result = new Promise<Message>((resolve) => this.#calls.set(id, resolve));
    void this.send([{ id, clientId: this.clientId, channel: `/service/${target}`, data }]);
    return withinTime(result, `the result of ${target}`);
  }

  /** @param fields - such as advice */
  sendConnect(fields: Record<string, unknown> = {}): Promise<void> {
    const connect: Message = {
      channel: "/meta/connect",
      id: this.#newId(),
      clientId: this.clientId,
      connectionType: CONNECTION_TYPE[this.way],
      ...fields,
    };
    if (this.#ackBatch !== undefined) ensureExt(connect).ack = this.#ackBatch;
    this.#outstanding += 1;
    return this.send([connect]);
  }

  /** Sends by the way in use; what comes back is taken in. Failures are the server's to explain elsewhere. */
  async send(messages: readonly Record<string, unknown>[]): Promise<void> {
    if (this.way === "websocket") return this.socket!.send(messages);
    if (this.way === "callback-polling") return this.#sendByScript(messages);
    // Its time is that of a held connect.
    const { messages: replies } = await this.http.start(messages).response.catch(() => ({ messages: [] }));
    this.#take(replies);
  }

  async #sendByScript(messages: readonly Record<string, unknown>[]): Promise<void> {
    const query = new URLSearchParams({ jsonp: CALLBACK, message: JSON.stringify(messages) });
    const { request, response } = this.http.open({ method: "GET", path: `${this.http.url.pathname}?${query}` });
    request.end();
    const { body } = await response.catch(() => ({ body: "" }));
    const given = argumentOf(body, CALLBACK);
    if (given !== undefined) this.#take(given as Message[]);
  }

  /** Goes on by another way, in good form: with an answer to its connect, then a connect by the new one. */
  async changeWay(way: Way): Promise<void> {
    const { stream, socket } = this;
    this.#isCycling = false;
    // Who acknowledges must know what he has before he says so: the connect on its way is answered first.
    if (this.#ack) await until(() => this.#outstanding === 0, "the connect is answered");
    this.way = way;
    this.stream = undefined;
    await this.#openWay();
    await this.cycle();
    if (stream !== undefined) await until(() => stream.over !== undefined, "the stream that was left ends");
    socket?.ws.close();
  }

  /** The connection breaks, without a word; a held HTTP request as well. */
  cut(): void {
    this.#isCycling = false;
    this.stream?.cut();
    this.socket?.ws.terminate();
    this.http.drop();
  }

  /** Takes no more bytes. @returns what makes it read again */
  stopReading(): () => void {
    this.#isCycling = false;
    const { stream, socket } = this;
    stream?.response.pause();
    socket?.ws.pause();
    if (isPolling(this.way)) this.http.drop();
    return () => {
      stream?.response.resume();
      socket?.ws.resume();
    };
  }

  /** Asks by request whether the session is there. */
  async askAnew(): Promise<void> {
    const connect = { channel: "/meta/connect", clientId: this.clientId, connectionType: "long-polling" };
    this.#take((await this.http.post([connect])).messages);
  }

  /** Comes back by the same way. @param position - what an event stream is told it has */
  async comeBack(position?: number): Promise<void> {
    this.socket = undefined;
    await this.#openWay(position === undefined ? {} : { headers: { "Last-Event-ID": String(position) } });
  }

  async hears(count: number, patienceMs?: number): Promise<unknown[]> {
    await until(() => this.heard.length >= count, `${count} messages came (${this.heard.length} did)`, patienceMs);
    return this.heard;
  }

  async #openWay(parts: Parameters<typeof openStream>[4] = {}): Promise<void> {
    if (isPolling(this.way)) return;
    if (this.way === "websocket") {
      const socket = await RawSocket.open(this.#t, this.#url);
      this.socket = socket;
      socket.ws.on("message", (data) => this.#take(JSON.parse(String(data)) as Message[]));
      return;
    }
    const stream = await openStream(this.#t, this.http, this.way, this.clientId, parts);
    this.streamsOpened += 1;
    this.stream = stream;
    for (const { messages } of stream.payloads) this.#take(messages);
    stream.onPayload = ({ messages }) => this.#take(messages);
    stream.response.on("end", () => {
      if (this.stream === stream && this.#isCycling) void this.#reopen(stream).catch(() => {});
    });
  }

  #reopen(stream: OpenStream): Promise<void> {
    const position = stream.payloads.at(-1)?.position;
    return this.#openWay(position === undefined ? {} : { headers: { "Last-Event-ID": String(position) } });
  }

  #take(messages: readonly Message[]): void {
    for (const message of messages) {
      const call = message.data === undefined ? undefined : this.#calls.get(String(message.id));
      if (message.channel === "/meta/connect") this.#connected(message);
      else if (call !== undefined) call(message);
      else if (message.successful === undefined) {
        this.deliveries.push(message);
        this.heard.push(message.data);
      } else {
        this.#waiting.get(String(message.id))?.(message);
      }
    }
  }

  #connected(reply: Message): void {
    this.connectReplies.push(reply);
    this.#outstanding -= 1;
    const batch = extField(reply, "ack");
    if (this.#ack && typeof batch === "number") this.#ackBatch = batch;
    if (reply.successful === true && reply.advice?.reconnect !== "none" && this.#isCycling) void this.sendConnect();
    if (reply.successful !== true) this.#isCycling = false;
  }

  #newId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }
}
