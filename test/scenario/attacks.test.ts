import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { BusNode, type Message, silentLogger } from "../../index.js";
import { ContractClient, getStream, STREAM_WAYS, WAYS } from "../contract/transport/contract-client.js";
import { Unharmed } from "../core/transport/unharmed.js";
import { freePorts } from "../support/ports.js";
import { CONNECTION_TYPE, RAW_WAYS_UP, RawHttp, RawSocket, requestBy, shakeHands } from "../support/raw-client.js";
import { ALL_TRANSPORTS } from "../support/start-server.js";
import { until } from "../support/until.js";

/** A node of a cloud, as it is run, with every transport it knows. */
async function start(t: TestContext) {
  const [port, grpcPort] = await freePorts(2);
  const bus = new BusNode(
    {
      port: port!,
      grpcPort: grpcPort!,
      secret: "attacked node",
      transport: {
        allowedTransports: ALL_TRANSPORTS,
      },
      auth: { mode: "open" },
    },
    { logger: silentLogger },
  );
  t.after(() => bus.stop());
  await bus.start();
  const url = `http://127.0.0.1:${port}/cometd`;
  return { bus, url, unharmed: await Unharmed.watch(t, url) };
}

/** Asks one message, with or without a session. */
type Ask = (message: Record<string, unknown>) => Promise<Message | undefined>;

/** An attacker with a session of his own, on each way up. */
async function attackers(t: TestContext, url: string): Promise<Map<string, Ask>> {
  const ways = new Map<string, Ask>();
  for (const transport of RAW_WAYS_UP) {
    const session = await shakeHands(t, url, transport);
    ways.set(CONNECTION_TYPE[transport], (message) => session.ask(message));
  }
  return ways;
}

/** Other ways to write a name that some part of a server might take for it. */
function spellings(name: string): string[] {
  return [
    name,
    `${name}/`,
    `${name} `,
    `${name} /`,
    ` ${name}`,
    `/${name}`,
    name.replace("/", "//"),
    `${name}//`,
    name.toUpperCase(),
    name.replaceAll("/", "\\"),
    `${name}\u0000`,
    `${name}\n`,
    name.replaceAll("o", "\u043e"),
    name.replaceAll("/", "%2f"),
    `/.${name}`,
    `/x/..${name}`,
  ];
}

const INTERNAL = ["/oort/cloud", "/oort/x/y", "/oort/*", "/oort/**", "/seti/ALL", "/seti/x", "/seti/*", "/seti/**"];
const INTERNAL_SERVICES = ["/service/oort", "/service/oort/x", "/service/oort/*", "/service/oort/**"];
const META = ["/meta/x", "/meta/*", "/meta/**", "/meta/subscribe/x", "/meta"];
const META_NAMES = ["/meta/handshake", "/meta/connect", "/meta/subscribe", "/meta/unsubscribe", "/meta/disconnect"];

test("no spelling of a channel of the cluster, or of Bayeux, opens it to a client", async (t) => {
  const { bus, url, unharmed } = await start(t);
  const heard: string[] = [];
  // The node itself speaks there every so often.
  for (const channel of ["/oort/**", "/seti/**"])
    bus.bayeux.subscribe(channel, ({ channel: name, data }) => void (data === "forged" && heard.push(name)));
  for (const [way, ask] of await attackers(t, url)) {
    for (const name of [...INTERNAL, ...INTERNAL_SERVICES, ...META, ...META_NAMES]) {
      for (const spelling of spellings(name)) {
        const words = `${way}: ${JSON.stringify(spelling)}`;
        const reply = await ask({ channel: "/meta/subscribe", subscription: spelling });
        const isOther = reply?.successful === true;
        // Whoever gets in has got in somewhere else: it is another name, and not one of the cluster.
        const inside = [...(bus.bayeux.getChannel(canonical(spelling))?.subscribers ?? [])].length;
        if (isOther) assert.ok(!isClosed(canonical(spelling)) && inside > 0, words);
        else assert.match(String(reply?.error), /^40[35]:/, words);
        if (META_NAMES.includes(spelling)) continue; // a message on these is a request, not a publish
        const published = await ask({ channel: spelling, data: "forged" });
        if (published?.successful === true) assert.ok(!isClosed(canonical(spelling)), words);
        else assert.match(String(published?.error), /^40[0235]:/, words);
      }
    }
    await ask({ channel: "/meta/disconnect" });
    await unharmed.check(); // they live by what they say: on a busy machine all of it takes longer than a session may be silent
  }
  assert.deepEqual(heard, []);
});

/** What a name is inside, by the rules of spec section 3: written here once more, from the attacker's side. */
function canonical(name: string): string {
  return name.trim().replace(/\/$/, "").trimEnd();
}

function isClosed(name: string): boolean {
  return /^\/(?:meta|oort|seti|service\/oort)\//.test(name) || name === "/service/oort";
}

for (const way of WAYS) {
  test(`${way}: who takes everything gets nothing of the cluster's own`, async (t) => {
    const { bus, url, unharmed } = await start(t);
    const eve = await ContractClient.connect(t, url, way);
    for (const name of ["/**", "/*"]) assert.equal((await eve.subscribe(name)).successful, true);
    for (const channel of ["/oort/cloud", "/oort/x", "/seti/ALL", "/seti/x/y"]) {
      bus.bayeux.publish(undefined, channel, "internal");
    }
    bus.bayeux.publish(undefined, "/news", "for everybody");
    await eve.hears(1);
    assert.deepEqual(
      eve.deliveries.map(({ channel }) => channel),
      ["/news"],
    );
    await unharmed.check();
  });
}

for (const transport of RAW_WAYS_UP) {
  const connectionType = CONNECTION_TYPE[transport];

  test(`over ${transport}: a peer's handshake without the secret makes no peer`, async (t) => {
    const { bus, url, unharmed } = await start(t);
    const oort = (fields: object) => ({
      ext: { "org.cometd.oort": { oortURL: "http://127.0.0.1:1/cometd", ...fields } },
    });
    const forged = [{}, { oortSecret: "guess" }, { oortSecret: "" }, { oortSecret: null }, { oortSecret: ["x"] }];
    for (const fields of forged) {
      const handshake = { channel: "/meta/handshake", version: "1.0", id: "1", ...oort({ oortId: "x", ...fields }) };
      const socket = transport === "ws" ? await RawSocket.open(t, url) : undefined;
      const [reply] = socket
        ? await socket.ask([handshake])
        : await requestBy(transport, new RawHttp(t, url), [handshake]);
      assert.equal(reply?.successful, false, JSON.stringify(reply));
    }
    assert.deepEqual(bus.oort?.peers ?? [], []);
    await unharmed.check();
  });

  test(`over ${transport}: a clientId that is guessed, or local, or was, opens nothing`, async (t) => {
    const { bus, url, unharmed } = await start(t);
    const alice = await shakeHands(t, url, "http");
    const gone = await shakeHands(t, url, transport);
    await gone.ask({ channel: "/meta/disconnect" });
    const local = [...bus.bayeux.sessions.values()].filter(({ isLocal }) => isLocal).map(({ id }) => id);
    assert.ok(local.length > 0);
    const near = `${alice.clientId.slice(0, -1)}${alice.clientId.endsWith("a") ? "b" : "a"}`;
    const guesses: unknown[] = [near, alice.clientId.toUpperCase(), `${alice.clientId} `, gone.clientId, ...local];
    guesses.push("", "__proto__", "constructor", 0, null, true, [alice.clientId], { id: alice.clientId });
    // Over HTTP even the right one, without the cookie of its browser.
    if (transport !== "ws") guesses.push(alice.clientId);
    const before = bus.bayeux.sessions.size;
    const http = new RawHttp(t, url);
    const socket = transport === "ws" ? await RawSocket.open(t, url) : undefined;
    const eve = await shakeHands(t, url, transport);
    for (const clientId of guesses) {
      for (const message of [
        { channel: "/meta/connect", connectionType },
        { channel: "/meta/subscribe", subscription: "/a" },
        { channel: "/meta/disconnect" },
        { channel: "/a", data: "in her name" },
        { channel: "/service/seti", data: { to: "alice", channel: "/a", data: 1 } },
      ]) {
        const forged = { ...message, id: "1", clientId };
        const [reply] = socket ? await socket.ask([forged]) : await requestBy(transport, http, [forged]);
        assert.equal(reply?.error, "402::session_unknown", JSON.stringify(forged));
        const own = await eve.ask(forged);
        assert.equal(own.error, "402::session_unknown", `beside his own session: ${JSON.stringify(forged)}`);
      }
    }
    assert.equal(bus.bayeux.sessions.size, before + 1);
    assert.equal((await alice.ask({ channel: "/a", data: 1 })).successful, true, "hers goes on");
    await unharmed.check();
  });
}

for (const way of STREAM_WAYS) {
  test(`${way}: nobody reads a stream by a guessed clientId, or a stolen one without its cookie`, async (t) => {
    const { bus, url, unharmed } = await start(t);
    const alice = await shakeHands(t, url, "http");
    const local = [...bus.bayeux.sessions.values()].find(({ isLocal }) => isLocal)!.id;
    for (const clientId of [alice.clientId, local, "guess", "__proto__", "%00", "..%2f"]) {
      const { response } = await getStream(t, new RawHttp(t, url), way, clientId);
      assert.equal(response.statusCode, 404, clientId);
      response.resume();
    }
    await unharmed.check();
  });

  test(`${way}: a foreign page gets no stream with the user's cookie`, async (t) => {
    const { url, unharmed } = await start(t);
    const alice = await shakeHands(t, url, "http");
    for (const headers of [
      { Origin: "https://evil.example" },
      { "Sec-Fetch-Site": "cross-site" },
      { Referer: "https://evil.example/page" },
    ] as Record<string, string>[]) {
      const { response } = await getStream(t, alice.http, way, alice.clientId, { headers });
      assert.equal(response.statusCode, 403, JSON.stringify(headers));
      response.resume();
    }
    await unharmed.check();
  });
}

test("what a message says cannot become a script of the page that is to show it", async (t) => {
  const { url, unharmed } = await start(t);
  const alice = await shakeHands(t, url, "http");
  await alice.ask({ channel: "/meta/subscribe", subscription: "/show" });
  const { response } = await getStream(t, alice.http, "forever-iframe", alice.clientId);
  let page = "";
  response.on("data", (chunk) => {
    page += String(chunk);
  });
  const eve = await shakeHands(t, url, "ws");
  const evil = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "\u2028alert(1)",
    "<img src=x onerror=alert(1)>",
  ];
  for (const text of evil) await eve.ask({ channel: "/show", data: { [text]: text }, [text]: text });
  await alice.ask({ channel: "/show", data: "last" });
  await until(() => page.includes('"last"'), "the last has come");
  const opened = page.split("<script>").length - 1;
  assert.equal(page.split("</script>").length - 1, opened, "only our own scripts begin and end");
  for (const text of ["<img", "<!--", "alert(1)</script", "\u2028"]) assert.ok(!page.includes(text), text);
  await unharmed.check();
});
