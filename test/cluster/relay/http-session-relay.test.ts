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
