import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { silentLogger } from "../../../../core/logger.js";
import type { Message } from "../../../../core/message/message.js";
import { BayeuxServer } from "../../../../core/server/bayeux-server.js";
import { addRemoteCall, RemoteCallError, type RemoteCaller } from "../../../../core/server/service/remote-call.js";
import { FakeClock } from "../../../support/fake-clock.js";
import { FakeSocket } from "../../fake-connection.js";

const TARGET = "stock/quote";
const CHANNEL = "/service/stock/quote";

async function started() {
  const clock = new FakeClock();
  const errors: object[] = [];
  const logger = { ...silentLogger, error: (fields: object) => void errors.push(fields) };
  const server = new BayeuxServer({}, { clock, logger });
  const socket = new FakeSocket(server);
  socket.send({ channel: "/meta/handshake" });
  await clock.settle();
  socket.read();
  const clientId = socket.connection.session!.id;
  /** Calls; then everything that came. */
  const call = async (id: string | undefined, data?: unknown): Promise<Message[]> => {
    socket.send({ channel: CHANNEL, clientId, id, data });
    await clock.settle();
    return socket.read();
  };
  const read = async (): Promise<Message[]> => {
    await clock.settle();
    return socket.read();
  };
  return { server, socket, call, read, errors };
}

const ack = (id: string) => ({ channel: CHANNEL, id, successful: true });
const result = (id: string, data: unknown) => ({ channel: CHANNEL, id, successful: true, data });
const failure = (id: string, data: unknown) => ({ channel: CHANNEL, id, successful: false, data });

test("the result is a message on the same channel with the same id, and the call is acknowledged as any publish", async () => {
  const { server, call } = await started();
  addRemoteCall(server, TARGET, (_caller, data) => ({ asked: data }));
  assert.deepEqual(await call("7", { sym: "X" }), [result("7", { asked: { sym: "X" } }), ack("7")]);
});

test("results that are false or nothing are results all the same", async () => {
  const { server, call } = await started();
  let value: unknown;
  addRemoteCall(server, TARGET, () => value);
  for (value of [0, false, "", null]) assert.deepEqual((await call("1"))[0], result("1", value));
});

test("a promise is waited for, but the acknowledgement is not held up by it", async () => {
  const { server, call, read } = await started();
  let finish: (value: unknown) => void = () => {};
  addRemoteCall(
    server,
    TARGET,
    () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  );
  assert.deepEqual(await call("1"), [ack("1")]);
  finish(9);
  assert.deepEqual(await read(), [result("1", 9)]);
  await call("2");
  finish(undefined);
  assert.deepEqual(await read(), [result("2", null)]);
});

test("what only behaves like a promise is one", async () => {
  const { server, call, read } = await started();
  // biome-ignore lint/suspicious/noThenProperty: that is the point
  addRemoteCall(server, TARGET, () => ({ then: (resolve: (value: unknown) => void) => resolve(["row"]) }));
  const messages = [...(await call("1")), ...(await read())];
  assert.deepEqual(messages, [ack("1"), result("1", ["row"])]);
});

test("a callee may answer through the caller, whenever it likes; only the first answer counts", async () => {
  const { server, call, read } = await started();
  const callers: RemoteCaller[] = [];
  addRemoteCall(server, TARGET, (caller) => void callers.push(caller));
  assert.deepEqual(await call("1"), [ack("1")]);
  const [caller] = callers;
  assert.equal(caller?.isAnswered, false);
  assert.equal(caller?.failure({ reason: "closed" }), true);
  assert.equal(caller?.result(1), false);
  assert.equal(caller?.failure(1), false);
  assert.equal(caller?.isAnswered, true);
  assert.deepEqual(await read(), [failure("1", { reason: "closed" })]);

  addRemoteCall(server, TARGET, (other) => {
    other.result("first");
    return "second";
  });
  assert.deepEqual(
    (await call("2")).filter(({ data }) => data !== undefined),
    [result("2", "first")],
  );
});

test("a callee that throws fails the call, and says no more than it means to", async () => {
  const { server, call, errors } = await started();
  let work = (): unknown => undefined;
  addRemoteCall(server, TARGET, () => work());
  const secret = (): never => {
    throw new Error("password of the database is 123");
  };
  for (work of [secret, async () => secret(), () => 10n, async () => 10n]) {
    const messages = await call("1");
    assert.deepEqual(
      messages.sort((a, b) => Number(b.successful) - Number(a.successful)),
      [ack("1"), failure("1", { message: "internal error" })],
    );
  }
  assert.equal(errors.length, 4);
  for (work of [
    () => {
      throw new RemoteCallError("no such symbol");
    },
    async () => {
      throw new RemoteCallError("no such symbol", { symbol: "X" });
    },
  ]) {
    const details = work.constructor.name === "AsyncFunction" ? { details: { symbol: "X" } } : {};
    const messages = await call("2");
    assert.deepEqual(
      messages.find(({ successful }) => successful === false),
      failure("2", { message: "no such symbol", ...details }),
    );
  }
  assert.equal(errors.length, 4);
});

test("a call without an id is refused, since nobody could tell its result", async () => {
  const { server, call } = await started();
  addRemoteCall(server, TARGET, () => assert.fail("not called"));
  assert.deepEqual(await call(undefined), [{ channel: CHANNEL, successful: false, error: "400::id_missing" }]);
});

test("one session may have so many calls worked on, and others are not kept from theirs", async () => {
  const { server, call, read } = await started();
  const finish: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => finish.push(resolve));
  const remove = addRemoteCall(server, TARGET, work, { maxPendingCalls: 2 });
  await call("1");
  await call("2");
  assert.deepEqual(await call("3"), [{ channel: CHANNEL, id: "3", successful: false, error: "429:2:too_many_calls" }]);
  const other = new FakeSocket(server);
  other.send({ channel: "/meta/handshake" });
  await read();
  other.send({ channel: CHANNEL, id: "1", clientId: other.connection.session?.id });
  assert.equal(finish.length, 3);
  finish[0]!();
  await read();
  await call("4");
  assert.equal(finish.length, 4);
  remove();
  assert.deepEqual(await call("5"), [ack("5")]);
  assert.equal(finish.length, 4);
});

test("an answer to a session that has gone goes nowhere", async () => {
  const { server, socket, call } = await started();
  const callers: RemoteCaller[] = [];
  addRemoteCall(server, TARGET, (caller) => void callers.push(caller));
  await call("1");
  socket.connection.session?.disconnect();
  assert.equal(callers[0]?.result(1), false);
});

test("a template hands over its parameters, and takes no other channel", async () => {
  const { server, call } = await started();
  addRemoteCall(server, "stock/{what}", (_caller, data, { what }) => `${what} ${data}`);
  // @ts-expect-error -- data comes from outside: it is unknown until it was checked
  addRemoteCall(server, "never", (_caller, _data: string) => 1);
  addRemoteCall(server, "stock/{what}/{more}", () => assert.fail("that is another channel"));
  assert.deepEqual(await call("1", "X"), [result("1", "quote X"), ack("1")]);
});

test("data of another type than the callee's fails the call before anybody works on it", async () => {
  const quote = z.strictObject({ sym: z.string().toUpperCase(), count: z.int().default(1) });
  for (const data of [quote, quote.refine(async () => true)]) {
    const { server, call, read, errors } = await started();
    addRemoteCall(server, TARGET, (_caller, { sym, count }) => sym.repeat(count), { data });
    const answer = async (sent: unknown) => {
      const messages = [...(await call("1", sent)), ...(await read())];
      return messages.find((message) => message.data !== undefined);
    };
    assert.deepEqual(await answer({ sym: "x", count: 2 }), result("1", "XX"));
    assert.deepEqual(await answer({ sym: "x" }), result("1", "X"));
    for (const [wrong, details] of [
      [undefined, ["data"]],
      [{ sym: 1 }, ["data.sym"]],
      [{ sym: "x", count: "2" }, ["data.count"]],
    ]) {
      assert.deepEqual(await answer(wrong), failure("1", { message: "data invalid", details }));
    }
    assert.deepEqual(errors, []);
  }
});

test("what is no target is told at once", () => {
  for (const target of ["", "/", "a//b", "a?b"]) {
    assert.throws(() => addRemoteCall(new BayeuxServer(), target, () => 1), RangeError, target);
  }
});
