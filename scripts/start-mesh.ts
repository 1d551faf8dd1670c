import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { z } from "zod";
import type { NodeConfig } from "../config.js";
import { listOptions } from "../core/option-catalog.js";
import type { ResolvedOptions } from "../core/option-sources.js";
import { MeshChild } from "./mesh-child.js";
import { SharedPort } from "./shared-port.js";

/** The mesh's own flags; all others are given to each node. */
export const meshOptions = z
  .strictObject({
    nodes: z.int().min(0).max(64).default(3).describe("how many nodes to start; 0: one for each core"),
    basePort: z.int().min(1).max(64_000).default(8_081).describe("port of the first node; the others follow"),
    sharedPort: z
      .int()
      .min(1)
      .max(65_535)
      .optional()
      .describe("one more port, whose connections are handed to the nodes in turn: all of them behind one address"),
    json: z
      .boolean()
      .default(false)
      .describe("say where the nodes are as one line of JSON, and all else on standard error"),
  })
  .superRefine(({ nodes, basePort, sharedPort }, context) => {
    if (sharedPort === undefined || sharedPort < basePort || sharedPort >= basePort + countOf(nodes)) return;
    context.addIssue({ code: "custom", path: ["sharedPort"], message: `${sharedPort} is the port of a node` });
  })
  .readonly();

const OWN_KEYS = listOptions(meshOptions).map(({ key }) => key);

/** Longest wait for the nodes to stop by themselves; each ends itself after 5 s. */
const STOP_TIMEOUT_MS = 6_000;

/** What the mesh decides for each node. */
const PER_NODE = ["port", "url", "grpcPort"];

/**
 * Runs several nodes of one cloud as processes of this machine, and this process until they end. A node that dies is
 * started again after a growing pause; one that does not even start ends the mesh.
 * @param flags - the node's flags as they were given, to be given on
 * @param file - the configuration file, if one was named
 * @throws ConfigError before anything starts
 */
export async function startMesh(
  mesh: z.output<typeof meshOptions>,
  { value: config, sources }: ResolvedOptions<NodeConfig>,
  flags: ReadonlyMap<string, readonly (string | true)[]>,
  file: string | undefined,
): Promise<void> {
  const count = countOf(mesh.nodes);
  const ports = Array.from({ length: count }, (_, index) => mesh.basePort + index);
  const host = ["0.0.0.0", "::"].includes(config.host) ? "127.0.0.1" : config.host;
  const scheme = config.http.tls.certFile === undefined ? "http" : "https";
  const origin = (port: number) => `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const origins = ports.map(origin);
  const urls = origins.map((origin) => `${origin}/cometd`);
  const secret = config.secret ?? randomBytes(24).toString("hex");

  const children = ports.map((port, index) => {
    const peers = [...config.peer, ...urls.filter((_, other) => other !== index)];
    const args = [
      ...passedOn(flags),
      ...(file === undefined ? [] : [`--config=${file}`]),
      ...(sources.has("log.level") ? [] : ["--log.level=warn"]),
      ...(config.admin.port === undefined ? [] : [`--admin.port=${config.admin.port + index}`]),
      `--port=${port}`,
      `--grpc-port=${config.grpcPort === 0 ? 0 : port + 1_000}`,
      `--url=${urls[index]}`,
      ...(peers.length === 0 ? [] : [`--peer=${peers.join(",")}`]),
    ];
    // By environment: whoever lists processes sees their arguments.
    return new MeshChild(origins[index]!, args, { ...process.env, OORTBUS_SECRET: secret });
  });

  const say = (text: string): void => (mesh.json ? console.error : console.log)(`oortbus: ${text}`);
  say(`starting ${count} nodes; auth.mode is ${config.auth.mode}${config.auth.mode === "open" ? OPEN_MEANS : ""}`);
  stopWithSignals(children);
  const fail = async (error: Error): Promise<never> => {
    say(error.message);
    await stopAll(children);
    process.exit(1);
  };
  await Promise.all(children.map((child) => child.start(count - 1))).catch((error: Error) =>
    fail(new Error(`${error.message}; it says why above. Where ports are taken, --base-port chooses others`)),
  );
  const { sharedPort } = mesh;
  if (sharedPort !== undefined) await new SharedPort(children).listen(sharedPort, config.host).catch(fail);
  if (mesh.json) {
    const shared = sharedPort === undefined ? {} : { shared: `${origin(sharedPort)}/cometd` };
    return console.log(JSON.stringify({ nodes: urls, ...shared }));
  }
  const open = [...(sharedPort === undefined ? [] : [origin(sharedPort)]), ...origins];
  say(`${count} nodes joined: ${open.map((each) => `${each}${config.demo ? "/demo/chat/" : "/cometd"}`).join(" ")}`);
}

const OPEN_MEANS = ": whoever reaches them may log in as any user";

/** Each flag that cannot be the same for all nodes. */
export function meshProblems(flags: ReadonlyMap<string, readonly unknown[]>): string[] {
  return PER_NODE.filter((key) => flags.has(key)).map(
    (key) => `--${key === "grpcPort" ? "grpc-port" : key}: each node of a mesh has its own; see --base-port`,
  );
}

function countOf(nodes: number): number {
  return nodes === 0 ? availableParallelism() : nodes;
}

function passedOn(flags: ReadonlyMap<string, readonly (string | true)[]>): string[] {
  const notOurs = [...flags].filter(
    ([key]) => ![...PER_NODE, "peer", "secret", "admin.port", ...OWN_KEYS].includes(key),
  );
  return notOurs.flatMap(([key, values]) => values.map((value) => (value === true ? `--${key}` : `--${key}=${value}`)));
}

function stopWithSignals(children: readonly MeshChild[]): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) {
      for (const child of children) child.kill();
      process.exit(1);
    }
    stopping = true;
    const clean = await stopAll(children);
    process.exit(clean ? 0 : 1);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}

/** @returns whether all of them ended by themselves */
async function stopAll(children: readonly MeshChild[]): Promise<boolean> {
  let clean = true;
  const timer = setTimeout(() => {
    clean = false;
    for (const child of children) child.kill();
  }, STOP_TIMEOUT_MS);
  await Promise.all(children.map((child) => child.stop()));
  clearTimeout(timer);
  return clean;
}
