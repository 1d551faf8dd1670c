import assert from "node:assert/strict";
import { test } from "node:test";
import type { ServerChannel } from "../../../core/channel/server-channel.js";
import type { Message } from "../../../core/message/message.js";
import { DefaultSecurityPolicy } from "../../../core/security/security-policy.js";
import type { BayeuxOptionsInput } from "../../../core/server/bayeux-options.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

async function started(options: BayeuxOptionsInput = {}) {
  const clock = new FakeClock();
  const server = new BayeuxServer(options, { clock });
  const join = async () => {
    const socket = new FakeSocket(server);
    socket.send({ id: "1", channel: "/meta/handshake" });
    await clock.settle();
    const clientId = String(socket.read()[0]?.clientId);
    const say = async (...messages: Message[]) => {
      socket.send(...messages.map((message) => ({ ...message, clientId })));
      await clock.settle();
      return socket.read();
    };
    return { say, read: () => socket.read(), session: server.getSession(clientId)! };
  };
  return { clock, server, join };
}

const brief = (messages: readonly Message[]) =>
  messages.map(({ channel, id, data, error }) => error ?? data ?? `${channel} ${id}`);

test("a subscribe is answered when the listener says so; messages come, and other requests are answered, before", async () => {
  const { clock, server, join } = await started();
  const asked: string[][] = [];
  let confirm!: () => void;
  server.addListener({
    confirming(_session, channels) {
      asked.push(channels.map(({ name }) => name));
      return new Promise((resolve) => {
        confirm = resolve;
      });
    },
  });
  const { say, read } = await join();
  assert.deepEqual(await say({ id: "2", channel: "/meta/subscribe", subscription: ["/a", "/b/**"] }), []);
  assert.deepEqual(asked, [["/a", "/b/**"]]);
  assert.deepEqual(brief(await say({ id: "3", channel: "/b/x", data: "before" })), ["before", "/b/x 3"]);
  confirm();
  await clock.settle();
  assert.deepEqual(brief(read()), ["/meta/subscribe 2"]);
});

test("nobody waits for a refused subscribe, a listener that fails, or one with nothing to wait for", async () => {
  const { server, join } = await started();
  let asked = 0;
  const remove = server.addListener({
    confirming() {
      asked += 1;
      return Promise.reject(new Error("no"));
    },
  });
  const { say } = await join();
  const subscribe = (id: string, subscription: string) => say({ id, channel: "/meta/subscribe", subscription });
  assert.deepEqual(brief(await subscribe("2", "/meta/connect")), ["403:denied_by_security_policy:subscribe_denied"]);
  assert.equal(asked, 0);
  assert.deepEqual(brief(await subscribe("3", "/a")), ["/meta/subscribe 3"]);
  assert.equal(asked, 1);
  remove();
  server.addListener({ confirming: () => undefined });
  assert.deepEqual(brief(await subscribe("4", "/b")), ["/meta/subscribe 4"]);
});

test("a local session's subscribe is answered in its own call, and asks nobody", async () => {
  const { server } = await started();
  server.addListener({ confirming: () => assert.fail("asked") });
  const local = server.newLocalSession("app");
  await local.handshake();
  local.subscribe("/a", () => {});
  assert.equal(local.session.subscriptions.size, 1);
});

test("a trusted session subscribes past policy and authorizers, up to its own limits, and never to a meta channel", async () => {
  const { server, join } = await started({ maxSubscriptions: 1, maxChannels: 20 });
  server.policy = new (class extends DefaultSecurityPolicy {
    override canSubscribe() {
      return false;
    }
  })();
  server.createChannel("/a/**").addAuthorizer({ authorize: () => ({ deny: "nobody" }) });
  const { say, session } = await join();
  const subscribe = (id: string, ...subscription: string[]) => say({ id, channel: "/meta/subscribe", subscription });
  assert.match(String((await subscribe("2", "/a/b"))[0]?.error), /denied/);
  session.isTrusted = true;
  assert.deepEqual(brief(await subscribe("3", "/a/b")), ["/meta/subscribe 3"]);
  assert.deepEqual(brief(await subscribe("4", "/a/c")), ["403:too_many_subscriptions:subscribe_denied"]);
  session.maxSubscriptions = 100;
  assert.deepEqual(brief(await subscribe("5", "/a/c", "/a/d")), ["/meta/subscribe 5"]);
  assert.match(String((await subscribe("6", "/meta/x"))[0]?.error), /^403/);
  assert.equal(server.getChannel("/meta/x"), undefined);
  const many = Array.from({ length: 20 }, (_, index) => `/many/${index}`);
  assert.deepEqual(brief(await subscribe("7", ...many)), ["403:too_many_channels:create_denied"]);
});

test("who comes and goes as a listener of a channel is told", async () => {
  const { server } = await started();
  const seen: string[] = [];
  const note = ({ name, listeners }: ServerChannel) => void seen.push(`${name} ${listeners.length}`);
  server.addListener({ listenersChanged: note });
  const remove = server.createChannel("/a").addListener(() => {});
  server.addMessageListener("/prices/{symbol}", () => {});
  remove();
  server.createChannel("/prices/*").remove();
  assert.deepEqual(seen, ["/a 1", "/prices/* 1", "/a 0", "/prices/* 0"]);
});
