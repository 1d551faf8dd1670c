import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AckExtension } from "../../core/extension/ack-extension.js";
import { type Logger, silentLogger } from "../../core/logger.js";
import type { QueuePolicy } from "../../core/message/delivery-rules.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { FakeSocket } from "../core/fake-connection.js";
import { FakeClock } from "../support/fake-clock.js";

const CHANNELS = ["/a", "/a/b", "/a/*", "/**", "/service/x", "/meta/connect"];
const MAX_QUEUED = 8;
const LAZY_MS = 200;
const NAMES = ["ann", "bob", "cid"];

type Event =
  | { do: "shakeHands"; who: string; ack: boolean }
  | { do: "connect"; who: string; atOnce: boolean }
  | { do: "subscribe" | "unsubscribe" | "publish"; who: string; channel: string }
  | { do: "leave" | "cut" | "reopen" | "stall" | "read" | "kick"; who: string }
  | { do: "wait"; ms: number };

const who = fc.constantFrom(...NAMES);
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("shakeHands" as const), who, ack: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("connect" as const), who, atOnce: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("subscribe" as const, "unsubscribe" as const, "publish" as const, "publish" as const),
      who,
      channel: fc.constantFrom(...CHANNELS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "leave" as const,
        "cut" as const,
        "reopen" as const,
        "stall" as const,
        "read" as const,
        "kick" as const,
      ),
      who,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(1, 90, 400, 1_500) }) },
);

const policy = fc.constantFrom<QueuePolicy>("disconnect", "drop-oldest", "latest");

/** Three clients without manners, on a server in virtual time. */
class World {
  readonly clock = new FakeClock();
  readonly errors: unknown[][] = [];
  readonly server: BayeuxServer;
  readonly #sockets = new Map<string, FakeSocket>();
  readonly #clientIds = new Map<string, string>();
  /** By clientId: what it got, and what it acknowledges; undefined without ack. */
  readonly #got = new Map<string, number[]>();
  readonly #acked = new Map<string, number>();
  #published = 0;
  #lastId = 0;

  constructor(queuePolicy: QueuePolicy) {
    const logger: Logger = { ...silentLogger, error: (...args: unknown[]) => void this.errors.push(args) };
    this.server = new BayeuxServer(
      { timeoutMs: 500, maxIntervalMs: 1_000, sweepPeriodMs: 50, maxQueuedMessages: MAX_QUEUED, queuePolicy },
      { clock: this.clock, logger },
    );
    this.server.addExtension(new AckExtension());
    this.server.addInitializer("/a/b", ({ delivery }) => {
      delivery.lazyTimeoutMs = LAZY_MS;
    });
    this.server.start();
  }

  async apply(event: Event): Promise<void> {
    if (event.do === "wait") {
      await this.clock.advance(event.ms);
    } else {
      this.#act(event);
      await this.clock.settle();
    }
    for (const [name, socket] of this.#sockets) if (socket.canWrite) this.#read(name, socket);
    this.check();
  }

  #act(event: Exclude<Event, { do: "wait" }>): void {
    const socket = this.#socket(event.who);
    const clientId = this.#clientIds.get(event.who) ?? "nobody";
    const id = String(++this.#lastId);
    switch (event.do) {
      case "shakeHands":
        return socket.send({ id, channel: "/meta/handshake", ext: { ack: event.ack } });
      case "connect": {
        const ack = this.#acked.get(clientId);
        const advice = event.atOnce ? { timeout: 0 } : undefined;
        return socket.send({
          id,
          channel: "/meta/connect",
          clientId,
          advice,
          ...(ack === undefined ? {} : { ext: { ack } }),
        });
      }
      case "subscribe":
      case "unsubscribe":
        return socket.send({ id, channel: `/meta/${event.do}`, clientId, subscription: event.channel });
      case "publish":
        return socket.send({ id, channel: event.channel, clientId, data: ++this.#published });
      case "leave":
        return socket.send({ id, channel: "/meta/disconnect", clientId });
      case "kick":
        return this.server.getSession(clientId)?.disconnect();
      case "cut":
        socket.connection.closed();
        this.#sockets.delete(event.who);
        return;
      case "reopen":
        this.#sockets.delete(event.who); // the old one lives on, as a half-open one does
        return;
      case "stall":
        socket.canWrite = false;
        return;
      case "read":
        socket.canWrite = true;
        return socket.connection.writable();
    }
  }

  #socket(name: string): FakeSocket {
    let socket = this.#sockets.get(name);
    if (socket === undefined || socket.closed !== undefined) {
      socket?.connection.closed();
      socket = new FakeSocket(this.server);
      this.#sockets.set(name, socket);
    }
    return socket;
  }

  #read(name: string, socket: FakeSocket): void {
    for (const message of socket.read()) {
      assert.equal(typeof message.channel, "string");
      if (message.channel === "/meta/handshake" && message.successful === true) {
        const clientId = String(message.clientId);
        this.#clientIds.set(name, clientId);
        this.#got.set(clientId, []);
        if (message.ext?.ack === true) this.#acked.set(clientId, 0);
        continue;
      }
      const clientId = this.#clientIds.get(name) ?? "";
      const ack = message.ext?.ack;
      if (message.channel === "/meta/connect" && message.successful === true && typeof ack === "number") {
        this.#acked.set(clientId, ack);
      }
      if (message.successful === undefined) {
        assert.deepEqual([message.id, message.clientId], [undefined, undefined]);
        this.#got.get(clientId)?.push(Number(message.data));
      }
    }
  }

  /** What holds at any time. */
  check(): void {
    assert.deepEqual(this.errors, []);
    for (const session of this.server.sessions.values()) {
      assert.ok(Number.isFinite(session.deadlineMs), "no session is immortal");
      assert.ok(session.isHandshaken);
      assert.ok(session.queue.length <= MAX_QUEUED);
      const { hasUrgent, lazyUntilMs } = session.mailbox;
      const leftMs = lazyUntilMs - this.clock.now();
      if (session.queue.hasPending && !hasUrgent) assert.ok(leftMs <= LAZY_MS, "what is lazy has its time");
      else assert.equal(leftMs, Number.POSITIVE_INFINITY, "where nothing is lazy, nothing is waited for");
    }
    for (const channel of this.server.channels) {
      for (const subscriber of channel.subscribers) {
        assert.ok([...this.server.sessions.values()].some((session) => (session as unknown) === subscriber));
      }
    }
    for (const [clientId, numbers] of this.#got) {
      // In the order of publishing; and each once, except where a lost answer was sent again.
      const firsts = this.#acked.has(clientId) ? [...new Set(numbers)] : numbers;
      for (let index = 1; index < firsts.length; index += 1)
        assert.ok(firsts[index - 1]! < firsts[index]!, String(firsts));
    }
  }

  /** When everybody has gone, nothing is left. */
  async end(): Promise<void> {
    for (const socket of this.#sockets.values()) socket.connection.closed();
    await this.clock.advance(10_000);
    this.check();
    assert.equal(this.server.sessions.size, 0);
    assert.deepEqual(
      [...this.server.channels].map(({ name }) => name).filter((name) => !name.startsWith("/meta/")),
      [],
    );
    this.server.close();
    assert.equal(this.clock.pending, 0);
  }
}

test("whatever clients do, in any order, the server keeps its word and forgets them in the end", async () => {
  await fc.assert(
    fc.asyncProperty(policy, fc.array(event, { minLength: 5, maxLength: 60 }), async (queuePolicy, events) => {
      const world = new World(queuePolicy);
      for (const who of NAMES) {
        await world.apply({ do: "shakeHands", who, ack: who === "cid" });
        for (const channel of ["/a", "/a/*"]) await world.apply({ do: "subscribe", who, channel });
      }
      for (const next of events) await world.apply(next);
      await world.end();
    }),
    { numRuns: 100 },
  );
});
