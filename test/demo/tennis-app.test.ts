import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { BusNode } from "../../bus-node.js";
import { BayeuxClient } from "../../core/client/node.js";
import { isObject } from "../../core/message/message.js";
import tennisApp from "../../scripts/demo/tennis/tennis-app.js";
import { startNodes } from "../support/start-mesh.js";

const SERVICE = "/service/tennis";
const REFUSED = { code: "refused" };

/** A page without a screen: says what it is told to, and remembers what it hears. */
class Player {
  readonly client: BayeuxClient;
  readonly heard: Record<string, unknown>[] = [];
  #wake: () => void = () => {};

  private constructor(url: string) {
    this.client = new BayeuxClient({ url });
    this.client.addListener(SERVICE, ({ data }) => {
      if (!isObject(data)) return;
      this.heard.push(data);
      this.#wake();
    });
  }

  static async at(t: TestContext, node: BusNode): Promise<Player> {
    const player = new Player(node.url);
    t.after(() => player.client.abort());
    await player.client.handshake();
    return player;
  }

  say(data: unknown): Promise<unknown> {
    return this.client.publish(SERVICE, data);
  }

  /** Waits for news of a type, and takes what came before as read. */
  async hears(type: string): Promise<Record<string, unknown>> {
    for (;;) {
      const index = this.heard.findIndex((news) => news.type === type);
      if (index >= 0) return this.heard.splice(0, index + 1).at(-1)!;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

async function club(t: TestContext, count: number): Promise<BusNode[]> {
  const nodes = await startNodes(t, count, { auth: { mode: "open" } });
  for (const node of nodes) tennisApp(node);
  return nodes;
}

test("two on other nodes than the game play, are told the same, and who goes ends it", async (t) => {
  const [north, south, west] = await club(t, 3);
  const alice = await Player.at(t, north!);
  await alice.say({ type: "hello" });
  assert.deepEqual(await alice.hears("welcome"), { type: "welcome", node: north!.url });
  await alice.say({ type: "init" });
  const seat = await alice.hears("seated");
  assert.deepEqual([seat.side, seat.host], ["left", north!.url]);
  const bob = await Player.at(t, south!);
  await bob.say({ type: "join", id: seat.id });
  const bobs = await bob.hears("seated");
  assert.deepEqual([bobs.id, bobs.side, bobs.host], [seat.id, "right", north!.url]);

  // Who listens to everything sees a game, and gets neither into it nor between.
  const mallory = await Player.at(t, west!);
  const channels = new Set<string>();
  await mallory.client.subscribe("/**", ({ channel }) => channels.add(channel)).ready;
  await bob.say({ type: "steer", steering: { target: 9 } });
  let pads: number[];
  do pads = (await alice.hears("state")).pads as number[];
  while (pads[1] !== 9);
  await bob.hears("state");
  await bob.say({ type: "ping", at: 5 });
  assert.deepEqual(await bob.hears("pong"), { type: "pong", at: 5 });
  const [court] = [...channels].filter((channel) => channel.endsWith("/court"));
  assert.ok(court !== undefined && !court.includes(seat.id as string));
  await assert.rejects(mallory.client.publish(court, { type: "over", reason: "quit" }), REFUSED);
  await assert.rejects(mallory.client.publish(court.replace("court", "players"), { type: "quit" }), REFUSED);
  await assert.rejects(mallory.client.subscribe(court, () => {}).ready, REFUSED);
  await mallory.say({ type: "join", id: seat.id });
  assert.deepEqual(await mallory.hears("refused"), { type: "refused", reason: "full" });

  await bob.client.disconnect();
  assert.deepEqual(await alice.hears("over"), { type: "over", reason: "quit", side: "right" });
  await alice.say({ type: "ping", at: 1 });
  assert.deepEqual(await alice.hears("over"), { type: "over", reason: "gone" });
});

test("what makes no sense, comes too often, or is too much is refused", async (t) => {
  const [node] = await club(t, 1);
  const alice = await Player.at(t, node!);
  const senseless = [
    null,
    7,
    [],
    {},
    { type: "win" },
    { type: "join" },
    { type: "join", id: 7 },
    { type: "join", id: "../../etc" },
    { type: "steer" },
    { type: "steer", steering: { direction: 5 } },
    { type: "ping", at: "now" },
  ];
  for (const data of senseless) await assert.rejects(alice.say(data), REFUSED, JSON.stringify(data));
  await alice.say({ type: "init" });
  await assert.rejects(alice.say({ type: "init" }), REFUSED);
  await assert.rejects(alice.say({ type: "join", id: "a".repeat(25) }), REFUSED);

  const bob = await Player.at(t, node!);
  const answers = await Promise.allSettled(Array.from({ length: 200 }, () => bob.say({ type: "hello" })));
  const refused = answers.filter(({ status }) => status === "rejected").length;
  assert.ok(refused >= 80, `${refused} of 200 at once were refused`);

  const others = await Promise.all(Array.from({ length: 200 }, () => Player.at(t, node!)));
  const begun = await Promise.allSettled(others.map((player) => player.say({ type: "init" })));
  assert.equal(begun.filter(({ status }) => status === "fulfilled").length, 199);
  // A game that ends makes room.
  await alice.say({ type: "quit" });
  const late = others[begun.findIndex(({ status }) => status === "rejected")]!;
  await late.say({ type: "init" });
  await late.hears("seated");
});
