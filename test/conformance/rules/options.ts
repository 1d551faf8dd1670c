import type { Rule, Step } from "../rule.js";
import {
  ADVICE,
  ADVISED,
  AT_ONCE,
  connect,
  connected,
  exchange,
  handshake,
  joined,
  listening,
  news,
  ok,
  publish,
  says,
  subscribe,
  UNKNOWN,
  welcome,
} from "./messages.js";

/** The policy's server greets whoever asks for it, while he shakes hands. */
const GREETED = handshake({ ext: { greet: true } });
const GREETING = { channel: "/greeting", data: "hello" };
const BYE = { id: "9", channel: "/meta/disconnect", clientId: "$ann" };
const LAZY = subscribe("3", ["/lazy", "/lazy/soon", "/news"]);
const SHARING = { "multiple-clients": true, reconnect: "retry", interval: 2_000, timeout: 5_000 };

/** What options of the server, of channels, and of browsers change (spec sections 5.4, 14.4, 16, 17 and 22). */
export const optionRules: readonly Rule[] = [
  {
    clause: "5.4",
    rule: "messages for a session that shakes hands come with the reply, which counts them",
    server: "opening",
    steps: [exchange(GREETED, welcome("ann", { "x-messages": 1 }), GREETING)],
  },
  {
    clause: "5.4",
    rule: "unless the option is on, they come with the first response that may carry messages",
    over: ["http"],
    steps: [exchange(GREETED, welcome("ann")), exchange(connect("2"), GREETING, connected("2", ADVISED))],
  },
  {
    clause: "5.4",
    rule: "over WebSocket nothing is pushed before the handshake's reply",
    over: ["ws"],
    steps: [exchange(GREETED, welcome("ann"), GREETING)],
  },
  {
    clause: "16.4",
    rule: "with deliveries on connect replies only, messages wait for one and release it, over WebSocket as well",
    server: "connecting",
    steps: [
      ...listening(),
      ...joined("bob"),
      exchange(publish("4", "/news", 1), { channel: "/news", id: "4", successful: true }),
      exchange(connect("5"), news(1), connected("5")),
      { hold: connect("6"), as: "connect" },
      ...says("bob", 2),
      { held: "connect", get: [news(2), connected("6")] },
    ],
  },
  {
    clause: "4 step 11",
    rule: "without broadcast to publishers one gets what others publish, and not one's own",
    server: "quiet",
    steps: [
      ...listening(),
      ...joined("bob"),
      exchange(publish("4", "/news", 1), { channel: "/news", id: "4", successful: true }),
      ...says("bob", 2),
      { delivered: [news(2)] },
    ],
  },
  {
    clause: "16.3",
    rule: "where each connection needs its own handshake, a session is unknown on other sockets",
    over: ["ws"],
    server: "separate",
    steps: [
      ...joined(),
      { via: "second", send: [publish("4", "/a", 1)], get: [{ channel: "/a", id: "4", ...UNKNOWN }] },
      exchange(publish("5", "/a", 1), { channel: "/a", id: "5", successful: true }),
      { via: "second", send: [handshake()], get: [welcome("other")], names: "other" },
    ],
  },
  {
    clause: "14.4",
    rule: "one connect is held for a browser: its further sessions are told to poll, until they need not any more",
    over: ["http"],
    steps: [
      ...joined(),
      { send: [handshake()], get: [welcome("tab")], names: "tab" },
      { send: [connect("2", AT_ONCE, "tab")], get: [connected("2", ADVISED)] },
      { hold: connect("3"), as: "the first tab's" },
      { send: [connect("3", {}, "tab")], get: [connected("3", { advice: SHARING })] },
      exchange(BYE, ok(BYE)),
      { held: "the first tab's", get: [connected("3", { advice: { reconnect: "none" } })] },
      {
        send: [connect("4", AT_ONCE, "tab")],
        get: [connected("4", { advice: { ...ADVICE, "multiple-clients": false } })],
      },
      { hold: connect("5", {}, "tab"), as: "now it is held" },
    ],
  },
  {
    clause: "22",
    rule: "a lazy message releases no connect; it leaves with the next message that does, in order",
    over: ["http"],
    steps: [
      ...lazyListener(),
      { hold: connect("4"), as: "connect" },
      lazily("/lazy", 1),
      ...says("bob", 2),
      { held: "connect", get: [{ channel: "/lazy", data: 1 }, news(2), connected("4")] },
    ],
  },
  {
    clause: "22",
    rule: "over WebSocket it is not pushed by itself either",
    over: ["ws"],
    steps: [
      ...lazyListener(),
      lazily("/lazy", 1),
      exchange(
        publish("4", "/other", 1),
        { channel: "/lazy", data: 1 },
        { channel: "/other", id: "4", successful: true },
      ),
    ],
  },
  {
    clause: "22",
    rule: "a connect that comes while only lazy messages wait is held, and released when their time is over",
    over: ["http"],
    steps: [
      ...lazyListener(),
      lazily("/lazy/soon", 1),
      exchange(connect("4"), { channel: "/lazy/soon", data: 1 }, connected("4")),
    ],
  },
];

function lazyListener(): Step[] {
  return [...joined(), ...joined("bob"), exchange(LAZY, ok(LAZY))];
}

function lazily(channel: string, data: unknown): Step {
  return {
    from: "bob",
    send: [publish("3", channel, data, {}, "bob")],
    get: [{ channel, id: "3", successful: true }],
  };
}
