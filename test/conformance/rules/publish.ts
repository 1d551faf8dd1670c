import type { Rule } from "../rule.js";
import { exchange, failed, joined, ok, publish, subscribe, UNKNOWN } from "./messages.js";

const CHAT = subscribe("3", "/chat");

/** Spec sections 4, 8, 10, 13 and 19. */
export const publishRules: readonly Rule[] = [
  {
    clause: "8.1",
    rule: "a publish has one reply, without data and without clientId",
    steps: [...joined(), good("3", "/chat", { text: "hi" })],
  },
  {
    clause: "8.2",
    rule: "a delivery has neither id nor clientId; ext and fields Bayeux does not know go on as they are",
    steps: [
      ...joined(),
      exchange(CHAT, ok(CHAT)),
      exchange(
        publish("4", "/chat", { text: "hi" }, { ext: { trace: "a1" }, priority: 7, nested: { deep: [null] } }),
        { channel: "/chat", data: { text: "hi" }, ext: { trace: "a1" }, priority: 7, nested: { deep: [null] } },
        { channel: "/chat", id: "4", successful: true },
      ),
    ],
  },
  {
    clause: "4 step 8, DESIGN 4.6",
    rule: "a publisher cannot put the server's words into a delivery",
    steps: [
      ...joined(),
      exchange(CHAT, ok(CHAT)),
      exchange(
        publish("4", "/chat", 1, {
          advice: { reconnect: "none" },
          successful: false,
          error: "402::session_unknown",
          version: "9",
          minimumVersion: "9",
          supportedConnectionTypes: ["x"],
          connectionType: "x",
          subscription: "/chat",
          "x-messages": 3,
          reestablish: true,
          authSuccessful: true,
        }),
        { channel: "/chat", data: 1 },
        { channel: "/chat", id: "4", subscription: "/chat", successful: true },
      ),
    ],
  },
  {
    clause: "2",
    rule: "falsy data is data",
    steps: [
      ...joined(),
      exchange(CHAT, ok(CHAT)),
      ...[0, false, "", [], {}].map((data) =>
        exchange(
          publish("4", "/chat", data),
          { channel: "/chat", data },
          { channel: "/chat", id: "4", successful: true },
        ),
      ),
      exchange(
        { id: "5", channel: "/chat", clientId: "$ann", data: null },
        { channel: "/chat", data: null },
        { channel: "/chat", id: "5", successful: true },
      ),
    ],
  },
  {
    clause: "8.1",
    rule: "a publish without data is accepted; the delivery has some, since clients complain otherwise",
    steps: [
      ...joined(),
      exchange(CHAT, ok(CHAT)),
      exchange(
        { id: "4", channel: "/chat", clientId: "$ann" },
        { channel: "/chat", data: null },
        { channel: "/chat", id: "4", successful: true },
      ),
    ],
  },
  {
    clause: "8.1",
    rule: "without id the reply has none, a number comes back as text, and ids may repeat",
    steps: [
      ...joined(),
      exchange({ channel: "/chat", clientId: "$ann", data: 1 }, { channel: "/chat", successful: true }),
      exchange(
        { id: 99, channel: "/chat", clientId: "$ann", data: 1 },
        { channel: "/chat", id: "99", successful: true },
      ),
      good("7", "/chat", 1),
      good("7", "/chat", 1),
    ],
  },
  {
    clause: "4 step 2",
    rule: "field validation: channel, then id; it needs no session",
    steps: [
      exchange({}, { successful: false, error: "400::channel_missing" }),
      exchange({ id: "1" }, { id: "1", successful: false, error: "400::channel_missing" }),
      ...["", "/", "chat", "/a//b", "/ü", "/*/b"].map((channel) =>
        exchange({ id: "1", channel }, failed({ id: "1", channel }, "405::channel_invalid")),
      ),
      ...["", "a-1", "a_1", "a 1", "é", "1.5"].map((id) =>
        exchange({ id, channel: "/a" }, failed({ id, channel: "/a" }, "405::message_id_invalid")),
      ),
      ...[1.5, -1].map((id) =>
        exchange({ id, channel: "/a" }, failed({ id: String(id), channel: "/a" }, "405::message_id_invalid")),
      ),
      ...[null, true, {}, ["1"]].map((id) =>
        exchange({ id, channel: "/a" }, failed({ channel: "/a" }, "405::message_id_invalid")),
      ),
    ],
  },
  {
    clause: "4 step 4",
    rule: "no session, another's, or one of a wrong type: 402 without advice, except for connects",
    steps: [
      ...joined(),
      ...[undefined, "nosuchclient1234567890", "", 42, null, {}, ["$ann"], "__proto__", "constructor"].flatMap(
        (clientId) =>
          [
            { id: "3", channel: "/chat", data: 1 },
            { id: "4", channel: "/service/echo", data: 1 },
            { id: "5", channel: "/meta/subscribe", subscription: "/chat" },
            { id: "6", channel: "/meta/unsubscribe", subscription: "/chat" },
            { id: "7", channel: "/meta/disconnect" },
            { id: "8", channel: "/meta/foo" },
          ].map((message) => exchange({ ...message, clientId }, failed(message, UNKNOWN.error))),
      ),
      good("9", "/chat", 1),
    ],
  },
  {
    clause: "4 step 6, 10, 19",
    rule: "refusals name who refused, and what",
    steps: [
      ...joined(),
      bad("3", "/policed/talk", "403:denied_by_security_policy:publish_denied"),
      bad("4", "/policed/new", "403:denied_by_security_policy:publish_denied"),
      bad("5", "/nocreate/x", "403:denied_by_security_policy:channel_create_denied"),
      bad("6", "/meta/foo", "403:denied_by_security_policy:channel_create_denied"),
      bad("7", "/guarded/x", "403:denied_by_not_granting:publish_denied"),
      bad("8", "/guarded/hush", "403:quiet_please:publish_denied"),
      bad("9", "/filtered", "404::message_deleted"),
    ],
  },
  {
    clause: "8.1",
    rule: "nobody publishes to a pattern",
    steps: [
      ...joined(),
      ...["/chat/*", "/chat/**", "/**", "/*", "/service/*", "/meta/*"].map((channel) =>
        bad("3", channel, "405::channel_invalid"),
      ),
      good("4", "/chat/*b", 1),
    ],
  },
  {
    clause: "8.1",
    rule: "meta channels in other spellings are not the meta channels",
    steps: [
      ...joined(),
      ...["/meta/connect/", "/meta/connect ", "/meta/disconnect/", "/meta/subscribe /"].map((channel) =>
        bad("3", channel, "405::channel_invalid"),
      ),
      ...["/meta/Connect", "/meta/subscribe/x", "/meta/connect/x"].map((channel) =>
        bad("4", channel, "403:denied_by_security_policy:channel_create_denied"),
      ),
      good("5", "/Meta/disconnect", 1),
      good("6", "/META/x", 1),
    ],
  },
  {
    clause: "20",
    rule: "an extension that drops a request answers 404; one that drops a reply sends nothing more",
    steps: [
      ...joined(),
      exchange(
        publish("3", "/chat", 1, { ext: { drop: "request" } }),
        failed({ channel: "/chat", id: "3" }, "404::message_deleted"),
      ),
      {
        send: [publish("4", "/chat", 1, { ext: { drop: "reply" } }), publish("5", "/chat", 1)],
        get: [{ channel: "/chat", id: "5", successful: true }],
      },
    ],
  },
  {
    clause: "14.2, 20",
    rule: "over HTTP there is an answer even if every reply was dropped",
    over: ["http"],
    steps: [
      ...joined(),
      exchange(publish("4", "/chat", 1, { ext: { drop: "reply" } }), {
        channel: "/meta/unsuccessful",
        successful: false,
        error: "404::message_deleted",
      }),
    ],
  },
  {
    clause: "8.3",
    rule: "a service answers its caller, subscribed or not, before the reply; nobody else hears of it",
    steps: [
      ...joined(),
      ...joined("bob"),
      { from: "bob", send: [subscribe("3", "/**", "bob")], get: [ok(subscribe("3", "/**"))] },
      exchange(
        publish("4", "/service/echo", { you: "said" }),
        { channel: "/service/echo", data: { you: "said" } },
        okOf("/service/echo", "4"),
      ),
      exchange(publish("5", "/service/whisper", 1), { channel: "/whisper", data: 1 }, okOf("/service/whisper", "5")),
      exchange(publish("6", "/service/nobody", 1), okOf("/service/nobody", "6")),
      { from: "bob", delivered: [] },
    ],
  },
  {
    clause: "8.3, 24",
    rule: "a service may refuse, take its time, and put ext on the reply",
    steps: [
      ...joined(),
      bad("3", "/service/refuse", "403:not_you:service_refused"),
      exchange(publish("4", "/service/later", 1), { ...okOf("/service/later", "4"), ext: { noted: true } }),
    ],
  },
  {
    clause: "8.4",
    rule: "a remote call: a delivery with the call's channel and id, and the plain reply beside it",
    steps: [
      ...joined(),
      exchange(
        publish("8", "/service/sum", [1, 2, 3]),
        { channel: "/service/sum", id: "8", successful: true, data: 6 },
        okOf("/service/sum", "8"),
      ),
    ],
  },
  {
    clause: "13.1",
    rule: "an array is handled in order, and answered in order, whatever becomes of each",
    steps: [
      ...joined(),
      {
        send: [
          publish("3", "/quiet", 1),
          { id: "4", channel: "bad" },
          publish("5", "/policed/talk", 1),
          { id: "6", channel: "/quiet", clientId: "other", data: 1 },
          publish("7", "/service/later", 1),
          publish("8", "/quiet", 2),
        ],
        get: [
          okOf("/quiet", "3"),
          failed({ id: "4", channel: "bad" }, "405::channel_invalid"),
          failed({ id: "5", channel: "/policed/talk" }, "403:denied_by_security_policy:publish_denied"),
          failed({ id: "6", channel: "/quiet" }, UNKNOWN.error),
          { ...okOf("/service/later", "7"), ext: { noted: true } },
          okOf("/quiet", "8"),
        ],
      },
    ],
  },
  {
    clause: "13.2",
    rule: "deliveries come before the replies of the request that caused them",
    steps: [
      ...joined(),
      {
        send: [CHAT, publish("4", "/chat", 1), publish("5", "/chat", 2)],
        get: [
          { channel: "/chat", data: 1 },
          { channel: "/chat", data: 2 },
          ok(CHAT),
          okOf("/chat", "4"),
          okOf("/chat", "5"),
        ],
      },
    ],
  },
  {
    clause: "13.3",
    rule: "what a request causes for its own session rides on its response, not on the held connect",
    over: ["http"],
    steps: [
      ...joined(),
      exchange(CHAT, ok(CHAT)),
      { hold: { id: "4", channel: "/meta/connect", clientId: "$ann", connectionType: "$type" }, as: "connect" },
      exchange(publish("5", "/chat", 1), { channel: "/chat", data: 1 }, okOf("/chat", "5")),
    ],
  },
  {
    clause: "8.2",
    rule: "every subscriber gets the same, once, in the order of the publishes",
    steps: [
      ...joined(),
      ...joined("bob"),
      ...joined("cid"),
      { from: "bob", send: [subscribe("3", "/talk", "bob")], get: [ok(subscribe("3", "/talk"))] },
      { from: "cid", send: [subscribe("3", ["/talk", "/*"], "cid")], get: [ok(subscribe("3", ["/talk", "/*"]))] },
      good("4", "/talk", 1),
      { send: [publish("5", "/talk", 2), publish("6", "/talk", 3)], get: [okOf("/talk", "5"), okOf("/talk", "6")] },
      { from: "bob", delivered: [1, 2, 3].map((data) => ({ channel: "/talk", data })) },
      { from: "cid", delivered: [1, 2, 3].map((data) => ({ channel: "/talk", data })) },
    ],
  },
];

function okOf(channel: string, id: string) {
  return { channel, id, successful: true };
}

function good(id: string, channel: string, data: unknown) {
  return exchange(publish(id, channel, data), okOf(channel, id));
}

function bad(id: string, channel: string, error: string) {
  return exchange(publish(id, channel, 1), { channel, id, successful: false, error });
}
