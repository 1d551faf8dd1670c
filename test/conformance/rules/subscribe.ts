import type { Rule } from "../rule.js";
import { exchange, failed, joined, ok, publish, subscribe, unsubscribe } from "./messages.js";

const DENIED = "403:denied_by_security_policy:subscribe_denied";

/** Spec section 7, and 3 where names are concerned. */
export const subscribeRules: readonly Rule[] = [
  {
    clause: "7",
    rule: "one channel, and the reply echoes it",
    steps: [...joined(), same(subscribe("3", "/chat/*"))],
  },
  {
    clause: "7",
    rule: "an array, echoed whole, and every one of it counts",
    steps: [...joined(), same(subscribe("3", ["/a", "/b"])), ...heard("4", "/a"), ...heard("5", "/b")],
  },
  {
    clause: "7",
    rule: "an array stops at the first refusal; those before it stay, those after it are not subscribed",
    steps: [
      ...joined(),
      exchange(
        subscribe("3", ["/a", "/policed/talk", "/b"]),
        failed(subscribe("3", ["/a", "/policed/talk", "/b"]), DENIED),
      ),
      ...heard("4", "/a"),
      exchange(publish("5", "/b", 1), { channel: "/b", id: "5", successful: true }),
    ],
  },
  {
    clause: "7",
    rule: "one malformed name in an array subscribes nothing",
    steps: [
      ...joined(),
      wrong(subscribe("3", ["/a", "b"]), "403::subscription_invalid"),
      wrong(subscribe("4", ["/a", 5]), "403::subscription_invalid"),
      wrong(subscribe("5", ["/a", ["/b"]]), "403::subscription_invalid"),
      exchange(publish("6", "/a", 1), { channel: "/a", id: "6", successful: true }),
    ],
  },
  {
    clause: "7",
    rule: "a missing subscription, also as null or an empty array",
    steps: [
      ...joined(),
      wrong(subscribe("3", undefined), "403::subscription_missing"),
      wrong(subscribe("4", []), "403::subscription_missing"),
      exchange(
        { id: "5", channel: "/meta/subscribe", clientId: "$ann", subscription: null },
        {
          id: "5",
          channel: "/meta/subscribe",
          subscription: null,
          successful: false,
          error: "403::subscription_missing",
        },
      ),
      wrong(unsubscribe("6", undefined), "403::subscription_missing"),
      wrong(unsubscribe("7", []), "403::subscription_missing"),
    ],
  },
  {
    clause: "3.1",
    rule: "names that are none",
    steps: [
      ...joined(),
      ...[
        "",
        "/",
        "chat",
        "/a//b",
        "//a",
        "/a//",
        "/**/b",
        "/a/*/b",
        "/ünï",
        "/a?b",
        "/a:b",
        "/a\u0000",
        "/a\nb",
        " /a",
      ].map((name) => wrong(subscribe("3", name), "403::subscription_invalid")),
      ...[5, true, {}, { channel: "/a" }].map((name) => wrong(subscribe("3", name), "403::subscription_invalid")),
      wrong(unsubscribe("4", "chat"), "403::subscription_invalid"),
    ],
  },
  {
    clause: "3.1",
    rule: "names that are unusual and legal, echoed as they were sent",
    steps: [
      ...joined(),
      ...["/a/", "/a b", "/a*", "/a/*b", "/a/**b", "/{room}/x", "/!#$()+-.@_~", "/a ", "/a/ ", "/a /"].map((name) =>
        same(subscribe("3", name)),
      ),
    ],
  },
  {
    clause: "3.1",
    rule: "a trailing slash and blanks around a name do not make another channel",
    steps: [
      ...joined(),
      same(subscribe("3", "/tidy/")),
      same(subscribe("4", "/tidy ")),
      exchange(
        publish("5", "/tidy", 1),
        { channel: "/tidy", data: 1 },
        { channel: "/tidy", id: "5", successful: true },
      ),
      exchange(
        publish("6", "/tidy/", 2),
        { channel: "/tidy", data: 2 },
        { channel: "/tidy/", id: "6", successful: true },
      ),
      exchange(
        publish("7", "/tidy /", 3),
        { channel: "/tidy", data: 3 },
        { channel: "/tidy /", id: "7", successful: true },
      ),
      same(unsubscribe("8", "/tidy /")),
      exchange(publish("9", "/tidy", 4), { channel: "/tidy", id: "9", successful: true }),
    ],
  },
  {
    clause: "3.1",
    rule: "/a/* takes one further segment, /a/** one or more, neither takes /a",
    steps: [
      ...joined(),
      ...joined("bob"),
      same(subscribe("3", "/w/*")),
      { from: "bob", send: [subscribe("3", "/w/**", "bob")], get: [ok(subscribe("3", "/w/**"))] },
      ...["/w", "/w/1", "/w/1/2", "/w/1/2/3"].map((channel) => ({
        from: "bob",
        send: [publish("4", channel, channel, {}, "bob")],
        get: [...(channel === "/w" ? [] : [{ channel, data: channel }]), { channel, id: "4", successful: true }],
      })),
      { delivered: [{ channel: "/w/1", data: "/w/1" }] },
    ],
  },
  {
    clause: "8.2",
    rule: "a session with several matching subscriptions gets one copy",
    steps: [
      ...joined(),
      same(subscribe("3", ["/**", "/m/**", "/m/n/**", "/m/n/*", "/m/n/o"])),
      ...heard("4", "/m/n/o"),
    ],
  },
  {
    clause: "3.2",
    rule: "/** takes broadcast channels only",
    steps: [
      ...joined(),
      same(subscribe("3", "/**")),
      exchange(publish("4", "/service/none", 1), { channel: "/service/none", id: "4", successful: true }),
      ...heard("5", "/meta"),
    ],
  },
  {
    clause: "7",
    rule: "subscribing twice is a success and changes nothing",
    steps: [...joined(), same(subscribe("3", "/a")), same(subscribe("4", "/a")), ...heard("5", "/a")],
  },
  {
    clause: "7",
    rule: "a service channel: success without effect; a meta channel: refused",
    steps: [
      ...joined(),
      same(subscribe("3", "/service/echo")),
      same(subscribe("4", "/service/**")),
      exchange(publish("5", "/service/x", 1), { channel: "/service/x", id: "5", successful: true }),
      same(unsubscribe("6", "/service/echo")),
      same(unsubscribe("7", "/service/never")),
      wrong(subscribe("8", "/meta/connect"), DENIED),
      wrong(subscribe("9", "/meta/**"), "403:denied_by_security_policy:create_denied"),
      wrong(subscribe("10", "/meta/connect/"), DENIED),
      wrong(unsubscribe("11", "/meta/connect"), "403::unsubscribe_failed"),
    ],
  },
  {
    clause: "10",
    rule: "refusals name who refused, and what",
    steps: [
      ...joined(),
      wrong(subscribe("3", "/policed/talk"), DENIED),
      wrong(subscribe("4", "/nocreate/x"), "403:denied_by_security_policy:create_denied"),
      wrong(subscribe("5", "/guarded/x"), "403:denied_by_not_granting:subscribe_denied"),
      wrong(subscribe("6", "/guarded/**"), "403:denied_by_not_granting:subscribe_denied"),
      same(subscribe("7", "/guarded/stage")),
    ],
  },
  {
    clause: "7",
    rule: "unsubscribe ends it; an array as well",
    steps: [
      ...joined(),
      same(subscribe("3", ["/a", "/b", "/c"])),
      same(unsubscribe("4", "/a")),
      same(unsubscribe("5", ["/b", "/c"])),
      ...["/a", "/b", "/c"].map((channel) =>
        exchange(publish("6", channel, 1), { channel, id: "6", successful: true }),
      ),
    ],
  },
  {
    clause: "7",
    rule: "unsubscribe from what the server does not know: 400; from what is known and not subscribed: success",
    steps: [
      ...joined(),
      wrong(unsubscribe("3", "/never/made"), "400::channel_missing"),
      same(unsubscribe("4", "/policed/talk")),
    ],
  },
  {
    clause: "7, 10",
    rule: "unsubscribe from a meta channel, from what is no name, from nothing",
    steps: [
      ...joined(),
      wrong(unsubscribe("3", "/meta/connect"), "403::unsubscribe_failed"),
      wrong(unsubscribe("4", "chat"), "403::subscription_invalid"),
      wrong(unsubscribe("5", 5), "403::subscription_invalid"),
      exchange(
        { id: "6", channel: "/meta/unsubscribe", clientId: "$ann" },
        failed({ id: "6", channel: "/meta/unsubscribe" }, "403::subscription_missing"),
      ),
    ],
  },
  {
    clause: "7",
    rule: "subscribing replays nothing",
    steps: [
      ...joined(),
      exchange(publish("3", "/a", "early"), { channel: "/a", id: "3", successful: true }),
      same(subscribe("4", "/a")),
      ...heard("5", "/a"),
    ],
  },
  {
    clause: "7",
    rule: "what was queued before an unsubscribe is still delivered",
    over: ["http"],
    steps: [
      ...joined(),
      ...joined("bob"),
      same(subscribe("3", "/a")),
      { from: "bob", send: [publish("3", "/a", 1, {}, "bob")], get: [{ channel: "/a", id: "3", successful: true }] },
      exchange(unsubscribe("4", "/a"), { channel: "/a", data: 1 }, ok(unsubscribe("4", "/a"))),
    ],
  },
  {
    clause: "7",
    rule: "subscriptions end with their session",
    steps: [
      ...joined(),
      same(subscribe("3", "/a")),
      exchange(
        { id: "4", channel: "/meta/disconnect", clientId: "$ann" },
        { id: "4", channel: "/meta/disconnect", successful: true },
      ),
      ...joined("ann"),
      exchange(publish("5", "/a", 1), { channel: "/a", id: "5", successful: true }),
    ],
  },
];

function same(request: ReturnType<typeof subscribe>) {
  return exchange(request, ok(request));
}

function wrong(request: ReturnType<typeof subscribe>, error: string) {
  return exchange(request, failed(request, error));
}

/** Ann publishes there and gets it back, once. */
function heard(id: string, channel: string) {
  return [exchange(publish(id, channel, id), { channel, data: id }, { channel, id, successful: true })];
}
