import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { MeshUser } from "../support/mesh-user.js";
import { allJoined, type MeshNode, startMesh } from "../support/start-mesh.js";
import { until } from "../support/until.js";

/** Between two messages of a load, which is a rate: not as fast as can be. */
const PACE_MS = 4;
const SHARD = ["--seti.presence=shard"];

interface Sent {
  readonly to: string;
  readonly number: number;
  reply: { delivered: number; unknown: string[]; unconfirmed?: string[] } | undefined;
}

/** Writes numbered messages to users, one after the other without waiting for replies, and keeps the books. */
class Load {
  readonly sent: Sent[] = [];
  readonly users = new Map<string, MeshUser[]>();
  readonly #sender: MeshUser;
  readonly #pending: Promise<void>[] = [];

  constructor(sender: MeshUser) {
    this.#sender = sender;
  }

  /** The user has this client from now on; what earlier ones received counts as well. */
  has(client: MeshUser): void {
    this.users.set(client.user, [...(this.users.get(client.user) ?? []), client]);
  }

  async send(count: number): Promise<void> {
    const names = [...this.users.keys()];
    for (let index = 0; index < count; index += 1) await this.#sendOne(names);
  }

  /** Sends as long as this is under way. */
  async during(happens: () => Promise<void>): Promise<void> {
    const names = [...this.users.keys()];
    let isOver = false;
    const over = happens().finally(() => {
      isOver = true;
    });
    while (!isOver) await this.#sendOne(names);
    await over;
  }

  /** Waits until a message that was written from now on has been delivered to each: what is told before may be "unknown". */
  async reaches(users: readonly string[]): Promise<void> {
    const before = this.sent.length;
    const reached = (user: string) =>
      this.sent.slice(before).some(({ to, reply }) => to === user && reply?.delivered === 1);
    await until(() => users.every(reached), "all of them are reached");
  }

  async #sendOne(names: readonly string[]): Promise<void> {
    const number = this.sent.length;
    const sent: Sent = { to: names[number % names.length]!, number, reply: undefined };
    this.sent.push(sent);
    this.#pending.push(
      this.#sender.sendTo(sent.to, number).then((reply) => {
        sent.reply = reply;
      }),
    );
    await sleep(PACE_MS);
  }

  /** Waits for every reply, and for what was on its way to the clients: a last message to each comes after all others. */
  async settled(): Promise<void> {
    await this.send(this.users.size);
    await Promise.all(this.#pending);
    const last = this.sent.slice(-this.users.size);
    await until(() => last.every(({ to, number }) => this.received(to).includes(number)), "all has come that comes");
  }

  received(user: string): number[] {
    return (this.users.get(user) ?? []).flatMap(numbersOf);
  }

  /** Messages that were reported as delivered, and did not come; that came twice; and that were reported as not sure. */
  count() {
    const lost: Sent[] = [];
    const doubled: Sent[] = [];
    const reported: Sent[] = [];
    for (const sent of this.sent) {
      const times = this.received(sent.to).filter((number) => number === sent.number).length;
      if (times > 1) doubled.push(sent);
      const isReported = sent.reply?.unknown.includes(sent.to) || sent.reply?.unconfirmed?.includes(sent.to);
      if (isReported) reported.push(sent);
      else if (times === 0) lost.push(sent);
    }
    return { lost, doubled, reported };
  }
}

function numbersOf(client: MeshUser): number[] {
  return client.received.map(({ data }) => (data as { data: number }).data);
}

async function loginAll(t: TestContext, load: Load, node: MeshNode, names: readonly string[]): Promise<void> {
  for (const client of await Promise.all(names.map((name) => node.login(t, name)))) load.has(client);
}

/** Each of these users is reached. A node may take a moment to hear of the others. */
async function assertAllAreReached(load: Load): Promise<void> {
  const before = load.sent.length;
  await load.send(load.users.size * 2);
  await load.settled();
  for (const { to, reply } of load.sent.slice(before)) assert.deepEqual([to, reply?.delivered], [to, 1]);
}

test("under load an owner is killed, and then a node with users: nothing is lost in silence, and nothing comes twice", async (t) => {
  const nodes = await startMesh(t, 4, { args: SHARD });
  const [north, south, west, owner] = nodes as [MeshNode, MeshNode, MeshNode, MeshNode];
  const load = new Load(await north.login(t, "alice"));
  const southern = ["ann", "bob", "cem", "dot", "eve", "fay"];
  const western = ["gus", "hal", "ida", "jim", "kay", "leo"];
  await loginAll(t, load, south, southern);
  await loginAll(t, load, west, western);

  await load.send(80);
  await load.during(async () => {
    await owner.kill();
    await allJoined([north, south, west]);
  });
  await load.send(200);
  await load.settled();
  const first = load.count();
  t.diagnostic(
    `an owner killed: ${load.sent.length} sent, ${first.lost.length} lost, ${first.doubled.length} doubled, ${first.reported.length} reported`,
  );
  assert.deepEqual([first.lost, first.doubled, first.reported], [[], [], []]);

  await load.send(80);
  let sentInAll = 0;
  await load.during(async () => {
    await west.kill();
    sentInAll = load.sent.length;
    for (const name of western) load.users.get(name)?.at(-1)?.client.abort();
    await loginAll(t, load, south, western);
    await allJoined([north, south]);
    await load.reaches(western);
  });
  await load.settled();
  const second = load.count();
  t.diagnostic(
    `a holder killed as well: ${load.sent.length} sent in all, ${second.lost.length} lost, ${second.doubled.length} doubled, ${second.reported.length} reported`,
  );
  assert.deepEqual(second.doubled, []);
  // What a session had taken when its process died is gone with it: the last messages to users of that node.
  for (const { to, number } of second.lost) {
    assert.ok(western.includes(to) && number < sentInAll, `${number} to ${to}, sent after the kill`);
    const there = numbersOf(load.users.get(to)![0]!);
    assert.ok(Math.max(-1, ...there) < number, `${number} to ${to}, before others that came there`);
  }
  for (const { to } of second.reported) assert.ok(western.includes(to), "whoever was elsewhere was reached");
  await assertAllAreReached(load);

  await Promise.all([west.start(), owner.start()]);
  await allJoined(nodes);
  await assertAllAreReached(load);
});

test("a cloud that floods becomes one with shards, node after node, and no user is out of reach", async (t) => {
  const nodes = await startMesh(t, 3);
  const load = new Load(await nodes[0]!.login(t, "alice"));
  const names = nodes.map((_, index) => [`ann${index}`, `bob${index}`, `cem${index}`]);
  for (const [index, node] of nodes.entries()) await loginAll(t, load, node, names[index]!);
  await assertAllAreReached(load);
  // The writer's node is the last: his connection is lost with it.
  for (const [index, node] of [...nodes.entries()].reverse()) {
    const shelter = nodes[index === 0 ? 1 : 0]!;
    if (index === 0) break;
    for (const name of names[index]!) await load.users.get(name)?.at(-1)?.client.disconnect();
    await loginAll(t, load, shelter, names[index]!);
    await node.stop();
    await node.start(SHARD);
    await allJoined(nodes);
    await assertAllAreReached(load);
    for (const name of names[index]!) await load.users.get(name)?.at(-1)?.client.disconnect();
    await loginAll(t, load, node, names[index]!);
    await assertAllAreReached(load);
  }
  const { lost, doubled, reported } = load.count();
  t.diagnostic(
    `mode changed: ${load.sent.length} sent, ${lost.length} lost, ${doubled.length} doubled, ${reported.length} reported`,
  );
  assert.deepEqual([lost, doubled, reported], [[], [], []]);

  // The last one: its users and the writer go elsewhere for good.
  const writer = new Load(await nodes[1]!.login(t, "alice"));
  for (const name of names[0]!) await load.users.get(name)?.at(-1)?.client.disconnect();
  for (const clients of load.users.values()) if (!names[0]!.includes(clients[0]!.user)) writer.has(clients.at(-1)!);
  await nodes[0]!.stop();
  await nodes[0]!.start(SHARD);
  await allJoined(nodes);
  await loginAll(t, writer, nodes[0]!, names[0]!);
  await assertAllAreReached(writer);
});
