import { describe, test } from "node:test";
import type { Rule, Transport } from "./rule.js";
import { ackRules } from "./rules/ack.js";
import { connectRules } from "./rules/connect.js";
import { disconnectRules } from "./rules/disconnect.js";
import { handshakeRules } from "./rules/handshake.js";
import { publishRules } from "./rules/publish.js";
import { subscribeRules } from "./rules/subscribe.js";
import { transportRules } from "./rules/transports.js";
import { runRule } from "./run-rule.js";
import { startSubject } from "./subject.js";

const RULES: readonly (readonly [string, readonly Rule[]])[] = [
  ["handshake", handshakeRules],
  ["connect", connectRules],
  ["subscribe and unsubscribe", subscribeRules],
  ["publish and deliver", publishRules],
  ["disconnect", disconnectRules],
  ["acknowledged delivery", ackRules],
  ["transports", transportRules],
];

const NAMES: Record<Transport, string> = { http: "long-polling", ws: "WebSocket" };

for (const [title, rules] of RULES) {
  for (const transport of ["http", "ws"] as const) {
    describe(`${title} over ${NAMES[transport]}`, () => {
      for (const rule of rules) {
        if (rule.over !== undefined && !rule.over.includes(transport)) continue;
        test(`${rule.rule} (${rule.clause})`, { timeout: 10_000 }, async (t) => {
          await runRule(t, await startSubject(t, rule.server ?? "patient"), rule, transport);
        });
      }
    });
  }
}
