import type { Rule } from "../rule.js";
import {
  connect,
  connected,
  exchange,
  failed,
  joined,
  ok,
  publish,
  START_ANEW,
  subscribe,
  UNKNOWN,
} from "./messages.js";

const BYE = { id: "9", channel: "/meta/disconnect", clientId: "$ann" };
const STOP = { advice: { reconnect: "none" } };

/** Spec section 9. */
export const disconnectRules: readonly Rule[] = [
  {
    clause: "9",
    rule: "the session is gone at once: later messages are 402, a connect is sent to shake hands anew",
    steps: [
      ...joined(),
      exchange(BYE, ok(BYE)),
      exchange(publish("10", "/a", 1), failed({ channel: "/a", id: "10" }, UNKNOWN.error)),
      exchange(connect("11"), { channel: "/meta/connect", id: "11", ...UNKNOWN, advice: START_ANEW }),
      exchange(BYE, failed(BYE, UNKNOWN.error)),
    ],
  },
  {
    clause: "9",
    rule: "over HTTP the held connect is answered, with advice none",
    over: ["http"],
    steps: [
      ...joined(),
      { hold: connect("3"), as: "connect" },
      exchange(BYE, ok(BYE)),
      { held: "connect", get: [connected("3", STOP)] },
    ],
  },
  {
    clause: "9",
    rule: "over WebSocket both are answered, and the socket stays for another handshake",
    over: ["ws"],
    steps: [
      ...joined(),
      { hold: connect("3"), as: "connect" },
      exchange(BYE, connected("3", STOP), ok(BYE)),
      ...joined(),
    ],
  },
  {
    clause: "9",
    rule: "what was queued leaves with the reply",
    over: ["http"],
    steps: [
      ...joined(),
      ...joined("bob"),
      exchange(subscribe("3", "/a"), ok(subscribe("3", "/a"))),
      { from: "bob", send: [publish("3", "/a", 1, {}, "bob")], get: [{ channel: "/a", id: "3", successful: true }] },
      exchange(BYE, { channel: "/a", data: 1 }, ok(BYE)),
    ],
  },
  {
    clause: "9",
    rule: "what follows a disconnect in its array is 402",
    steps: [
      ...joined(),
      {
        send: [BYE, publish("10", "/a", 1), subscribe("11", "/a")],
        get: [
          ok(BYE),
          failed({ channel: "/a", id: "10" }, UNKNOWN.error),
          failed(subscribe("11", "/a"), UNKNOWN.error),
        ],
      },
    ],
  },
  {
    clause: "9",
    rule: "the server ends a session: a disconnect without id, and the held connect with advice none",
    over: ["http"],
    steps: [
      ...joined(),
      { hold: connect("3"), as: "connect" },
      exchange(publish("4", "/service/kick", 1), { channel: "/service/kick", id: "4", successful: true }),
      { held: "connect", get: [{ channel: "/meta/disconnect", successful: true }, connected("3", STOP)] },
      exchange(connect("5"), { channel: "/meta/connect", id: "5", ...UNKNOWN, advice: START_ANEW }),
    ],
  },
  {
    clause: "9",
    rule: "the same over WebSocket",
    over: ["ws"],
    steps: [
      ...joined(),
      { hold: connect("3"), as: "connect" },
      exchange(
        publish("4", "/service/kick", 1),
        { channel: "/meta/disconnect", successful: true },
        connected("3", STOP),
        { channel: "/service/kick", id: "4", successful: true },
      ),
      exchange(connect("5"), { channel: "/meta/connect", id: "5", ...UNKNOWN, advice: START_ANEW }),
    ],
  },
  {
    clause: "9",
    rule: "without a held connect the news goes with the response that is under way",
    steps: [
      ...joined(),
      exchange(
        publish("4", "/service/kick", 1),
        { channel: "/meta/disconnect", successful: true },
        { channel: "/service/kick", id: "4", successful: true },
      ),
    ],
  },
];
