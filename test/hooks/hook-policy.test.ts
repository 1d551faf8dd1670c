import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { ServerSession } from "../../core/session/server-session.js";
import { ChannelFilter } from "../../hooks/channel-filter.js";
import type { HookAnswer } from "../../hooks/hook-answer.js";
import type { HookAsker } from "../../hooks/hook-asker.js";
import { hookOptions } from "../../hooks/hook-options.js";
import { HookPolicy } from "../../hooks/hook-policy.js";

/** A policy with one hook that always answers the same. */
function policyOf(answer: HookAnswer | undefined, more: object = {}, mayNameUsers = true) {
  const secrets = [`whsec_${Buffer.alloc(32).toString("base64")}`];
  const before = ["connect", "subscribe", "publish"];
  const options = hookOptions.parse({
    name: "gate",
    url: "http://x/",
    secrets,
    before,
    channels: ["/chat/**"],
    ...more,
  });
  const named: string[] = [];
  const asker = { ask: async () => answer } as unknown as HookAsker;
  const policy = new HookPolicy([{ options, channels: new ChannelFilter(options.channels), asker }], {
    describe: () => ({}),
    mayNameUsers,
    setUser: (_session, user) => void named.push(user),
  });
  const server = new BayeuxServer();
  const local = server.newLocalSession("client");
  local.handshake();
  const session = local.session;
  assert.ok(session instanceof ServerSession);
  return { policy, named, session, channel: (name: string) => server.createChannel(name) };
}

test("a channel that no hook wants is decided at once, and published unread", async () => {
  const { policy, session, channel } = policyOf({ kind: "denied", reason: "no" });
  const message = { channel: "/news", data: 1 };
  assert.equal(policy.canPublish(session, channel("/news"), message), true, "no promise");
  assert.equal(policy.canSubscribe(session, channel("/news"), message), true);
  assert.equal(policy.canPublishUnread(session, channel("/news")), true);
  assert.equal(policy.canPublishUnread(session, channel("/chat/room")), undefined);
  await assert.rejects(async () => policy.canPublish(session, channel("/chat/room"), message), /403:gate:no/);
});

test("a hook that is only asked about connects makes nobody else wait", () => {
  const { policy, session, channel } = policyOf(undefined, { before: ["connect"] });
  assert.equal(policy.canPublish(session, channel("/chat/room"), { channel: "/chat/room" }), true);
  assert.equal(policy.canPublishUnread(session, channel("/chat/room")), true);
});

test("where a token says who the user is, a hook that says it is another has failed", async () => {
  const answer = { kind: "allowed", change: { user: "alice" } } as const;
  const handshake = { channel: "/meta/handshake" };
  const open = policyOf(answer);
  assert.equal(await open.policy.canHandshake(open.session, handshake, handshake), true);
  assert.deepEqual(open.named, ["alice"]);
  const jwt = policyOf(answer, {}, false);
  await assert.rejects(async () => jwt.policy.canHandshake(jwt.session, handshake, handshake), /500:gate:hook_failed/);
  assert.deepEqual(jwt.named, []);
});
