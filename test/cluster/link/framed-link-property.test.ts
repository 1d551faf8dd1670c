import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type BinarySocket, FramedLink } from "../../../cluster/link/framed-link.js";
import { LinkEncoding } from "../../../cluster/link/link-encoding.js";
import { readReceived, writeOffer } from "../../../cluster/link/link-offer.js";
import { LinkQueue } from "../../../cluster/link/link-queue.js";
import type { WebSocketLike } from "../../../core/client/transport/websocket-client-transport.js";
import type { Message } from "../../../core/message/message.js";
import { Publication } from "../../../core/message/publication.js";

const LIMITS = { maxMessageChars: 1_000_000, maxBatchMessages: 1_000, maxJsonDepth: 64 };

/** Both halves of a link on a wire that a test moves by hand: frames arrive one by one, or are lost with their socket. */
class TestLink {
  readonly delivered: number[] = [];
  /** What came, and what was told as missing: a negative number of messages. */
  readonly order: number[] = [];
  dropped = 0;
  readonly queue: LinkQueue;
  readonly #encoding: LinkEncoding;
  readonly #client: FramedLink;
  #socket: WebSocketLike | undefined;
  #toClient: Uint8Array[] = [];
  #toServer: (string | Uint8Array)[] = [];
  #deliver: (data: unknown) => void = () => {};
  #lastPushed = 0;

  constructor(maxMessages: number) {
    const unexpected = (error: unknown) => assert.fail(error as Error);
    this.queue = new LinkQueue(
      { maxMessages, maxBytes: 1e9, maxFrameBytes: 1e6, takesEnvelopes: true, beats: true },
      { drain() {}, dropped() {}, overflow: () => assert.fail("overflow") },
    );
    this.#encoding = new LinkEncoding(this.queue, () => {}, unexpected, unexpected);
    this.#client = new FramedLink(
      { maxFrameBytes: 1e6, maxJsonDepth: 64 },
      {
        opened() {},
        heard() {},
        malformed: unexpected,
        delivered: ({ data }) => {
          this.delivered.push(Number(data));
          this.order.push(Number(data));
        },
        dropped: (count) => {
          this.dropped += count;
          this.order.push(-count);
        },
      },
    );
    this.#connect();
    this.#client.incoming({ channel: "/meta/handshake", successful: true, ext: { "oortbus.link": writeOffer(1e6) } });
  }

  publish(): void {
    this.#lastPushed += 1;
    this.queue.push(new Publication({ channel: "/news", data: this.#lastPushed }));
  }

  get published(): number {
    return this.#lastPushed;
  }

  flush(): void {
    const publications = this.queue.take();
    if (publications.length > 0) this.#toClient.push(Buffer.from(this.#encoding.encode(publications, [], 0)));
  }

  arriveAtClient(): void {
    const frame = this.#toClient.shift();
    if (frame !== undefined) this.#deliver(frame);
  }

  arriveAtServer(): void {
    const sent = this.#toServer.shift();
    if (sent === undefined) return;
    const messages = typeof sent === "string" ? (JSON.parse(sent) as Message[]) : this.#encoding.decode(sent, LIMITS);
    for (const message of messages) {
      const received = readReceived(message)!;
      if (this.queue.isSuspended) this.queue.resume(received);
      else this.queue.acknowledge(received);
    }
  }

  /** What was on its way is lost; the client comes back at once, and the server notices with its first words. */
  break(): void {
    this.#toClient = [];
    this.#toServer = [];
    this.#connect();
    this.queue.moved();
    this.heartbeat();
  }

  heartbeat(): void {
    const connect: Message = { channel: "/meta/connect" };
    this.#client.outgoing(connect);
    this.#socket!.send(JSON.stringify([connect]));
  }

  #connect(): void {
    const socket: BinarySocket = {
      bufferedAmount: 0,
      onopen: null,
      onmessage: null,
      onclose: null,
      onerror: null,
      send: (data) => void this.#toServer.push(data),
      close() {},
    };
    this.#socket = this.#client.wrap(socket);
    this.#socket.onmessage = () => {};
    this.#deliver = (data) => (socket.onmessage as unknown as (event: { data: unknown }) => void)({ data });
  }

  settle(): void {
    this.heartbeat();
    for (let round = 0; round < 3; round += 1) {
      while (this.#toServer.length > 0) this.arriveAtServer();
      while (this.queue.hasPending) this.flush();
      const reply = { channel: "/meta/connect", successful: true };
      this.#toClient.push(Buffer.from(this.#encoding.encode([], [reply], 0)));
      while (this.#toClient.length > 0) this.arriveAtClient();
      this.heartbeat();
    }
    while (this.#toServer.length > 0) this.arriveAtServer();
  }
}

const anyStep = fc.oneof(
  { weight: 6, arbitrary: fc.constant("publish" as const) },
  { weight: 3, arbitrary: fc.constant("flush" as const) },
  { weight: 4, arbitrary: fc.constant("arriveAtClient" as const) },
  { weight: 3, arbitrary: fc.constant("arriveAtServer" as const) },
  { weight: 1, arbitrary: fc.constant("heartbeat" as const) },
  { weight: 1, arbitrary: fc.constant("break" as const) },
);

test("whenever connections break, each message arrives once and in order, or is told as dropped where it is missing", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 120 }), fc.constantFrom(4, 12, 1_000), (steps, maxMessages) => {
      const link = new TestLink(maxMessages);
      for (const step of steps) link[step]();
      link.settle();
      assert.equal(link.delivered.length + link.dropped, link.published, "none is missing untold");
      assert.deepEqual(
        link.delivered,
        [...new Set(link.delivered)].sort((a, b) => a - b),
      );
      if (maxMessages === 1_000) assert.equal(link.dropped, 0);
      assert.equal(link.queue.length, 0, "and all is acknowledged");
      assert.equal(link.queue.bytes, 0);
      // A hole in the numbers is told not later than with what comes behind it.
      let last = 0;
      let told = 0;
      for (const item of link.order) {
        if (item < 0) {
          told -= item;
        } else {
          told -= item - last - 1;
          assert.ok(told >= 0, `${last} then ${item} of ${link.order}`);
          last = item;
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
