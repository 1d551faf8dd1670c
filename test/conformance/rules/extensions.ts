import type { Rule } from "../rule.js";
import {
  ADVISED,
  AT_ONCE,
  connect,
  connected,
  exchange,
  failed,
  handshake,
  joined,
  NEWS,
  ok,
  publish,
  says,
  subscribe,
  welcome,
} from "./messages.js";

/** From before there were computers: any client's clock is off by more than 25 ms of it. */
const LONG_AGO = 1_000;
const HELLO_WORLD = { data: "HelloWorld", last: true, meta: { name: "greeting" } };
const BINARY = { ext: { binary: {} } };

/** Spec sections 20, 21.2 to 21.7, as far as other extensions than ack are concerned. */
export const extensionRules: readonly Rule[] = [
  {
    clause: "21.2",
    rule: "a client that asks the time is told the server's, how long it took, and how far off the client is",
    server: "extended",
    steps: [
      exchange(
        handshake({ ext: { timesync: { tc: LONG_AGO, l: 0, o: 0 } } }),
        welcome("ann", { ext: { timesync: { tc: LONG_AGO, ts: "$number", p: "$number", a: "$number" } } }),
      ),
      exchange(
        connect("2", { ext: { timesync: { tc: LONG_AGO, l: 7, o: 3 } } }),
        connected("2", { ...ADVISED, ext: { timesync: { tc: LONG_AGO, ts: "$number", p: "$number", a: "$number" } } }),
      ),
    ],
  },
  {
    clause: "21.2",
    rule: "an old client, that does not tell its lag, is told without the accuracy",
    server: "extended",
    steps: [
      exchange(
        handshake({ ext: { timesync: { tc: LONG_AGO } } }),
        welcome("ann", { ext: { timesync: { tc: LONG_AGO, ts: "$number", p: "$number" } } }),
      ),
    ],
  },
  {
    clause: "21.2",
    rule: "who does not ask, or not in a meta message, or not with a number, is told nothing",
    server: "extended",
    steps: [
      ...joined(),
      exchange(publish("3", "/a", 1, { ext: { timesync: { tc: LONG_AGO, l: 0, o: 0 } } }), {
        channel: "/a",
        id: "3",
        successful: true,
      }),
      exchange(connect("4", { ...AT_ONCE, ext: { timesync: { tc: "noon" } } }), connected("4", ADVISED)),
      exchange(connect("5", { ...AT_ONCE, ext: { timesync: 7 } }), connected("5", ADVISED)),
    ],
  },
  {
    clause: "21.3",
    rule: "every message that leaves has the time",
    server: "stamping",
    steps: [
      exchange(handshake({ timestamp: "yesterday" }), welcome("ann", { timestamp: "$string" })),
      exchange(NEWS, ok(NEWS, { timestamp: "$string" })),
      exchange(
        publish("4", "/news", 1),
        { channel: "/news", data: 1, timestamp: "$string" },
        { channel: "/news", id: "4", successful: true, timestamp: "$string" },
      ),
    ],
  },
  {
    clause: "21.4",
    rule: "who only connects, for too long, is disconnected by the server",
    server: "extended",
    over: ["http"],
    steps: [
      ...joined(),
      exchange(connect("3", { ...AT_ONCE, ext: { later: 50_000 } }), connected("3", ADVISED)),
      exchange(publish("4", "/a", 1), { channel: "/a", id: "4", successful: true }),
      exchange(connect("5", { ...AT_ONCE, ext: { later: 50_000 } }), connected("5", ADVISED)),
      exchange(
        connect("6", { ext: { later: 50_000 } }),
        { channel: "/meta/disconnect", successful: true },
        connected("6", { advice: { reconnect: "none" } }),
      ),
    ],
  },
  {
    clause: "21.4",
    rule: "the same over WebSocket",
    server: "extended",
    over: ["ws"],
    steps: [
      ...joined(),
      exchange(
        connect("3", { ext: { later: 100_000 } }),
        { channel: "/meta/disconnect", successful: true },
        connected("3", { advice: { reconnect: "none" } }),
      ),
    ],
  },
  {
    clause: "21.5",
    rule: "bytes are text on the wire, and go from one client to the other as they are",
    server: "extended",
    steps: [
      ...joined(),
      exchange(NEWS, ok(NEWS)),
      exchange(
        publish("4", "/news", HELLO_WORLD, BINARY),
        { channel: "/news", data: HELLO_WORLD, ...BINARY },
        { channel: "/news", id: "4", successful: true },
      ),
      exchange(
        publish("5", "/service/echo", { data: "HelloWe", last: false }, BINARY),
        { channel: "/service/echo", data: { data: "HelloWe", last: false }, ...BINARY },
        { channel: "/service/echo", id: "5", successful: true },
      ),
    ],
  },
  {
    clause: "21.5",
    rule: "text that stands for no bytes is refused; without ext.binary it is text as any other",
    server: "extended",
    steps: [
      ...joined(),
      exchange(
        publish("3", "/news", { data: "a|b", last: true }, BINARY),
        failed({ channel: "/news", id: "3" }, "404::message_deleted"),
      ),
      exchange(publish("4", "/news", { data: "a|b", last: true }), { channel: "/news", id: "4", successful: true }),
    ],
  },
  {
    clause: "21.6, 16.3",
    rule: "a page that was loaded anew goes on with the session of the old one, on new connections",
    steps: [
      ...joined(),
      exchange(NEWS, ok(NEWS)),
      { hold: connect("4"), as: "the old page's" },
      { cut: "the old page's" },
      exchange(connect("1", AT_ONCE), connected("1", ADVISED)),
      { hold: connect("2"), as: "the new page's" },
    ],
    over: ["http"],
  },
  {
    clause: "21.6, 16.3",
    rule: "the same over WebSocket, with what came meanwhile",
    steps: [
      ...joined(),
      exchange(NEWS, ok(NEWS)),
      { hold: connect("4"), as: "the old page's" },
      { cut: "ws" },
      ...[...joined("bob"), ...says("bob", 1)].map((step) => ({ ...step, from: "bob" })),
      { via: "new page", send: [connect("1", AT_ONCE)], get: [{ channel: "/news", data: 1 }, connected("1", ADVISED)] },
    ],
    over: ["ws"],
  },
  {
    clause: "21.7",
    rule: "ext that nobody here knows does no harm, whatever it holds, and is not answered",
    steps: [
      exchange(handshake({ ext: { replay: true, auth: { token: "t" }, more: [null, 1] } }), welcome("ann")),
      exchange(connect("2", { ext: { replay: { "/topic": -1 } } }), connected("2", ADVISED)),
      exchange({ ...subscribe("3", "/topic"), ext: { replay: { "/topic": -1 } } }, ok(subscribe("3", "/topic"))),
      exchange(
        publish("4", "/topic", { event: { replayId: 5 } }, { ext: { replay: { "/topic": -1 } } }),
        { channel: "/topic", data: { event: { replayId: 5 } }, ext: { replay: { "/topic": -1 } } },
        { channel: "/topic", id: "4", successful: true },
      ),
    ],
  },
];
