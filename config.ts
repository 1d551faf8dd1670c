import { existsSync, readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { tokenOptions } from "./api/access-tokens.js";
import { apiOptions } from "./api/api-options.js";
import { authOptions, authProblems } from "./auth/auth-options.js";
import { dnsDiscoveryOptions } from "./cluster/discovery/dns-discovery.js";
import { multicastDiscoveryOptions } from "./cluster/discovery/multicast-discovery.js";
import { isNodeUrl } from "./cluster/membership/node-url.js";
import { oortOptions } from "./cluster/oort-options.js";
import { extensionOptions } from "./core/extension/extension-options.js";
import { httpOptions } from "./core/http/http-options.js";
import { tlsOptions } from "./core/http/tls-options.js";
import { listOptions, type OptionEntry } from "./core/option-catalog.js";
import {
  layerFromEnvironment,
  layerFromTree,
  type OptionLayer,
  type ResolvedOptions,
  resolveOptions,
} from "./core/option-sources.js";
import { ConfigError } from "./core/options.js";
import { bayeuxOptions } from "./core/server/bayeux-options.js";
import { transportOptions } from "./core/transport/transport-options.js";
import { drainOptions } from "./drain.js";
import { hooksOptions } from "./hooks/hook-options.js";
import { grpcServerOptions } from "./proto/grpc-server-options.js";
import { rateLimitOptions } from "./rights/limits/rate-limit-options.js";
import { rightsOptions } from "./rights/rights-options.js";
import { setiOptions } from "./seti/seti-options.js";
import { LOG_LEVELS } from "./telemetry/log-level.js";
import { telemetryOptions } from "./telemetry/telemetry-options.js";

const ENV_PREFIX = "OORTBUS";
const port = z.int().min(1).max(65_535);
const nodeUrl = z.string().refine(isNodeUrl, "must be an absolute http or https URL with a host");
const dns = dnsDiscoveryOptions.unwrap().shape;
const multicast = multicastDiscoveryOptions.unwrap().shape;

/**
 * Everything that can be set on a node, the options of each layer under its name. Flags, variables, help and
 * `docs/configuration.md` are made from this, and a default stands here or in the layer's own schema, nowhere else.
 */
const schema = z
  .strictObject({
    port: port.default(8_080).describe("port of the HTTP listener: Bayeux, health, and the API where it is open"),
    host: z.string().min(1).default("127.0.0.1").describe("address to listen on; 0.0.0.0 or :: for all"),
    url: nodeUrl
      .optional()
      .describe(
        "URL of this node's Bayeux endpoint as its peers reach it; default: made of host (of this machine's first address, if host stands for all) and port",
      ),
    grpcPort: z
      .int()
      .min(0)
      .max(65_535)
      .optional()
      .describe("port of the gRPC listener; 0: no gRPC; default: 1000 more than port"),
    peer: z.array(nodeUrl).default([]).describe("URLs of nodes to link with; theirs are learnt from them"),
    secret: z
      .string()
      .min(1)
      .max(1_024)
      .optional()
      .meta({ description: "what every node of the cloud must prove to know; without one, no links", secret: true }),
    dns: z
      .strictObject({
        name: dns.name.optional().describe("name with a record for each node; each is linked with"),
        record: dns.record,
        port: dns.port.optional().describe("port at which they listen; default: this node's port; srv records tell it"),
        path: dns.path.describe("path of their Bayeux endpoints"),
        scheme: dns.scheme.describe("scheme of their URLs"),
        resolveMs: dns.resolveMs,
        maxAddresses: dns.maxAddresses,
      })
      .readonly()
      .prefault({}),
    multicast: z
      .strictObject({
        enabled: z.boolean().default(false).describe("find the other nodes of the network segment by UDP multicast"),
        java: multicast.java,
        group: multicast.group,
        port: multicast.port,
        interface: multicast.interface,
        ttl: multicast.ttl,
        advertiseMs: multicast.advertiseMs,
        maxUrls: multicast.maxUrls,
      })
      .readonly()
      .prefault({}),
    joiningTimeoutMs: z
      .int()
      .nonnegative()
      .default(5_000)
      .describe("a node that has not joined the peers it found by then counts as ready all the same"),
    drain: drainOptions.prefault({}),
    auth: authOptions.prefault({}),
    rights: rightsOptions.prefault({}),
    rateLimits: rateLimitOptions.prefault({}),
    hooks: hooksOptions.prefault({}),
    admin: z
      .strictObject({
        port: port
          .optional()
          .describe(
            "a listener of its own for /metrics, /api and /console; needed where the public one does not serve them",
          ),
        host: z
          .string()
          .min(1)
          .default("127.0.0.1")
          .describe("its address; beyond loopback it needs a token, or tls.mutual"),
        ...tokenOptions,
        tls: tlsOptions.prefault({}),
      })
      .readonly()
      .prefault({}),
    grpc: without(
      grpcServerOptions
        .unwrap()
        .extend({ tls: tlsOptions.prefault({}) })
        .readonly(),
      { port: 0, maxCallMs: 1 },
    ),
    api: apiOptions.prefault({}),
    log: z
      .strictObject({
        level: z
          .enum(LOG_LEVELS)
          .default("info")
          .describe("least severe line that is written, as JSON on standard error"),
      })
      .readonly()
      .prefault({}),
    app: z
      .string()
      .min(1)
      .optional()
      .describe("module whose default export is called with the node before it starts: `(bus) => void`"),
    demo: z
      .boolean()
      .default(false)
      .describe("serve the demos at /demo/chat/ and /demo/tennis/, in a node started by `oortbus`"),
    http: httpOptions.prefault({}),
    bayeux: bayeuxOptions.prefault({}),
    extensions: extensionOptions.prefault({}),
    transport: transportOptions.prefault({}),
    oort: without(oortOptions, { url: "http://127.0.0.1/", secret: undefined }),
    seti: setiOptions.prefault({}),
    telemetry: telemetryOptions.prefault({}),
  })
  .superRefine((config, context) => {
    for (const { path, message } of safetyProblems(config)) context.addIssue({ code: "custom", path, message });
  })
  .transform((config) => ({
    ...config,
    url:
      config.url ??
      `${config.http.tls.certFile === undefined ? "http" : "https"}://${inUrl(reachableHost(config.host))}:${config.port}/cometd`,
    grpcPort: config.grpcPort ?? config.port + 1_000,
    auth: { ...config.auth, mode: config.auth.mode ?? ("open" as const) },
    rateLimits: {
      ...config.rateLimits,
      enabled: config.rateLimits.enabled ?? (config.auth.mode ?? "open") !== "open",
    },
  }))
  .readonly();

/** A node's configuration as one writes it: everything is optional. */
export type NodeConfigInput = z.input<typeof schema>;
/** Complete: defaults filled in, `url`, `grpcPort` and `auth.mode` worked out. */
export type NodeConfig = z.output<typeof schema>;

/** Every option there is, in the order of documentation. */
export const nodeOptions: readonly OptionEntry[] = listOptions(schema, ENV_PREFIX);

/** The variable that stands for `--config`; not an option, since it says where options are. */
export const CONFIG_VARIABLE = `${ENV_PREFIX}_CONFIG`;
/** For commands that talk to a running node; a node started in the same shell passes over them. */
const CLIENT_VARIABLES = [`${ENV_PREFIX}_VIA`, `${ENV_PREFIX}_TOKEN`];

/**
 * Completes and checks a configuration given as an object.
 * @throws ConfigError naming every wrong or unknown key, a line each
 */
export function readConfig(input: NodeConfigInput = {}): NodeConfig {
  return resolveOptions(schema, nodeOptions, [layerFromTree(nodeOptions, input, "config")]).value;
}

/**
 * Lays flags over environment over file over defaults.
 * @param flags - as the command line gave them
 * @param file - its name and content, if there is one
 * @throws ConfigError naming every wrong or unknown flag, variable and key, a line each
 */
export function resolveConfig(
  flags: OptionLayer,
  environment: Readonly<Record<string, string | undefined>>,
  file?: { readonly name: string; readonly content: unknown },
): ResolvedOptions<NodeConfig> {
  const layers = [
    flags,
    layerFromEnvironment(nodeOptions, environment, ENV_PREFIX, [CONFIG_VARIABLE, ...CLIENT_VARIABLES]),
  ];
  if (file !== undefined) layers.push(layerFromTree(nodeOptions, file.content, file.name));
  return resolveOptions(schema, nodeOptions, layers);
}

/** Looked for in the working directory, in this order, when no file is named. */
const CONFIG_FILES = ["oortbus.config.yaml", "oortbus.config.yml", "oortbus.config.json"];

/**
 * Reads the configuration file: the named one, else the one in the folder, if there is one.
 * @param named - the value of `--config`; the variable OORTBUS_CONFIG stands in for it
 * @throws ConfigError when the named file is not there, there are two in the folder, or it is neither YAML nor JSON
 */
export function readConfigFile(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
  named?: string,
): { readonly name: string; readonly content: unknown } | undefined {
  const given = named ?? (environment[CONFIG_VARIABLE] || undefined);
  const present = given === undefined ? CONFIG_FILES.filter((file) => existsSync(join(folder, file))) : [given];
  if (present.length > 1) throw new ConfigError(`${present.join(" and ")} are both there: keep one, or name it`);
  const [name] = present;
  if (name === undefined) return undefined;
  try {
    return { name, content: parse(readFileSync(resolve(folder, name), "utf8")) };
  } catch (cause) {
    throw new ConfigError(`${name}: cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** True for an address that no other machine can reach. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

interface Unsafe {
  readonly path: string[];
  readonly message: string;
}

/** What would open a node to strangers by accident, and what cannot work. */
function safetyProblems(config: {
  port: number;
  host: string;
  grpcPort?: number | undefined;
  peer: readonly string[];
  secret?: string | undefined;
  dns: { name?: string | undefined };
  multicast: { enabled: boolean };
  auth: z.output<typeof authOptions>;
  admin: {
    port?: number | undefined;
    host: string;
    token?: string | undefined;
    tokens: readonly unknown[];
    tls: { mutual: boolean };
  };
  grpc: { host: string; tls: { mutual: boolean } };
  http: { tls: { certFile?: string | undefined; caFile?: string | undefined } };
  oort: { tls: { mutual: boolean } };
}): Unsafe[] {
  const problems: Unsafe[] = [];
  const { admin } = config;
  const refuse = (path: string, message: string): void => void problems.push({ path: path.split("."), message });
  for (const { path, message } of authProblems(config.auth)) problems.push({ path: ["auth", ...path], message });
  if (config.auth.mode === undefined && !isLoopback(config.host)) {
    refuse(
      "auth.mode",
      `must be given, "open", "jwt" or "custom", since host ${config.host} is reachable beyond loopback`,
    );
  }
  const hasToken = admin.token !== undefined || admin.tokens.length > 0;
  if (admin.port !== undefined && !hasToken && !admin.tls.mutual && !isLoopback(admin.host)) {
    refuse("admin.token", `must be given, since admin.host ${admin.host} is reachable beyond loopback`);
  }
  if (config.grpcPort !== 0 && !hasToken && !config.grpc.tls.mutual && !isLoopback(config.grpc.host)) {
    refuse("admin.token", `must be given, since grpc.host ${config.grpc.host} is reachable beyond loopback`);
  }
  const looksForPeers = config.peer.length > 0 || config.dns.name !== undefined || config.multicast.enabled;
  if (config.secret === undefined && looksForPeers) {
    refuse("secret", "must be given, the same on all nodes: without one this node links with no peer");
  }
  const { tls } = config.http;
  if (config.oort.tls.mutual && (tls.caFile === undefined || tls.certFile === undefined)) {
    refuse("oort.tls.mutual", "needs http.tls.certFile, keyFile and caFile: peers show certificates to that listener");
  }
  const grpcPort = config.grpcPort ?? config.port + 1_000;
  if (grpcPort > 65_535) refuse("grpcPort", "must be given, since 1000 more than port is no port");
  if (grpcPort === config.port) refuse("grpcPort", "must not be the same as port");
  if (admin.port === config.port) refuse("admin.port", "must not be the same as port");
  if (admin.port === grpcPort) refuse("admin.port", "must not be the same as grpcPort");
  return problems;
}

/** The address that peers can use when a node listens on `host`. */
function reachableHost(host: string): string {
  if (host !== "0.0.0.0" && host !== "::") return host;
  const outer = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return outer.find(({ internal, family }) => !internal && family === "IPv4")?.address ?? "127.0.0.1";
}

function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** A layer's options but for those which the node sets itself; rules over several options hold as before. */
function without<Shape extends z.ZodRawShape, Set extends Partial<Record<keyof Shape, unknown>>>(
  options: z.ZodReadonly<z.ZodObject<Shape, z.core.$strict>>,
  set: Set,
) {
  const rest = Object.entries(options.unwrap().shape).filter(([name]) => !(name in set));
  return z
    .strictObject(Object.fromEntries(rest) as Omit<Shape, keyof Set>)
    .superRefine((value, context) => {
      const { error } = options.safeParse({ ...(value as object), ...set });
      for (const { path, message } of error?.issues ?? [])
        context.addIssue({ code: "custom", path: [...path], message });
    })
    .readonly()
    .prefault({} as never);
}
