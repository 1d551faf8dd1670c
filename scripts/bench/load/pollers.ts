import { Agent, request } from "node:http";
import type { Load } from "./load-set.js";
import { type Receiver, type Stream, Streams } from "./streams.js";

interface PollersInput {
  readonly publishUrl: string;
  readonly subscribeUrl: string;
  readonly clients: number;
  readonly channel: string;
}

const CONNECTS_AT_ONCE = 50;

/** Opens clients that poll, and one that publishes. */
export async function openPollers(
  { publishUrl, subscribeUrl, clients, channel }: PollersInput,
  stream: Stream,
): Promise<Load> {
  const pollers: Poller[] = [];
  while (pollers.length < clients) {
    const wave = Math.min(CONNECTS_AT_ONCE, clients - pollers.length);
    pollers.push(
      ...(await Promise.all(Array.from({ length: wave }, () => Poller.open(subscribeUrl, stream, channel)))),
    );
  }
  const publisher = await Poller.open(publishUrl, stream);
  stream.receivers = pollers;
  stream.send = (data) => publisher.publish(channel, data);
  for (const poller of pollers) poller.poll();
  return new Streams([stream], [publisher]);
}

/** A client over HTTP with a connection of its own, which is kept alive; and a second one for what it publishes. */
class Poller implements Receiver {
  readonly #url: URL;
  readonly #stream: Stream;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #cookie = "";
  #clientId = "";
  #lastId = 0;
  #isClosing = false;
  nextSeq = 0;

  private constructor(url: string, stream: Stream) {
    this.#url = new URL(url);
    this.#stream = stream;
  }

  static async open(url: string, stream: Stream, channel?: string): Promise<Poller> {
    const poller = new Poller(url, stream);
    const types = '"supportedConnectionTypes":["long-polling"]';
    const handshake = await poller.#ask(`"channel":"/meta/handshake","version":"1.0",${types}`);
    poller.#clientId = `,"clientId":"${handshake.clientId}"`;
    if (channel !== undefined) await poller.#ask(`"channel":"/meta/subscribe","subscription":"${channel}"`);
    await poller.#ask('"channel":"/meta/connect","connectionType":"long-polling","advice":{"timeout":0}');
    return poller;
  }

  restart(): void {
    this.nextSeq = 0;
  }

  publish(channel: string, data: string): void {
    this.#post(`"channel":"${channel}","data":${data}`).catch((error: Error) => this.#failed(error));
  }

  /** From now on a connect is always waiting. */
  poll(): void {
    this.#post('"channel":"/meta/connect","connectionType":"long-polling"').then(
      (body) => {
        this.#stream.frame(body, this);
        if (!this.#isClosing) this.poll();
      },
      (error: Error) => this.#failed(error),
    );
  }

  close(): void {
    this.#isClosing = true;
    this.#agent.destroy();
  }

  #failed(error: Error): void {
    if (!this.#isClosing) this.#stream.failed(error.message);
  }

  async #ask(fields: string): Promise<{ clientId: string }> {
    const body = await this.#post(fields);
    const replies = JSON.parse(String(body)) as { successful?: boolean; clientId: string }[];
    const reply = replies.find(({ successful }) => successful === true);
    if (reply === undefined) throw new Error(`${fields} failed: ${body}`);
    return reply;
  }

  #post(fields: string): Promise<Buffer> {
    this.#lastId += 1;
    const body = `[{${fields},"id":"${this.#lastId}"${this.#clientId}}]`;
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      cookie: this.#cookie,
    };
    return new Promise((resolve, reject) => {
      const asked = request(this.#url, { method: "POST", agent: this.#agent, headers }, (response) => {
        const set = response.headers["set-cookie"];
        if (set !== undefined) this.#cookie = set.map((text) => text.split(";", 1)[0]).join("; ");
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          if (response.statusCode === 200) resolve(Buffer.concat(chunks));
          else reject(new Error(`${response.statusCode} for ${fields}`));
        });
        response.on("error", reject);
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }
}
