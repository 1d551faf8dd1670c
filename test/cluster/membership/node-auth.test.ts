import assert from "node:assert/strict";
import { test } from "node:test";
import { EXTRAS_KEY, OORT_EXT, readReply } from "../../../cluster/membership/link-field.js";
import { LinkLogin } from "../../../cluster/membership/link-login.js";
import { encodeSecret, NodeAuth, type NodeSecrets } from "../../../cluster/membership/node-auth.js";
import { isNodeUrl } from "../../../cluster/membership/node-url.js";
import type { Message } from "../../../core/message/message.js";
import { systemRandom } from "../../../core/random.js";
import { FakeClock } from "../../support/fake-clock.js";
import { readTrace } from "../../support/traces.js";

const ALPHA = { url: "http://alpha.example:8080/cometd", id: "alpha-1" };
const BETA = { url: "http://beta.example:8080/cometd", id: "beta-1" };
const EVE = { url: "http://eve.example:8080/cometd", id: "eve-1" };

interface Settings extends Partial<NodeSecrets> {
  readonly clusterName?: string;
}

const clock = new FakeClock();

function auth(self: typeof ALPHA, { clusterName, ...secrets }: Settings = {}): NodeAuth {
  const extras = { incarnation: 5, clusterName, heartbeatMs: 1_000, nodeTag: `tag-${self.id}` };
  const parts = { clock, random: systemRandom };
  return new NodeAuth(self, { secret: "s", acceptedSecrets: [], java: false, ...secrets }, extras, parts);
}

type Field = Record<string, unknown>;

/** A handshake as it arrives: bytes know no `undefined`, and no object is the sender's own. */
function request(field: unknown): Message {
  return JSON.parse(JSON.stringify({ channel: "/meta/handshake", ext: { [OORT_EXT]: field } })) as Message;
}

function reply(successful: boolean, field: unknown): Message {
  return { ...request(field), successful };
}

function extrasOf(field: Field): Field {
  return field[EXTRAS_KEY] as Field;
}

/** alpha dials beta. Answers with beta's verdict on the second handshake, and with alpha's on the reply. */
function dial(alpha: NodeAuth, beta: NodeAuth, tamper: (field: Field) => void = () => {}) {
  const login = new LinkLogin(alpha, BETA.url, undefined);
  const first = beta.judge(request(login.request()));
  if (first.kind !== "challenged") return { first: first.kind, login };
  const challenge = beta.replyField(first);
  assert.equal(login.read(reply(false, challenge)).kind, "challenged");
  const field = structuredClone(login.request());
  tamper(field);
  const message = request(field);
  const verdict = beta.judge(message);
  const answer = beta.replyField(verdict);
  const outcome = login.read(reply(verdict.kind === "accepted", answer));
  return { first: first.kind, login, challenge, field, message, verdict, answer, outcome };
}

test("two nodes prove the secret to each other, and it never travels, nor its digest", () => {
  const { challenge, field, verdict, answer, outcome } = dial(auth(ALPHA), auth(BETA));
  assert.equal(verdict?.kind, "accepted");
  assert.deepEqual(outcome?.kind === "accepted" && { ...outcome.peer, extras: outcome.peer.extras?.nodeTag }, {
    ...BETA,
    extras: "tag-beta-1",
  });
  assert.equal("oortSecret" in field!, false);
  assert.deepEqual(
    Object.keys(extrasOf(challenge!)),
    ["version", "nonce"],
    "a stranger learns no more than who we are",
  );
  const seen = JSON.stringify([challenge, field, answer]);
  assert.equal(seen.includes(encodeSecret("s")), false);
});

test("no part of what was said can be changed on its way", () => {
  const said: Field = { oortURL: EVE.url, oortId: EVE.id, cometURL: EVE.url, oortAliasURL: EVE.url };
  const extras: Field = { incarnation: 6, nodeTag: "eve", later: true, nonce: "x", proof: "x" };
  for (const [key, value] of Object.entries(said)) {
    const tampered = dial(auth(ALPHA), auth(BETA), (field) => Object.assign(field, { [key]: value }));
    assert.equal(tampered.verdict?.kind, "wrong_secret", key);
  }
  for (const [key, value] of [...Object.entries(extras), ["proof", { $: 1 }] as const]) {
    const tampered = dial(auth(ALPHA), auth(BETA), (field) => Object.assign(extrasOf(field), { [key]: value }));
    assert.equal(tampered.verdict?.kind, "wrong_secret", key);
  }
  assert.equal(dial(auth(ALPHA), auth(BETA)).verdict?.kind, "accepted");
});

test("a captured handshake opens nothing: not at the same node, not at another, not at its next run", () => {
  const beta = auth(BETA);
  const { message, verdict } = dial(auth(ALPHA), beta);
  assert.equal(beta.judge(message!), verdict, "the policy and the reply ask about the same message");
  const replayed = structuredClone(message!);
  assert.equal(beta.judge(replayed).kind, "replayed");
  assert.equal(
    auth(BETA).judge(structuredClone(message!)).kind,
    "challenged",
    "another run knows nothing of that nonce",
  );
  assert.equal(auth(EVE).judge(structuredClone(message!)).kind, "challenged");
});

test("a challenge lasts for a while only, and one that nobody gave is none", async () => {
  const beta = auth(BETA);
  const { message } = dial(auth(ALPHA), beta);
  await clock.advance(21_000);
  assert.equal(beta.judge(structuredClone(message!)).kind, "challenged", "too old to be even a replay");
  for (const nonce of ["", ".", "a.b.c", "zzzzzzzz.x.y", "x".repeat(2_000)]) {
    const forged = structuredClone(message!);
    extrasOf(forged.ext![OORT_EXT] as Field).challenge = nonce;
    assert.match(beta.judge(forged).kind, /challenged|malformed/, nonce);
  }
});

test("the node that was dialled proves itself too, as the one that gave the challenge, or the link ends", () => {
  const { login, answer, field } = dial(auth(ALPHA), auth(BETA));
  assert.equal(login.read(reply(true, answer)).kind, "accepted");
  const { [EXTRAS_KEY]: extras, ...bare } = answer as Field;
  for (const forged of [
    bare,
    { ...bare, [EXTRAS_KEY]: { ...(extras as Field), proof: undefined } },
    { ...bare, [EXTRAS_KEY]: { ...(extras as Field), proof: extrasOf(field!).proof } },
    { ...bare, [EXTRAS_KEY]: { ...(extras as Field), nodeTag: "eve" } },
    { ...bare, ...{ oortId: "eve" }, [EXTRAS_KEY]: extras },
    { ...bare, ...{ oortURL: EVE.url }, [EXTRAS_KEY]: extras },
  ]) {
    assert.equal(login.read(reply(true, forged)).kind, "no_proof", JSON.stringify(forged));
  }
  assert.equal(new LinkLogin(auth(ALPHA), BETA.url, undefined).read(reply(true, answer)).kind, "no_proof", "unasked");
  assert.equal(login.read({ channel: "/meta/handshake", successful: true }).kind, "no_oort");
});

test("a secret is changed in three steps, and at each a node of one step links with those of the next, both ways", () => {
  const steps = [
    { secret: "old" },
    { secret: "old", acceptedSecrets: ["new"] },
    { secret: "new", acceptedSecrets: ["old"] },
    { secret: "new" },
  ];
  for (const [index, step] of steps.entries()) {
    for (const other of [step, ...steps.slice(index + 1, index + 2)]) {
      assert.equal(dial(auth(ALPHA, step), auth(BETA, other)).outcome?.kind, "accepted");
      assert.equal(dial(auth(ALPHA, other), auth(BETA, step)).outcome?.kind, "accepted");
    }
  }
  assert.equal(dial(auth(ALPHA, steps[0]), auth(BETA, steps[3])).verdict?.kind, "wrong_secret");
});

test("between our nodes the cluster's name must be the same, and have the same spelling; Java has none", () => {
  const red = { clusterName: "red" };
  for (const other of [{ clusterName: "blue" }, { clusterName: "Red" }, {}]) {
    assert.equal(dial(auth(ALPHA, red), auth(BETA, other)).verdict?.kind, "wrong_cluster");
    assert.equal(dial(auth(ALPHA, other), auth(BETA, red)).verdict?.kind, "wrong_cluster");
  }
  assert.equal(dial(auth(ALPHA, red), auth(BETA, red)).outcome?.kind, "accepted");
});

test("Java's form of the secret is as CometD writes it", () => {
  assert.equal(
    encodeSecret("abc"),
    "3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==",
  );
  assert.equal(
    encodeSecret("oort-secret"),
    "mnhaowM0PPSw26Dl0ufLDbbdKQD65yzG7FjOfVZUGadflm0ZeVXBqAc4QwGP/LL+TwAO5hQ8tuw20N1AVnAaIA==",
  );
});

test("what Java nodes sent is accepted with their secret, by whatever name they call us, where Java is configured", () => {
  const self = { url: "http://127.0.0.1:9301/cometd", id: "x" };
  const mixed = auth(self, { secret: "new", acceptedSecrets: ["peer-secret"], java: true, clusterName: "red" });
  const pure = auth(self, { secret: "peer-secret" });
  for (const name of ["01", "02", "03", "04b"]) {
    const handshakes = readTrace(name).select({ channel: "/meta/handshake" });
    const requests = handshakes.filter(
      (traced) => traced.message.successful === undefined && /^[ABC]$/.test(traced.from),
    );
    assert.ok(requests.length > 0);
    for (const { message } of requests) {
      assert.equal(mixed.judge(message).kind, "accepted");
      assert.equal(pure.judge(message).kind, "no_proof");
    }
  }
  const [wrong] = readTrace("04a").select({ from: "B", to: "A", channel: "/meta/handshake" });
  assert.equal(mixed.judge(wrong!.message).kind, "wrong_secret");
  const [refusal] = readTrace("04a").select({ from: "A", to: "B", channel: "/meta/handshake" });
  assert.equal(readReply(refusal!.message)?.url, "http://127.0.0.1:9301/cometd");
});

test("with Java's form on, our own nodes prove themselves all the same; off, a Java node's answer is no proof", () => {
  const mixed = auth(ALPHA, { java: true });
  assert.equal(mixed.hello(BETA.url, undefined).oortSecret, encodeSecret("s"));
  assert.equal(dial(mixed, auth(BETA)).outcome?.kind, "accepted");
  const { first, login, answer } = dial(auth(ALPHA), auth(BETA, { java: true }));
  assert.equal(first, "challenged");
  const javas = reply(true, { oortURL: BETA.url, oortId: BETA.id });
  assert.equal(login.read(javas).kind, "no_proof");
  assert.equal(new LinkLogin(mixed, BETA.url, undefined).read(javas).kind, "accepted");
  assert.ok(answer);
  const challenged = new LinkLogin(mixed, BETA.url, undefined);
  challenged.request();
  challenged.read(reply(false, auth(BETA).replyField({ kind: "challenged" })));
  challenged.request();
  assert.equal(challenged.read(javas).kind, "no_proof", "who challenges like one of ours cannot answer as Java");
});

test("a handshake without the object is an ordinary client's; one with a wrong object is refused, whatever its type", () => {
  const alpha = auth(ALPHA, { java: true });
  assert.equal(alpha.judge({ channel: "/meta/handshake" }).kind, "absent");
  assert.equal(alpha.judge({ channel: "/meta/handshake", ext: { ack: true } }).kind, "absent");
  const { url: oortURL } = BETA;
  for (const field of [null, 1, "x", [], {}, { oortURL }, { oortURL: "x", oortId: "y" }, { oortURL: 1, oortId: 2 }]) {
    assert.equal(alpha.judge(request(field)).kind, "malformed", JSON.stringify(field));
  }
  const beta = { oortURL, oortId: "b" };
  assert.equal(alpha.judge(request({ ...beta, oortId: "x".repeat(129) })).kind, "malformed");
  for (const oortSecret of [null, 7, "", "s", ["s"], encodeSecret("other"), `${encodeSecret("s")}=`]) {
    assert.equal(alpha.judge(request({ ...beta, oortSecret })).kind, "wrong_secret", String(oortSecret));
  }
  assert.equal(alpha.judge(request(beta)).kind, "no_proof");
  for (const extras of [{ proof: 1 }, { proof: "x", nonce: "n", challenge: {} }, { version: 1, proof: null }]) {
    assert.equal(alpha.judge(request({ ...beta, [EXTRAS_KEY]: extras })).kind, "malformed", JSON.stringify(extras));
  }
  assert.deepEqual(alpha.replyField({ kind: "malformed" }), { oortURL: ALPHA.url, oortId: ALPHA.id });
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
