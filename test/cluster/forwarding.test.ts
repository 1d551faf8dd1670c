import assert from "node:assert/strict";
import { test } from "node:test";
import { crossesLink, Forwarding, fieldsToRepublish } from "../../cluster/forwarding.js";

function observing(...channels: string[]): Forwarding {
  const forwarding = new Forwarding();
  for (const channel of channels) forwarding.observe(channel);
  return forwarding;
}

test("a node takes what it observes, by name or by wildcard, and nothing else", () => {
  const chat = observing("/chat/**", "/news");
  assert.equal(chat.takes("/chat/a/b"), true);
  assert.equal(chat.takes("/news"), true);
  assert.equal(chat.takes("/other"), false);
  assert.equal(chat.takes("/service/chat"), false);
  assert.equal(chat.takes("/meta/connect"), false);
  chat.deobserve("/chat/**");
  assert.equal(chat.takes("/chat/a/b"), false);
});

test("wildcards never take the cluster's own channels; observing one by name does", () => {
  const all = observing("/**", "/seti/all");
  assert.equal(all.takes("/anything"), true);
  assert.equal(all.takes("/seti/all"), true);
  assert.equal(all.takes("/seti/http_other_node"), false);
  assert.equal(all.takes("/oort/objects/x"), false);
  assert.equal(all.takes("/oort/cloud"), false);
});

test("an exact channel is skipped by wildcards, whoever owns it", () => {
  const all = observing("/**");
  all.addExact("/game/scores");
  assert.equal(all.takes("/game/scores"), false);
  all.observe("/game/scores");
  assert.equal(all.takes("/game/scores"), true);
});

test("observing is idempotent, and keeps its order for the opening batch", () => {
  const forwarding = observing("/b", "/a");
  assert.equal(forwarding.observe("/b"), false);
  assert.deepEqual([...forwarding.observed], ["/b", "/a"]);
  assert.equal(forwarding.deobserve("/c"), false);
});

test("ext and unknown fields are republished, protocol fields are not", () => {
  const message = {
    channel: "/chat/x",
    id: "1",
    clientId: "c",
    data: 1,
    ext: { trace: "77" },
    custom: [1],
    advice: { reconnect: "none" as const },
    successful: true,
    error: "x",
    subscription: "/y",
  };
  assert.deepEqual(fieldsToRepublish(message), { ext: { trace: "77" }, custom: [1] });
});

test("one hop: what an Oort session published goes to no link, what a client or the server published goes to all", () => {
  const delivery = { channel: "/chat/x", subscribedExactly: false };
  assert.equal(crossesLink({ ...delivery, sender: "oort" }), false);
  assert.equal(crossesLink({ ...delivery, sender: "other" }), true);
  assert.equal(crossesLink({ ...delivery, sender: "none" }), true);
  assert.equal(crossesLink({ channel: "/service/x", sender: "oort", subscribedExactly: false }), true);
});

test("an internal message goes only to the peer that wants exactly that channel", () => {
  const delivery = { channel: "/seti/http_gamma", sender: "other" } as const;
  assert.equal(crossesLink({ ...delivery, subscribedExactly: true }), true);
  assert.equal(crossesLink({ ...delivery, subscribedExactly: false }), false);
});
