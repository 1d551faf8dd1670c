import type { Rule, Step } from "../rule.js";
import {
  ADVISED,
  AT_ONCE,
  connect,
  connected,
  exchange,
  handshake,
  joined,
  listening,
  NEWS,
  news,
  ok,
  publish,
  START_ANEW,
  says,
  UNKNOWN,
  welcome,
} from "./messages.js";

/** Spec sections 14 and 16: which session a request belongs to, and where its messages go. */
export const transportRules: readonly Rule[] = [
  {
    clause: "14.3",
    rule: "over HTTP a clientId without its cookie is unknown",
    over: ["http"],
    steps: [
      ...joined(),
      { from: "eve", send: [connect("3", AT_ONCE)], get: [unknownConnect("3")] },
      { from: "eve", send: [publish("4", "/a", 1)], get: [{ channel: "/a", id: "4", ...UNKNOWN }] },
      exchange(publish("5", "/a", 1), { channel: "/a", id: "5", successful: true }),
    ],
  },
  {
    clause: "14.3",
    rule: "one's own cookie does not open another's session",
    over: ["http"],
    steps: [
      ...joined(),
      ...joined("eve"),
      { from: "eve", send: [publish("4", "/a", 1)], get: [{ channel: "/a", id: "4", ...UNKNOWN }] },
    ],
  },
  {
    clause: "14.3",
    rule: "a trusting server takes the clientId alone, also of a session made on WebSocket",
    over: ["http"],
    server: "trusting",
    steps: [
      ...joined(),
      { from: "bob", send: [publish("4", "/a", 1)], get: [{ channel: "/a", id: "4", successful: true }] },
      { from: "cid", via: "ws", send: [handshake()], get: [welcome("cid")] },
      { from: "cid", send: [connect("2", {}, "cid")], get: [connected("2", ADVISED)] },
    ],
  },
  {
    clause: "14.3, 13.1",
    rule: "all messages of a request belong to the session of its first; the other's are 402",
    over: ["http"],
    steps: [
      ...joined(),
      { send: [handshake()], get: [welcome("tab")], names: "tab" },
      {
        send: [publish("3", "/a", 1), publish("4", "/a", 1, {}, "tab")],
        get: [
          { channel: "/a", id: "3", successful: true },
          { channel: "/a", id: "4", ...UNKNOWN },
        ],
      },
      exchange(publish("5", "/a", 1, {}, "tab"), { channel: "/a", id: "5", successful: true }),
    ],
  },
  {
    clause: "14.3",
    rule: "a session made on WebSocket is unknown over HTTP",
    over: ["ws"],
    steps: [...joined(), { via: "http", send: [connect("3", AT_ONCE)], get: [unknownConnect("3")] }],
  },
  {
    clause: "16.3",
    rule: "a session made over HTTP goes on over WebSocket by its clientId alone, as Faye does",
    over: ["ws"],
    steps: [
      { via: "http", send: [handshake()], get: [welcome("ann")] },
      exchange(connect("2", AT_ONCE), connected("2", ADVISED)),
      exchange(NEWS, ok(NEWS)),
      { hold: connect("4"), as: "connect" },
      ...bobSays(1),
      { pushed: [news(1)] },
    ],
  },
  {
    clause: "16.3, 6.4",
    rule: "a held HTTP connect gives way to the one over WebSocket, whose reply has the advice again",
    over: ["ws"],
    steps: [
      ...joined("ann").map((step) => ({ ...step, via: "http" }) as Step),
      { via: "http", hold: connect("3"), as: "over HTTP" },
      { hold: connect("4"), as: "over WebSocket" },
      { held: "over HTTP", get: 500 },
      {
        via: "ws",
        send: [{ id: "5", channel: "/meta/disconnect", clientId: "$ann" }],
        get: [
          connected("4", { advice: { reconnect: "none" } }),
          { id: "5", channel: "/meta/disconnect", successful: true },
        ],
      },
    ],
  },
  {
    clause: "16.3",
    rule: "a frame on a new socket moves the session there, before any connect",
    over: ["ws"],
    steps: [
      ...listening(),
      { via: "second", send: [publish("4", "/other", 1)], get: [{ channel: "/other", id: "4", successful: true }] },
      ...bobSays(1),
      { via: "second", pushed: [news(1)] },
    ],
  },
  {
    clause: "16.3, 29.4",
    rule: "the close of the old socket does not touch the session that moved",
    over: ["ws"],
    steps: [
      ...listening(),
      { hold: connect("4"), as: "on the old" },
      { via: "second", hold: connect("5"), as: "on the new" },
      { cut: "ws" },
      ...bobSays(1),
      { via: "second", pushed: [news(1)] },
      { via: "second", send: [connect("6", AT_ONCE)], get: [connected("6", ADVISED)] },
    ],
  },
  {
    clause: "16.5",
    rule: "a lost socket keeps the session and its messages for the next",
    over: ["ws"],
    steps: [
      ...listening(),
      { hold: connect("4"), as: "lost" },
      { cut: "ws" },
      ...bobSays(1, 2),
      {
        via: "again",
        send: [connect("5", AT_ONCE)],
        get: [news(1), news(2), connected("5", ADVISED)],
      },
    ],
  },
  {
    clause: "16.3",
    rule: "a second handshake on a socket binds the new session; the old one's messages do not come there",
    over: ["ws"],
    steps: [
      ...listening(),
      { send: [handshake()], get: [welcome("new")], names: "new" },
      ...bobSays(1),
      exchange(publish("4", "/a", 1, {}, "new"), { channel: "/a", id: "4", successful: true }),
      exchange(publish("5", "/a", 1), { channel: "/a", id: "5", ...UNKNOWN }),
      { via: "again", send: [connect("6", AT_ONCE)], get: [news(1), connected("6", ADVISED)] },
    ],
  },
  {
    clause: "16.2",
    rule: "[] is a keep-alive of old Faye clients: ignored",
    over: ["ws"],
    steps: [{ raw: "[]", close: 0 }, ...joined(), { raw: "[]", close: 0 }, exchange(NEWS, ok(NEWS))],
  },
  {
    clause: "16.2, 14.2",
    rule: "what is not Bayeux closes the socket with 1011, or is answered with 400",
    steps: [{ raw: "{bad", status: 400, close: 1011 }],
  },
  ...["null", '"x"', "42", "true", "[null]", '["x"]', "[[]]", "", '[{"channel":"/a"}', "[{}] x"].map(
    (raw): Rule => ({
      clause: "16.2, 14.2",
      rule: `what is not Bayeux closes the socket with 1011, or is answered with 400: ${raw === "" ? "nothing" : raw}`,
      steps: [{ raw, status: 400, close: 1011 }],
    }),
  ),
  {
    clause: "14.2",
    rule: "an empty array over HTTP",
    over: ["http"],
    steps: [{ raw: "[]", status: 400 }],
  },
];

function unknownConnect(id: string) {
  return { channel: "/meta/connect", id, ...UNKNOWN, advice: START_ANEW };
}

function bobSays(...data: number[]): Step[] {
  const steps = [exchange(handshake(), welcome("bob")), ...says("bob", ...data)];
  return steps.map((step) => ({ ...step, from: "bob", via: "http" }) as Step);
}
