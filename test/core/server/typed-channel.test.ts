import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { BayeuxError } from "../../../core/message/bayeux-error.js";
import type { StandardSchema } from "../../../core/message/standard-schema.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeClient } from "../fake-client.js";

const price = z.object({ bid: z.number(), at: z.iso.datetime().optional(), legs: z.array(z.string()).default([]) });

async function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const ann = await FakeClient.login(server, clock);
  const { socket, clientId } = ann;
  return { clock, server, socket, clientId, publish: (channel: string, data: unknown) => ann.ask({ channel, data }) };
}

test("what a client publishes is checked before anybody sees it, and is what the schema makes of it", async () => {
  const { server, publish } = await started();
  const prices = server.typedChannel("/prices/{symbol}", price);
  const heard: unknown[] = [];
  server.createChannel("/**").addListener((_session, { data }) => void heard.push(data));
  prices.subscribe(({ data }, { symbol }) => heard.push([symbol, data.bid, data.legs]));
  assert.equal((await publish("/prices/acme", { bid: 1, unknown: true })).successful, true);
  assert.deepEqual(heard, [{ bid: 1, legs: [] }, ["acme", 1, []]]);
  const refused = await publish("/prices/acme", { bid: "1", legs: ["a", 2] });
  assert.equal(refused.successful, false);
  assert.equal(refused.error, "400:data.bid,data.legs.1:data_invalid");
  assert.equal((await publish("/prices/acme", null)).error, "400:data:data_invalid");
  assert.equal(heard.length, 2);
});

test("other channels under the same wildcard are not checked", async () => {
  const { server, publish } = await started();
  server.typedChannel("/{tenant}/prices", price);
  assert.equal((await publish("/acme/chat", "free text")).successful, true);
  assert.equal((await publish("/acme/prices", "free text")).successful, false);
});

test("a path made of what a peer sent cannot leave its place in the error", async () => {
  const { server, publish } = await started();
  server.typedChannel("/a", z.record(z.string(), z.number()));
  const { error } = await publish("/a", { 'x:y,z"\n': "no number", ["k".repeat(500)]: "nor this" });
  assert.match(String(error), /^400:data\.x_y_z__,data\.k+:data_invalid$/);
  assert.ok(String(error).length < 300);
});

test("typed publishes and services go to whom they should, with their parameters", async () => {
  const { clock, server, socket, clientId, publish } = await started();
  const prices = server.typedChannel("/prices/{symbol}", price);
  socket.send({ channel: "/meta/subscribe", clientId, subscription: "/prices/*" });
  assert.equal(prices.publish({ bid: 2, legs: [] }, { symbol: "acme" }), 1);
  await clock.settle();
  assert.deepEqual(
    socket.read().find(({ data }) => data !== undefined),
    { channel: "/prices/acme", data: { bid: 2, legs: [] } },
  );
  const orders = server.typedChannel("/service/order/{desk}", z.object({ amount: z.int().positive() }));
  const served: unknown[] = [];
  const stop = orders.serve(({ amount }, { session, parameters, reply }) => {
    served.push([session.id === clientId, parameters.desk, amount * 2]);
    reply.ext = { taken: true };
  });
  assert.deepEqual((await publish("/service/order/north", { amount: 3 })).ext, { taken: true });
  assert.equal((await publish("/service/order/north", { amount: -3 })).error, "400:data.amount:data_invalid");
  assert.deepEqual(served, [[true, "north", 6]]);
  stop();
  orders.close();
  assert.equal((await publish("/service/order/north", { amount: -3 })).successful, true);
  assert.equal(served.length, 1);
});

test("a schema may take its time, and one that fails lets nothing in", async () => {
  const { server, publish } = await started();
  const heard: unknown[] = [];
  server.subscribe("/**", ({ data }) => heard.push(data));
  server.typedChannel(
    "/later",
    z.string().refine(async (text) => text !== "no"),
  );
  assert.equal((await publish("/later", "yes")).successful, true);
  assert.equal((await publish("/later", "no")).error, "400:data:data_invalid");
  const broken: StandardSchema = {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: () => {
        throw new Error("my fault");
      },
    },
  };
  server.typedChannel("/broken", broken);
  assert.equal((await publish("/broken", "x")).error, "500::internal_error");
  assert.deepEqual(heard, ["yes"]);
});

test("local sessions are checked as well, for they bring what other nodes sent", async () => {
  const { server } = await started();
  server.typedChannel("/prices/{symbol}", price);
  const local = server.newLocalSession("svc");
  local.handshake();
  assert.equal((await local.publish("/prices/acme", "nothing of the kind")).successful, false);
});

test("what somebody else wants to publish can be checked alone", async () => {
  const { server } = await started();
  server.typedChannel("/prices/{symbol}", price);
  assert.deepEqual(await server.check("/prices/acme", { bid: 1 }), { bid: 1, legs: [] });
  assert.equal(await server.check("/free", "text"), "text");
  assert.throws(() => server.check("/prices/acme", {}), BayeuxError);
  assert.throws(() => server.check("nothing", {}), RangeError);
  assert.equal(server.getChannel("/prices/acme"), undefined, "asking creates no channel");
});

test("the compiler knows the types", async () => {
  const { server } = await started();
  const prices = server.typedChannel("/prices/{symbol}", price);
  const news = server.typedChannel("/news", z.string());
  const never = () => {
    // @ts-expect-error bid is a number
    prices.publish({ bid: "1", legs: [] }, { symbol: "acme" });
    // @ts-expect-error the symbol is missing
    prices.publish({ bid: 1, legs: [] });
    // @ts-expect-error no such parameter
    prices.publish({ bid: 1, legs: [] }, { name: "acme" });
    // @ts-expect-error there is nothing to fill in
    news.publish("x", { symbol: "acme" });
    // @ts-expect-error no such field
    prices.subscribe(({ data }) => data.ask);
    // @ts-expect-error no such parameter
    server.addService("/service/chat/{room}", (_session, _message, _reply, { name }) => void name);
  };
  assert.equal(typeof never, "function");
  assert.equal(news.publish("x"), 0);
});
