import assert from "node:assert/strict";
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import type { SessionHome } from "../../../cluster/membership/run-facts.js";
import type { Oort, OortListener } from "../../../cluster/oort.js";
import { OortStats } from "../../../cluster/oort-stats.js";
import { HttpSessionRelay } from "../../../cluster/relay/http-session-relay.js";
import { systemClock } from "../../../core/clock.js";
import { silentLogger } from "../../../core/logger.js";

/** The cloud, as far as a relay looks at it: who made a clientId, and who leaves. */
class Cloud {
  readonly stats = new OortStats();
  readonly homes = new Map<string, SessionHome>();
  readonly tls = {};
  #listener: OortListener = {};

  homeOf(clientId: string): SessionHome | undefined {
    return this.homes.get(clientId);
  }

  addListener(listener: OortListener): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = {};
    };
  }

  leaves(url: string): void {
    this.homes.clear();
    this.#listener.left?.({ url, id: "x", kind: "oortbus", incarnation: 1 });
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function listen(t: TestContext, handler: Handler): Promise<string> {
  const server = createServer(handler);
  server.keepAliveTimeout = 60_000; // a busy machine may take longer than the usual five seconds between two requests
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/cometd`;
}

interface Doubt {
  readonly maxRelayedRequests?: number;
  readonly state?: SessionHome["state"];
}

/** A node that relays what is `far`'s, and answers "here" itself. */
async function startRelay(t: TestContext, far: string, { maxRelayedRequests = 10, state = "joined" }: Doubt = {}) {
  const cloud = new Cloud();
  cloud.homes.set("far1", { url: far, state });
  const options = { maxRelayedRequests, relayConnectMs: 300 };
  const relay = new HttpSessionRelay(cloud as unknown as Oort, { options, clock: systemClock, logger: silentLogger });
  t.after(() => relay.close());
  const url = await listen(t, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = chunks.length === 0 ? undefined : Buffer.concat(chunks).toString();
    const clientId = new URL(request.url!, "http://x").searchParams.get("clientId");
    if (!(await relay.relay(clientId, request, response, body))) response.end("here");
  });
  return { cloud, relay, url };
}

test("a request goes to the node of its session, body, cookie and path with it, and the answer comes back as it is", async (t) => {
  let seen: { body: string; headers: IncomingMessage["headers"]; url: string } | undefined;
  const far = await listen(t, async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    seen = { body, headers: request.headers, url: request.url! };
    response.writeHead(200, { "set-cookie": "BAYEUX_BROWSER=b", "content-type": "application/json" }).end('["far ✓"]');
  });
  const { url, cloud, relay } = await startRelay(t, far);
  const answer = await fetch(`${url}/connect?clientId=far1`, {
    method: "POST",
    body: '[{"text":"é"}]',
    headers: { cookie: "BAYEUX_BROWSER=b", "content-type": "application/json" },
  });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("set-cookie"), "BAYEUX_BROWSER=b");
  assert.equal(await answer.text(), '["far ✓"]');
  assert.equal(seen?.body, '[{"text":"é"}]');
  assert.equal(seen?.url, "/cometd/connect?clientId=far1");
  assert.equal(seen?.headers.cookie, "BAYEUX_BROWSER=b");
  assert.equal(seen?.headers["x-forwarded-for"], "127.0.0.1");
  assert.equal(seen?.headers["oortbus-relayed"], "1");
  assert.deepEqual([cloud.stats.relayed, cloud.stats.relaysFailed, relay.size], [1, 0, 0]);
});

test("what was relayed once, or is nobody's, is answered where it is", async (t) => {
  const far = await listen(t, (_, response) => void response.end("far"));
  const { url } = await startRelay(t, far);
  const ask = async (clientId: string, headers: Record<string, string> = {}) =>
    (await fetch(`${url}?clientId=${clientId}`, { headers })).text();
  assert.equal(await ask("far1"), "far");
  assert.equal(await ask("far1", { "oortbus-relayed": "1" }), "here");
  assert.equal(await ask("unknown"), "here");
});

test("too many requests at once are answered here", async (t) => {
  const far = await listen(t, (_, response) => void response.end("far"));
  const full = await startRelay(t, far, { maxRelayedRequests: 0 });
  assert.equal(await (await fetch(`${full.url}?clientId=far1`)).text(), "here");
  assert.equal(full.cloud.stats.relaysFailed, 1);
});

test("a member that cannot be reached is no reason to throw a session away: its client is to come again", async (t) => {
  const silent = await listen(t, () => {}); // takes connections, and says nothing: a process that hangs
  for (const [far, state] of [
    ["http://127.0.0.1:9/cometd", "joined"],
    ["http://127.0.0.1:9/cometd", "suspected"],
    [silent, "suspected"],
  ] as const) {
    const { url, cloud, relay } = await startRelay(t, far, { state });
    const answer = await fetch(`${url}?clientId=far1`);
    assert.deepEqual([answer.status, answer.headers.get("retry-after")], [503, "1"], `${state} ${far}`);
    assert.deepEqual([cloud.stats.relaysDeferred, cloud.stats.relaysFailed, relay.size], [1, 0, 0]);
  }
});

test("a lost node that lives on, or is back, gets what is for its sessions; of one that is gone nobody has any", async (t) => {
  const alive = await listen(t, (_, response) => void response.end("far"));
  const silent = await listen(t, () => {});
  for (const [far, text] of [
    [alive, "far"],
    [silent, "here"],
    ["http://127.0.0.1:9/cometd", "here"],
  ] as const) {
    const { url } = await startRelay(t, far, { state: "lost" });
    assert.equal(await (await fetch(`${url}?clientId=far1`)).text(), text, far);
  }
});

test("however many requests are for a node that may be gone, it is asked once", async (t) => {
  let questions = 0;
  const far = await listen(t, ({ method }, response) => {
    if (method === "OPTIONS") questions += 1;
    response.end("far");
  });
  const { url } = await startRelay(t, far, { state: "suspected" });
  const texts = await Promise.all(Array.from({ length: 8 }, async () => (await fetch(`${url}?clientId=far1`)).text()));
  assert.deepEqual([...new Set(texts)], ["far"]);
  assert.equal(questions, 1);
});

test("requests that wait when their member leaves are to be made again", async (t) => {
  let arrived: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const far = await listen(t, () => arrived());
  const { url, cloud } = await startRelay(t, far);
  const answer = fetch(`${url}?clientId=far1`);
  await held;
  cloud.leaves(far);
  assert.equal((await answer).status, 503);
});

test("a stream passes as it comes, and ends when its node leaves the cloud", async (t) => {
  const far = await listen(t, (_, response) => void response.writeHead(200).write("first"));
  const { url, cloud } = await startRelay(t, far);
  const answer = await fetch(`${url}?clientId=far1`);
  const reader = answer.body!.getReader();
  assert.equal(new TextDecoder().decode((await reader.read()).value), "first");
  cloud.leaves(far);
  await assert.rejects(reader.read());
});

test("a client that goes away is seen by the node of its session", async (t) => {
  let closed: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    closed = resolve;
  });
  let arrived: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const far = await listen(t, (request) => {
    request.socket.on("close", closed);
    arrived();
  });
  const { url } = await startRelay(t, far);
  const client = httpRequest(`${url}?clientId=far1`).on("error", () => {});
  client.end();
  await held;
  client.destroy();
  await gone;
});

test("what belongs to one connection stays there; all else is passed on, both ways", async (t) => {
  let seen: IncomingMessage["headers"] = {};
  const far = await listen(t, (request, response) => {
    seen = request.headers;
    const headers = [
      "Content-Type",
      "text/plain",
      "Content-Length",
      "3",
      "Connection",
      "keep-alive, x-hop",
      "X-Hop",
      "2",
    ];
    response.writeHead(200, [...headers, "Set-Cookie", "a=1", "Set-Cookie", "b=2", "X-End", "e"]).end("far");
  });
  const { url } = await startRelay(t, far);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = {
      connection: "close, x-mine",
      te: "trailers",
      "x-mine": "1",
      "x-forwarded-for": "192.0.2.1",
      "x-end": "s",
    };
    httpRequest(`${url}?clientId=far1`, { headers }, resolve).on("error", reject).end();
  });
  answer.resume();
  assert.deepEqual([seen["x-end"], seen["x-forwarded-for"]], ["s", "192.0.2.1, 127.0.0.1"]);
  assert.deepEqual([seen["x-mine"], seen.te, seen.host], [undefined, undefined, new URL(url).host]);
  assert.deepEqual(answer.headers["set-cookie"], ["a=1", "b=2"]);
  assert.deepEqual([answer.headers["x-end"], answer.headers["x-hop"]], ["e", undefined]);
});

test("hundreds of polls that are answered together, and come again together, find their connections again", async (t) => {
  const POLLS = 300; // more than Node keeps by itself
  const held: ServerResponse[] = [];
  let all: () => void = () => {};
  const connections = new Set<unknown>();
  const far = await listen(t, (request, response) => {
    connections.add(request.socket);
    if (held.push(response) === POLLS) all();
  });
  const { url, relay } = await startRelay(t, far, { maxRelayedRequests: POLLS });
  for (let round = 0; round < 2; round += 1) {
    const complete = new Promise<void>((resolve) => {
      all = resolve;
    });
    const polls = Array.from({ length: POLLS }, async () => (await fetch(`${url}?clientId=far1`)).text());
    await complete;
    for (const response of held.splice(0)) response.end("far");
    assert.deepEqual(new Set(await Promise.all(polls)), new Set(["far"]));
  }
  assert.equal(connections.size, POLLS);
  assert.equal(relay.size, 0);
});

test("an answer that breaks off in its middle breaks off for the client as well", async (t) => {
  const far = await listen(t, (_, response) => {
    response.writeHead(200, { "content-length": "10" }).write("half");
    response.socket!.end();
  });
  const { url, relay } = await startRelay(t, far);
  await assert.rejects(fetch(`${url}?clientId=far1`).then((answer) => answer.text()));
  assert.equal(relay.size, 0);
});
