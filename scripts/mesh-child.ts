import { type ChildProcess, fork } from "node:child_process";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { CONNECTION, type NodeNews } from "./node-news.js";
import type { ConnectionTaker } from "./shared-port.js";
import { V8_OPTIONS } from "./v8-options.js";

const MIN_RESTART_MS = 500;
const MAX_RESTART_MS = 10_000;
/** A node that ran this long did not die of starting: the pause begins small again. */
const SETTLED_MS = 30_000;

/** One node of a mesh: its process, and the next one when it dies. */
export class MeshChild implements ConnectionTaker {
  readonly #name: string;
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #state: NodeNews["state"] = "joining";
  #stopping = false;
  #restartMs = MIN_RESTART_MS;
  #restartTimer: NodeJS.Timeout | undefined;

  /** @param name - for messages to the user */
  constructor(name: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#name = name;
    this.#args = args;
    this.#env = env;
  }

  /**
   * @returns a promise for the moment the node is ready and has joined so many peers; rejects when its first process ends
   *   before. From then on the node is kept alive until {@link stop}.
   */
  start(peers: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let isUp = false;
      this.#run(
        (news) => {
          if (isUp || news.state !== "ready" || news.joined < peers) return;
          isUp = true;
          resolve();
        },
        (how) => {
          if (isUp) this.#restartLater(how);
          else reject(new Error(`${this.#name} did not start: ${how}`));
        },
      );
    });
  }

  /** Asks the process to end, without draining: all nodes go, so there is nowhere to move clients. @returns when it has */
  stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restartTimer);
    const child = this.#process;
    if (child === undefined) return Promise.resolve();
    return new Promise((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGINT");
    });
  }

  get isReady(): boolean {
    return this.#state === "ready";
  }

  take(socket: Socket): boolean {
    const child = this.#process;
    if (child?.connected !== true) return false;
    // Should the process die before it has the socket, the client sees a closed connection, as of any node that dies.
    child.send(CONNECTION, socket, (error) => {
      if (error !== null) socket.destroy();
    });
    return true;
  }

  kill(): void {
    this.#process?.kill("SIGKILL");
  }

  #run(onNews: (news: NodeNews) => void, onEnd: (how: string) => void): void {
    // In a process group of its own, so that a terminal's Ctrl-C reaches it once, through us. When this process dies, the
    // IPC channel closes, and the node stops by itself.
    const child = fork(fileURLToPath(new URL("./oortbus.js", import.meta.url)), ["node", ...this.#args], {
      env: this.#env,
      execArgv: [...process.execArgv, ...V8_OPTIONS],
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#process = child;
    child.on("message", (message) => {
      const news = message as NodeNews;
      this.#state = news.state;
      onNews(news);
    });
    child.on("error", () => {}); // a message to a process that has just ended: `exit` tells
    child.once("exit", (code, signal) => {
      this.#process = undefined;
      this.#state = "joining";
      if (!this.#stopping) onEnd(signal ?? `exit code ${code}`);
    });
  }

  #restartLater(how: string): void {
    console.error(`oortbus: ${this.#name} died (${how}); starting it again in ${this.#restartMs / 1_000} s`);
    this.#restartTimer = setTimeout(() => {
      const startedAt = performance.now();
      let wasReady = false;
      this.#run(
        ({ state }) => {
          if (state === "ready" && !wasReady) console.error(`oortbus: ${this.#name} is back`);
          wasReady ||= state === "ready";
        },
        (again) => {
          if (performance.now() - startedAt > SETTLED_MS) this.#restartMs = MIN_RESTART_MS;
          this.#restartLater(again);
        },
      );
    }, this.#restartMs);
    this.#restartMs = Math.min(this.#restartMs * 2, MAX_RESTART_MS);
  }
}
