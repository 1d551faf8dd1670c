import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { TestContext } from "node:test";
import { projectRoot } from "./project-root.js";

/** Longest wait for a program, on a machine that may be busy with others. */
const PATIENCE_MS = 60_000;

/** A started process whose output can be waited for. Ended, with its children, after the test. */
export class Program {
  readonly #child: ChildProcess;
  readonly #name: string;
  #output = "";
  #isClosed = false;
  #listeners: (() => void)[] = [];

  private constructor(name: string, child: ChildProcess) {
    this.#name = name;
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output += text;
        for (const listener of this.#listeners) listener();
      });
    }
    // After its exit, and when all it wrote is here.
    child.once("close", () => {
      this.#isClosed = true;
      for (const listener of this.#listeners) listener();
    });
  }

  /**
   * @param t - the test that ends it; without one, {@link stop} does
   * @param command - a program and its arguments; in the project's folder
   */
  static start(
    t: TestContext | undefined,
    command: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Program {
    const [file = "", ...args] = command;
    const child = spawn(file, args, {
      cwd: projectRoot,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const program = new Program(command.join(" "), child);
    t?.after(() => program.stop());
    return program;
  }

  /** What it wrote so far, to both streams. */
  get output(): string {
    return this.#output;
  }

  /** Whether it is over. */
  get ended(): boolean {
    return !this.#running;
  }

  /** Waits until its output has this text. @throws Error with the output, when it ends before or takes longer */
  async says(text: string | RegExp, timeoutMs = PATIENCE_MS): Promise<void> {
    const heard = (): boolean => (typeof text === "string" ? this.#output.includes(text) : text.test(this.#output));
    await this.#until(heard, `say ${text}`, timeoutMs);
  }

  /** Waits for its end. @returns the exit code, or null after a signal */
  async ends(timeoutMs = PATIENCE_MS): Promise<number | null> {
    await this.#until(() => this.#isClosed, "end", timeoutMs);
    return this.#child.exitCode;
  }

  /** SIGTERM, and SIGKILL to all it started when that does not help. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    const exit = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    const late = setTimeout(() => this.#killGroup(), 8_000);
    await exit;
    clearTimeout(late);
  }

  get #running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  #killGroup(): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, "SIGKILL");
    } catch {
      // Gone already.
    }
  }

  #until(holds: () => boolean, what: string, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (error?: Error): void => {
        clearTimeout(late);
        this.#listeners = this.#listeners.filter((listener) => listener !== look);
        if (error === undefined) resolve();
        else reject(error);
      };
      const fail = (why: string): Error => new Error(`${this.#name} did not ${what}: ${why}\n${this.#output}`);
      const look = (): void => {
        if (holds()) settle();
        else if (this.#isClosed) settle(fail(`it ended with ${this.#child.exitCode ?? this.#child.signalCode}`));
      };
      const late = setTimeout(() => settle(fail(`waited ${timeoutMs} ms`)), timeoutMs);
      this.#listeners.push(look);
      look();
    });
  }
}
