import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxServer } from "../../../../core/server/bayeux-server.js";
import { addSessionHandlers, type SessionHandler } from "../../../../core/server/service/session-handler.js";
import type { ServerSession } from "../../../../core/session/server-session.js";
import { FakeClock } from "../../../support/fake-clock.js";
import { FakeSocket } from "../../fake-connection.js";

/** Says what happens to it, under the name in its client's handshake. */
class Diarist implements SessionHandler {
  readonly #diary: string[];
  #name = "";
  #session: ServerSession | undefined;

  constructor(diary: string[]) {
    this.#diary = diary;
  }

  open(session: ServerSession, handshake: { ext?: Record<string, unknown> }): void {
    this.#session = session;
    this.#name = String(handshake.ext?.name);
    this.#diary.push(`${this.#name} came`);
  }

  message({ channel, data }: { channel: string; data?: unknown }): boolean | undefined {
    this.#diary.push(`${this.#name}: ${channel} ${JSON.stringify(data)}`);
    if (channel.startsWith("/service/")) this.#session?.deliver(undefined, channel, `${this.#name}?`);
    return data !== "stop";
  }

  close(reason: string): void {
    this.#diary.push(`${this.#name} went: ${reason}`);
  }
}

function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({ maxIntervalMs: 5_000 }, { clock });
  server.start();
  const login = async (name: string) => {
    const socket = new FakeSocket(server);
    socket.send({ channel: "/meta/handshake", ext: { name } });
    await clock.settle();
    socket.read();
    const clientId = socket.connection.session!.id;
    const send = async (channel: string, data?: unknown) => {
      socket.send({ channel, clientId, data });
      await clock.settle();
      return socket.read();
    };
    return { session: socket.connection.session!, send };
  };
  return { clock, server, login };
}

test("every session has a handler of its own, from its first message to its end", async () => {
  const { clock, server, login } = started();
  const diary: string[] = [];
  const local = server.newLocalSession("service");
  const stop = addSessionHandlers(server, () => new Diarist(diary));
  await local.handshake();
  const ann = await login("ann");
  const bob = await login("bob");
  await ann.send("/chat", "hi");
  assert.deepEqual(await bob.send("/service/who"), [
    { channel: "/service/who", data: "bob?" },
    { channel: "/service/who", successful: true },
  ]);
  await local.publish("/chat", "from inside");
  await ann.send("/meta/disconnect");
  await clock.advance(10_000);
  assert.deepEqual(diary.splice(0), [
    "ann came",
    "bob came",
    'ann: /chat "hi"',
    "bob: /service/who undefined",
    "ann went: disconnected",
    "bob went: expired",
  ]);
  await login("cid");
  stop();
  await login("dan");
  assert.deepEqual(diary, ["cid came", "cid went: closed"]);
});

test("a handler may stop a message before anybody sees it", async () => {
  const { server, login } = started();
  addSessionHandlers(server, () => new Diarist([]));
  const ann = await login("ann");
  await ann.send("/meta/subscribe");
  const seen: unknown[] = [];
  server.createChannel("/chat").addListener((_session, { data }) => void seen.push(data));
  server.addService("/service/chat", (_session, { data }) => void seen.push(data));
  for (const channel of ["/chat", "/service/chat"]) {
    assert.equal((await ann.send(channel, "stop")).at(-1)?.error, "404::message_deleted");
    assert.equal((await ann.send(channel, "go")).at(-1)?.successful, true);
  }
  assert.deepEqual(seen, ["go", "go"]);
});

test("handlers may be for some sessions and one channel only, and one that throws harms nobody", async () => {
  const { server, login } = started();
  const diary: string[] = [];
  addSessionHandlers(
    server,
    (_session, handshake) => (handshake.ext?.name === "ann" ? new Diarist(diary) : undefined),
    "/game/*",
  );
  addSessionHandlers(server, () => {
    throw new Error("my fault");
  });
  const fail = () => {
    throw new Error("my fault");
  };
  addSessionHandlers(server, () => ({ open: fail, message: fail, close: fail }));
  addSessionHandlers(server, () => ({}));
  for (const name of ["ann", "bob"]) {
    const { send } = await login(name);
    for (const channel of ["/game/7", "/game/7/8", "/chat"]) {
      assert.equal((await send(channel, name))[0]?.successful, true);
    }
    assert.equal((await send("/meta/disconnect"))[0]?.successful, true);
  }
  assert.deepEqual(diary, ["ann came", 'ann: /game/7 "ann"', "ann went: disconnected"]);
});
