import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { accepts, printAdvertisements, readAdvertisement } from "../../../cluster/discovery/advertisement.js";
import { MulticastDiscovery } from "../../../cluster/discovery/multicast-discovery.js";
import { ConfigError } from "../../../core/options.js";

const ALPHA = "http://alpha.example:8080/cometd";
const BETA = "http://beta.example:8080/cometd";

test("a node without a cluster name sends Java's datagram: the bytes of its URL and nothing else", () => {
  const datagrams = printAdvertisements({ url: ALPHA, java: false });
  assert.deepEqual(
    datagrams.map((bytes) => Buffer.from(bytes).toString()),
    [ALPHA],
  );
  assert.deepEqual(readAdvertisement(datagrams[0]!), { url: ALPHA, clusterName: undefined });
});

test("a cluster name travels in a form of its own, and beside Java's only where Java nodes are to find the node", () => {
  const ours = { url: ALPHA, clusterName: "blue", java: false };
  const read = (rules: typeof ours) => printAdvertisements(rules).map((datagram) => readAdvertisement(datagram));
  assert.deepEqual(read(ours), [{ url: ALPHA, clusterName: "blue" }]);
  assert.deepEqual(read({ ...ours, java: true }), [
    { url: ALPHA, clusterName: "blue" },
    { url: ALPHA, clusterName: undefined },
  ]);
});

test("only the own name is taken; a bare URL by nodes without a name, or where Java nodes are welcome", () => {
  const table = [
    { mine: "blue", java: false, theirs: "blue", taken: true },
    { mine: "blue", java: false, theirs: "green", taken: false },
    { mine: "blue", java: true, theirs: "green", taken: false },
    { mine: "blue", java: false, theirs: undefined, taken: false },
    { mine: "blue", java: true, theirs: undefined, taken: true },
    { mine: undefined, java: false, theirs: undefined, taken: true },
    { mine: undefined, java: false, theirs: "blue", taken: false },
  ];
  for (const { mine, java, theirs, taken } of table) {
    const verdict = accepts({ url: ALPHA, clusterName: mine, java }, { url: BETA, clusterName: theirs });
    assert.equal(verdict, taken, JSON.stringify({ mine, java, theirs }));
  }
});

test("what is no advertisement is not read, and a URL that fits no datagram is not sent", () => {
  for (const text of ["", "hello", "ftp://alpha/", "oortbus/1\n", `oortbus/1\n${ALPHA}`, `oortbus/1\n${ALPHA}\n\n`]) {
    assert.equal(readAdvertisement(Buffer.from(text)), undefined, JSON.stringify(text));
  }
  assert.equal(readAdvertisement(Buffer.from(`oortbus/1\nnonsense\nblue`)), undefined);
  assert.equal(readAdvertisement(Buffer.from([0xff, 0xfe, 0x00])), undefined);
  assert.equal(readAdvertisement(Buffer.alloc(2_000, "a")), undefined);
  const url = `http://alpha.example/${"a".repeat(1_400)}`;
  assert.deepEqual(printAdvertisements({ url, java: false }), []);
});

test("wrong options are told", () => {
  assert.throws(() => new MulticastDiscovery({ url: ALPHA, group: "everybody" }), ConfigError);
  assert.throws(() => new MulticastDiscovery({ url: "alpha" }), ConfigError);
});

/** A UDP port that nobody uses now; several sockets of a group may then share it. */
async function freePort(): Promise<number> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return port;
}

interface Heard {
  readonly found: Set<string>;
  /** The next event of that kind about that URL. */
  next(event: "found" | "gone", url: string): Promise<void>;
}

function listen(t: TestContext, discovery: MulticastDiscovery): Heard {
  const found = new Set<string>();
  const waiting = new Map<string, () => void>();
  const tell = (event: string, url: string) => waiting.get(`${event} ${url}`)?.();
  discovery.start(
    (url) => {
      found.add(url);
      tell("found", url);
    },
    (url) => tell("gone", url),
  );
  t.after(() => discovery.stop());
  return {
    found,
    next: (event, url) => new Promise((resolve) => waiting.set(`${event} ${url}`, resolve)),
  };
}

test("nodes of one group find each other over real sockets; those of another cloud do not; who stops is gone", async (t) => {
  const common = { port: await freePort(), interface: "127.0.0.1", advertiseMs: 100 };
  const alpha = new MulticastDiscovery({ ...common, url: ALPHA, clusterName: "blue" });
  const beta = new MulticastDiscovery({ ...common, url: BETA, clusterName: "blue" });
  const other = new MulticastDiscovery({ ...common, url: "http://other.example/cometd", clusterName: "green" });
  const java = new MulticastDiscovery({ ...common, url: "http://java.example/cometd" });
  const atAlpha = listen(t, alpha);
  const atOther = listen(t, other);
  const atJava = listen(t, java);
  const atBeta = listen(t, beta);
  await Promise.all([atAlpha.next("found", BETA), atBeta.next("found", ALPHA)]);
  const gone = atAlpha.next("gone", BETA);
  beta.stop();
  await gone;
  assert.deepEqual([...atAlpha.found], [BETA]);
  assert.deepEqual([...atBeta.found], [ALPHA]);
  assert.deepEqual([...atOther.found], []);
  assert.deepEqual([...atJava.found], []);
});

test("a node that is open to Java nodes finds them and is found by them", async (t) => {
  const common = { port: await freePort(), interface: "127.0.0.1", advertiseMs: 100 };
  const atAlpha = listen(t, new MulticastDiscovery({ ...common, url: ALPHA, clusterName: "blue", java: true }));
  const atJava = listen(t, new MulticastDiscovery({ ...common, url: BETA }));
  await Promise.all([atAlpha.next("found", BETA), atJava.next("found", ALPHA)]);
});

test("a flood of strangers' datagrams is bounded, and the nodes known before are still heard", async (t) => {
  const port = await freePort();
  const alpha = new MulticastDiscovery({ url: ALPHA, port, interface: "127.0.0.1", advertiseMs: 60_000, maxUrls: 3 });
  const heard = listen(t, alpha);
  const socket = createSocket({ type: "udp4", reuseAddr: true });
  t.after(() => socket.close());
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  socket.setMulticastInterface("127.0.0.1");
  const send = async (url: string) => {
    const arrived = heard.next("found", url);
    const timer = setInterval(() => socket.send(url, port, "239.255.0.1"), 20); // UDP may lose one
    await arrived.finally(() => clearInterval(timer));
  };
  await send(BETA);
  await send("http://flood.example/1");
  await send("http://flood.example/2");
  for (let index = 3; index < 50; index += 1) socket.send(`http://flood.example/${index}`, port, "239.255.0.1");
  await send(BETA);
  assert.deepEqual([...heard.found], [BETA, "http://flood.example/1", "http://flood.example/2"]);
});
