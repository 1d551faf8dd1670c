import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What parent and child say to each other: a numbered request, and its answer or failure. */
type Ask = { ask: number; command: string; input: unknown };
type Reply = { ask: number; result?: unknown; failure?: string };

/** Longest a child may take to answer; a benchmark that hangs is a failed one. */
const ANSWER_MS = 60_000;

/** A program of this folder, running in a process of its own and answering commands. */
export class BenchChild {
  readonly #child: ChildProcess;
  readonly #name: string;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #last = 0;

  /**
   * @param program - path below this folder, without ending; or with, of what is not compiled: `peers/….mjs`
   * @param execArgv - options for Node itself
   */
  constructor(program: string, execArgv: readonly string[] = []) {
    this.#name = program;
    this.#child = fork(fileURLToPath(urlOf(program)), [], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      execArgv: [...execArgv],
      serialization: "advanced",
    });
    this.#child.on("message", (reply: Reply) => this.#answered(reply));
    this.#child.on("exit", (code) => this.#failAll(new Error(`${program} ended with code ${code}`)));
  }

  request<T>(command: string, input: unknown = undefined): Promise<T> {
    this.#last += 1;
    const ask = this.#last;
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${this.#name} did not answer ${command}`)), ANSWER_MS);
      const settle =
        <A>(end: (value: A) => void) =>
        (value: A): void => {
          clearTimeout(timer);
          end(value);
        };
      this.#waiting.set(ask, { resolve: settle(resolve as (result: unknown) => void), reject: settle(reject) });
      this.#child.send({ ask, command, input } satisfies Ask);
    });
  }

  /** Lets the program end; kills it when it does not. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.removeAllListeners("exit");
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.disconnect();
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), 3_000);
    await ended;
    clearTimeout(timer);
  }

  #answered({ ask, result, failure }: Reply): void {
    const waiting = this.#waiting.get(ask);
    this.#waiting.delete(ask);
    if (failure === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(`${this.#name}: ${failure}`));
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function urlOf(program: string): URL {
  if (!program.endsWith(".mjs")) return new URL(`./${program}.js`, import.meta.url);
  return new URL(`../../../scripts/bench/${program}`, import.meta.url);
}

export type Commands = Record<string, (input: never) => unknown>;

/** The child's side: answers commands until the parent lets go of it. */
export function serveCommands(commands: Commands): void {
  process.on("message", ({ ask, command, input }: Ask) => {
    const reply = (rest: Omit<Reply, "ask">): void => void process.send?.({ ask, ...rest });
    const work = async (): Promise<unknown> => {
      const handler = commands[command];
      if (handler === undefined) throw new Error(`no command ${command}`);
      return handler(input as never);
    };
    work().then(
      (result) => reply({ result }),
      (error: unknown) => reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on("disconnect", () => process.exit(0));
}

/** Time this process has spent on a CPU, user and system, in microseconds. */
export function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
