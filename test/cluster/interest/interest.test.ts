import assert from "node:assert/strict";
import { test } from "node:test";
import { type CloudNode, InterestCloud } from "./interest-cloud.js";

/** Two nodes: clients are at `near`, and what they want is to be seen at `far`. */
async function pair(near: Parameters<InterestCloud["node"]>[0] = {}, far: Parameters<InterestCloud["node"]>[0] = {}) {
  const cloud = new InterestCloud(1);
  cloud.delayMs = () => 10;
  const there = await cloud.node(far);
  const here = await cloud.node(near);
  return { cloud, near: here, far: there, wanted: () => there.wantedOf(here) };
}

/** Names in the subscribes and unsubscribes that peers send to a node, one text for each message. */
function requestsAt(node: CloudNode): string[] {
  const requests: string[] = [];
  node.server.addExtension({
    incoming(session, { channel, subscription }) {
      if (session === undefined || !node.oort.isOort(session) || !/subscribe$/.test(channel)) return;
      requests.push(`${channel === "/meta/subscribe" ? "+" : "-"}${[subscription].flat().join(" ")}`);
    },
  });
  return requests;
}

test("a peer is asked for what clients subscribe to, and for nothing else; not at once any more when they leave", async () => {
  const { cloud, near, far, wanted } = await pair();
  assert.deepEqual(wanted(), []);
  const ann = await cloud.user(near);
  const took = await cloud.subscribe(ann, "/chat/room");
  assert.deepEqual(wanted(), ["/chat/room"]);
  assert.ok(took >= 40 && took < 60, `answered after the way to this node and to the other, and back: ${took} ms`);
  assert.equal(far.oort.interestOf(near.url), 1);
  assert.equal(near.oort.interestOf(far.url), 0);
  assert.equal(near.oort.interestOf("http://nobody.example/cometd"), undefined);
  assert.deepEqual(near.oort.interest, { channels: 1, isFallback: false });
  ann.client.abort();
  await cloud.clock.advance(24_000); // its session expires
  assert.deepEqual(wanted(), ["/chat/room"], "still lingering");
  await cloud.clock.advance(6_000);
  assert.deepEqual(wanted(), []);
});

test("only the first subscriber waits for the peers, and those who come while he does", async () => {
  const { cloud, near } = await pair();
  const [ann, bob, eve] = [await cloud.user(near), await cloud.user(near), await cloud.user(near)];
  const changes = near.oort.stats.interestChanges;
  const took = await Promise.all([
    cloud.until(ann.client.subscribe("/chat/room", () => {}).ready),
    cloud.until(bob.client.subscribe("/chat/room", () => {}).ready),
  ]);
  assert.deepEqual(took, [40, 40]);
  assert.equal(near.oort.stats.interestChanges, changes + 1);
  assert.equal(await cloud.subscribe(eve, "/chat/room"), 20);
});

test("a channel below a wildcard needs nothing, and gets its own subscription before the wildcard goes", async () => {
  const { cloud, near, far, wanted } = await pair();
  const requests = requestsAt(far);
  const [ann, bob] = [await cloud.user(near), await cloud.user(near)];
  const all = ann.client.subscribe("/chat/**", () => {});
  await cloud.until(all.ready);
  assert.equal(await cloud.subscribe(bob, "/chat/room"), 20, "nothing to wait for");
  await cloud.subscribe(bob, "/chat/room/cellar");
  await cloud.subscribe(bob, "/news");
  assert.deepEqual(wanted(), ["/chat/**", "/news"]);
  void all.unsubscribe();
  await cloud.clock.advance(6_000);
  assert.deepEqual(wanted(), ["/chat/room", "/chat/room/cellar", "/news"]);
  assert.deepEqual(requests, ["+/chat/**", "+/news", "+/chat/room /chat/room/cellar", "-/chat/**"]);
  await cloud.subscribe(ann, "/**");
  await cloud.clock.advance(1_000);
  assert.deepEqual(wanted(), ["/**"]);
  assert.deepEqual(requests.slice(4), ["+/**", "-/chat/room /chat/room/cellar /news"]);
});

test("what changes in one turn goes out as one message, and what comes and goes costs nothing", async () => {
  const { cloud, near, far, wanted } = await pair();
  const requests = requestsAt(far);
  const ann = await cloud.user(near);
  const channels = Array.from({ length: 200 }, (_, index) => `/room/${index}`);
  await cloud.until(ann.client.request({ channel: "/meta/subscribe", subscription: channels }));
  assert.deepEqual(requests, [`+${channels.join(" ")}`]);
  for (let round = 0; round < 20; round += 1) {
    await cloud.until(ann.client.request({ channel: "/meta/unsubscribe", subscription: channels }));
    await cloud.clock.advance(200);
    await cloud.until(ann.client.request({ channel: "/meta/subscribe", subscription: channels }));
  }
  assert.equal(requests.length, 1);
  assert.equal(wanted().length, 200);
  await cloud.until(ann.client.request({ channel: "/meta/unsubscribe", subscription: channels }));
  await cloud.clock.advance(6_000);
  assert.deepEqual(requests.slice(1), [`-${channels.join(" ")}`]);
});

test("a new link begins with what is wanted, before the join", async () => {
  const { cloud, near } = await pair();
  const ann = await cloud.user(near);
  await cloud.subscribe(ann, "/chat/**");
  await cloud.subscribe(ann, "/news");
  const late = await cloud.node();
  assert.deepEqual(late.wantedOf(near), ["/chat/**", "/news"]);
  late.server.publish(undefined, "/news", "hello");
  await cloud.clock.advance(200);
  assert.deepEqual(ann.received, [{ channel: "/news", data: "hello" }]);
});

test("a node that joins is waited for, and one that does not answer only so long", async () => {
  const { cloud, near, far } = await pair();
  const ann = await cloud.user(near);
  cloud.network.cut(near.url, far.url);
  const took = await cloud.subscribe(ann, "/news");
  assert.ok(took >= 1_000 && took <= 1_030, `${took}`);
  assert.equal(near.oort.stats.interestTimeouts, 1);
  await cloud.clock.advance(10_000);
  assert.deepEqual(
    near.oort.peers.map(({ state }) => state),
    ["lost"],
  );
  assert.equal(await cloud.subscribe(ann, "/more"), 20, "who is no member is not waited for");
  assert.equal(near.oort.stats.interestTimeouts, 1);
  cloud.network.heal();
  await cloud.clock.advance(10_000);
  assert.deepEqual(far.wantedOf(near), ["/more", "/news"]);
});

test("who unsubscribes before the peers have answered is not kept waiting", async () => {
  const { cloud, near } = await pair({ interestLingerMs: 0, interestTimeoutMs: 60_000 });
  const ann = await cloud.user(near);
  const request = (channel: string) => cloud.until(ann.client.request({ channel, subscription: "/news" }));
  const took = await Promise.all([request("/meta/subscribe"), request("/meta/unsubscribe")]);
  assert.deepEqual(took, [20, 20]);
});

test("a connection that breaks while peers are asked: they are asked again, and the client is answered then", async () => {
  const { cloud, near, far, wanted } = await pair();
  const ann = await cloud.user(near);
  const { ready } = ann.client.subscribe("/news", () => {});
  await cloud.clock.advance(15); // it has arrived, and the peer's answer has not
  cloud.breakLink(near, far);
  const took = await cloud.until(ready);
  assert.ok(took < 900, `${took}`);
  assert.deepEqual(wanted(), ["/news"]);
  assert.equal(near.oort.stats.interestTimeouts, 0);
  assert.equal(near.oort.stats.left, 0);
});

test("with more channels than the limit the patterns are observed, until half as many are wanted", async () => {
  const { cloud, near, wanted } = await pair({ channels: ["/chat/**", "/room/**"], maxInterestChannels: 10 });
  const ann = await cloud.user(near);
  const channels = Array.from({ length: 11 }, (_, index) => `/room/${index}`);
  const change = (what: string, names: string[]) =>
    cloud.until(ann.client.request({ channel: `/meta/${what}`, subscription: names }));
  await change("subscribe", channels.slice(0, 10));
  await change("subscribe", ["/elsewhere"]);
  assert.equal(wanted().length, 10);
  await change("subscribe", channels.slice(10));
  await cloud.clock.advance(100);
  assert.deepEqual(wanted(), ["/chat/**", "/room/**"]);
  assert.deepEqual(near.oort.interest, { channels: 2, isFallback: true });
  assert.equal(near.oort.stats.interestFallbacks, 1);
  assert.equal(await change("subscribe", ["/room/new"]), 20, "is observed already");
  await change("unsubscribe", channels.slice(6));
  await cloud.clock.advance(6_000);
  assert.deepEqual(wanted(), ["/chat/**", "/room/**"], "seven are too many still");
  await change("unsubscribe", channels.slice(4, 6));
  await cloud.clock.advance(6_000);
  assert.deepEqual(wanted(), ["/room/0", "/room/1", "/room/2", "/room/3", "/room/new"]);
  assert.deepEqual(near.oort.interest, { channels: 5, isFallback: false });
});

test("a peer that refuses a channel is asked for the patterns, and sends all the same", async () => {
  const { cloud, near, far, wanted } = await pair({}, { maxLinkSubscriptions: 4 });
  const ann = await cloud.user(near);
  for (const channel of ["/a", "/b", "/c"]) await cloud.subscribe(ann, channel);
  assert.equal(near.oort.stats.interestRefused, 0);
  await cloud.subscribe(ann, "/d");
  await cloud.clock.advance(100);
  assert.equal(near.oort.stats.interestRefused > 0, true);
  far.server.publish(undefined, "/d", 1);
  far.server.publish(undefined, "/a", 2);
  await cloud.clock.advance(200);
  assert.deepEqual(
    ann.received.map(({ data }) => data),
    [1, 2],
    wanted().join(" "),
  );
});

test("local sessions, server code and channel listeners are interest as well; what is internal never is", async () => {
  const { cloud, near, wanted } = await pair();
  const local = near.server.newLocalSession("app");
  await local.handshake();
  local.subscribe("/local", () => {});
  const stop = near.server.subscribe("/server/*", () => {});
  const unlisten = near.server.addMessageListener("/prices/{symbol}", () => {});
  for (const channel of ["/seti/x", "/seti/**", "/oort/**", "/service/x"]) local.subscribe(channel, () => {});
  near.server.createChannel("/checked").addCheck(() => {});
  near.oort.observeChannel("/pinned/**");
  near.oort.observeChannel("/seti/all");
  assert.equal(await cloud.until(near.oort.interestSettled()), 20);
  assert.deepEqual(wanted(), ["/local", "/pinned/**", "/prices/*", "/server/*", "/seti/all"]);
  stop();
  unlisten();
  near.oort.deobserveChannel("/pinned/**");
  await cloud.clock.advance(100);
  assert.deepEqual(wanted(), ["/local", "/prices/*", "/server/*", "/seti/all"], "only what was observed goes at once");
  await cloud.clock.advance(6_000);
  assert.deepEqual(wanted(), ["/local", "/seti/all"]);
  assert.equal(near.oort.interest.channels, 1);
});

test("wants are kept to the patterns: of a wildcard above them these are taken, of what is beside them nothing", async () => {
  const { cloud, near, wanted } = await pair({ channels: ["/chat/**", "/news"] });
  const ann = await cloud.user(near);
  assert.equal(await cloud.subscribe(ann, "/private"), 20);
  assert.deepEqual(wanted(), []);
  await cloud.subscribe(ann, "/*");
  assert.deepEqual(wanted(), ["/news"]);
  await cloud.subscribe(ann, "/**");
  assert.deepEqual(wanted(), ["/chat/**", "/news"]);
  near.oort.deobserveChannel("/chat/**");
  await cloud.clock.advance(100);
  assert.deepEqual(wanted(), ["/news"]);
});

test("forwarding 'observe': the patterns are observed whoever wants them, and nobody waits", async () => {
  const { cloud, near, far, wanted } = await pair({ forwarding: "observe", channels: ["/chat/**", "/news"] });
  const ann = await cloud.user(near);
  assert.deepEqual(wanted(), ["/chat/**", "/news"]);
  assert.equal(await cloud.subscribe(ann, "/chat/room"), 20);
  far.server.publish(undefined, "/chat/room", 1);
  far.server.publish(undefined, "/chat/empty", 2);
  await cloud.clock.advance(200);
  assert.deepEqual(ann.received, [{ channel: "/chat/room", data: 1 }]);
  assert.equal(near.oort.stats.hopsWithoutInterest, 1);
  assert.equal(near.oort.stats.republished, 2);
});

test("a broadcast crosses one link for each node with interest in it, and a node without hears nothing of it", async () => {
  const cloud = new InterestCloud(2);
  const nodes: CloudNode[] = [];
  for (let count = 0; count < 5; count += 1) nodes.push(await cloud.node());
  const users = await Promise.all(nodes.map((node) => cloud.user(node)));
  const links = (): number =>
    nodes.reduce((sum, { oort }) => sum + oort.stats.republished + oort.stats.hopsWithoutInterest, 0);
  for (let interested = 0; interested < nodes.length; interested += 1) {
    const channel = `/topic/${interested}`;
    for (const user of users.slice(1, 1 + interested)) await cloud.subscribe(user, channel);
    const before = links();
    await cloud.until(users[0]!.client.publish(channel, "news"));
    await cloud.clock.advance(500);
    assert.equal(links() - before, interested);
  }
  assert.deepEqual(
    users.map(({ received }) => received.length),
    [0, 4, 3, 2, 1],
  );
});

test("a message that comes when nobody wants it any more is counted, and published for nobody", async () => {
  const { cloud, near, far } = await pair();
  const ann = await cloud.user(near);
  const subscription = ann.client.subscribe("/news", () => {});
  await cloud.until(subscription.ready);
  await cloud.until(subscription.unsubscribe());
  far.server.publish(undefined, "/news", 1);
  await cloud.clock.advance(200);
  assert.equal(near.oort.stats.hopsWithoutInterest, 1);
  assert.equal(near.oort.stats.republished, 0);
  assert.deepEqual(ann.received, []);
});
