import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { EventEmitter, on } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

/** One request of a node, whose signature was right. */
export interface Received {
  readonly id: string;
  readonly body: Record<string, unknown>;
}

/** An event, with the node that told it. */
export interface ToldEvent extends Record<string, unknown> {
  readonly seq: number;
  readonly type: string;
  readonly node: string;
}

/** What becomes of a request; undefined: 204. */
export type Behaviour = (body: Record<string, unknown>, response: ServerResponse) => unknown;

/** A backend of a test: checks signatures as the guide tells it, answers as it is told to. Closed after the test. */
export class HookReceiver {
  readonly secret = `whsec_${randomBytes(32).toString("base64")}`;
  readonly requests: Received[] = [];
  /** Every event that was taken (answered 2xx), repetitions included. */
  readonly events: ToldEvent[] = [];
  /** Requests with a wrong signature. */
  forged = 0;
  behave: Behaviour = () => undefined;
  /** Connections opened so far. */
  connections = 0;
  readonly #news = new EventEmitter();
  #port = 0;

  static async start(t: TestContext, behave?: Behaviour): Promise<HookReceiver> {
    const receiver = new HookReceiver();
    if (behave !== undefined) receiver.behave = behave;
    const server = createServer((request, response) => void receiver.#receive(request, response));
    server.on("connection", () => {
      receiver.connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    receiver.#port = (server.address() as AddressInfo).port;
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/hooks`;
  }

  /** Waits until what came is as asked. */
  async until(holds: () => boolean, timeoutMs = 30_000): Promise<void> {
    if (holds()) return;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      for await (const _ of on(this.#news, "news", { signal })) if (holds()) return;
    } catch {
      throw new Error(`not so in ${timeoutMs} ms: ${JSON.stringify(this.requests.slice(-5))}`);
    }
  }

  /** `type subject` of each event, in order. */
  told(): string[] {
    return this.events.map(({ type, user, channel }) => [type, user ?? channel].filter(Boolean).join(" "));
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    if (!this.#isSigned(request, text)) {
      this.forged += 1;
      response.writeHead(401).end();
      return;
    }
    const body = JSON.parse(text) as Record<string, unknown>;
    this.requests.push({ id: String(request.headers["webhook-id"]), body });
    response.on("finish", () => {
      if (body.type === "events" && response.statusCode < 300) {
        const { url } = body.node as { url: string };
        for (const event of body.events as ToldEvent[]) this.events.push({ ...event, node: url });
      }
      this.#news.emit("news");
    });
    const answer = await this.behave(body, response);
    this.#news.emit("news");
    if (response.headersSent || answer === "later") return;
    if (answer === undefined) response.writeHead(204).end();
    else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }

  /** By docs/guides/hooks.md, not by the code that signs. */
  #isSigned({ headers }: IncomingMessage, text: string): boolean {
    const timestamp = Number(headers["webhook-timestamp"]);
    if (!(Math.abs(Date.now() / 1_000 - timestamp) < 300)) return false;
    const key = Buffer.from(this.secret.slice(6), "base64");
    const expected = createHmac("sha256", key).update(`${headers["webhook-id"]}.${timestamp}.${text}`).digest();
    return String(headers["webhook-signature"])
      .split(" ")
      .map((signature) => Buffer.from(signature.replace(/^v1,/, ""), "base64"))
      .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
  }
}
