import assert from "node:assert/strict";
import { test } from "node:test";
import { isObject, type Message } from "../../../../core/message/message.js";
import { BayeuxServer } from "../../../../core/server/bayeux-server.js";
import {
  addMessageHandlers,
  BroadcastHandler,
  type MessageHandler,
} from "../../../../core/server/service/message-handler.js";
import { FakeClock } from "../../../support/fake-clock.js";
import { FakeClient } from "../../fake-client.js";

/** Takes data of one kind, and says so to whoever sent it. */
function forKind(kind: string, taken: string[]): MessageHandler {
  return {
    accepts: ({ data }) => isObject(data) && data.kind === kind,
    handle(session, { channel }, reply) {
      taken.push(kind);
      reply.ext = { kind };
      session.deliver(undefined, channel, kind);
    },
  };
}

async function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const ann = await FakeClient.login(server, clock);
  const send = (channel: string, fields: object): Promise<Message[]> => ann.send({ channel, ...fields });
  return { server, send };
}

test("the first handler that accepts a message is the only one to get it", async () => {
  const { server, send } = await started();
  const taken: string[] = [];
  const second = forKind("a", []);
  const stop = addMessageHandlers(server, "/service/desk", [forKind("b", taken), forKind("a", taken), second]);
  assert.deepEqual(await send("/service/desk", { data: { kind: "a" } }), [
    { channel: "/service/desk", data: "a" },
    { channel: "/service/desk", successful: true, ext: { kind: "a" } },
  ]);
  assert.deepEqual(taken, ["a"]);
  stop();
  assert.deepEqual(await send("/service/desk", { data: { kind: "a" } }), [
    { channel: "/service/desk", successful: true },
  ]);
});

test("a message that no handler accepts fails, unless the last one takes all: to every subscriber of a channel", async () => {
  const { server, send } = await started();
  const taken: string[] = [];
  addMessageHandlers(server, "/service/desk", [forKind("a", taken)]);
  for (const data of [{ kind: "c" }, null, undefined, 7]) {
    assert.equal((await send("/service/desk", { data }))[0]?.error, "404::message_not_handled");
  }
  await send("/meta/subscribe", { subscription: "/hall" });
  addMessageHandlers(server, "/service/hall", [forKind("a", taken), new BroadcastHandler(server, "/hall")]);
  const [delivery] = await send("/service/hall", { data: { kind: "c" } });
  assert.deepEqual(delivery, { channel: "/hall", data: { kind: "c" } });
  assert.deepEqual(taken, []);
});

test("a chain on a wildcard takes every channel below, on a template it is told what fits; only service channels have chains", async () => {
  const { server, send } = await started();
  const told: object[] = [];
  const teller: MessageHandler = {
    accepts: () => true,
    handle: (_session, _message, _reply, parameters) => void told.push(parameters),
  };
  addMessageHandlers(server, "/service/{hall}/door", [teller]);
  await send("/service/north/door", {});
  await send("/service/north/window", {});
  assert.deepEqual(told, [{ hall: "north" }]);
  const taken: string[] = [];
  addMessageHandlers(server, "/service/desk/**", [forKind("a", taken)]);
  await send("/service/desk/1/2", { data: { kind: "a" } });
  assert.deepEqual(taken, ["a"]);
  assert.throws(() => addMessageHandlers(server, "/desk", []), RangeError);
});
