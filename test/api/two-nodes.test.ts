import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { BusNode } from "../../bus-node.js";
import { EVENT_BUS_SERVICE } from "../../proto/event-bus-service.js";
import { EventBusClient } from "../../proto/grpc-client.js";
import { checkHealth } from "../support/grpc-probes.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { until } from "../support/until.js";
import { post } from "./faces.js";

interface Place {
  readonly node: BusNode;
  readonly api: string;
  readonly grpc: string;
}

async function startPlace(t: TestContext, peers: readonly Place[]): Promise<Place> {
  const [port = 0, grpcPort = 0] = await freePorts(2);
  const node = new BusNode({
    port,
    url: `http://127.0.0.1:${port}/cometd`,
    grpcPort,
    peer: peers.map((place) => place.node.url),
    secret: "two nodes",
    log: { level: "silent" },
  });
  t.after(() => node.stop());
  await node.start();
  return { node, api: `http://127.0.0.1:${port}/api/v1/`, grpc: `127.0.0.1:${grpcPort}` };
}

/** Two nodes, and a backend's client of the first. */
async function twoPlaces(t: TestContext) {
  const north = await startPlace(t, []);
  const south = await startPlace(t, [north]);
  const grpc = new EventBusClient(north.grpc);
  t.after(() => grpc.close());
  return { north, south, grpc };
}

const http = async (place: Place, method: string, request: unknown): Promise<unknown> =>
  (await post(place.api + method, JSON.stringify(request))).json();

const login = (t: TestContext, { node }: Place, user: string, channel: string) =>
  MeshUser.login(t, node.url, user, [channel]);

test("any node answers for the whole cluster, over either face", async (t) => {
  const { north, south, grpc } = await twoPlaces(t);

  const alice = await login(t, north, "alice", "/news");
  const bob = await login(t, south, "bob", "/news");
  const meet = () => north.node.seti.isPresent("bob") && south.node.seti.isPresent("alice");
  await until(meet, "each node knows of the other's user");

  assert.equal(await checkHealth(north.grpc, EVENT_BUS_SERVICE), "SERVING");
  await grpc.publish({ channel: "/news", data: Buffer.from('"by gRPC"') });
  assert.deepEqual([await alice.next(), await bob.next()], Array(2).fill({ channel: "/news", data: "by gRPC" }));
  await http(south, "Publish", { channel: "/news", data: "by HTTP" });
  assert.deepEqual([await alice.next(), await bob.next()], Array(2).fill({ channel: "/news", data: "by HTTP" }));

  const sent = await grpc.sendToUser({ user: "bob", channel: "/inbox", data: Buffer.from('{"n":1}') });
  assert.deepEqual([sent.delivered, sent.unknown, sent.unconfirmed], [1, [], []]);
  assert.deepEqual(await bob.next(), { channel: "/inbox", data: { n: 1 } });
  const toAlice = await http(south, "SendToUser", { user: "alice", channel: "/inbox", data: { n: 2 } });
  assert.deepEqual(toAlice, { delivered: 1, unknown: [], unconfirmed: [], nodes: 1 });
  assert.deepEqual(await alice.next(), { channel: "/inbox", data: { n: 2 } });
  const toNobody = await http(north, "SendToUser", { user: "ghost", channel: "/inbox", data: 1 });
  assert.deepEqual(toNobody, { delivered: 0, unknown: ["ghost"], unconfirmed: [], nodes: 0 });

  for (const place of [north, south]) {
    const presence = (await http(place, "GetPresence", { users: ["bob", "ghost"] })) as { users: object[] };
    assert.deepEqual(
      presence.users.map((one) => ({ ...one, shardOwners: undefined })),
      [
        {
          user: "bob",
          present: true,
          nodes: [south.node.url],
          localSessions: place === south ? 1 : 0,
          shardOwners: undefined,
        },
        { user: "ghost", present: false, nodes: [], localSessions: 0, shardOwners: undefined },
      ],
    );
  }

  const view = (await (await fetch(`${north.api}cluster`)).json()) as { peers: { since: string; link: object }[] };
  const [peer] = view.peers;
  const { roundTripMs, interest, queuedMessages, queuedBytes, ...link } = peer!.link as Record<string, unknown>;
  assert.deepEqual(link, { out: "open", in: "joined", gaps: 0, version: 1 });
  // What is on its way just now counts as queued.
  for (const value of [roundTripMs, interest, queuedMessages, queuedBytes]) assert.equal(typeof value, "number");
  assert.deepEqual(view, {
    url: north.node.url,
    id: north.node.oort.id,
    state: "ready",
    peers: [{ url: south.node.url, id: south.node.oort.id, state: "joined", since: peer?.since, link: peer?.link }],
    sessions: 1,
    users: 2,
    shards: 2,
  });
  assert.ok(Math.abs(Date.now() - Date.parse(peer!.since)) < 60_000);
});

test("sessions are listed and ended, and presence watched, by way of any node", async (t) => {
  const { north, south, grpc } = await twoPlaces(t);
  const watch = grpc.watchPresence({ users: ["bob"] });
  const next = async () => (await watch.next()).value;
  assert.equal((await next())?.started?.node, north.node.url);
  assert.equal((await next())?.change?.present, false);

  const bob = await login(t, south, "bob", "/service/seti/disconnected");
  const { user, present, nodes } = (await next())?.change ?? {};
  assert.deepEqual([user, present, nodes], ["bob", true, 1]);
  const { sessions } = await grpc.listUserSessions({ user: "bob" });
  assert.equal(sessions.length, 1);
  const [session] = sessions;
  assert.deepEqual([session?.node, session?.transport], [south.node.url, "websocket"]);
  assert.ok(![...south.node.bayeux.sessions.keys()].includes(session?.session ?? ""), "no clientId");
  const request = { user: "bob", session: session?.session, reason: "bye" };
  assert.deepEqual(await http(north, "DisconnectSession", request), {
    disconnected: 1,
    unansweredNodes: [],
    unknownNodes: [],
  });
  assert.deepEqual(await bob.next(), { channel: "/service/seti/disconnected", data: { reason: "bye" } });
  assert.equal((await next())?.change?.present, false);

  await Promise.all([login(t, north, "bob", "/inbox"), login(t, south, "bob", "/inbox")]);
  assert.equal(((await http(south, "DisconnectUser", { user: "bob" })) as { disconnected: number }).disconnected, 2);
  const rest = (async () => {
    let last: unknown;
    for await (const news of watch) last = news.ended?.reason ?? last;
    return last;
  })();
  void north.node.drain();
  assert.equal(await rest, "this node is draining");
});
