import { once } from "node:events";
import { WebSocket } from "ws";

/** What marks one message of ours in a frame; the number behind it is its place in its stream. */
const SEQ = Buffer.from('"seq":');
const CONNECT_REPLY = Buffer.from('"/meta/connect"');
const DELIVERED_ONE = Buffer.from('"delivered":1');

/** Told of what a client saw; called for each frame, not for each message. */
export interface LoadSink {
  /** Messages of a frame, first to last number. They came in order and without a gap. */
  received(first: number, last: number): void;
  /** Replies that say one session was reached. */
  confirmed(count: number): void;
  /** A message that is missing, came twice or out of order, or a connection that broke. */
  failed(problem: string): void;
}

/**
 * A client that does as little as a client can: it looks for marks in the bytes, parses no JSON once it is set up, and
 * keeps nothing. Speaks Bayeux over WebSocket, or nothing at all with the bare server.
 */
export class LoadClient {
  readonly #socket: WebSocket;
  readonly #sink: LoadSink;
  #clientId = "";
  #nextSeq = 0;
  #lastId = 0;
  #isClosing = false;

  private constructor(socket: WebSocket, sink: LoadSink) {
    this.#socket = socket;
    this.#sink = sink;
  }

  /** Connects without any protocol. */
  static async bare(url: string, sink: LoadSink): Promise<LoadClient> {
    const client = new LoadClient(await open(url), sink);
    client.#listen();
    return client;
  }

  /** Shakes hands, subscribes, and leaves a connect waiting. @param user - logged in as, if anybody */
  static async bayeux(url: string, sink: LoadSink, channel?: string, user?: string): Promise<LoadClient> {
    const client = new LoadClient(await open(url.replace(/^http/, "ws")), sink);
    const login = user === undefined ? {} : { ext: { authentication: { user } } };
    const handshake = { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"], ...login };
    client.#clientId = String((await client.#ask(handshake)).clientId);
    if (channel !== undefined) await client.#ask({ channel: "/meta/subscribe", subscription: channel });
    await client.#ask({ channel: "/meta/connect", connectionType: "websocket", advice: { timeout: 0 } });
    client.#listen();
    client.#connect();
    return client;
  }

  /** Publishes one message; its data has the mark and `padding`. */
  publish(channel: string, data: string): void {
    this.#lastId += 1;
    const id = `${this.#lastId}`;
    this.#socket.send(`[{"channel":"${channel}","id":"${id}","clientId":"${this.#clientId}","data":${data}}]`);
  }

  /** Sends a text as it is. */
  sendText(text: string): void {
    this.#socket.send(text);
  }

  /** Numbers start anew with each round. */
  restart(): void {
    this.#nextSeq = 0;
  }

  /** Number of the message expected next: as many have come. */
  get nextSeq(): number {
    return this.#nextSeq;
  }

  close(): void {
    this.#isClosing = true;
    this.#socket.terminate();
  }

  #listen(): void {
    this.#socket.on("message", (frame: Buffer) => this.#read(frame));
    this.#socket.on("close", () => this.#isClosing || this.#sink.failed("a connection was closed"));
  }

  #read(frame: Buffer): void {
    const first = this.#nextSeq;
    for (let at = frame.indexOf(SEQ); at >= 0; at = frame.indexOf(SEQ, at + SEQ.length)) {
      const seq = numberAt(frame, at + SEQ.length);
      if (seq !== this.#nextSeq) return this.#sink.failed(`message ${seq} came instead of ${this.#nextSeq}`);
      this.#nextSeq += 1;
    }
    if (this.#nextSeq > first) this.#sink.received(first, this.#nextSeq - 1);
    let confirmed = 0;
    for (let at = frame.indexOf(DELIVERED_ONE); at >= 0; at = frame.indexOf(DELIVERED_ONE, at + 1)) confirmed += 1;
    if (confirmed > 0) this.#sink.confirmed(confirmed);
    if (frame.includes(CONNECT_REPLY)) this.#connect();
  }

  #connect(): void {
    this.#lastId += 1;
    const id = `${this.#lastId}`;
    this.#socket.send(
      `[{"channel":"/meta/connect","id":"${id}","clientId":"${this.#clientId}","connectionType":"websocket"}]`,
    );
  }

  async #ask(message: Record<string, unknown>): Promise<Record<string, unknown>> {
    this.#lastId += 1;
    const clientId = this.#clientId === "" ? {} : { clientId: this.#clientId };
    this.#socket.send(JSON.stringify([{ id: String(this.#lastId), ...clientId, ...message }]));
    const [frame] = (await once(this.#socket, "message")) as [Buffer];
    const [reply] = JSON.parse(String(frame)) as [Record<string, unknown>];
    if (reply.successful !== true) throw new Error(`${String(message.channel)} failed: ${String(frame)}`);
    return reply;
  }
}

async function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
  await once(socket, "open");
  return socket;
}

function numberAt(frame: Buffer, start: number): number {
  let number = 0;
  for (let at = start; ; at += 1) {
    const digit = frame[at]! - 48;
    if (!(digit >= 0 && digit <= 9)) return number;
    number = number * 10 + digit;
  }
}
