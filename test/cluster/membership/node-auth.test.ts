import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeSecret, NodeAuth, readReply } from "../../../cluster/membership/node-auth.js";
import { isNodeUrl } from "../../../cluster/membership/node-url.js";
import type { Message } from "../../../core/message/message.js";
import { readTrace } from "../../support/traces.js";

const SELF = { url: "http://alpha.example:8080/cometd", id: "alpha-1" };
const PEER = { url: "http://beta.example:8080/cometd", id: "beta-1" };
const EXTRAS = { incarnation: 5, clusterName: undefined, heartbeatMs: 1_000, nodeTag: "t1" };

function handshake(field: unknown): Message {
  return { channel: "/meta/handshake", ext: { "org.cometd.oort": field } };
}

function peerField(secret: string, clusterName?: string): Record<string, unknown> {
  return new NodeAuth(PEER, secret, { ...EXTRAS, clusterName }).requestField(SELF.url);
}

test("the secret is on the wire as CometD writes it", () => {
  assert.equal(
    encodeSecret("abc"),
    "3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==",
  );
  assert.equal(
    encodeSecret("oort-secret"),
    "mnhaowM0PPSw26Dl0ufLDbbdKQD65yzG7FjOfVZUGadflm0ZeVXBqAc4QwGP/LL+TwAO5hQ8tuw20N1AVnAaIA==",
  );
});

test("what Java nodes sent is accepted with their secret, by whatever name they call us", () => {
  const auth = new NodeAuth({ url: "http://127.0.0.1:9301/cometd", id: "x" }, "peer-secret", EXTRAS);
  for (const name of ["01", "02", "03", "04b"]) {
    const handshakes = readTrace(name).select({ channel: "/meta/handshake" });
    const requests = handshakes.filter(
      (traced) => traced.message.successful === undefined && /^[ABC]$/.test(traced.from),
    );
    assert.ok(requests.length > 0);
    for (const { message } of requests) assert.equal(auth.judge(message).kind, "accepted");
  }
  const [wrong] = readTrace("04a").select({ from: "B", to: "A", channel: "/meta/handshake" });
  assert.equal(auth.judge(wrong!.message).kind, "wrong_secret");
  const [refusal] = readTrace("04a").select({ from: "A", to: "B", channel: "/meta/handshake" });
  assert.equal(readReply(refusal!.message)?.url, "http://127.0.0.1:9301/cometd");
});

test("a handshake without the object is an ordinary client's; one with a wrong object is refused, whatever its type", () => {
  const auth = new NodeAuth(SELF, "s", EXTRAS);
  assert.equal(auth.judge({ channel: "/meta/handshake" }).kind, "absent");
  assert.equal(auth.judge({ channel: "/meta/handshake", ext: { ack: true } }).kind, "absent");
  for (const field of [
    null,
    1,
    "x",
    [],
    {},
    { oortURL: SELF.url },
    { oortURL: "x", oortId: "y" },
    { oortURL: 1, oortId: 2 },
  ]) {
    assert.equal(auth.judge(handshake(field)).kind, "malformed", JSON.stringify(field));
  }
  assert.equal(auth.judge(handshake({ ...peerField("s"), oortId: "x".repeat(129) })).kind, "malformed");
  for (const secret of [undefined, null, 7, "", "s", encodeSecret("other"), `${encodeSecret("s")}=`]) {
    assert.equal(auth.judge(handshake({ ...peerField("s"), oortSecret: secret })).kind, "wrong_secret", String(secret));
  }
  assert.equal(auth.judge(handshake(peerField("s"))).kind, "accepted");
});

test("two cluster names refuse each other; a missing one goes with any", () => {
  const auth = new NodeAuth(SELF, "s", { ...EXTRAS, clusterName: "red" });
  assert.equal(auth.judge(handshake(peerField("s", "blue"))).kind, "wrong_cluster");
  assert.equal(auth.judge(handshake(peerField("s", "red"))).kind, "accepted");
  assert.equal(auth.judge(handshake(peerField("s"))).kind, "accepted");
  const { oortbus: _, ...java } = peerField("s");
  assert.equal(auth.judge(handshake(java)).kind, "accepted");
  assert.equal(auth.accepts({ ...PEER, extras: { ...EXTRAS, version: 1, clusterName: "blue" } }), false);
  assert.equal(auth.accepts({ ...PEER, extras: undefined }), true);
});

test("a reply never holds the secret, and tells our extras only to our own kind", () => {
  const auth = new NodeAuth(SELF, "s", EXTRAS);
  assert.deepEqual(auth.replyField(false), { oortURL: SELF.url, oortId: SELF.id });
  assert.deepEqual(auth.replyField(true), {
    oortURL: SELF.url,
    oortId: SELF.id,
    oortbus: { version: 1, incarnation: 5, heartbeatMs: 1_000, nodeTag: "t1" },
  });
});

test("a node URL is absolute, http or https, and has a host", () => {
  for (const good of ["http://a/cometd", "https://a.b:1/x", "http://[::1]:8080/cometd"])
    assert.ok(isNodeUrl(good), good);
  for (const bad of [
    "",
    "a",
    "/cometd",
    "ws://a/",
    "http://",
    "http:a",
    "ftp://a",
    7,
    null,
    `http://${"a".repeat(1_100)}`,
  ]) {
    assert.equal(isNodeUrl(bad), false, String(bad));
  }
});
