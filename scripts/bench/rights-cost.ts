import { BusNode } from "../../bus-node.js";
import type { NodeConfigInput } from "../../config.js";
import { silentLogger } from "../../core/logger.js";
import { StreamConnection, type StreamWriter } from "../../core/transport/stream-connection.js";
import { NOWHERE } from "./nowhere.js";

/** Messages of one measurement, and of one turn of the event loop. */
const MESSAGES = 100_000;
const PER_TURN = 500;
const ROUNDS = 7;

const CHANNEL = "/prices/x";
const TEN_RULES = Array.from({ length: 10 }, (_, index) => ({
  channels: `/other/${index}/**`,
  who: "authenticated" as const,
  allow: "publish" as const,
}));
const RULES = [...TEN_RULES, { channels: "/prices/**", who: "anyone" as const, allow: ["create", "publish"] as const }];
const RATES = { messagesPerSecond: 1_000_000, subscriptionsPerSecond: 1_000_000, handshakesPerSecond: 1_000_000 };
const { handshakesPerSecond: _, ...OF_SESSION } = RATES;
const LIMITS = { enabled: true, burstMs: 600_000, session: OF_SESSION, user: RATES, address: RATES };
const SCHEMA = {
  type: "object",
  properties: { symbol: { type: "string", maxLength: 12, pattern: "^[A-Z]+$" }, price: { type: "number" } },
  required: ["symbol", "price"],
};

const VARIANTS: Readonly<Record<string, NodeConfigInput>> = {
  "no rights, no limits": {},
  "11 rules": { rights: { rules: RULES } },
  "rate limits by session, user and address": { rateLimits: LIMITS },
  both: { rights: { rules: RULES }, rateLimits: LIMITS },
  "a schema": { rights: { namespaces: [{ channels: "/prices/*", schema: SCHEMA }] } },
  "a history": { rights: { namespaces: [{ channels: "/prices/*", history: {} }] } },
};

/** Whoever is closed is not measured. */
const WRITER: StreamWriter = {
  ...NOWHERE,
  close: (_code, reason) => {
    throw new Error(`closed: ${reason}`);
  },
};

/** Publishes as a client would, from the text of a frame to the reply. @returns CPU microseconds a message */
async function measure(config: NodeConfigInput): Promise<number> {
  const node = new BusNode({ ...config, auth: { mode: "open" }, grpcPort: 0 }, { logger: silentLogger });
  node.rights.history.start();
  const connection = new StreamConnection(node.bayeux, WRITER, {
    transport: "websocket",
    offered: ["websocket"],
    context: { remoteAddress: "192.0.2.1", headers: {} },
  });
  connection.receive(JSON.stringify({ channel: "/meta/handshake" }));
  const clientId = connection.session!.id;
  const frame = JSON.stringify([{ channel: CHANNEL, clientId, id: "1", data: { symbol: "ABC", price: 12.5 } }]);
  const refusedBefore = node.bayeux.stats.errors;
  const start = process.cpuUsage();
  for (let sent = 0; sent < MESSAGES; sent += PER_TURN) {
    for (let count = 0; count < PER_TURN; count += 1) connection.receive(frame);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { user, system } = process.cpuUsage(start);
  if (node.bayeux.stats.errors !== refusedBefore || node.bayeux.stats.publishes < MESSAGES) throw new Error("refused");
  connection.closed();
  return (user + system) / MESSAGES;
}

/** `node dist/scripts/bench/rights-cost.js`: what rights cost a message, in turns so that the machine's moods hit all alike. */
const results = new Map(Object.keys(VARIANTS).map((name) => [name, [] as number[]]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, config] of Object.entries(VARIANTS)) {
    const microseconds = await measure(config);
    if (round > 0) results.get(name)!.push(microseconds); // the first is for the compiler
  }
}
for (const [name, values] of results) {
  const sorted = values.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(42)} ${sorted[sorted.length >> 1]!.toFixed(2)} µs (${sorted[0]!.toFixed(2)} to ${sorted.at(-1)!.toFixed(2)})`,
  );
}
