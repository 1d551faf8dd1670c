import type { Rule } from "../rule.js";
import {
  AT_ONCE,
  BRIEFLY,
  connect,
  exchange,
  failed,
  handshake,
  joined,
  joinedBriefly,
  publish,
  START_ANEW,
  UNKNOWN,
  welcome,
} from "./messages.js";

/** Spec section 5. */
export const handshakeRules: readonly Rule[] = [
  {
    clause: "5.1",
    rule: "the reply has a clientId, version, every type the server offers, and complete advice",
    steps: [exchange(handshake(), welcome("ann"))],
  },
  {
    clause: "2",
    rule: "one bare object is an array of one",
    steps: [
      { bare: true, send: [handshake()], get: [welcome("ann")] },
      { bare: true, send: [publish("2", "/a", 1)], get: [okPublish("/a", "2")] },
    ],
  },
  {
    clause: "5.1",
    rule: "version, minimumVersion and the client's types are not checked",
    steps: [
      exchange({ id: "1", channel: "/meta/handshake" }, welcome("ann")),
      exchange(handshake({ version: "2.0", minimumVersion: "2.0" }), welcome("ann")),
      exchange(handshake({ version: 7, supportedConnectionTypes: ["smoke"] }), welcome("ann")),
      exchange(handshake({ supportedConnectionTypes: "long-polling" }), welcome("ann")),
      exchange(handshake({ supportedConnectionTypes: [] }), welcome("ann")),
    ],
  },
  {
    clause: "2",
    rule: "a numeric id is echoed as a string; without an id there is none in the reply",
    steps: [
      exchange(handshake({ id: 7 }), welcome("ann", { id: "7" })),
      { send: [{ channel: "/meta/handshake" }], get: [without(welcome("ann"), "id")] },
    ],
  },
  {
    clause: "2",
    rule: "unknown top-level fields are accepted, whatever their type",
    steps: [exchange(handshake({ authSuccessful: 7, "x-messages": {}, more: [null] }), welcome("ann"))],
  },
  {
    clause: "5.1",
    rule: "advice in a handshake is information only",
    steps: [exchange(handshake({ advice: { timeout: 60_000, interval: 0 } }), welcome("ann"))],
  },
  {
    clause: "5.1",
    rule: "a clientId in a handshake is ignored: it makes a new session, and the old one lives on until it expires",
    over: ["ws"],
    steps: [
      { send: [handshake()], get: [welcome("old")], names: "old" },
      { send: [handshake({ clientId: "$old" })], get: [welcome("ann")] },
      exchange(publish("2", "/a", 1), okPublish("/a", "2")),
      { via: "other", send: [publish("3", "/a", 1, {}, "old")], get: [okPublish("/a", "3")] },
    ],
  },
  {
    clause: "5.1",
    rule: "a session takes messages before its first connect",
    steps: [
      exchange(handshake(), welcome("ann")),
      exchange(publish("2", "/service/echo", "hi"), { channel: "/service/echo", data: "hi" }, okEcho("2")),
    ],
  },
  {
    clause: "5.2",
    rule: "the policy says no: 403, advice none, no session and no cookie",
    steps: [
      exchange(handshake({ ext: { deny: true } }), denied({ advice: { reconnect: "none" } })),
      exchange(connect("2", { clientId: undefined }), {
        channel: "/meta/connect",
        id: "2",
        ...UNKNOWN,
        advice: START_ANEW,
      }),
    ],
  },
  {
    clause: "5.2",
    rule: "the policy may advise otherwise, and say why",
    steps: [
      exchange(handshake({ ext: { deny: "later" } }), denied({ advice: { reconnect: "handshake", interval: 1_000 } })),
      exchange(
        handshake({ ext: { deny: "why" } }),
        denied({ advice: { reconnect: "none" }, ext: { authentication: { failed: true } } }),
      ),
    ],
  },
  {
    clause: "5.2",
    rule: "an extension that drops a handshake answers 404 without advice",
    steps: [exchange(handshake({ ext: { drop: "request" } }), failed(handshake(), "404::message_deleted"))],
  },
  {
    clause: "5.1",
    rule: "a refused second handshake leaves the first session as it was",
    steps: [
      ...joined(),
      exchange(handshake({ clientId: "$ann", ext: { deny: true } }), denied({ advice: { reconnect: "none" } })),
      exchange(handshake({ clientId: "$ann", ext: { drop: "request" } }), failed(handshake(), "404::message_deleted")),
      exchange(
        handshake({ clientId: "$ann", id: "a-1" }),
        failed({ channel: "/meta/handshake", id: "a-1" }, "405::message_id_invalid"),
      ),
      exchange(publish("5", "/a", 1), okPublish("/a", "5")),
    ],
  },
  {
    clause: "5.1",
    rule: "the handshake must be alone in its array",
    steps: [
      {
        raw: JSON.stringify([handshake(), { id: "2", channel: "/a", data: 1 }]),
        status: 400,
        close: 1011,
      },
    ],
  },
  {
    clause: "5.1",
    rule: "two handshakes in one array are refused as well",
    steps: [{ raw: JSON.stringify([handshake(), handshake({ id: "2" })]), status: 400, close: 1011 }],
  },
  {
    clause: "5.1",
    rule: "another spelling of the handshake's channel is no way around that",
    steps: [
      {
        send: [handshake({ channel: "/meta/handshake/" }), { id: "2", channel: "/a", data: 1 }],
        get: [
          { channel: "/meta/handshake/", id: "1", successful: false, error: "405::channel_invalid" },
          { channel: "/a", id: "2", ...UNKNOWN },
        ],
      },
    ],
  },
  {
    clause: "5.3, 12.2",
    rule: "a client that never connects disappears",
    server: "brief",
    steps: [
      exchange(handshake(), welcome("ann", BRIEFLY)),
      { untilGone: "ann" },
      {
        via: "http",
        send: [publish("2", "/a", 1)],
        get: [{ channel: "/a", id: "2", ...UNKNOWN }],
      },
    ],
  },
  {
    clause: "12.2, 12.3",
    rule: "one that connected and fell silent as well; it is sent to shake hands anew",
    server: "brief",
    steps: [
      ...joinedBriefly(AT_ONCE),
      { untilGone: "ann" },
      {
        via: "http",
        send: [connect("3")],
        get: [{ channel: "/meta/connect", id: "3", ...UNKNOWN, advice: START_ANEW }],
      },
    ],
  },
  {
    clause: "16.5, 12.3",
    rule: "a swept session's socket is closed",
    over: ["ws"],
    server: "brief",
    steps: [exchange(handshake(), welcome("ann", BRIEFLY)), { raw: "[]", close: 1000 }],
  },
];

function denied(fields: object) {
  return failed(handshake(), "403::handshake_denied", { ...fields });
}

function okPublish(channel: string, id: string) {
  return { channel, id, successful: true };
}

function okEcho(id: string) {
  return okPublish("/service/echo", id);
}

function without(message: object, field: string) {
  return Object.fromEntries(Object.entries(message).filter(([key]) => key !== field));
}
