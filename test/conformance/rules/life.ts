import type { Rule, Step } from "../rule.js";
import {
  ADVICE,
  ADVISED,
  AT_ONCE,
  connect,
  connected,
  exchange,
  failed,
  handshake,
  joined,
  listening,
  NEWS,
  news,
  ok,
  publish,
  START_ANEW,
  says,
  subscribe,
  UNKNOWN,
  unsubscribe,
  welcome,
} from "./messages.js";

const BYE = { id: "9", channel: "/meta/disconnect", clientId: "$ann" };
const BURST = [1, 2, 3].map((data) => ({ channel: "/burst", data }));
const STOP = { advice: { reconnect: "none" } };

/** Spec sections 6.1, 11, 12, 13.4, 13.5 and 27.1: how a session lives, what it is advised, in which frames it is told. */
export const lifeRules: readonly Rule[] = [
  {
    clause: "6.1",
    rule: "a connect's reply has the request's channel and id, no clientId and no connectionType; the first has advice",
    steps: [
      exchange(handshake(), welcome("ann")),
      exchange(connect("two2"), connected("two2", ADVISED)),
      { hold: connect("three"), as: "connect" },
    ],
  },
  {
    clause: "11",
    rule: "advice is complete whenever it is sent with a success",
    steps: [
      exchange(handshake(), welcome("ann", { advice: ADVICE })),
      exchange(connect("2"), connected("2", ADVISED)),
      exchange(
        connect("3", { advice: { timeout: 0, interval: 10 } }),
        connected("3", { advice: { ...ADVICE, interval: 10 } }),
      ),
    ],
  },
  {
    clause: "11, 5.1",
    rule: "where clients shall not wait in vain, advice says how long the session lives",
    server: "telling",
    steps: [exchange(handshake(), welcome("ann", { advice: { ...ADVICE, maxInterval: 10_000 } }))],
  },
  {
    clause: "11, 29.8",
    rule: "what one session is advised does not become another's advice",
    steps: [
      ...joined(),
      ...joined("bob"),
      { hold: connect("3"), as: "ann's connect" },
      exchange(BYE, ok(BYE)),
      { held: "ann's connect", get: [connected("3", STOP)] },
      { from: "bob", send: [connect("3", AT_ONCE, "bob")], get: [connected("3", ADVISED)] },
      {
        from: "eve",
        send: [connect("4", {}, "nobody")],
        get: [{ channel: "/meta/connect", id: "4", ...UNKNOWN, advice: START_ANEW }],
      },
      { from: "cid", send: [handshake()], get: [welcome("cid")] },
      { from: "cid", send: [connect("2", {}, "cid")], get: [connected("2", ADVISED)] },
    ],
    over: ["http"],
  },
  {
    clause: "12.1",
    rule: "a session is there from its handshake to its disconnect, connected or not",
    steps: [
      exchange(publish("1", "/a", 1), failed({ channel: "/a", id: "1" }, UNKNOWN.error)),
      exchange(handshake(), welcome("ann")),
      exchange(NEWS, ok(NEWS)),
      exchange(publish("2", "/a", 1), { channel: "/a", id: "2", successful: true }),
      exchange(connect("3"), connected("3", ADVISED)),
      exchange(BYE, ok(BYE)),
      exchange(publish("4", "/a", 1), failed({ channel: "/a", id: "4" }, UNKNOWN.error)),
      exchange(unsubscribe("5", "/news"), failed(unsubscribe("5", "/news"), UNKNOWN.error)),
      exchange(connect("6"), { channel: "/meta/connect", id: "6", ...UNKNOWN, advice: START_ANEW }),
    ],
  },
  {
    clause: "16.4, 30.23",
    rule: "over WebSocket messages are pushed from the handshake on, before the first connect",
    over: ["ws"],
    steps: [
      exchange(handshake(), welcome("ann")),
      exchange(NEWS, ok(NEWS)),
      ...joined("bob"),
      ...says("bob", 1),
      { pushed: [news(1)] },
    ],
  },
  {
    clause: "12.4",
    rule: "a channel that nobody uses goes after a while; one with a subscriber stays",
    server: "tidy",
    steps: [
      ...joined(),
      ...joined("bob"),
      { from: "bob", send: [subscribe("3", "/kept", "bob")], get: [ok(subscribe("3", "/kept"))] },
      exchange(subscribe("3", "/left"), ok(subscribe("3", "/left"))),
      exchange(unsubscribe("4", "/left"), ok(unsubscribe("4", "/left"))),
      { until: unsubscribe("5", "/left"), get: [failed(unsubscribe("5", "/left"), "400::channel_missing")] },
      exchange(unsubscribe("6", "/kept"), ok(unsubscribe("6", "/kept"))),
    ],
  },
  {
    clause: "13.4",
    rule: "what the server sends in one batch comes with one reply",
    over: ["http"],
    steps: [
      ...joined(),
      ...joined("bob"),
      { hold: connect("3"), as: "connect" },
      bursting(),
      { held: "connect", get: [...BURST, connected("3")] },
    ],
  },
  {
    clause: "13.4, 13.5",
    rule: "and in one frame, where frames hold several messages",
    over: ["ws"],
    steps: [...joined(), ...joined("bob"), { hold: connect("3"), as: "connect" }, bursting(), { pushed: BURST }],
  },
  {
    clause: "13.5",
    rule: "with one delivery a frame, each has its own; all replies are in one",
    over: ["ws"],
    server: "framing",
    steps: [
      ...listening(),
      {
        send: [publish("4", "/news", 1), publish("5", "/news", 2), publish("6", "/other", 3)],
        frames: [
          [news(1)],
          [news(2)],
          [
            { channel: "/news", id: "4", successful: true },
            { channel: "/news", id: "5", successful: true },
            { channel: "/other", id: "6", successful: true },
          ],
        ],
      },
    ],
  },
  {
    clause: "13.5, 5.4",
    rule: "the handshake's reply has a frame of its own, before all deliveries",
    over: ["ws"],
    server: "opening",
    steps: [
      {
        send: [handshake({ ext: { greet: true } })],
        frames: [
          [welcome("$string", { clientId: "$string", "x-messages": 1 })],
          [{ channel: "/greeting", data: "hello" }],
        ],
      },
    ],
  },
  {
    clause: "27.1",
    rule: "Faye's opening over long-polling: connect and subscribe in one request are answered at once",
    over: ["http"],
    steps: [
      exchange(
        {
          channel: "/meta/handshake",
          version: "1.0",
          supportedConnectionTypes: ["in-process", "long-polling"],
          id: "1",
        },
        welcome("ann"),
      ),
      { send: [connect("2", AT_ONCE), NEWS], get: [connected("2", ADVISED), ok(NEWS)] },
      { hold: connect("4"), as: "the next" },
    ],
  },
  {
    clause: "27.1, 16.3",
    rule: "Faye's opening over WebSocket: a socket that was idle, and has no cookie, takes on the session made by request",
    over: ["ws"],
    steps: [
      { via: "early", raw: "[]", close: 0 },
      { via: "http", send: [handshake()], get: [welcome("ann")] },
      { via: "early", send: [connect("2")], get: [connected("2", ADVISED)] },
      { via: "early", hold: connect("3"), as: "connect" },
      { via: "early", send: [NEWS], get: [ok(NEWS)] },
      {
        via: "early",
        send: [publish("4", "/news", 1)],
        get: [news(1), { channel: "/news", id: "4", successful: true }],
      },
    ],
  },
  {
    clause: "27.1, 30.17",
    rule: "what Faye sends again, with the same id, is answered again",
    steps: [
      ...joined(),
      exchange(NEWS, ok(NEWS)),
      exchange(NEWS, ok(NEWS)),
      ...[1, 2].map(() => exchange(publish("4", "/other", 1), { channel: "/other", id: "4", successful: true })),
    ],
  },
  {
    clause: "27.2",
    rule: "an error has three parts, each of which Faye's client tells the application",
    steps: [
      ...joined(),
      exchange(
        publish("3", "/policed/talk", 1),
        failed({ channel: "/policed/talk", id: "3" }, "403:denied_by_security_policy:publish_denied"),
      ),
    ],
  },
  {
    clause: "27.2, 8.1",
    rule: "unlike Faye's, the server wants a session for a publish",
    steps: [exchange({ id: "1", channel: "/a", data: 1 }, failed({ channel: "/a", id: "1" }, UNKNOWN.error))],
  },
];

function bursting(): Step {
  return {
    from: "bob",
    send: [publish("4", "/service/burst", "$ann", {}, "bob")],
    get: [{ channel: "/service/burst", id: "4", successful: true }],
  };
}
