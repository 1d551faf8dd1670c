import { nodeOptions } from "../config.js";
import type { OptionEntry } from "../core/option-catalog.js";
import { meshCommand } from "./cli/mesh.js";

const INTRO = `# Configuration

<!-- Made by \`npm run generate\` from the options' schemas; a test fails when it is stale. -->

A value comes from the first of these that has it:

1. **Flags**: an option's name is its flag (\`--auth.mode open\`, \`--oort.channels '/chat/**'\`); a name without a dot may be
   written with dashes (\`--grpc-port\`). A flag that takes a list may be repeated.
2. **Environment**: \`OORTBUS_\` and the name in capitals (\`OORTBUS_AUTH_MODE\`, \`OORTBUS_OORT_CHANNELS\`). An empty
   variable counts as not set.
3. **File**: \`oortbus.config.yaml\`, \`.yml\` or \`.json\` in the working directory, or the file that \`--config\` or
   \`OORTBUS_CONFIG\` names. A dot in an option's name is a section of the file.
4. **Defaults**, below.

Lists are split at commas in flags and variables; lists of things with parts, as \`admin.tokens\`, are JSON there.
\`oortbus config\`, with the same flags, prints the result and where each value comes from, secrets masked; its output can be used as a file. Every flag, every variable that begins with
\`OORTBUS_\`, and every key of the file must be known and legal: otherwise all that is wrong is told at once, and the program
ends with exit code 2 before anything starts. A program that embeds a node gives the same names as an object:
\`new BusNode({ port: 8081, auth: { mode: "open" } })\`.

The unit is at the end of a name: \`Ms\` milliseconds, \`Bytes\`, \`Chars\` (UTF-16 units); other numbers count what they name.

\`\`\`yaml
# oortbus.config.yaml
port: 8081
peer: [http://10.0.0.2:8081/cometd]
secret: what-all-nodes-know
auth:
  mode: open
oort:
  channels: ["/chat/**"]
\`\`\`

## What a node refuses

- A \`host\` beyond loopback without an explicit \`auth.mode\`. On loopback the default is \`open\`, and a log line says so.
- \`auth.mode: custom\` without an \`app\` that sets \`bus.policy\` before the node starts.
- An \`admin.host\` or \`grpc.host\` beyond loopback without \`admin.token\`, \`admin.tokens\` or \`tls.mutual\`.
- Certificates of a listener (\`http.tls\`, \`admin.tls\`, \`grpc.tls\`) that cannot be read, or do not fit together.
- A \`peer\` or \`dns.name\` without \`secret\`.

## Where the API is served

\`/metrics\`, \`/api/v1/\` and \`/console/\` are on the public port where \`auth.mode\` is \`open\` and \`host\` is loopback. Wherever
\`admin.port\` is set they are on that port as well. With \`admin.token\` or \`admin.tokens\` set, these and gRPC ask for
\`Authorization: Bearer <token>\`; [Listeners](guides/listeners.md) has what each scope opens. \`/healthz\` and \`/readyz\` are
always on the public port and ask for nothing.
`;

const SECTIONS: Record<string, string> = {
  "": "Node",
  dns: "Discovery by name",
  auth: "Login",
  rights: "Rights",
  rateLimits: "Rate limits",
  hooks: "Hooks",
  admin: "Admin listener",
  grpc: "gRPC",
  log: "Log",
  http: "HTTP listeners",
  api: "Backend API",
  bayeux: "Bayeux server",
  extensions: "Extensions",
  transport: "Transports",
  oort: "Cluster",
  seti: "Users",
  telemetry: "Traces and canaries",
};

const MESH = `## \`oortbus mesh\`

Starts several nodes as processes of this machine, each linked with the others, with ports that follow each other (gRPC: 1000
more) and a random secret if none is given. All flags of a node but \`--port\`, \`--grpc-port\` and \`--url\` may be given and
reach every node; these log warnings and errors only unless \`log.level\` says otherwise. When all have joined, one line says
where. A node that dies is started again after half a second, then ever later, up to 10 s. A node that does not start at all ends
the mesh. SIGTERM and SIGINT stop all of them.
`;

/** The text of `docs/configuration.md`. */
export function configurationPage(): string {
  const names = [...new Set(nodeOptions.map(sectionOf))];
  const sections = names.map((name) => {
    const options = nodeOptions.filter((option) => sectionOf(option) === name);
    return `### ${SECTIONS[name] ?? name}\n\n${table(options)}`;
  });
  return `${[INTRO, "## Options\n", ...sections].join("\n")}\n${MESH}\n${table(meshCommand.options)}`;
}

function sectionOf({ path }: OptionEntry): string {
  return path.length === 1 ? "" : path[0]!;
}

function table(options: readonly OptionEntry[]): string {
  const rows = options.map(({ key, flag, allowed, default: value, help }) => {
    const name = flag === key ? `\`${key}\`` : `\`${key}\`, \`--${flag}\``;
    return `| ${name} | ${cell(help)} | ${cell(allowed)} | ${value === undefined ? "" : `\`${JSON.stringify(value)}\``} |\n`;
  });
  return `| Option | What it does | Allowed | Default |\n|---|---|---|---|\n${rows.join("")}`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
