import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import type { TestContext } from "node:test";
import { promisify } from "node:util";
import { projectRoot } from "../support/project-root.js";

const run = promisify(execFile);
/** An image may have to be built. */
const UP_MS = 300_000;

export interface ComposeOptions {
  /** Compose files, below {@link folder}. */
  readonly files: readonly string[];
  /** What relative paths in them start from. Default: the project's root. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Of `up`. */
  readonly args?: readonly string[];
}

/** A project of `docker compose` that lasts as long as a test. */
export class ComposeProject {
  readonly #name = `oortbus-test-${process.pid}`;
  readonly #base: readonly string[];
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;

  private constructor({ files, folder = projectRoot, environment = {} }: ComposeOptions) {
    const named = files.flatMap((file) => ["-f", file]);
    this.#base = ["compose", "--project-directory", ".", "-p", this.#name, ...named];
    this.#folder = folder;
    this.#environment = { ...process.env, ...environment };
  }

  /** Builds what is to be built, and waits until all is healthy. What the containers said is printed if that fails. */
  static async up(t: TestContext, options: ComposeOptions): Promise<ComposeProject> {
    const project = new ComposeProject(options);
    t.after(() => project.#down());
    try {
      await project.run("up", "--detach", "--wait", "--quiet-pull", ...(options.args ?? []));
    } catch (error) {
      console.error(await project.run("logs", "--no-color", "--tail", "100").catch(() => ""));
      throw error;
    }
    return project;
  }

  /** By its name alone: the files may be gone. */
  async #down(): Promise<void> {
    const command = ["compose", "-p", this.#name, "down", "--volumes", "--remove-orphans", "--timeout", "5"];
    await run("docker", command, { cwd: tmpdir(), timeout: UP_MS });
  }

  /** `docker compose` with these arguments. @returns its standard output */
  async run(...command: readonly string[]): Promise<string> {
    const { stdout } = await run("docker", [...this.#base, ...command], {
      cwd: this.#folder,
      env: this.#environment,
      timeout: UP_MS,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  }

  /** Where a service's port is on this machine, such as `127.0.0.1:49153`. */
  async addressOf(service: string, port: number): Promise<string> {
    return (await this.run("port", service, String(port))).trim();
  }

  /** Runs a program in a node's container. @returns its standard output */
  inNode(program: string, ...arguments_: readonly string[]): Promise<string> {
    return this.run("exec", "-T", "node", "node", "--input-type=module", "--eval", program, ...arguments_);
  }
}
