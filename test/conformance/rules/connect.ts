import type { Rule } from "../rule.js";
import {
  ADVICE,
  ADVISED,
  AT_ONCE,
  BRIEFLY,
  connect,
  connected,
  exchange,
  handshake,
  joined,
  joinedBriefly,
  listening,
  NEWS,
  ok,
  publish,
  START_ANEW,
  says,
  UNKNOWN,
  welcome,
} from "./messages.js";

/** Held, for as long as a part of a session's life. */
const A_WHILE = { advice: { timeout: 80 } };

/** Spec section 6, and 12 where a connect is concerned. */
export const connectRules: readonly Rule[] = [
  {
    clause: "6.2",
    rule: "the first connect is answered at once, even if the client does not ask for it",
    steps: [exchange(handshake(), welcome("ann")), exchange(connect("2"), connected("2", ADVISED))],
  },
  {
    clause: "6.2",
    rule: "the next one is held, and answered when its time is over",
    server: "brief",
    steps: [...joinedBriefly(AT_ONCE), exchange(connect("3"), connected("3"))],
  },
  {
    clause: "6.3",
    rule: "timeout 0 is answered at once, each time, with the advice",
    steps: [
      ...joined(),
      exchange(connect("3", AT_ONCE), connected("3", ADVISED)),
      exchange(connect("4", AT_ONCE), connected("4", ADVISED)),
    ],
  },
  {
    clause: "6.3",
    rule: "a shorter timeout is kept, and reported back as it is on the server",
    steps: [...joined(), exchange(connect("3", { advice: { timeout: 30 } }), connected("3", ADVISED))],
  },
  {
    clause: "6.3",
    rule: "an interval the client announces is reported back, and forgotten afterwards",
    steps: [
      ...joined(),
      exchange(
        connect("3", { advice: { timeout: 0, interval: 700 } }),
        connected("3", { advice: { ...ADVICE, interval: 700 } }),
      ),
      exchange(connect("4", AT_ONCE), connected("4", ADVISED)),
    ],
  },
  {
    clause: "6.3",
    rule: "negative numbers and other types in advice are ignored",
    steps: [
      ...joined(),
      { hold: connect("3", { advice: { timeout: -1, interval: -5 } }), as: "negative" },
      exchange(connect("4", { advice: { timeout: 0, interval: "soon" } }), connected("4", ADVISED)),
    ],
    over: ["ws"],
  },
  {
    clause: "6.4",
    rule: "advice comes when something changed, not with every reply",
    server: "brief",
    steps: [
      ...joinedBriefly(),
      exchange(connect("3"), connected("3")),
      exchange(connect("4", A_WHILE), connected("4", BRIEFLY)),
      exchange(connect("5"), connected("5")),
    ],
  },
  {
    clause: "6.2",
    rule: "an unknown or missing connectionType is taken",
    steps: [
      exchange(handshake(), welcome("ann")),
      exchange(connect("2", { connectionType: "smoke" }), connected("2", ADVISED)),
      exchange(connect("3", { connectionType: undefined, ...AT_ONCE }), connected("3", ADVISED)),
    ],
  },
  {
    clause: "6.2",
    rule: "over HTTP a message releases the held connect, and comes before its reply",
    over: ["http"],
    steps: [
      ...listening(),
      ...joined("bob"),
      { hold: connect("4"), as: "ann's connect" },
      ...says("bob", "hi"),
      { held: "ann's connect", get: [{ channel: "/news", data: "hi" }, connected("4")] },
    ],
  },
  {
    clause: "16.4",
    rule: "over WebSocket messages are pushed and the connect stays held",
    over: ["ws"],
    steps: [
      ...listening(),
      ...joined("bob"),
      { hold: connect("4"), as: "ann's connect" },
      ...says("bob", "hi"),
      { pushed: [{ channel: "/news", data: "hi" }] },
      {
        from: "bob",
        send: [publish("4", "/news", "ho", {}, "bob")],
        get: [{ channel: "/news", id: "4", successful: true }],
      },
      { pushed: [{ channel: "/news", data: "ho" }] },
    ],
  },
  {
    clause: "6.2",
    rule: "over HTTP what waits is answered at once",
    over: ["http"],
    steps: [
      ...listening(),
      ...joined("bob"),
      ...says("bob", 1),
      {
        from: "bob",
        send: [publish("4", "/news", 2, {}, "bob")],
        get: [{ channel: "/news", id: "4", successful: true }],
      },
      exchange(connect("4"), { channel: "/news", data: 1 }, { channel: "/news", data: 2 }, connected("4")),
      { hold: connect("5"), as: "the next" },
    ],
  },
  {
    clause: "6.2",
    rule: "over HTTP a connect with company is never held; its reply stands in its place",
    over: ["http"],
    steps: [
      ...joined(),
      { send: [connect("3"), NEWS], get: [connected("3"), ok(NEWS)] },
      {
        send: [publish("4", "/news", 1), connect("5")],
        get: [{ channel: "/news", data: 1 }, { channel: "/news", id: "4", successful: true }, connected("5")],
      },
    ],
  },
  {
    clause: "6.2",
    rule: "over WebSocket it may be held, and its company is answered",
    over: ["ws"],
    steps: [
      ...joined(),
      { send: [connect("3"), NEWS], get: [ok(NEWS)] },
      exchange(
        { id: "4", channel: "/meta/disconnect", clientId: "$ann" },
        connected("3", { advice: { reconnect: "none" } }),
        { id: "4", channel: "/meta/disconnect", successful: true },
      ),
    ],
  },
  {
    clause: "6.5",
    rule: "over HTTP the newer of two connects wins; the older ends with 500 and takes no messages",
    over: ["http"],
    steps: [
      ...listening(),
      ...joined("bob"),
      { hold: connect("4"), as: "older" },
      { hold: connect("5"), as: "newer" },
      { held: "older", get: 500 },
      ...says("bob", 1),
      { held: "newer", get: [{ channel: "/news", data: 1 }, connected("5")] },
    ],
  },
  {
    clause: "6.5",
    rule: "over WebSocket the older is forgotten, without a reply",
    over: ["ws"],
    steps: [
      ...joined(),
      { hold: connect("3"), as: "older" },
      exchange(connect("4", { advice: { timeout: 40 } }), connected("4", ADVISED)),
    ],
  },
  {
    clause: "6.5, 6.7",
    rule: "the end of the older connect does not touch the newer one's session",
    over: ["http"],
    server: "brief",
    steps: [
      ...joinedBriefly(),
      { hold: connect("3"), as: "older" },
      exchange(connect("4"), connected("4")),
      { held: "older", get: 500 },
      ...["5", "6", "7"].map((id) => exchange(connect(id, A_WHILE), connected(id, BRIEFLY))),
    ],
  },
  {
    clause: "6.6",
    rule: "an unknown session is sent to shake hands anew",
    steps: [
      exchange(connect("1", { clientId: "nosuchclient1234567890" }), {
        channel: "/meta/connect",
        id: "1",
        ...UNKNOWN,
        advice: START_ANEW,
      }),
      exchange(connect("2", { clientId: undefined }), {
        channel: "/meta/connect",
        id: "2",
        ...UNKNOWN,
        advice: START_ANEW,
      }),
    ],
  },
  {
    clause: "12.2",
    rule: "any message keeps a session alive",
    server: "brief",
    steps: [
      ...joinedBriefly(AT_ONCE),
      // Each of these takes 80 ms of the 150 ms that a session lives.
      exchange(connect("3", A_WHILE), connected("3", BRIEFLY)),
      exchange(connect("4", A_WHILE), connected("4", BRIEFLY)),
      exchange(publish("5", "/news", 1), { channel: "/news", id: "5", successful: true }),
      exchange(connect("6", A_WHILE), connected("6", BRIEFLY)),
    ],
  },
  {
    clause: "14.5",
    rule: "when the peer of a held connect goes, its messages wait for the next",
    over: ["http"],
    steps: [
      ...listening(),
      ...joined("bob"),
      { hold: connect("4"), as: "lost" },
      { cut: "lost" },
      ...says("bob", 1),
      exchange(connect("5"), { channel: "/news", data: 1 }, connected("5")),
    ],
  },
  {
    clause: "14.5",
    rule: "and its session expires if it does not come back",
    over: ["http"],
    server: "brief",
    steps: [...joinedBriefly(), { hold: connect("3"), as: "lost" }, { cut: "lost" }, { untilGone: "ann" }],
  },
];
