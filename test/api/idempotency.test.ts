import assert from "node:assert/strict";
import { test } from "node:test";
import { OWN_CALL } from "../../api/api-call.js";
import { BackendApi } from "../../api/backend-api.js";
import type { ApiQuestions } from "../../api/bus-parts.js";
import { FakeBus } from "../support/fake-bus.js";
import { FakeClock } from "../support/fake-clock.js";

type Answerer = Parameters<ApiQuestions["answer"]>[1];

/** Nodes that can ask each other, at the speed of the event loop. */
class Nodes {
  readonly clock = new FakeClock();
  readonly #answerers = new Map<string, Map<string, Answerer>>();
  /** How long a question is on its way, in turns. */
  way: () => number = () => 1;
  /** Nodes that do not answer. */
  readonly silent = new Set<string>();

  /** It is no member any more. */
  gone(node: string): void {
    this.#answerers.delete(node);
  }

  start(node: string, options: FakeBus["options"] = {}): { bus: FakeBus; publish: Publish } {
    const bus = new FakeBus();
    bus.clock = this.clock;
    bus.options = options;
    const own = new Map<string, Answerer>();
    this.#answerers.set(node, own);
    const nodes = this.#answerers;
    const silent = this.silent;
    const way = (): number => this.way();
    Object.assign(bus.oort, { url: node });
    const questions: ApiQuestions = {
      get nodes() {
        return [node, ...[...nodes.keys()].filter((other) => other !== node)];
      },
      foreign: [],
      start() {},
      stop() {},
      answer: (name, answerer) => void own.set(name, answerer),
      async askAll(name, body, form, asked = [...nodes.keys()]) {
        const answers = await Promise.all(
          asked.map(async (other) => {
            if (silent.has(other)) return [];
            for (let hops = way(); hops > 0; hops -= 1) await new Promise((resolve) => setImmediate(resolve));
            const answer = await nodes.get(other)!.get(name)!(body, node);
            return [{ node: other, answer: form.parse(JSON.parse(JSON.stringify(answer))) }];
          }),
        );
        return { answers: answers.flat(), unanswered: asked.filter((other) => silent.has(other)) };
      },
    };
    Object.assign(bus, { questions });
    const api = new BackendApi(bus);
    const publish: Publish = (idempotencyKey, data = 1, caller = "") =>
      api.call(api.method("Publish", "unary"), { channel: "/c", data, idempotencyKey }, { ...OWN_CALL, caller });
    return { bus, publish };
  }
}

type Publish = (key: string | undefined, data?: unknown, caller?: string) => Promise<unknown>;

const RESULT = { sessions: 3 };

test("the same key is answered with the first result, here and at another node, and nothing is done again", async () => {
  const nodes = new Nodes();
  const [north, south] = [nodes.start("http://a/cometd"), nodes.start("http://b/cometd")];
  assert.deepEqual(await north.publish("k"), RESULT);
  assert.deepEqual(await Promise.all([north.publish("k"), south.publish("k"), south.publish("k")]), [
    RESULT,
    RESULT,
    RESULT,
  ]);
  assert.deepEqual([north.bus.published.length, south.bus.published.length], [1, 0]);
  await north.publish(undefined);
  await north.publish("other");
  assert.equal(north.bus.published.length, 3);
});

test("calls that come to two nodes at once are one: the node with the smaller URL does it", async () => {
  for (let round = 0; round < 20; round += 1) {
    const nodes = new Nodes();
    const all = ["http://a/cometd", "http://b/cometd", "http://c/cometd"].map((url) => nodes.start(url));
    const order = round % 2 === 0 ? all : [...all].reverse();
    const results = await Promise.all(order.map(({ publish }) => publish("k")));
    assert.deepEqual(results, [RESULT, RESULT, RESULT]);
    assert.equal(
      all.reduce((sum, { bus }) => sum + bus.published.length, 0),
      1,
    );
  }
});

test("calls that come to three nodes at any times, on ways of any length, are one", async () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  for (let round = 0; round < 100; round += 1) {
    const nodes = new Nodes();
    nodes.way = () => random(4);
    const all = ["http://a/cometd", "http://b/cometd", "http://c/cometd"].map((url) => nodes.start(url));
    const results = await Promise.all(
      all.map(async ({ publish }) => {
        for (let turns = random(6); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
        return publish("k");
      }),
    );
    assert.deepEqual(results, [RESULT, RESULT, RESULT]);
    assert.equal(
      all.reduce((sum, { bus }) => sum + bus.published.length, 0),
      1,
      `round ${round}`,
    );
  }
});

test("a key is its caller's own, and good for one request", async () => {
  const nodes = new Nodes();
  const [north, south] = [nodes.start("http://a/cometd"), nodes.start("http://b/cometd")];
  await north.publish("k", 1, "Bearer one");
  await south.publish("k", 2, "Bearer two");
  assert.deepEqual([north.bus.published.length, south.bus.published.length], [1, 1]);
  for (const { publish } of [north, south]) {
    await assert.rejects(publish("k", 3, "Bearer one"), {
      kind: "KEY_REUSED",
      message: "idempotencyKey: was used for another request",
    });
  }
});

test("what was refused may be tried again with its key", async () => {
  const { bus, publish } = new Nodes().start("http://a/cometd");
  bus.failure = new Error("broken");
  await assert.rejects(publish("k"), { message: "broken" });
  bus.failure = undefined;
  assert.deepEqual(await publish("k"), RESULT);
});

test("while the first call is under way at another node, the retry waits for it, and not for ever", async () => {
  const nodes = new Nodes();
  const [north, south] = [nodes.start("http://a/cometd"), nodes.start("http://b/cometd")];
  let release = (): void => {};
  Object.assign(north.bus.server, {
    check: async (_channel: string, data: unknown) => {
      await new Promise<void>((resolve) => (release = resolve));
      return data;
    },
  });
  const first = north.publish("k");
  await turns();
  const early = south.publish("k");
  await turns();
  await nodes.clock.advance(1_000);
  await assert.rejects(early, { kind: "UNAVAILABLE", message: "the first call with this key is still under way" });
  const late = south.publish("k");
  await turns();
  release();
  assert.deepEqual([await first, await late], [RESULT, RESULT]);
  assert.equal(south.bus.published.length, 0);
});

test("a node that took the first call and is gone takes what it knew along: the call is done again", async () => {
  const nodes = new Nodes();
  const [north, south] = [nodes.start("http://a/cometd"), nodes.start("http://b/cometd")];
  await north.publish("k");
  nodes.silent.add("http://a/cometd");
  await assert.rejects(south.publish("k"), {
    kind: "UNAVAILABLE",
    message: "http://a/cometd does not say whether it knows the key: try again",
  });
  assert.equal(south.bus.published.length, 0, "as long as it is a member, nobody knows");
  nodes.gone("http://a/cometd");
  assert.deepEqual(await south.publish("k"), RESULT);
  assert.equal(south.bus.published.length, 1);
});

test("keys are forgotten when they are old, or too many, or their results too large", async () => {
  const nodes = new Nodes();
  const few = nodes.start("http://a/cometd", { maxKeys: 2, keyAgeMs: 1_000 });
  await few.publish("1");
  await few.publish("2");
  await few.publish("3");
  await few.publish("3");
  assert.equal(few.bus.published.length, 3);
  await few.publish("1");
  assert.equal(few.bus.published.length, 4, "the oldest is forgotten");
  await nodes.clock.advance(1_001);
  await few.publish("1");
  assert.equal(few.bus.published.length, 5);
  const small = new Nodes().start("http://a/cometd", { maxKeyBytes: 20 });
  await small.publish("1");
  await small.publish("2");
  await small.publish("1");
  assert.equal(small.bus.published.length, 3);
});

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
