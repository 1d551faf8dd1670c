import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeClient } from "../fake-client.js";

const PERIOD_MS = 100;

async function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({ sweepPeriodMs: PERIOD_MS }, { clock });
  server.start();
  const ann = await FakeClient.login(server, clock);
  const { socket, clientId } = ann;
  return { clock, server, socket, clientId, send: (message: object) => ann.ask(message) };
}

test("every channel is set up before anybody sees it, whoever creates it", async () => {
  const { server, send } = await started();
  const seen: unknown[] = [];
  server.addInitializer("/chat/**", (channel) => {
    assert.equal(server.getChannel(channel.name), undefined, "not to be seen yet");
    seen.push(["general", channel.name]);
  });
  server.addInitializer("/chat/{room}", (channel, { room }) => {
    seen.push(["room", room]);
    channel.persistent = true;
  });
  server.addListener({ channelAdded: ({ name, persistent }) => seen.push(["added", name, persistent]) });
  await send({ channel: "/meta/subscribe", subscription: "/chat/blue" });
  await send({ channel: "/other", data: 1 });
  assert.deepEqual(seen, [
    ["general", "/chat/blue"],
    ["room", "blue"],
    ["added", "/chat/blue", true],
    ["added", "/other", false],
  ]);
  server.createChannel("/chat/blue", () => assert.fail("it exists"));
});

test("an initializer that fails prevents the channel: nothing half set up is open", async () => {
  const { server, send } = await started();
  const remove = server.addInitializer("/vault/*", (channel) => {
    channel.delivery.lazy = true;
    throw new Error("no guard to be had");
  });
  assert.equal((await send({ channel: "/vault/1", data: 1 }))?.error, "500::internal_error");
  assert.equal(server.getChannel("/vault/1"), undefined);
  assert.throws(() => server.createChannel("/vault/2"), /no guard/);
  remove();
  assert.equal((await send({ channel: "/vault/1", data: 1 }))?.successful, true);
});

test("an initializer that asks for its own channel is told that it has it", async () => {
  const { server } = await started();
  server.addInitializer("/a", ({ name }) => void server.createChannel(name));
  assert.throws(() => server.createChannel("/a"), /is being set up/);
});

test("a channel goes when it was idle for three sweeps; what is used, watched, guarded or persistent stays", async () => {
  const { clock, server, clientId, send } = await started();
  const removed: string[] = [];
  server.addListener({ channelRemoved: ({ name }) => removed.push(name) });
  await send({ channel: "/meta/subscribe", subscription: "/subscribed" });
  server.createChannel("/idle");
  server.createChannel("/persistent").persistent = true;
  server.createChannel("/guarded").addAuthorizer({ authorize: () => "grant" });
  const unwatch = server.addMessageListener("/watched", () => {});
  const uncheck = server.createChannel("/checked").addCheck(() => {});
  await clock.advance(2 * PERIOD_MS);
  assert.deepEqual(removed, []);
  await clock.advance(2 * PERIOD_MS);
  assert.deepEqual(removed, ["/idle"]);
  await clock.advance(10 * PERIOD_MS);
  assert.deepEqual(removed, ["/idle"]);
  unwatch();
  uncheck();
  server.getSession(clientId)?.disconnect();
  await clock.advance(5 * PERIOD_MS);
  assert.deepEqual(removed.sort(), ["/checked", "/idle", "/subscribed", "/watched"]);
});

test("a use between sweeps begins the count anew; a lazy channel that went is not lazy when it is made again", async () => {
  const { clock, server } = await started();
  server.createChannel("/a").delivery.lazy = true;
  for (let round = 0; round < 10; round += 1) {
    await clock.advance(PERIOD_MS);
    assert.ok(server.getChannel("/a"));
  }
  await clock.advance(5 * PERIOD_MS);
  assert.equal(server.getChannel("/a"), undefined);
  assert.equal(server.createChannel("/a").delivery.lazy, false);
});

test("listeners and services are bound to parameters of the path", async () => {
  const { server, send } = await started();
  const heard: unknown[] = [];
  const remove = server.addMessageListener("/game/{game}/move", (_session, { data }, { game }) => {
    heard.push([game, data]);
    return data !== "illegal";
  });
  server.addService("/service/chat/{room}", (_session, { data }, reply, { room }) => {
    heard.push([room, data]);
    reply.ext = { room };
  });
  assert.equal((await send({ channel: "/game/7/move", data: "e4" }))?.successful, true);
  assert.equal((await send({ channel: "/game/7/chat", data: "hi" }))?.successful, true);
  assert.equal((await send({ channel: "/game/7/move", data: "illegal" }))?.error, "404::message_deleted");
  assert.deepEqual((await send({ channel: "/service/chat/blue", data: "hi" }))?.ext, { room: "blue" });
  assert.equal((await send({ channel: "/service/chat/blue/deep", data: "hi" }))?.ext, undefined);
  remove();
  await send({ channel: "/game/7/move", data: "d4" });
  assert.deepEqual(heard, [
    ["7", "e4"],
    ["7", "illegal"],
    ["blue", "hi"],
  ]);
  assert.throws(() => server.addService("/{x}/chat", () => {}), RangeError);
});

test("server code subscribes in one line, to wildcards as well, and is a subscriber like any other", async () => {
  const { server, send } = await started();
  const heard: unknown[] = [];
  const told: unknown[] = [];
  server.addListener({
    subscribed: ({ isLocal }, { name }) => told.push(["subscribed", isLocal, name]),
    unsubscribed: (_session, { name }) => told.push(["unsubscribed", name]),
  });
  const one = server.subscribe("/greetings/*", ({ data }) => heard.push(["one", data]));
  const two = server.subscribe("/greetings/*", ({ data }) => heard.push(["two", data]));
  server.subscribe("/greetings/all", () => {
    throw new Error("my fault");
  });
  assert.equal(server.publish(undefined, "/greetings/all", "hello"), 1);
  await send({ channel: "/greetings/you", data: "hi" });
  one();
  one();
  server.publish(undefined, "/greetings/all", "again");
  two();
  server.publish(undefined, "/greetings/x", "nobody");
  assert.deepEqual(heard, [
    ["one", "hello"],
    ["two", "hello"],
    ["one", "hi"],
    ["two", "hi"],
    ["two", "again"],
  ]);
  assert.deepEqual(told, [
    ["subscribed", true, "/greetings/*"],
    ["subscribed", true, "/greetings/all"],
    ["unsubscribed", "/greetings/*"],
  ]);
  for (const wrong of ["/service/x", "/meta/connect", "x"]) assert.throws(() => server.subscribe(wrong, () => {}));
});

test("a listener may refuse with an error of its own; any other failure lets the message pass", async () => {
  const { server, send } = await started();
  const { BayeuxError } = await import("../../../core/message/bayeux-error.js");
  server.addMessageListener("/limited", async () => {
    throw new BayeuxError(429, ["slow_down"], "too_many");
  });
  server.addMessageListener("/broken", () => {
    throw new Error("my fault");
  });
  assert.equal((await send({ channel: "/limited", data: 1 }))?.error, "429:slow_down:too_many");
  assert.equal((await send({ channel: "/broken", data: 1 }))?.successful, true);
});

test("a wildcard counts for each publish while it is there, however often there was one before it came", () => {
  const server = new BayeuxServer({}, { clock: new FakeClock() });
  const heard: unknown[] = [];
  server.createChannel("/a/b").persistent = true;
  const publish = (data: number) => server.publish(undefined, "/a/b", data);
  publish(1);
  const undo = server.subscribe("/a/*", ({ data }) => void heard.push(data));
  publish(2);
  undo();
  server.createChannel("/a/*").remove();
  publish(3);
  server.subscribe("/a/*", ({ data }) => void heard.push(data));
  publish(4);
  server.createChannel("/a/b").remove();
  publish(5);
  assert.deepEqual(heard, [2, 4, 5]);
});
