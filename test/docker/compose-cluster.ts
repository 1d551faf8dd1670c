import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { DockerComposeEnvironment, Wait } from "testcontainers";
import type { ClusterView } from "../../api/cluster-view.js";
import { projectRoot } from "../support/project-root.js";
import { until } from "../support/until.js";

const run = promisify(execFile);
// What would clean up after us is an image more to pull; down() does.
process.env.TESTCONTAINERS_RYUK_DISABLED ??= "true";

/** Where the compose file puts each node's API, inside its container. */
const ADMIN_PORT = 8090;
/** How long the cluster may take to agree after a change, on a busy machine. */
const CONVERGE_MS = 60_000;
/** To ask in a container starts a process there. */
const POLL_MS = 250;

/** The cluster of docker-compose.yml in a project of its own, on a free port. */
export class ComposeCluster {
  /** The Bayeux endpoint behind the balancer. */
  readonly url: string;
  readonly #project: string;
  readonly #environment: Record<string, string>;

  private constructor(project: string, port: number) {
    this.#project = project;
    this.#environment = { OORTBUS_HTTP_PORT: String(port) };
    this.url = `http://127.0.0.1:${port}/cometd`;
  }

  /** Builds the image, starts the compose file as it is, and waits until all is healthy. Ended by {@link down}. */
  static async start(): Promise<ComposeCluster> {
    const cluster = new ComposeCluster(`oortbus-test-${process.pid}`, await freePort());
    try {
      await cluster.#up();
    } catch (error) {
      console.error(await cluster.logs());
      await cluster.down();
      throw error;
    }
    return cluster;
  }

  async #up(): Promise<void> {
    await new DockerComposeEnvironment(projectRoot, "docker-compose.yml")
      .withProjectName(this.#project)
      .withEnvironment(this.#environment)
      .withBuild()
      .withDefaultWaitStrategy(Wait.forHealthCheck())
      .withStartupTimeout(180_000)
      .up();
  }

  /** Removes everything this cluster made. */
  async down(): Promise<void> {
    await this.#compose("down", "--volumes", "--timeout", "5");
  }

  /** Names of the running containers of service `node`. */
  async nodes(): Promise<string[]> {
    const { stdout } = await run("docker", [
      "ps",
      "--filter",
      `label=com.docker.compose.project=${this.#project}`,
      "--filter",
      "label=com.docker.compose.service=node",
      "--format",
      "{{.Names}}",
    ]);
    return stdout.trim().split("\n").filter(Boolean).sort();
  }

  /** `docker compose up -d --scale node=N`, as the README has it. */
  async scale(nodes: number): Promise<void> {
    await this.#compose("up", "-d", "--no-build", "--no-recreate", "--scale", `node=${nodes}`);
  }

  /** What a node says of the cluster, asked inside its container. */
  async view(node: string): Promise<ClusterView> {
    const program = `fetch("http://127.0.0.1:${ADMIN_PORT}/api/v1/cluster").then(async (r) => console.log(await r.text()))`;
    const { stdout } = await run("docker", ["exec", node, "node", "-e", program], { timeout: 15_000 });
    return JSON.parse(stdout) as ClusterView;
  }

  /** Runs a command of the documents against this cluster. @returns its standard output */
  async documented(command: string): Promise<string> {
    const env = { ...process.env, ...this.#environment, COMPOSE_PROJECT_NAME: this.#project };
    const { stdout } = await run("bash", ["-c", command], { cwd: projectRoot, env, timeout: 30_000 });
    return stdout;
  }

  /** Waits until each of these nodes is ready and joined with exactly the others. */
  async converged(nodes: readonly string[]): Promise<ClusterView[]> {
    let views: ClusterView[] = [];
    await untilYes(async () => {
      views = await Promise.all(nodes.map((node) => this.view(node)));
      const urls = new Set(views.map((view) => view.url));
      return views.every((view) => {
        const joined = view.peers.filter((peer) => peer.state === "joined").map((peer) => peer.url);
        return view.state === "ready" && joined.length === urls.size - 1 && joined.every((url) => urls.has(url));
      });
    }, `${nodes.length} nodes know each other`);
    return views;
  }

  /** Waits until the balancer sends new clients to this many nodes. */
  async balanced(nodes: number): Promise<void> {
    const origin = new URL(this.url).origin;
    await untilYes(async () => {
      const served = new Set<string>();
      for (let request = 0; request < nodes * 2; request += 1) {
        const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5_000) });
        await response.arrayBuffer();
        if (!response.ok) return false;
        served.add(response.headers.get("x-served-by") ?? "");
      }
      return served.size === nodes;
    }, `the balancer knows ${nodes} nodes`);
  }

  /** Ends a node without a word: SIGKILL. */
  async kill(node: string): Promise<void> {
    await run("docker", ["kill", node]);
  }

  /** Takes a node's network away; its connections stay open and carry nothing. */
  async cutOff(node: string): Promise<void> {
    await run("docker", ["network", "disconnect", `${this.#project}_default`, node]);
  }

  /** Gives it back, with the names that compose gave it. */
  async heal(node: string): Promise<void> {
    await run("docker", ["network", "connect", "--alias", "node", "--alias", node, `${this.#project}_default`, node]);
  }

  /** The last lines of every container. */
  async logs(): Promise<string> {
    const { stdout, stderr } = await this.#compose("logs", "--no-color", "--tail", "200");
    return stdout + stderr;
  }

  #compose(...command: string[]): Promise<{ stdout: string; stderr: string }> {
    const file = join(projectRoot, "docker-compose.yml");
    return run("docker", ["compose", "-p", this.#project, "-f", file, ...command], {
      env: { ...process.env, ...this.#environment },
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
    });
  }
}

/** {@link until}, of what is asked outside: as long as it fails, the answer is no, and in the end its error is the cause. */
export async function untilYes(ask: () => Promise<boolean>, what: string, atMostMs = CONVERGE_MS): Promise<void> {
  let cause: unknown;
  const answer = async (): Promise<boolean> => {
    try {
      if (await ask()) return true;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await sleep(POLL_MS);
    return false;
  };
  await until(answer, what, atMostMs).catch((error: Error) => {
    throw new Error(error.message, { cause });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
