import { type ChildProcess, execFileSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { LabHost } from "./lab.js";

const PROGRAM = fileURLToPath(new URL("../oortbus.js", import.meta.url));
const PORT = 8_080;

/** What a node said about one of its peers. */
export interface PeerNews {
  readonly kind: "joined" | "suspected" | "recovered" | "left" | "leaving" | "gap";
  readonly peer: string;
  /** By the node's clock, which is this machine's. */
  readonly atMs: number;
}

const NEWS: Readonly<Record<string, PeerNews["kind"]>> = {
  "peer joined": "joined",
  "peer suspected: no connection to it": "suspected",
  "peer recovered": "recovered",
  "peer left": "left",
  "peer is leaving": "leaving",
  "messages may be missing": "gap",
};

/** A node on a host of the lab, as a process; restarted, it is another run. What it says of its peers is remembered. */
export class FaultNode {
  readonly host: LabHost;
  readonly news: PeerNews[] = [];
  /** When each of its runs began, in ms since the epoch. */
  readonly startsMs: number[] = [];
  /** URLs of the members, by what it said. */
  readonly members = new Set<string>();
  readonly #peers: () => readonly string[];
  readonly #pauses: { readonly fromMs: number; toMs: number }[] = [];
  #process: ChildProcess | undefined;
  #listeners: (() => void)[] = [];
  #isUp = false;

  /** @param peers - the URLs that it is told at its start */
  constructor(host: LabHost, peers: () => readonly string[]) {
    this.host = host;
    this.#peers = peers;
  }

  get url(): string {
    return `http://${this.host.address}:${PORT}/cometd`;
  }

  /** For clients of this process, whatever is cut. */
  get clientUrl(): string {
    return `http://${this.host.management}:${PORT}/cometd`;
  }

  /** @returns when it listens */
  async start(): Promise<void> {
    const peers = this.#peers().filter((url) => url !== this.url);
    const args = [
      ...["node", "--host", "0.0.0.0", "--port", String(PORT), "--url", this.url, "--grpc-port", "0"],
      ...["--auth.mode", "open", "--secret", "a secret for the lab alone", "--log.level", "info"],
      ...peers.flatMap((url) => ["--peer", url]),
    ];
    this.members.clear();
    this.#isUp = false;
    this.startsMs.push(Date.now());
    const child = this.host.start([process.execPath, PROGRAM, ...args], {});
    this.#process = child;
    createInterface({ input: child.stderr! }).on("line", (line) => {
      if (this.#process === child) this.#read(line);
    });
    await this.until(() => this.#isUp, 20_000, "listen");
  }

  /** `kill -9`. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  /** SIGTERM: it drains first. */
  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  /** The process stops where it is, as a machine that sleeps. */
  pause(): void {
    this.#signal("SIGSTOP");
    this.#pauses.push({ fromMs: Date.now(), toMs: Number.POSITIVE_INFINITY });
  }

  resume(): void {
    const last = this.#pauses.at(-1);
    if (last?.toMs === Number.POSITIVE_INFINITY) last.toMs = Date.now();
    this.#signal("SIGCONT");
  }

  /** The moment at which it has run for so long since then, pauses not counted. */
  runsUntil(sinceMs: number, forMs: number): number {
    let untilMs = sinceMs + forMs;
    for (const { fromMs, toMs } of this.#pauses) {
      if (fromMs < untilMs && toMs > sinceMs) untilMs += toMs - Math.max(fromMs, sinceMs);
    }
    return untilMs;
  }

  get isRunning(): boolean {
    return this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Waits until something that it says makes it true. @throws Error when that takes longer */
  async until(holds: () => boolean, timeoutMs: number, what: string): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners = this.#listeners.filter((other) => other !== look);
        reject(new Error(`${this.url} did not ${what} in ${timeoutMs} ms; members: ${[...this.members].join(" ")}`));
      }, timeoutMs);
      const look = (): void => {
        if (!holds()) return;
        clearTimeout(timer);
        this.#listeners = this.#listeners.filter((other) => other !== look);
        resolve();
      };
      this.#listeners = [...this.#listeners, look];
    });
  }

  /** When it first said that about a peer, after a moment; undefined when it did not. */
  said(kinds: readonly PeerNews["kind"][], peer: string, afterMs: number): number | undefined {
    return this.news.find((one) => one.peer === peer && one.atMs >= afterMs && kinds.includes(one.kind))?.atMs;
  }

  #read(line: string): void {
    let entry: { msg?: string; peer?: string; time?: number };
    try {
      entry = JSON.parse(line);
    } catch {
      return; // a warning of Node's
    }
    const { msg = "", peer, time = 0 } = entry;
    if (msg === "node listens") this.#isUp = true;
    const kind = NEWS[msg];
    if (kind !== undefined && peer !== undefined) {
      this.news.push({ kind, peer, atMs: time });
      if (kind === "joined") this.members.add(peer);
      if (kind === "left") this.members.delete(peer);
    }
    for (const listener of this.#listeners) listener();
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child === undefined || !this.isRunning) return;
    const exit = once(child, "exit");
    this.#signal(signal);
    await exit;
    this.members.clear();
  }

  /** `ip netns exec` becomes the program, so the process is the node itself. */
  #signal(signal: NodeJS.Signals): void {
    const pid = this.#process?.pid;
    if (pid !== undefined) execFileSync("kill", [`-${signal.slice(3)}`, String(pid)]);
  }
}
