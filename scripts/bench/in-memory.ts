import { BusNode } from "../../bus-node.js";
import { silentLogger } from "../../core/logger.js";
import { StreamConnection } from "../../core/transport/stream-connection.js";
import { serveCommands } from "./child-process.js";
import { freePort } from "./free-port.js";
import { NOWHERE } from "./nowhere.js";

// The guard's part that needs no sockets: what a node does with a message between reading and writing it, as CPU time over
// that of a fixed piece of work in the same process. Run with `--single-threaded` and fixed seeds: then V8 compiles and
// collects at the same places each time, and few per cent are left of the noise.

const SUBSCRIBERS = 100;
const ROUNDS = 120;
const WARM_UP_ROUNDS = 40;
const TEXT = "x".repeat(80);

const node = new BusNode({ port: await freePort(), grpcPort: 0 }, { logger: silentLogger });
await node.start();

/** A client that has shaken hands. */
function login(user: string): Client {
  const connection = new StreamConnection(node.bayeux, NOWHERE, {
    transport: "websocket",
    offered: ["websocket"],
    context: { remoteAddress: "192.0.2.1", headers: {} },
  });
  const ext = { authentication: { user } };
  const supportedConnectionTypes = ["websocket"];
  say(connection, { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes, ext });
  return { connection, clientId: connection.session!.id };
}

interface Client {
  readonly connection: StreamConnection;
  readonly clientId: string;
}

function say(connection: StreamConnection, message: object): void {
  connection.receive(JSON.stringify([{ id: "1", ...message }]));
}

function subscribe({ connection, clientId }: Client, channel: string): void {
  say(connection, { channel: "/meta/subscribe", clientId, subscription: channel });
  say(connection, { channel: "/meta/connect", clientId, connectionType: "websocket" });
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Each does the same in each round. */
async function scenarios(): Promise<Record<string, () => Promise<void>>> {
  for (let index = 0; index < SUBSCRIBERS; index += 1) subscribe(login(`reader${index}`), "/news");
  const { connection, clientId } = login("writer");
  subscribe(login("friend"), "/friend");
  await turn();
  const data = { seq: 1, text: TEXT };
  const news = JSON.stringify([{ channel: "/news", clientId, id: "2", data }]);
  const to = { to: "friend", channel: "/inbox", data };
  const letter = JSON.stringify([{ channel: "/service/seti", clientId, id: "3", data: to }]);
  const repeat = async (turns: number, frames: number, frame: string): Promise<void> => {
    for (let count = 0; count < turns; count += 1) {
      for (let sent = 0; sent < frames; sent += 1) connection.receive(frame);
      await turn();
    }
  };
  return {
    "in memory: fan-out 100, one by one": () => repeat(100, 1, news),
    "in memory: fan-out 100, bursts of 100": () => repeat(4, 100, news),
    "in memory: user to user": () => repeat(40, 5, letter),
  };
}

const PARSED = JSON.stringify(
  Array.from({ length: 20 }, (_none, id) => ({ channel: `/news/${id}`, id, data: { seq: id, text: TEXT } })),
);
const table = new Map(Array.from({ length: 1_000 }, (_none, index) => [`key${index}`, [] as unknown[]]));

/** The yardstick: text to objects and back, look-ups, short lists; as a node does it, and none of its code. */
async function yardstick(): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    const items = JSON.parse(PARSED) as { id: number }[];
    for (const item of items) {
      const list = table.get(`key${item.id * 7}`)!;
      if (list.push(item) > 20) list.length = 0;
    }
    JSON.stringify(items);
    if (count % 10 === 0) await turn();
  }
}

async function costOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** The quick rounds of many: what disturbs only ever makes them longer. */
function lowest(costs: number[]): number {
  return costs.sort((a, b) => a - b)[Math.floor(costs.length / 10)]!;
}

serveCommands({
  measure: async (): Promise<Record<string, number>> => {
    const all = Object.entries(await scenarios());
    for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const [, work] of all) await work();
    const costs = new Map<string, number[]>(all.map(([name]) => [name, []]));
    const yardsticks: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, work] of all) {
        yardsticks.push(await costOf(yardstick));
        costs.get(name)!.push(await costOf(work));
      }
    }
    if (node.bayeux.stats.errors > 0) throw new Error("the node refused what it was sent");
    const one = lowest(yardsticks);
    return Object.fromEntries([...costs].map(([name, each]) => [name, lowest(each) / one]));
  },
});
