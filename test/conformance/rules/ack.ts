import type { Rule, Step } from "../rule.js";
import {
  ADVISED,
  AT_ONCE,
  connect,
  connected,
  exchange,
  handshake,
  joined,
  NEWS,
  news,
  ok,
  publish,
  says,
  welcome,
} from "./messages.js";

const GREETING = { channel: "/greeting", data: "hello" };
const ASKED = { ext: { ack: true } };

/** Spec section 21.1. */
export const ackRules: readonly Rule[] = [
  {
    clause: "21.1",
    rule: "on only if the client asks with true",
    steps: [
      exchange(handshake(ASKED), welcome("ann", ASKED)),
      exchange(handshake({ ext: { ack: false } }), welcome("ann")),
      exchange(handshake({ ext: { ack: { enabled: true } } }), welcome("ann")),
      exchange(handshake({ ext: { ack: "true" } }), welcome("ann")),
      exchange(handshake({ ext: { ack: 1 } }), welcome("ann")),
    ],
  },
  {
    clause: "21.1, 5.4",
    rule: "deliveries that come with the handshake are numbered there, and sent again to a client that does not acknowledge",
    server: "opening",
    steps: [
      exchange(
        handshake({ ext: { ack: true, greet: true } }),
        welcome("ann", { "x-messages": 1, ext: { ack: { enabled: true, batch: 1 } } }),
        GREETING,
      ),
      exchange(connect("2", acked(0)), GREETING, connected("2", { ...ADVISED, ext: { ack: 2 } })),
      exchange(connect("3", { ...AT_ONCE, ...acked(2) }), connected("3", { ...ADVISED, ext: { ack: 3 } })),
    ],
  },
  {
    clause: "21.1",
    rule: "every successful connect reply is numbered, whatever the client acknowledges",
    steps: [
      ...ackSession(),
      ...[99, -1, 1.5, "x", null, [1], { batch: 1 }].map((ack, index) =>
        exchange(connect("5", { ...AT_ONCE, ext: { ack } }), connected("5", { ...ADVISED, ext: { ack: index + 2 } })),
      ),
      exchange(connect("6", AT_ONCE), connected("6", { ...ADVISED, ext: { ack: 9 } })),
    ],
  },
  {
    clause: "21.1",
    rule: "messages travel with connect replies only, also over WebSocket, and release the held one",
    steps: [
      ...ackListening(),
      exchange(publish("4", "/news", 1), { channel: "/news", id: "4", successful: true }),
      exchange(connect("5", acked(1)), news(1), connected("5", { ext: { ack: 2 } })),
      { hold: connect("6", acked(2)), as: "connect" },
      ...says("bob", 2),
      { held: "connect", get: [news(2), connected("6", { ext: { ack: 3 } })] },
      { hold: connect("7", acked(3)), as: "next" },
    ],
  },
  {
    clause: "21.1",
    rule: "what was sent and not acknowledged is sent again, at once, with what came meanwhile, in order",
    steps: [
      ...ackListening(),
      ...says("bob", 1, 2),
      exchange(connect("5", acked(1)), news(1), news(2), connected("5", { ext: { ack: 2 } })),
      ...says("bob", 3),
      // The client did not get that answer: it still has 1.
      exchange(connect("6", acked(1)), news(1), news(2), news(3), connected("6", { ...ADVISED, ext: { ack: 3 } })),
      exchange(
        connect("7", { ext: { ack: 1 } }),
        news(1),
        news(2),
        news(3),
        connected("7", { ...ADVISED, ext: { ack: 4 } }),
      ),
      { hold: connect("8", acked(4)), as: "all is known" },
    ],
  },
  {
    clause: "21.1",
    rule: "an acknowledgement in the middle drops what it covers and no more",
    steps: [
      ...ackListening(),
      ...says("bob", 1),
      exchange(connect("5", acked(1)), news(1), connected("5", { ext: { ack: 2 } })),
      ...says("bob", 2),
      exchange(connect("6", acked(2)), news(2), connected("6", { ext: { ack: 3 } })),
      ...says("bob", 3),
      exchange(connect("7", acked(2)), news(2), news(3), connected("7", { ...ADVISED, ext: { ack: 4 } })),
      { hold: connect("8", acked(4)), as: "all is known" },
    ],
  },
  {
    clause: "21.1",
    rule: "a response that is lost with its connection is sent again on the next",
    over: ["http"],
    steps: [
      ...ackListening(),
      { hold: connect("5", acked(1)), as: "lost" },
      { cut: "lost" },
      ...says("bob", 1),
      exchange(connect("6", acked(1)), news(1), connected("6", { ext: { ack: 2 } })),
    ],
  },
  {
    clause: "21.1, 6.5",
    rule: "overlapping connects: the older takes no number and no messages",
    over: ["http"],
    steps: [
      ...ackListening(),
      { hold: connect("5", acked(1)), as: "older" },
      { hold: connect("6", acked(1)), as: "newer" },
      { held: "older", get: 500 },
      ...says("bob", 1),
      { held: "newer", get: [news(1), connected("6", { ext: { ack: 2 } })] },
    ],
  },
  {
    clause: "21.1",
    rule: "other replies carry neither messages nor a number",
    steps: [
      ...ackSession(),
      exchange(NEWS, ok(NEWS)),
      exchange(publish("4", "/news", 1), { channel: "/news", id: "4", successful: true }),
      exchange(publish("5", "/news", 2), { channel: "/news", id: "5", successful: true }),
    ],
  },
  {
    clause: "21.1, 16.5",
    rule: "a socket that is lost with messages on it: the next one gets them again",
    over: ["ws"],
    steps: [
      ...ackListening(),
      ...says("bob", 1),
      exchange(connect("5", acked(1)), news(1), connected("5", { ext: { ack: 2 } })),
      { cut: "ws" },
      ...says("bob", 2),
      {
        via: "again",
        send: [connect("6", { ...AT_ONCE, ...acked(1) })],
        get: [news(1), news(2), connected("6", { ...ADVISED, ext: { ack: 3 } })],
      },
    ],
  },
];

function ackSession(): Step[] {
  return [
    exchange(handshake(ASKED), welcome("ann", ASKED)),
    exchange(connect("2", { ...AT_ONCE, ...acked(0) }), connected("2", { ...ADVISED, ext: { ack: 1 } })),
  ];
}

/** Bob is there to speak, and ann listens. */
function ackListening(): Step[] {
  return [...ackSession(), ...joined("bob"), exchange(NEWS, ok(NEWS))];
}

function acked(batch: number) {
  return { ext: { ack: batch } };
}
