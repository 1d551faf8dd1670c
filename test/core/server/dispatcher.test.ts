import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxError } from "../../../core/message/bayeux-error.js";
import type { Message } from "../../../core/message/message.js";
import { DefaultSecurityPolicy } from "../../../core/security/security-policy.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

/** Answers when the test says so. */
class SlowPolicy extends DefaultSecurityPolicy {
  readonly #questions: (() => void)[] = [];

  override canPublish(...[session, channel, message]: Parameters<DefaultSecurityPolicy["canPublish"]>) {
    const answer = super.canPublish(session, channel, message);
    if (!channel.name.startsWith("/slow/")) return answer;
    return new Promise<boolean>((resolve) => this.#questions.push(() => resolve(answer)));
  }

  decide(): void {
    this.#questions.shift()!();
  }
}

async function joined(policy = new SlowPolicy()) {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  server.policy = policy;
  const socket = new FakeSocket(server);
  socket.send({ id: "h", channel: "/meta/handshake" });
  await clock.settle();
  const clientId = String(socket.read()[0]?.clientId);
  const publish = (id: string, channel: string): Message => ({ id, channel, clientId, data: id });
  return { clock, server, policy, socket, clientId, publish };
}

function idsOf(messages: Message[]): (string | undefined)[] {
  return messages.map(({ id }) => id);
}

test("a slow policy holds back its session's later requests, which are then all answered, in order", async () => {
  const { clock, policy, socket, publish } = await joined();
  socket.send(publish("1", "/slow/a"), publish("2", "/quick"));
  for (const id of ["3", "4", "5"]) socket.send(publish(id, "/quick"));
  socket.send(publish("6", "/slow/b"));
  socket.send(publish("7", "/quick"));
  await clock.settle();
  assert.deepEqual(socket.read(), []);
  assert.ok(socket.isPaused, "a peer that asks faster than it is answered is not read from");
  policy.decide();
  await clock.settle();
  assert.deepEqual(idsOf(socket.read()), ["1", "2", "3", "4", "5"]);
  policy.decide();
  await clock.settle();
  assert.deepEqual(idsOf(socket.read()), ["6", "7"]);
  assert.ok(!socket.isPaused);
});

test("nobody else waits for it", async () => {
  const { clock, server, policy, socket, publish } = await joined();
  const bob = new FakeSocket(server);
  bob.send({ id: "h", channel: "/meta/handshake" });
  await clock.settle();
  const clientId = bob.read()[0]?.clientId;
  socket.send(publish("1", "/slow/a"));
  bob.send({ id: "2", channel: "/quick", clientId, data: 1 });
  await clock.settle();
  assert.deepEqual(idsOf(bob.read()), ["2"]);
  policy.decide();
});

test("a subscription made while the channel was swept is a subscription", async () => {
  const policy = new (class extends DefaultSecurityPolicy {
    decide: () => void = () => {};
    override canSubscribe() {
      return new Promise<boolean>((resolve) => {
        this.decide = () => resolve(true);
      });
    }
  })();
  const { clock, server, socket, clientId } = await joined(policy as unknown as SlowPolicy);
  server.start();
  socket.send({ id: "1", channel: "/meta/subscribe", clientId, subscription: "/news" });
  await clock.advance(5_000);
  assert.equal(server.getChannel("/news"), undefined, "swept");
  policy.decide();
  await clock.settle();
  assert.equal(socket.read()[0]?.successful, true);
  assert.equal(server.publish(undefined, "/news", "hi"), 1);
  await clock.settle();
  assert.deepEqual(socket.read(), [{ channel: "/news", data: "hi" }]);
});

test("a session that ends while the policy thinks is not subscribed any more", async () => {
  const { clock, server, policy, socket, clientId } = await joined();
  let decide: (allowed: boolean) => void = () => {};
  policy.canSubscribe = () =>
    new Promise<boolean>((resolve) => {
      decide = resolve;
    });
  socket.send({ id: "1", channel: "/meta/subscribe", clientId, subscription: "/news" });
  await clock.settle();
  server.getSession(clientId)?.disconnect();
  decide(true);
  await clock.settle();
  assert.deepEqual(socket.read().at(-1)?.error, "403::subscribe_failed");
  assert.equal(server.publish(undefined, "/news", "hi"), 0);
  assert.equal(server.getChannel("/news")?.subscribers.size, 0);
});

test("limits are asked again when a slow policy has made up its mind", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({ maxSessions: 1 }, { clock });
  const decisions: (() => void)[] = [];
  server.policy = new (class extends DefaultSecurityPolicy {
    override canHandshake() {
      return new Promise<boolean>((resolve) => decisions.push(() => resolve(true)));
    }
  })();
  const sockets = [new FakeSocket(server), new FakeSocket(server), new FakeSocket(server)];
  for (const socket of sockets.slice(0, 2)) socket.send({ id: "1", channel: "/meta/handshake" });
  for (const decide of decisions.splice(0)) decide();
  await clock.settle();
  const replies = sockets.slice(0, 2).map((socket) => socket.read()[0]);
  assert.deepEqual([replies[0]?.successful, replies[1]?.error], [true, "403:too_many_sessions:handshake_denied"]);
  assert.equal(replies[1]?.advice, undefined, "so that it tries again later");
  assert.equal(server.remoteSessionCount, 1);
  server.getSession(String(replies[0]?.clientId))?.disconnect();
  sockets[2]!.send({ id: "1", channel: "/meta/handshake" });
  server.close();
  decisions[0]!();
  await clock.settle();
  assert.equal(sockets[2]!.read()[0]?.error, "403:server_closing:handshake_denied");
  assert.equal(server.sessions.size, 0);
});

test("a policy that throws or rejects refuses, and costs nothing else", async () => {
  const { clock, server, socket, publish, clientId } = await joined();
  server.policy = new (class extends DefaultSecurityPolicy {
    override canPublish(): boolean {
      throw new Error("my fault");
    }
    override canSubscribe(): Promise<boolean> {
      return Promise.reject(new Error("my fault"));
    }
    override canCreate() {
      return undefined as unknown as boolean;
    }
  })();
  server.createChannel("/there");
  socket.send(publish("1", "/there"), { id: "2", channel: "/meta/subscribe", clientId, subscription: "/there" });
  socket.send(publish("3", "/new"));
  await clock.settle();
  assert.deepEqual(
    socket.read().map(({ error }) => error),
    [
      "403:denied_by_security_policy:publish_denied",
      "403:denied_by_security_policy:subscribe_denied",
      "403:denied_by_security_policy:channel_create_denied",
    ],
  );
});

test("an authorizer that throws costs the message that asked it", async () => {
  const { clock, server, socket, publish } = await joined();
  server.createChannel("/guarded").addAuthorizer({
    authorize() {
      throw new Error("my fault");
    },
  });
  socket.send(publish("1", "/guarded"), publish("2", "/quick"));
  await clock.settle();
  assert.deepEqual(
    socket.read().map(({ error, successful }) => error ?? successful),
    ["500::internal_error", true],
  );
});

test("a service with a promise delays its reply, and nothing else of its session", async () => {
  const { clock, server, socket, publish } = await joined();
  let finish: () => void = () => {};
  server.addService("/service/slow", async (_session, _message, reply) => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    reply.ext = { slow: true };
  });
  socket.send(publish("1", "/service/slow"));
  socket.send(publish("2", "/quick"));
  await clock.settle();
  assert.deepEqual(idsOf(socket.read()), ["2"]);
  finish();
  await clock.settle();
  assert.deepEqual(socket.read(), [{ channel: "/service/slow", id: "1", successful: true, ext: { slow: true } }]);
});

test("requests that wait for services are counted, and reading stops at the limit", async () => {
  const { clock, server, socket, publish } = await joined();
  const finish: (() => void)[] = [];
  server.addService("/service/slow", () => new Promise<void>((resolve) => finish.push(resolve)));
  for (let id = 1; id <= 64; id += 1) socket.send(publish(String(id), "/service/slow"));
  assert.ok(socket.isPaused);
  finish.pop()!();
  await clock.settle();
  assert.ok(!socket.isPaused);
  assert.deepEqual(idsOf(socket.read()), ["64"]);
});

test("services: exact and wildcard ones are all called; one that fails fails the publish", async () => {
  const { clock, server, socket, publish } = await joined();
  const called: string[] = [];
  const remove = server.addService("/service/a/b", () => void called.push("exact"));
  server.addService("/service/a/*", () => void called.push("star"));
  server.addService("/service/**", () => void called.push("all"));
  server.addService("/service/bad", () => {
    throw new BayeuxError(403, ["why"], "no");
  });
  server.addService("/service/bug", () => Promise.reject(new TypeError("not for the wire")));
  for (const [id, channel] of [
    ["1", "/service/a/b"],
    ["2", "/service/bad"],
    ["3", "/service/bug"],
  ] as const) {
    socket.send(publish(id, channel));
  }
  await clock.settle();
  assert.deepEqual(called, ["all", "star", "exact", "all", "all"]);
  assert.deepEqual(
    socket.read().map(({ id, successful, error }) => [id, successful, error]),
    [
      ["1", true, undefined],
      ["2", false, "403:why:no"],
      ["3", false, "500::service_failed"],
    ],
  );
  remove();
  remove();
  called.length = 0;
  socket.send(publish("4", "/service/a/b"));
  assert.deepEqual(called, ["all", "star"]);
  for (const name of ["/chat", "service/x", "/service", "/meta/x", "/service//x"]) {
    assert.throws(() => server.addService(name, () => {}), RangeError);
  }
});

test("a channel listener may change or stop a message, take its time, or fail", async () => {
  const { clock, server, socket, clientId, publish } = await joined();
  socket.send({ id: "s", channel: "/meta/subscribe", clientId, subscription: "/a/*" });
  const order: string[] = [];
  server.createChannel("/a/b").addListener((_session, message) => {
    order.push("exact");
    message.data = `${message.data}!`;
  });
  server.createChannel("/a/*").addListener(async () => void order.push("star"));
  server.createChannel("/**").addListener(() => {
    order.push("all");
    throw new Error("my fault");
  });
  const stop = server.createChannel("/a/c").addListener(async () => false);
  await clock.settle();
  socket.read();
  socket.send(publish("1", "/a/b"));
  socket.send(publish("2", "/a/c"));
  await clock.settle();
  assert.deepEqual(order, ["all", "star", "exact", "all", "star"]);
  assert.deepEqual(socket.read(), [
    { channel: "/a/b", data: "1!" },
    { channel: "/a/b", id: "1", successful: true },
    { channel: "/a/c", id: "2", successful: false, error: "404::message_deleted" },
  ]);
  stop();
});

test("frames behind one that is not Bayeux are not looked at any more", async () => {
  const { server, socket, publish } = await joined();
  const before = server.stats.messagesIn;
  socket.connection.receive("{bad");
  socket.send(publish("1", "/a"));
  assert.equal(socket.closed?.code, 1011);
  assert.equal(server.stats.messagesIn, before);
  assert.equal(server.stats.malformed, 1);
});

test("a frame that waits behind a refused one is not looked at either", async () => {
  const { clock, server, policy, socket, publish } = await joined();
  socket.send(publish("1", "/slow/a"));
  socket.send({ channel: "/meta/handshake" }, publish("2", "/a"));
  socket.send(publish("3", "/a"));
  policy.decide();
  await clock.settle();
  assert.equal(socket.closed?.code, 1011);
  assert.equal(server.getChannel("/a"), undefined);
});
