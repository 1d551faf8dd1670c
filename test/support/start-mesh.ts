import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { ClusterView } from "../../api/cluster-view.js";
import { BusNode } from "../../bus-node.js";
import type { NodeConfigInput } from "../../config.js";
import { silentLogger } from "../../core/logger.js";
import { MeshUser } from "./mesh-user.js";
import { freePorts } from "./ports.js";
import { buildRoot } from "./project-root.js";
import { until } from "./until.js";

/** Longest wait for processes: several of them start at once, on a machine that may be busy with others. */
const PATIENCE_MS = 60_000;

const PROGRAM = join(buildRoot, "scripts", "oortbus.js");

export interface MeshOptions {
  /** Flags for every node, for example `["--oort.channels", "/chat/**"]`. */
  readonly args?: readonly string[];
  /** @default one for all nodes */
  readonly secret?: string;
  /** Indexes of the nodes that one is told of. @default all others */
  readonly peersOf?: (index: number) => readonly number[];
  /** Return before the nodes have joined, or do not start them at all. @default "joined" */
  readonly until?: "joined" | "listening" | "made";
}

/**
 * Starts nodes of one cloud as processes on free ports of this machine. They are ended after the test; what they logged
 * is printed if the test failed.
 */
export async function startMesh(t: TestContext, count: number, options: MeshOptions = {}): Promise<MeshNode[]> {
  const { args = [], secret = "mesh secret", until: moment = "joined" } = options;
  const ports = await freePorts(count * 2);
  const urls = ports.slice(0, count).map((port) => `http://127.0.0.1:${port}/cometd`);
  const peersOf = options.peersOf ?? ((index: number) => [...urls.keys()].filter((other) => other !== index));
  const nodes = urls.map((url, index) => {
    const peers = [...peersOf(index)].map((other) => `--peer=${urls[other]}`);
    const own = [`--port=${ports[index]}`, `--grpc-port=${ports[count + index]}`, `--url=${url}`, `--secret=${secret}`];
    return new MeshNode(ports[index]!, ports[count + index]!, [...own, ...peers, ...args]);
  });
  t.after(async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    // There since Node 20.12, but not in the types of 20.
    const { passed } = t as unknown as { passed?: boolean };
    if (passed !== true) for (const node of nodes) console.error(`--- log of ${node.url}\n${node.log}`);
  });
  if (moment !== "made") await Promise.all(nodes.map((node) => node.start()));
  if (moment === "joined") await allJoined(nodes);
  return nodes;
}

/** Waits until each of the nodes is ready and joined with all the others. */
export async function allJoined(nodes: readonly MeshNode[], timeoutMs = PATIENCE_MS): Promise<void> {
  await Promise.all(
    nodes.map((node) =>
      node.joined(
        nodes.filter((other) => other !== node).map(({ url }) => url),
        timeoutMs,
      ),
    ),
  );
}

/** One node of a mesh, whichever process it is just now. */
export class MeshNode {
  readonly port: number;
  readonly grpcPort: number;
  readonly origin: string;
  readonly url: string;
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  #log = "";

  constructor(port: number, grpcPort: number, args: readonly string[]) {
    this.port = port;
    this.grpcPort = grpcPort;
    this.origin = `http://127.0.0.1:${port}`;
    this.url = `${this.origin}/cometd`;
    this.#args = args;
  }

  /** All that its processes wrote. */
  get log(): string {
    return this.#log;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /**
   * Starts a process, the first one or the next one on the same ports.
   * @param args - flags of this process only
   * @returns when it listens
   */
  async start(args: readonly string[] = []): Promise<void> {
    const child = spawn(process.execPath, [PROGRAM, "node", ...this.#args, ...args], {
      cwd: tmpdir(), // no configuration file there
      env: { PATH: process.env.PATH },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.#log += text;
      });
    }
    await this.#until("listen", PATIENCE_MS, async () => (await fetch(`${this.origin}/healthz`)).ok);
  }

  /** What the node says of the cluster. @throws Error when nobody answers */
  async cluster(): Promise<ClusterView> {
    const response = await fetch(`${this.origin}/api/v1/cluster`, { signal: AbortSignal.timeout(2_000) });
    return (await response.json()) as ClusterView;
  }

  /** Waits until the node is ready and its joined peers are exactly these. */
  async joined(urls: readonly string[], timeoutMs = PATIENCE_MS): Promise<void> {
    const wanted = [...urls].sort().join();
    await this.until(
      ({ state, peers }) => {
        const joined = peers.filter((peer) => peer.state === "joined").map(({ url }) => url);
        return state === "ready" && joined.sort().join() === wanted;
      },
      `join ${wanted}`,
      timeoutMs,
    );
  }

  /** Waits until the node's view is as asked. @throws Error with the last view, when it takes longer */
  async until(holds: (view: ClusterView) => boolean, what: string, timeoutMs = PATIENCE_MS): Promise<void> {
    let view: ClusterView | undefined;
    await this.#until(
      what,
      timeoutMs,
      async () => {
        view = await this.cluster();
        return holds(view);
      },
      () => JSON.stringify(view),
    );
  }

  /** A client of this node that is logged in as a user. Ended after the test. */
  login(t: TestContext, user: string, channels: readonly string[] = []): Promise<MeshUser> {
    return MeshUser.login(t, this.url, user, channels);
  }

  /** `kill -9`. @returns when the process is gone */
  kill(): Promise<number | null> {
    return this.#end("SIGKILL");
  }

  /** SIGTERM. @returns the exit code, null when a signal ended it */
  stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (child === undefined || !this.isRunning) return child?.exitCode ?? null;
    const close = once(child, "close"); // after its exit, and when its log is here
    child.kill(signal);
    await close;
    return child.exitCode;
  }

  async #until(
    what: string,
    timeoutMs: number,
    holds: () => Promise<boolean>,
    last: () => string = () => "",
  ): Promise<void> {
    const looked = (): Promise<boolean> => {
      if (!this.isRunning) throw new Error(`${this.url} ended and did not ${what}\n${this.#log}`);
      return holds().catch(() => false); // it does not answer yet
    };
    await until(looked, () => `${this.url} does ${what}: ${last()}`, timeoutMs);
  }
}

/** Nodes of one cloud inside this process, ready and joined. Stopped after the test. @param config - of all, or of each */
export async function startNodes(
  t: TestContext,
  count: number,
  config: NodeConfigInput | ((index: number) => NodeConfigInput) = {},
): Promise<BusNode[]> {
  const ports = await freePorts(count);
  const peer = ports.map((port) => `http://127.0.0.1:${port}/cometd`);
  const nodes = ports.map((port, index) => {
    const own = { port, grpcPort: 0, peer, secret: "mesh secret" };
    const given = typeof config === "function" ? config(index) : config;
    // One that is slow, on a busy machine, is not one that is silent.
    const api = { nodeTimeoutMs: 30_000, ...given.api };
    return new BusNode({ ...own, ...given, api }, { logger: silentLogger });
  });
  t.after(() => Promise.all(nodes.map((node) => node.stop())));
  await Promise.all(nodes.map((node) => node.start()));
  return nodes;
}
