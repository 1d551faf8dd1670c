import assert from "node:assert/strict";
import { test } from "node:test";
import { AuthPolicy } from "../../auth/auth-policy.js";
import type { SecurityPolicy } from "../../core/security/security-policy.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { FakeClient } from "../core/fake-client.js";
import { FakeSocket } from "../core/fake-connection.js";
import { FakeClock } from "../support/fake-clock.js";

const PEER = { ext: { peer: true } };

/** A server under an AuthPolicy, whose parts note when they are asked; `refusing` is the one that says no. */
function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const asked: string[] = [];
  const state = { refusing: "" };
  const answers = (name: string) => async (): Promise<boolean> => {
    asked.push(name);
    return state.refusing !== name;
  };
  const policyOf = (name: string): SecurityPolicy => ({
    canHandshake: answers(name),
    canCreate: answers(name),
    canSubscribe: answers(name),
    canPublish: answers(name),
  });
  const peers = new Set<unknown>();
  const policy = new AuthPolicy(
    {
      presentsOort: (message) => message.ext?.peer === true,
      isOortHandshake: () => {
        asked.push("peer");
        return true;
      },
      isOort: (session) => peers.has(session),
    },
    answers("login"),
  );
  policy.rights = policyOf("rights");
  policy.application = policyOf("application");
  policy.hooks = policyOf("hooks");
  server.policy = policy;
  server.start();
  /** Who was asked since the last time. */
  const takeAsked = (): string[] => asked.splice(0);
  return { clock, server, policy, state, peers, takeAsked };
}

const EVERYBODY = ["rights", "application", "hooks"];

test("a client meets the login, then rights, the application and hooks; the first that says no has the last word", async () => {
  const { clock, server, state, takeAsked } = started();
  const client = await FakeClient.login(server, clock);
  assert.deepEqual(takeAsked(), ["login", ...EVERYBODY]);
  await client.ask({ channel: "/meta/subscribe", subscription: "/chat" });
  assert.deepEqual(takeAsked(), [...EVERYBODY, ...EVERYBODY], "once to create it, once to subscribe");
  for (const [index, name] of EVERYBODY.entries()) {
    state.refusing = name;
    const reply = await client.ask({ channel: "/chat", data: 1 });
    assert.match(String(reply.error), /^403:/);
    assert.deepEqual(takeAsked(), EVERYBODY.slice(0, index + 1));
  }
  state.refusing = "login";
  const socket = new FakeSocket(server);
  socket.send({ channel: "/meta/handshake" });
  await clock.settle();
  assert.equal(socket.read()[0]?.successful, false);
  assert.deepEqual(takeAsked(), ["login"]);
});

test("CometD's own rule comes first: a client has no business on meta channels, whatever others say", async () => {
  const { clock, server, takeAsked } = started();
  const client = await FakeClient.login(server, clock);
  takeAsked();
  const reply = await client.ask({ channel: "/meta/subscribe", subscription: "/meta/connect" });
  assert.match(String(reply.error), /^403:/);
  assert.deepEqual(takeAsked(), []);
});

test("a peer proves the secret, and nobody is asked what it may do", async () => {
  const { clock, server, peers, takeAsked } = started();
  const peer = await FakeClient.login(server, clock, PEER);
  assert.deepEqual(takeAsked(), ["peer"]);
  peers.add(peer.session);
  assert.equal((await peer.ask({ channel: "/chat", data: 1 })).successful, true);
  assert.deepEqual(takeAsked(), []);
});

test("of this process' own sessions only the application is asked, and nobody of their handshakes", async () => {
  const { clock, server, takeAsked } = started();
  const local = server.newLocalSession("local");
  local.handshake();
  await clock.settle();
  assert.deepEqual(takeAsked(), []);
  local.publish("/chat", 1);
  await clock.settle();
  assert.deepEqual(takeAsked(), ["application", "application"]);
});

test("a node that drains sends clients to another one, and still takes peers", async () => {
  const { clock, server, policy, takeAsked } = started();
  policy.draining = true;
  const socket = new FakeSocket(server);
  socket.send({ channel: "/meta/handshake" });
  await clock.settle();
  const [reply] = socket.read();
  assert.deepEqual([reply?.successful, reply?.advice?.reconnect], [false, "handshake"]);
  assert.deepEqual(takeAsked(), []);
  await FakeClient.login(server, clock, PEER);
  assert.deepEqual(takeAsked(), ["peer"]);
});

test("a message passes unread only where all who would be asked say that it may", async () => {
  const { clock, server, policy } = started();
  const { session } = await FakeClient.login(server, clock);
  const channel = server.createChannel("/chat");
  assert.equal(policy.canPublishUnread(session, channel), undefined, "nobody said so");
  const allowing = { ...policy.rights!, canPublishUnread: () => true };
  policy.rights = allowing;
  policy.application = allowing;
  policy.hooks = undefined;
  assert.equal(policy.canPublishUnread(session, channel), true);
  policy.application = { ...allowing, canPublishUnread: () => false };
  assert.equal(policy.canPublishUnread(session, channel), false);
});
