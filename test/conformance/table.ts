import type { Rule, Transport } from "./rule.js";
import { ackRules } from "./rules/ack.js";
import { connectRules } from "./rules/connect.js";
import { disconnectRules } from "./rules/disconnect.js";
import { extensionRules } from "./rules/extensions.js";
import { handshakeRules } from "./rules/handshake.js";
import { lifeRules } from "./rules/life.js";
import { optionRules } from "./rules/options.js";
import { publishRules } from "./rules/publish.js";
import { requestRules, scriptRules } from "./rules/requests.js";
import { subscribeRules } from "./rules/subscribe.js";
import { transportRules } from "./rules/transports.js";

/** All rules, by what they are about. */
export const RULES: readonly (readonly [string, readonly Rule[]])[] = [
  ["handshake", handshakeRules],
  ["connect", connectRules],
  ["subscribe and unsubscribe", subscribeRules],
  ["publish and deliver", publishRules],
  ["disconnect", disconnectRules],
  ["acknowledged delivery", ackRules],
  ["other extensions", extensionRules],
  ["life of a session", lifeRules],
  ["transports", transportRules],
  ["requests and upgrades", requestRules],
  ["callback-polling", scriptRules],
  ["options", optionRules],
];

/** The transports as people call them. */
export const TRANSPORT_NAMES: Record<Transport, string> = { http: "long-polling", ws: "WebSocket" };
