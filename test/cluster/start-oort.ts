import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import type { Discovery } from "../../cluster/discovery/discovery.js";
import { StaticDiscovery } from "../../cluster/discovery/static-discovery.js";
import type { Member } from "../../cluster/membership/run-facts.js";
import { Oort, type OortParts } from "../../cluster/oort.js";
import type { OortOptionsInput } from "../../cluster/oort-options.js";
import { BayeuxClient } from "../../core/client/node.js";
import type { Message } from "../../core/message/message.js";
import { startServer, type TestServer } from "../support/start-server.js";

export const SECRET = "the secret of the tests";

/** What happened to the membership of a node, in order: `+id` joined, `-id` left. */
export interface TestNode {
  readonly name: string;
  readonly url: string;
  readonly oort: Oort;
  readonly server: TestServer;
  readonly events: string[];
  /** Resolves once the node has seen this many joined, or left, in all. */
  joins(count: number, timeoutMs?: number): Promise<Member>;
  leaves(count: number, timeoutMs?: number): Promise<Member>;
  client(): Promise<TestClient>;
}

export interface NodeOptions {
  readonly oort?: Partial<OortOptionsInput>;
  /** URLs to link with, named again and again. */
  readonly seeds?: readonly string[];
  readonly discovery?: Discovery;
  /** The name by which peers reach the node, if not its own socket: a proxy's port. */
  readonly proxyPort?: number;
  readonly port?: number;
  readonly parts?: OortParts;
}

/** One node without Seti and API, on a real socket; stopped after the test. */
export async function startNode(t: TestContext, name: string, options: NodeOptions = {}): Promise<TestNode> {
  const server = await startServer(t, {}, options.port === undefined ? {} : { port: options.port });
  const url = `http://127.0.0.1:${options.proxyPort ?? server.port}/cometd`;
  const oort = new Oort(server.bayeux, { url, secret: SECRET, ...options.oort }, options.parts);
  const events: string[] = [];
  const joined: Member[] = [];
  const left: Member[] = [];
  const waiting = new Set<() => void>();
  oort.addListener({
    joined(peer) {
      events.push(`+${peer.id}`);
      joined.push(peer);
      for (const check of [...waiting]) check();
    },
    left(peer) {
      events.push(`-${peer.id}`);
      left.push(peer);
      for (const check of [...waiting]) check();
    },
  });
  const until =
    (members: Member[], what: string) =>
    (count: number, timeoutMs = 10_000) =>
      new Promise<Member>((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(check);
          const seen = `${events.join(" ")}; peers ${JSON.stringify(oort.peers)}`;
          reject(new Error(`${name}: ${members.length} of ${count} ${what} after ${timeoutMs} ms; ${seen}`));
        }, timeoutMs);
        const check = () => {
          if (members.length < count) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve(members[count - 1]!);
        };
        waiting.add(check);
        check();
      });
  oort.addDiscovery(options.discovery ?? new StaticDiscovery({ urls: [...(options.seeds ?? [])], announceMs: 1_000 }));
  oort.start();
  t.after(() => oort.stop());
  return {
    name,
    url,
    oort,
    server,
    events,
    joins: until(joined, "joined"),
    leaves: until(left, "left"),
    client: () => connectClient(t, server.url),
  };
}

export interface TestClient {
  readonly client: BayeuxClient;
  readonly received: Message[];
  subscribe(channel: string): Promise<void>;
  /** Resolves once this many messages have arrived in all. */
  messages(count: number): Promise<Message[]>;
}

export async function connectClient(t: TestContext, url: string): Promise<TestClient> {
  const client = new BayeuxClient({ url });
  const received: Message[] = [];
  const waiting = new Set<() => void>();
  client.onDelivery((message) => {
    received.push(message);
    for (const check of [...waiting]) check();
  });
  await client.handshake();
  t.after(() => client.abort());
  return {
    client,
    received,
    subscribe: async (channel) => void (await client.subscribe(channel, () => {}).ready),
    messages: (count) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${received.length} of ${count} messages`)), 5_000);
        const check = () => {
          if (received.length < count) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve([...received]);
        };
        waiting.add(check);
        check();
      }),
  };
}

/** The same node as a process of its own, to be killed. */
export interface ProcessNode {
  readonly url: string;
  readonly id: string;
  /** `SIGKILL`, and waits until it is dead. */
  kill(): Promise<void>;
}

export async function startProcess(t: TestContext, port: number, seeds: readonly string[]): Promise<ProcessNode> {
  const script = fileURLToPath(new URL("./node-process.js", import.meta.url));
  const child: ChildProcess = fork(script, [String(port), ...seeds], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  };
  t.after(kill);
  const [ready] = (await once(child, "message")) as [{ id: string }];
  return { url: `http://127.0.0.1:${port}/cometd`, id: ready.id, kill };
}

/** Waits until `check` holds, looking again after each turn; for states that no event tells. */
export async function eventually(check: () => boolean, what: string, timeoutMs = 5_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!check()) {
    if (performance.now() > end) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
