import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { request as requestHttps } from "node:https";
import { type TestContext, test } from "node:test";
import type { NodeConfigInput } from "../../config.js";
import { BayeuxClient, nodeTransports } from "../../core/client/node.js";
import { BusNode, ConfigError, type Message, silentLogger } from "../../index.js";
import { Authority, type CertificateFiles } from "../support/certificates.js";
import { freePorts } from "../support/ports.js";

interface TlsNode {
  readonly bus: BusNode;
  readonly url: string;
}

/** A node on HTTPS whose links show its certificate, and which wants to see one of its peers. */
async function startNode(
  t: TestContext,
  authority: Authority,
  certificate: CertificateFiles,
  config: NodeConfigInput = {},
): Promise<TlsNode> {
  const [port] = await freePorts(1);
  const { caFile } = authority;
  const url = `https://127.0.0.1:${port}/cometd`;
  const bus = new BusNode(
    {
      port: port!,
      url,
      grpcPort: 0,
      secret: "s",
      joiningTimeoutMs: 1_000,
      http: { tls: { ...certificate, caFile } },
      ...config,
      oort: { tls: { ...certificate, caFile, mutual: true }, minRetryMs: 50, maxRetryMs: 100, ...config.oort },
    },
    { logger: silentLogger },
  );
  t.after(() => bus.stop());
  await bus.start();
  return { bus, url };
}

const peersOf = ({ bus }: TlsNode): string[] =>
  bus.oort.peers.filter(({ state }) => state === "joined").map(({ url }) => url);

test("nodes link by mutual TLS; their clients need no certificate", async (t) => {
  const authority = await Authority.create(t);
  const alpha = await startNode(t, authority, await authority.issue("alpha"));
  const beta = await startNode(t, authority, await authority.issue("beta"), { peer: [alpha.url] });
  assert.deepEqual(peersOf(alpha), [beta.url]);
  assert.deepEqual(peersOf(beta), [alpha.url]);

  const tls = { ca: readFileSync(authority.caFile) };
  const client = (url: string) => new BayeuxClient({ url }, { transports: nodeTransports({ tls }).slice(0, 1) });
  const [ann, ben] = [client(alpha.url), client(beta.url)];
  t.after(() => Promise.all([ann.disconnect(), ben.disconnect()]));
  await Promise.all([ann.handshake(), ben.handshake()]);
  const heard = new Promise<Message>((resolve) => ben.subscribe("/news", resolve));
  await ben.subscribe("/ready", () => {}).ready;
  await ann.publish("/news", { hello: "ben" });
  assert.deepEqual((await heard).data, { hello: "ben" });
});

test("a request for a session of another node is relayed over TLS", async (t) => {
  const authority = await Authority.create(t);
  const alpha = await startNode(t, authority, await authority.issue("alpha"));
  const beta = await startNode(t, authority, await authority.issue("beta"), { peer: [alpha.url] });
  const ca = readFileSync(authority.caFile);
  const handshake = { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"] };
  const opened = await post(alpha.url, ca, handshake);
  const { clientId } = opened.reply;
  const connect = { channel: "/meta/connect", connectionType: "long-polling", clientId, advice: { timeout: 0 } };
  assert.equal((await post(beta.url, ca, connect, opened.cookie)).reply.successful, true);
  assert.equal(beta.bus.oort.stats.relayed, 1);
});

test("a peer that knows the secret but has no certificate, or one of a strange authority, is refused", async (t) => {
  const authority = await Authority.create(t);
  const stranger = await Authority.create(t);
  const alpha = await startNode(t, authority, await authority.issue("alpha"));
  const { caFile } = authority;
  const plain = { tls: { caFile } };
  const strange = { tls: { caFile, ...(await stranger.issue("beta")) } };
  for (const oort of [plain, strange]) {
    const beta = await startNode(t, authority, await authority.issue("beta"), { peer: [alpha.url], oort });
    assert.ok(beta.bus.oort.stats.dialsRefused.refused > 0);
    assert.deepEqual(peersOf(alpha), []);
    assert.deepEqual(peersOf(beta), []);
  }
});

test("a node does not link with one that shows a certificate of a strange authority", async (t) => {
  const authority = await Authority.create(t);
  const stranger = await Authority.create(t);
  const certificate = await authority.issue("alpha");
  const mitm = await startNode(t, authority, await stranger.issue("mitm"));
  const { caFile } = authority;
  const beta = await startNode(t, authority, certificate, {
    peer: [mitm.url],
    oort: { tls: { caFile, ...certificate } },
  });
  assert.deepEqual(peersOf(beta), []);
  assert.deepEqual(peersOf(mitm), []);
});

test("what is wrong with the files is told before anything starts", async (t) => {
  const authority = await Authority.create(t);
  const { certFile, keyFile } = await authority.issue("alpha");
  const other = await authority.issue("beta");
  const broken = `${certFile}.broken`;
  writeFileSync(broken, "no certificate");
  const table: [NodeConfigInput, RegExp][] = [
    [{ http: { tls: { certFile } } }, /http\.tls\.keyFile: must be given too/],
    [{ http: { tls: { keyFile } } }, /http\.tls\.certFile: must be given too/],
    [{ http: { tls: { certFile: "/nowhere.pem", keyFile } } }, /http\.tls\.certFile: \/nowhere\.pem cannot be read/],
    [{ http: { tls: { certFile: broken, keyFile } } }, /http\.tls\.certFile, keyFile and caFile cannot be used/],
    [{ http: { tls: { certFile, keyFile: other.keyFile } } }, /cannot be used together/],
    [{ oort: { tls: { caFile: "/nowhere.pem" } } }, /oort\.tls\.caFile: \/nowhere\.pem cannot be read/],
    [{ oort: { tls: { mutual: true } } }, /oort\.tls\.mutual.* needs http\.tls\.certFile, keyFile and caFile/],
  ];
  for (const [config, message] of table) {
    assert.throws(
      () => new BusNode({ port: 8_081, grpcPort: 0, ...config }, { logger: silentLogger }),
      (error: unknown) => error instanceof ConfigError && message.test(error.message),
      String(message),
    );
  }
});

/** Posts a message over HTTPS. @returns the reply, and the cookie that came with it */
function post(url: string, ca: Buffer, message: object, cookie = ""): Promise<{ reply: Message; cookie: string }> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", cookie };
    const request = requestHttps(url, { ca, method: "POST", headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      const [set = ""] = response.headers["set-cookie"] ?? [];
      response.on("end", () => resolve({ reply: JSON.parse(text)[0], cookie: set.split(";")[0]! }));
    });
    request.on("error", reject);
    request.end(JSON.stringify([message]));
  });
}
