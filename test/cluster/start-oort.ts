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
import { until } from "../support/until.js";

export const SECRET = "the secret of the tests";

/** What happened to the membership of a node, in order: `+id` joined, `-id` left. */
export interface TestNode {
  readonly name: string;
  readonly url: string;
  readonly oort: Oort;
  readonly server: TestServer;
  readonly events: string[];
  /** Resolves once the node has seen this many joined, or left, in all. */
  joins(count: number): Promise<Member>;
  leaves(count: number): Promise<Member>;
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
  oort.addListener({
    joined(peer) {
      events.push(`+${peer.id}`);
      joined.push(peer);
    },
    left(peer) {
      events.push(`-${peer.id}`);
      left.push(peer);
    },
  });
  const counted =
    (members: Member[], what: string) =>
    async (count: number): Promise<Member> => {
      const seen = () => `${events.join(" ")}; peers ${JSON.stringify(oort.peers)}`;
      const told = () => `${name}: ${count} have ${what}, and not ${members.length}; ${seen()}`;
      await until(() => members.length >= count, told);
      return members[count - 1]!;
    };
  oort.addDiscovery(options.discovery ?? new StaticDiscovery({ urls: [...(options.seeds ?? [])], announceMs: 1_000 }));
  oort.start();
  t.after(() => oort.stop());
  return {
    name,
    url,
    oort,
    server,
    events,
    joins: counted(joined, "joined"),
    leaves: counted(left, "left"),
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
  client.onDelivery((message) => received.push(message));
  await client.handshake();
  t.after(() => client.abort());
  return {
    client,
    received,
    subscribe: async (channel) => void (await client.subscribe(channel, () => {}).ready),
    messages: async (count) => {
      await until(
        () => received.length >= count,
        () => `${count} messages, and not ${received.length}`,
      );
      return [...received];
    },
  };
}

/** The same node as a process of its own, to be killed. */
export interface ProcessNode {
  readonly url: string;
  readonly id: string;
  /** `+ID` of each peer that joined, `-ID` of each that left, as it told so far. */
  readonly events: readonly string[];
  /** `SIGKILL`, and waits until it is dead. */
  kill(): Promise<void>;
  /** Holds it up altogether, as a long garbage collection would. */
  pause(): void;
  goOn(): void;
}

export async function startProcess(t: TestContext, port: number, seeds: readonly string[]): Promise<ProcessNode> {
  const script = new URL("./node-process.js", import.meta.url);
  const { told, child, kill } = await forkNode(t, script, [String(port), ...seeds]);
  const events: string[] = [];
  child.on("message", ({ event }: { event: string }) => events.push(event));
  return {
    url: `http://127.0.0.1:${port}/cometd`,
    id: (told as { id: string }).id,
    events,
    kill,
    pause: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
  };
}

/** Runs a node's script until the test ends. @returns when it has told that it is ready: what it told, and how to kill it */
export async function forkNode(
  t: TestContext,
  script: URL,
  args: readonly string[],
): Promise<{ readonly told: unknown; readonly child: ChildProcess; kill(): Promise<void> }> {
  const child = fork(fileURLToPath(script), args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  };
  t.after(kill);
  const [told] = await once(child, "message");
  return { told, child, kill };
}
