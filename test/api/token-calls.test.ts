import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeBus } from "../support/fake-bus.js";
import { serve } from "./faces.js";

const MINTED = { result: { token: "a.b.c", tokenId: "t1", expiresAt: "2023-11-14T22:28:20.000Z" } };
const REVOKED = {
  result: {
    disconnected: 5,
    until: "2023-11-15T22:13:20.000Z",
    unansweredNodes: [],
    unknownNodes: ["http://java/cometd"],
  },
};
const rights = { pub: ["/chat/{user}"], sub: ["/chat/**", "/news/*"] };

test("a token is made as it was wished for, by both faces alike", async (t) => {
  const bus = new FakeBus();
  const { grpc, http } = await serve(t, bus);
  for (const face of [grpc, http]) {
    assert.deepEqual(await face.call("MintToken", { user: "alice" }), MINTED);
    assert.deepEqual(await face.call("MintToken", { user: "bob", ttlSeconds: 3_600, rights }), MINTED);
    assert.deepEqual(await face.call("MintToken", { user: "bob", rights: {} }), MINTED);
  }
  const wishes = [
    { user: "alice", ttlMs: undefined, rights: undefined },
    { user: "bob", ttlMs: 3_600_000, rights },
    { user: "bob", ttlMs: undefined, rights: { pub: [], sub: [] } },
  ];
  assert.deepEqual(bus.wishes, [...wishes, ...wishes]);
});

test("a user's tokens are revoked, or one token; sessions of all nodes count, and who does not answer is named", async (t) => {
  const bus = new FakeBus();
  bus.others.set("revoked", [{ node: "http://b/cometd", answer: { ended: 3 } }]);
  const { grpc, http } = await serve(t, bus);
  for (const face of [grpc, http]) {
    assert.deepEqual(await face.call("RevokeTokens", { user: "alice" }), REVOKED);
    assert.deepEqual(await face.call("RevokeTokens", { tokenId: "t1" }), REVOKED);
    const busy = { code: "RESOURCE_EXHAUSTED", detail: "too many users and tokens are revoked already" };
    assert.deepEqual(await face.call("RevokeTokens", { user: "too many" }), busy);
  }
  bus.others.clear();
  const fewer = { result: { ...REVOKED.result, disconnected: 2, unansweredNodes: ["http://b/cometd"] } };
  for (const face of [grpc, http]) assert.deepEqual(await face.call("RevokeTokens", { user: "alice" }), fewer);
});

const BAD_PATTERN = "must be a channel or wildcard, as /chat/{user}/**";
/** What is wrong, and what both faces say of it. */
const WRONG: [method: "MintToken" | "RevokeTokens", request: Record<string, unknown>, detail: string][] = [
  ["MintToken", { user: "" }, "user: must be a user id: text that is not empty"],
  ["MintToken", { user: "é".repeat(129) }, "user: must be at most 256 bytes long"],
  ["MintToken", { user: "bob", ttlSeconds: 3_601 }, "ttlSeconds: must be at most 3600"],
  ["MintToken", { user: "bob", rights: { pub: ["chat"] } }, `rights.pub.0: ${BAD_PATTERN}`],
  ["MintToken", { user: "bob", rights: { sub: ["/ok", "/a/**/b"] } }, `rights.sub.1: ${BAD_PATTERN}`],
  ["MintToken", { user: "bob", rights: { sub: Array(257).fill("/x") } }, "rights.sub: must have at most 256 channels"],
  ["RevokeTokens", {}, "user: must be given, or tokenId, and not both"],
  ["RevokeTokens", { user: "bob", tokenId: "t1" }, "user: must be given, or tokenId, and not both"],
  ["RevokeTokens", { user: "é".repeat(129) }, "user: must be at most 256 bytes long"],
  ["RevokeTokens", { tokenId: "x".repeat(257) }, "tokenId: must be at most 256 characters"],
];

test("what is wrong is named, by both faces alike, and nothing is done", async (t) => {
  const bus = new FakeBus();
  const { grpc, http } = await serve(t, bus);
  for (const [method, request, detail] of WRONG) {
    const refused = { code: "INVALID_ARGUMENT", detail };
    assert.deepEqual(await grpc.call(method, request), refused);
    assert.deepEqual(await http.call(method, request), refused);
  }
  const onlyJson: typeof WRONG = [
    ["MintToken", {}, "user: must be text"],
    ["MintToken", { user: "bob", ttlSeconds: 0 }, "ttlSeconds: must be a whole number of seconds, at least 1"],
    ["MintToken", { user: "bob", ttlSeconds: "60" }, "ttlSeconds: must be a whole number of seconds, at least 1"],
    ["MintToken", { user: "bob", rights: ["/x"] }, 'rights: must be an object {"pub", "sub"}'],
    ["MintToken", { user: "bob", rights: { pub: "/x" } }, "rights.pub: must be a list of channels"],
    ["MintToken", { user: "bob", claims: {} }, "claims: is not a field of this request"],
    ["RevokeTokens", { tokenId: "" }, "tokenId: must not be empty"],
  ];
  for (const [method, request, detail] of onlyJson) {
    assert.deepEqual(await http.call(method, request), { code: "INVALID_ARGUMENT", detail });
  }
  assert.deepEqual(bus.wishes, []);
});

test("where there are no tokens, or no key to sign them, both say so; so does a node that takes no part", async (t) => {
  const bus = new FakeBus();
  const withoutKey = { ...bus.tokens!, maxTtlMs: undefined };
  const noKey = "this node makes no tokens: auth.mode is not jwt, or has no key to sign with";
  for (const tokens of [undefined, withoutKey]) {
    bus.tokens = tokens;
    const { grpc, http } = await serve(t, bus);
    for (const face of [grpc, http]) {
      const refused = { code: "FAILED_PRECONDITION", detail: noKey };
      assert.deepEqual(await face.call("MintToken", { user: "bob" }), refused);
    }
  }
  bus.tokens = undefined;
  const { grpc, http, url } = await serve(t, bus);
  for (const face of [grpc, http]) {
    const refused = { code: "FAILED_PRECONDITION", detail: "there are no tokens to revoke: auth.mode is not jwt" };
    assert.deepEqual(await face.call("RevokeTokens", { user: "bob" }), refused);
  }
  const body = JSON.stringify({ user: "bob" });
  const headers = { "content-type": "application/json" };
  assert.equal((await fetch(`${url}MintToken`, { method: "POST", headers, body })).status, 409);
  bus.nodeState = "joining";
  for (const face of [grpc, http]) {
    for (const method of ["MintToken", "RevokeTokens"] as const) {
      const refused = { code: "UNAVAILABLE", detail: "this node is joining: ask another one" };
      assert.deepEqual(await face.call(method, { user: "bob" }), refused);
    }
  }
});
