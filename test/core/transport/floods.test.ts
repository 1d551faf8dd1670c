import assert from "node:assert/strict";
import { connect as connectTcp } from "node:net";
import { test } from "node:test";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { cpuMsOf } from "../../support/cpu-time.js";
import { FakeClock } from "../../support/fake-clock.js";
import {
  askByScript,
  CONNECTION_TYPE,
  RAW_WAYS_UP,
  RawHttp,
  RawSocket,
  requestBy,
  shakeHands,
} from "../../support/raw-client.js";
import { ALL_TRANSPORTS, startServer } from "../../support/start-server.js";
import { until, withinTime } from "../../support/until.js";
import { FakeSocket } from "../fake-connection.js";
import { Unharmed } from "./unharmed.js";

const BRIEF = { transport: { maxUnboundMs: 100 } };
const EVERY_WAY_UP: Parameters<typeof startServer>[2] = {
  transport: { allowedTransports: ALL_TRANSPORTS },
};

test("a WebSocket that never shakes hands is closed, however busy it is", async (t) => {
  const { url } = await startServer(t, { sweepPeriodMs: 10 }, BRIEF);
  const unharmed = await Unharmed.watch(t, url);
  const silent = await RawSocket.open(t, url);
  const busy = await RawSocket.open(t, url);
  const guess = { channel: "/a", clientId: "nobody", data: 1 };
  const beat = setInterval(() => busy.ws.readyState === busy.ws.OPEN && busy.send([guess]), 10);
  t.after(() => clearInterval(beat));
  for (const socket of [silent, busy]) assert.deepEqual(await socket.close(), { code: 1000, reason: "No Session" });
  await unharmed.check();
});

test("a WebSocket is closed some time after its session has said goodbye, and not while another goes on with it", async (t) => {
  const { url } = await startServer(t, { sweepPeriodMs: 10 }, BRIEF);
  const session = await shakeHands(t, url, "ws");
  await session.ask({ channel: "/meta/disconnect" });
  assert.equal((await session.socket!.close()).reason, "No Session");
  const other = await shakeHands(t, url, "ws");
  await other.ask({ channel: "/meta/disconnect" });
  const [again] = await other.socket!.ask([{ channel: "/meta/handshake", version: "1.0" }]);
  assert.equal(again?.successful, true);
  const silent = await RawSocket.open(t, url);
  await silent.close(); // by then the other has been looked at as well
  const [reply] = await other.socket!.ask([{ channel: "/a", id: "9", clientId: again?.clientId, data: 1 }]);
  assert.equal(reply?.successful, true);
});

test("a thousand sockets cost no timer each", async (t) => {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  server.start();
  t.after(() => server.close());
  const sockets = Array.from({ length: 1_000 }, () => new FakeSocket(server, 5_000));
  assert.equal(clock.pending, 1);
  await clock.advance(6_000);
  assert.ok(sockets.every(({ closed }) => closed?.reason === "No Session"));
});

for (const transport of RAW_WAYS_UP) {
  const from = `over ${transport}`;
  const connectionType = CONNECTION_TYPE[transport];
  const connect = { channel: "/meta/connect", connectionType, advice: { timeout: 0 } };

  test(`${from}: who only shakes hands gets so many sessions and no more, until he connects or they end`, async (t) => {
    const { url, bayeux } = await startServer(
      t,
      { maxNewSessionsPerAddress: 3, maxIntervalMs: 1_500, sweepPeriodMs: 10 },
      EVERY_WAY_UP,
    );
    const sessions = [];
    for (let count = 0; count < 3; count += 1) sessions.push(await shakeHands(t, url, transport));
    await assert.rejects(shakeHands(t, url, transport), /403:too_many_handshakes:handshake_denied/);
    await sessions[0]!.ask(connect);
    const fourth = await shakeHands(t, url, transport);
    await assert.rejects(shakeHands(t, url, transport), /too_many_handshakes/);
    await fourth.ask({ channel: "/meta/disconnect" });
    await shakeHands(t, url, transport);
    await assert.rejects(shakeHands(t, url, transport), /too_many_handshakes/);
    await until(() => bayeux.sessions.size === 0, "all of them have expired");
    await shakeHands(t, url, transport);
  });

  test(`${from}: a thousand handshakes leave nothing when their time is over`, async (t) => {
    const { url, bayeux } = await startServer(
      t,
      { maxIntervalMs: 60_000, maxSessions: 500, sweepPeriodMs: 10 },
      EVERY_WAY_UP,
    );
    const unharmed = await Unharmed.watch(t, url);
    const handshake = [{ channel: "/meta/handshake", version: "1.0" }];
    const http = new RawHttp(t, url);
    const socket = transport === "ws" ? await RawSocket.open(t, url) : undefined;
    const errors = new Map<unknown, number>();
    for (let count = 0; count < 1_000; count += 1) {
      const [reply] = (await socket?.ask(handshake)) ?? (await requestBy(transport, http, handshake));
      errors.set(reply?.error, (errors.get(reply?.error) ?? 0) + 1);
    }
    assert.equal(errors.get(undefined), 498, "two are the bystanders'");
    assert.equal(errors.get("403:too_many_sessions:handshake_denied"), 502);
    await unharmed.check();
    for (const session of bayeux.sessions.values()) session.maxIntervalMs = 1; // their time is over
    for (const session of bayeux.sessions.values()) session.lifetime.scheduleExpiry();
    await until(() => bayeux.sessions.size === 0, "all of them have expired");
  });

  test(`${from}: a message has so many fields of its own, and data as many as its bytes allow`, async (t) => {
    const { url } = await startServer(t, {}, EVERY_WAY_UP);
    const unharmed = await Unharmed.watch(t, url);
    const session = await shakeHands(t, url, transport);
    await session.ask({ channel: "/meta/subscribe", subscription: "/many" });
    const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 1]));
    const message = { channel: "/many", data: 1 }; // with id and clientId: four fields
    assert.equal((await session.ask({ ...message, ...fields(60) })).successful, true);
    if (transport === "script") await session.ask(connect);
    assert.equal(Object.keys(session.deliveries.splice(0)[0]!).length, 62);
    assert.equal((await session.ask({ ...message, ...fields(61) })).error, "400:64:too_many_fields");
    const share = transport === "script" ? 0.1 : 1; // an URL has room for less
    const sparse = Array.from({ length: 3_000 * share }, (_, index) => [index * 65_537, 1] as const);
    for (const keys of [fields(5_000 * share), Object.fromEntries(sparse)]) {
      const cpuMs = await cpuMsOf(async () => {
        assert.equal((await session.ask({ channel: "/many", data: keys })).successful, true);
      });
      assert.ok(cpuMs < 1_000, `${cpuMs} ms`);
      if (transport === "script") await session.ask(connect); // deliveries come with these only
      assert.deepEqual(session.deliveries.splice(0)[0]?.data, keys);
    }
    await unharmed.check();
  });
}

test("fragments without end, of one byte or of none, cost their own socket", async (t) => {
  const { url } = await startServer(t, { maxMessageBytes: 4_096 }, { transport: { maxUnboundMs: 60_000 } });
  const unharmed = await Unharmed.watch(t, url);
  const tiny = await RawSocket.open(t, url);
  for (let sent = 0; sent <= 4_096; sent += 1) tiny.ws.send(sent === 0 ? "[" : " ", { fin: false });
  assert.equal((await tiny.close()).code, 1009);
  await unharmed.check();
  const empty = await RawSocket.open(t, url);
  empty.ws.send("[", { fin: false });
  for (let sent = 0; sent < 20_000; sent += 1) empty.ws.send("", { fin: false });
  await unharmed.check();
  assert.equal((await empty.close()).code, 1008, "`ws` counts them");
  await unharmed.check();
});

test("a body in chunks of one byte, with chunk extensions, costs its own connection, and has the same limit", async (t) => {
  const { url, port } = await startServer(t, { maxMessageBytes: 4_096 });
  const unharmed = await Unharmed.watch(t, url);
  const post = async (chunks: string): Promise<string> => {
    const socket = connectTcp(port, "127.0.0.1");
    t.after(() => socket.destroy());
    socket.on("error", () => {});
    socket.write("POST /cometd HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
    socket.write(chunks);
    let text = "";
    socket.on("data", (chunk) => {
      text += String(chunk);
    });
    await withinTime(new Promise((resolve) => socket.on("close", resolve)), "the end of the connection");
    return text.slice(0, 12);
  };
  const inBytes = (text: string) => [...text].map((letter) => `1;x=y\r\n${letter}\r\n`).join("");
  const probe = '[{"channel":"/probe","id":"1"}]';
  assert.equal(await post(`${inBytes(probe)}0\r\n\r\n`), "HTTP/1.1 200");
  assert.equal(await post(inBytes(" ".repeat(5_000))), "HTTP/1.1 413");
  assert.match(await post(`1;${"x".repeat(40_000)}\r\n[\r\n`), /^HTTP\/1\.1 4\d\d$/);
  await unharmed.check();
});

test("a hundred bodies that come a byte at a time are let go when their time is over", async (t) => {
  const { url, port } = await startServer(t, {}, { transport: { bodyTimeoutMs: 300 } });
  const unharmed = await Unharmed.watch(t, url);
  const answers = Array.from({ length: 100 }, () => {
    const socket = connectTcp(port, "127.0.0.1");
    t.after(() => socket.destroy());
    socket.on("error", () => {});
    socket.write("POST /cometd HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n[");
    const drip = setInterval(() => socket.write(" "), 50);
    return new Promise<string>((resolve) => {
      let text = "";
      socket.on("data", (chunk) => {
        text += String(chunk);
      });
      socket.on("close", () => {
        clearInterval(drip);
        resolve(text);
      });
    });
  });
  await unharmed.check();
  for (const text of await withinTime(Promise.all(answers), "the end of all")) {
    assert.match(text, /^HTTP\/1\.1 408 /);
  }
  await unharmed.check();
});

test("whoever subscribes a session to a channel, its end unsubscribes it, and who has ended joins none", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const told: string[] = [];
  server.addListener({
    subscribed: (_session, { name }) => void told.push(`+${name}`),
    unsubscribed: (_session, { name }) => void told.push(`-${name}`),
  });
  const socket = new FakeSocket(server);
  socket.send({ channel: "/meta/handshake" });
  await clock.settle();
  const session = server.getSession(String(socket.read()[0]?.clientId))!;
  const channel = server.createChannel("/by/the/server");
  assert.equal(channel.subscribe(session), true);
  assert.equal(channel.subscribe(session), false);
  assert.deepEqual([...session.subscriptions], [channel]);
  session.disconnect();
  assert.deepEqual([[...session.subscriptions], [...channel.subscribers]], [[], []]);
  assert.equal(channel.subscribe(session), false);
  assert.deepEqual(told, ["+/by/the/server", "-/by/the/server"]);
  server.close();
});

/** Frames of the greatest size allowed, each as laborious as its sender could make it. */
function laborious(clientId: string): Record<string, string> {
  const fill = <T>(one: (index: number) => T, count: number): T[] =>
    Array.from({ length: count }, (_, index) => one(index));
  const message = (fields: object) => ({ clientId, ...fields });
  const frames: Record<string, unknown> = {
    "64 new channels of 32 segments": fill((i) => message({ channel: `/${i}${"/x".repeat(31)}` }), 64),
    "64 subscriptions to 90 names": fill(
      (i) => message({ channel: "/meta/subscribe", subscription: fill((j) => `/${i}/${j}`, 90) }),
      64,
    ),
    "names that almost are names": fill(() => message({ channel: `/${"a".repeat(510)}é` }), 64),
    "wildcards where there are none": fill(() => message({ channel: "/*".repeat(250) }), 64),
    "keys and keys": message({ channel: "/a", data: Object.fromEntries(fill((i) => [`k${i}`, 0] as const, 4_500)) }),
    "fields and fields": { clientId, channel: "/a", ...Object.fromEntries(fill((i) => [`k${i}`, 0] as const, 4_500)) },
    "sparse indices": message({
      channel: "/a",
      data: Object.fromEntries(fill((i) => [i * 99_991, 0] as const, 4_000)),
    }),
    escapes: message({ channel: "/a", data: "\u0001".repeat(10_000) }),
    "deep, again and again": message({
      channel: "/a",
      data: fill(() => JSON.parse("[".repeat(28) + "]".repeat(28)), 1_000),
    }),
    "64 handshakes": fill(() => ({ channel: "/meta/handshake" }), 64),
    "64 connects": fill(() => message({ channel: "/meta/connect", advice: { timeout: 0 } }), 64),
  };
  return Object.fromEntries(Object.entries(frames).map(([name, frame]) => [name, JSON.stringify(frame)]));
}

test("no frame that is allowed keeps the server from others for long", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  for (const name of Object.keys(laborious(""))) {
    let leastMs = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round += 1) {
      const socket = new FakeSocket(server);
      socket.send({ channel: "/meta/handshake" });
      await clock.settle();
      const clientId = String(socket.read()[0]?.clientId);
      socket.send({ channel: "/meta/subscribe", clientId, subscription: ["/a", "/**"] });
      await clock.settle();
      const text = laborious(clientId)[name]!;
      assert.ok(text.length > 1_000 && text.length <= server.options.maxMessageBytes, `${name}: ${text.length}`);
      const cpuMs = await cpuMsOf(() => {
        socket.connection.receive(text);
        return clock.settle();
      });
      leastMs = Math.min(leastMs, cpuMs);
      socket.connection.closed();
    }
    assert.ok(leastMs < 50, `${name}: ${leastMs} ms`); // the least of five, since garbage is collected when it likes
  }
  server.close();
});

test("over callback-polling: too many, too deep, too many fields, as over the others", async (t) => {
  const { url } = await startServer(t, { maxBatchMessages: 4, maxJsonDepth: 6 }, EVERY_WAY_UP);
  const unharmed = await Unharmed.watch(t, url);
  const http = new RawHttp(t, url);
  const get = (...texts: string[]) => askByScript(http, texts);
  const one = '{"channel":"/a","id":"1"}';
  assert.equal((await get(`[${Array(5).fill(one).join()}]`)).status, 413);
  assert.equal((await get(...Array(5).fill(one))).status, 413, "also one by one");
  assert.equal((await get(`[{"channel":"/a","data":${"[".repeat(7)}${"]".repeat(7)}}]`)).status, 413);
  assert.equal((await get("[{")).status, 400);
  const fields = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`f${index}`, 1]));
  assert.match((await get(JSON.stringify({ channel: "/a", ...fields }))).body, /400:64:too_many_fields/);
  assert.equal((await get(`"${"x".repeat(20_000)}"`)).status, 431, "Node's own limit of a head");
  await unharmed.check();
});
