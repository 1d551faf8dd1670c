import { type Cookies, HttpConnection } from "./http-connection.js";
import type { Load } from "./load-set.js";
import { POLL_DIALECTS, type PollDialect, type PollSpeech } from "./poll-dialect.js";
import { type Receiver, type Stream, Streams } from "./streams.js";

interface PollersInput {
  readonly dialect: keyof typeof POLL_DIALECTS;
  readonly publishUrl: string;
  readonly subscribeUrl: string;
  readonly clients: number;
  readonly channel: string;
}

const CONNECTS_AT_ONCE = 50;

/** Opens clients that poll, and one that publishes, and polls as well, or it would not be kept. */
export async function openPollers(
  { dialect, publishUrl, subscribeUrl, clients, channel }: PollersInput,
  stream: Stream,
): Promise<Load> {
  const speaks = POLL_DIALECTS[dialect];
  const pollers: Poller[] = [];
  while (pollers.length < clients) {
    const wave = Math.min(CONNECTS_AT_ONCE, clients - pollers.length);
    const opening = Array.from({ length: wave }, () => Poller.open(speaks, subscribeUrl, stream, channel));
    pollers.push(...(await Promise.all(opening)));
  }
  const publisher = await Poller.open(speaks, publishUrl, stream);
  stream.receivers = pollers;
  stream.send = (data) => publisher.publish(channel, data);
  for (const poller of [...pollers, publisher]) poller.poll();
  return new Streams([stream], [publisher]);
}

/** A client with two connections, as browsers have it: on one a request always waits, on the other it says what it has to say. */
class Poller implements Receiver {
  readonly #polls: HttpConnection;
  readonly #posts: HttpConnection;
  readonly #speech: PollSpeech;
  readonly #contentType: string;
  readonly #stream: Stream;
  #isClosing = false;
  nextSeq = 0;

  private constructor(
    connections: readonly [HttpConnection, HttpConnection],
    speech: PollSpeech,
    { contentType }: PollDialect,
    stream: Stream,
  ) {
    [this.#polls, this.#posts] = connections;
    this.#speech = speech;
    this.#contentType = contentType;
    this.#stream = stream;
  }

  static async open(dialect: PollDialect, address: string, stream: Stream, channel?: string): Promise<Poller> {
    const url = new URL(address);
    const cookies: Cookies = { text: "" };
    const connections = [new HttpConnection(url, cookies), new HttpConnection(url, cookies)] as const;
    const ask = async (path: string, body?: string): Promise<string> =>
      String(await connections[0].request(path, body, dialect.contentType));
    return new Poller(connections, await dialect.open(ask, url, channel), dialect, stream);
  }

  restart(): void {
    this.nextSeq = 0;
  }

  publish(channel: string, data: string): void {
    this.#post(this.#speech.publish(channel, data));
  }

  /** From now on a request is always waiting. */
  poll(): void {
    this.#polls.request(this.#speech.path, this.#speech.poll(), this.#contentType).then(
      (body) => {
        const answer = this.#speech.answer(body);
        if (answer === undefined) this.#stream.frame(body, this);
        else this.#post(answer);
        if (!this.#isClosing) this.poll();
      },
      (error: Error) => this.#failed(error),
    );
  }

  close(): void {
    this.#isClosing = true;
    this.#polls.close();
    this.#posts.close();
  }

  #post(body: string): void {
    this.#posts.request(this.#speech.path, body, this.#contentType).catch((error: Error) => this.#failed(error));
  }

  #failed(error: Error): void {
    if (!this.#isClosing) this.#stream.failed(error.message);
  }
}
