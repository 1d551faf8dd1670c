import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeClient } from "../fake-client.js";

const PERIOD_MS = 100;
/** Three sweeps, and what the first may be late. */
const IDLE_MS = 4 * PERIOD_MS;

async function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({ sweepPeriodMs: PERIOD_MS }, { clock });
  server.start();
  const login = () => FakeClient.login(server, clock);
  const ann = await login();
  /** What ann gets of a message on `/chat` from the server. */
  const heard = async (data: unknown) => {
    server.publish(undefined, "/chat", data);
    return (await ann.send({ channel: "/other", data: 0 })).flatMap((message) =>
      message.channel === "/chat" ? [message.data] : [],
    );
  };
  return { clock, server, login, ann, heard };
}

test("a channel that is removed leaves nothing behind: no subscriber, listener, check, authorizer or wish", async () => {
  const { clock, server, ann, heard } = await started();
  const news: unknown[] = [];
  const channel = server.createChannel("/chat");
  channel.persistent = true;
  channel.delivery.lazy = true;
  channel.addListener(() => assert.fail("it is gone"));
  channel.addCheck(() => assert.fail("it is gone"));
  channel.addAuthorizer({ authorize: () => "grant" });
  server.createChannel("/chat/blue").persistent = true;
  await ann.send({ channel: "/meta/subscribe", subscription: "/chat" });
  server.addListener({
    unsubscribed: (session, { name }) => news.push([session === ann.session, name, server.getChannel(name)]),
    channelRemoved: ({ name }) => news.push([name, server.getChannel(name)]),
  });
  channel.remove();
  channel.remove();
  assert.deepEqual(news, [
    [true, "/chat", undefined],
    ["/chat", undefined],
  ]);
  assert.deepEqual([...ann.session.subscriptions], []);
  assert.ok(server.getChannel("/chat/blue"), "a channel below it is another one");
  assert.equal(channel.subscribe(ann.session), false, "nobody can be lost on it");
  channel.delivery.lazy = true; // nor has it a say any more

  assert.deepEqual(await heard("nobody"), []);
  const [reply] = await ann.send({ channel: "/chat", data: "past the listener" });
  assert.equal(reply?.successful, true);
  await ann.send({ channel: "/meta/subscribe", subscription: "/chat" });
  assert.deepEqual(await heard("anew"), ["anew"]);
  await clock.advance(IDLE_MS);
  assert.deepEqual(await heard("the sweep takes no other of its name"), ["the sweep takes no other of its name"]);
});

test("meta channels cannot be removed", async () => {
  const { server } = await started();
  assert.throws(() => server.getChannel("/meta/connect")!.remove(), RangeError);
});

test("who subscribed in this process, subscribes again after a channel was removed", async () => {
  const { server } = await started();
  const heard: unknown[] = [];
  const local = server.newLocalSession("local");
  await local.handshake();
  const subscribe = () => {
    local.subscribe("/chat", ({ data }) => heard.push(["local", data]));
    server.subscribe("/chat", ({ data }) => heard.push(["own", data]));
  };
  subscribe();
  server.getChannel("/chat")!.remove();
  server.publish(undefined, "/chat", 1);
  assert.deepEqual(heard, []);
  subscribe();
  server.publish(undefined, "/chat", 2);
  assert.deepEqual(heard.sort(), [
    ["local", 2],
    ["local", 2],
    ["own", 2],
    ["own", 2],
  ]);
});

test("a weak listener does not keep its channel, and goes with it", async () => {
  const { clock, server, ann } = await started();
  let heard = 0;
  const listener = () => {
    heard += 1;
  };
  server.createChannel("/weak").addListener(listener, { weak: true });
  const removeStrong = server.createChannel("/both").addListener(listener);
  server.createChannel("/both").addListener(listener, { weak: true });
  await ann.send({ channel: "/weak", data: 1 });
  await ann.send({ channel: "/both", data: 1 });
  assert.equal(heard, 3);
  await clock.advance(IDLE_MS);
  assert.equal(server.getChannel("/weak"), undefined);
  assert.ok(server.getChannel("/both"));
  await ann.send({ channel: "/weak", data: 2 });
  assert.equal(heard, 3);
  removeStrong();
  await ann.send({ channel: "/both", data: 2 });
  assert.equal(heard, 4, "the other one of the same function stays");
  await clock.advance(IDLE_MS);
  assert.equal(server.getChannel("/both"), undefined);
});

test("a listener lasts no longer than its session or its signal", async () => {
  const { clock, server, login, ann } = await started();
  const bob = await login();
  const stop = new AbortController();
  const heard: string[] = [];
  const channel = server.createChannel("/chat");
  channel.addListener(() => void heard.push("bob's"), { session: bob.session });
  server.addMessageListener("/{any}", () => void heard.push("signalled"), { signal: stop.signal });
  channel.addListener(() => void heard.push("either"), { session: bob.session, signal: stop.signal });
  await ann.send({ channel: "/chat", data: 1 });
  assert.deepEqual(heard.splice(0).sort(), ["bob's", "either", "signalled"]);
  bob.session.disconnect();
  await ann.send({ channel: "/chat", data: 2 });
  assert.deepEqual(heard.splice(0), ["signalled"]);
  stop.abort();
  await ann.send({ channel: "/chat", data: 3 });
  assert.deepEqual(heard, []);
  channel.addListener(() => assert.fail("too late"), { session: bob.session });
  channel.addListener(() => assert.fail("too late"), { signal: stop.signal });
  await ann.send({ channel: "/chat", data: 4 });
  await clock.advance(IDLE_MS);
  assert.equal(server.getChannel("/chat"), undefined, "nothing keeps it");
});

test("a set-up that fails is nothing to the channel that comes after it", async () => {
  const { clock, server, ann } = await started();
  const remove = server.addInitializer("/chat", (channel) => {
    channel.addListener(() => undefined)();
    throw new Error("not today");
  });
  assert.throws(() => server.createChannel("/chat"), /not today/);
  remove();
  await ann.send({ channel: "/meta/subscribe", subscription: "/chat" });
  await clock.advance(IDLE_MS);
  assert.equal(server.getChannel("/chat")?.subscribers.size, 1);
});
