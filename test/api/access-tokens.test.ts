import assert from "node:assert/strict";
import { test } from "node:test";
import { AccessTokens, SCOPES, type Scope } from "../../api/access-tokens.js";
import { hasScope, scopeOfCall, scopeOfGrpc, scopeOfPath } from "../../api/call-scopes.js";
import { eventBusDefinition } from "../../proto/event-bus-service.js";
import { operatorDefinition } from "../../proto/operator-service.js";
import { readDocument } from "../support/documents.js";

const PROMETHEUS = { name: "prometheus", token: "scrape", scopes: ["metrics"] } as const;
const SHOP = { name: "shop", token: "old", scopes: ["send", "read"] } as const;

test("a token opens what its scopes say, in any case of the scheme; the one with all rights everything", () => {
  const tokens = new AccessTokens({ token: "root", tokens: [PROMETHEUS, SHOP] });
  assert.equal(tokens.required, true);
  const may = (token: string, scope: Scope) => tokens.admit(`Bearer ${token}`, scope);
  assert.deepEqual(may("scrape", "metrics"), { kind: "admitted", name: "prometheus" });
  assert.deepEqual(may("scrape", "read"), { kind: "forbidden", name: "prometheus" });
  assert.deepEqual(may("old", "send"), { kind: "admitted", name: "shop" });
  assert.deepEqual(may("old", "admin"), { kind: "forbidden", name: "shop" });
  for (const scope of SCOPES) {
    assert.deepEqual(may("root", scope), { kind: "admitted", name: "admin" });
  }
  for (const header of ["bearer root", "BEARER  root "]) assert.equal(tokens.admit(header, "admin").kind, "admitted");
});

test("everything else stays out", () => {
  const tokens = new AccessTokens({ tokens: [SHOP] });
  const wrong = [undefined, "", "Bearer", "Bearer ", "old", "Basic old", "Bearer ol", "Bearer oldx", "Bearer old x"];
  for (const header of [...wrong, ["Bearer old"], 7, null]) {
    assert.deepEqual(tokens.admit(header, "read"), { kind: "unknown" }, String(header));
  }
});

test("while a token is replaced, the old and the new one are good", () => {
  const tokens = new AccessTokens({ tokens: [SHOP, { ...SHOP, token: "new" }, { ...SHOP, scopes: ["admin"] }] });
  for (const token of ["old", "new"]) assert.equal(tokens.admit(`Bearer ${token}`, "send").kind, "admitted");
  assert.equal(tokens.admit("Bearer old", "admin").kind, "admitted", "of two rights under one secret the wider counts");
});

test("without tokens everybody may call", () => {
  assert.equal(new AccessTokens({ tokens: [] }).required, false);
});

test("the guide names every call of the EventBus in the row of its scope", () => {
  const guide = readDocument("docs/guides/listeners.md");
  for (const { path } of Object.values(eventBusDefinition)) {
    const call = path.slice(path.lastIndexOf("/") + 1);
    const row = guide.split("\n").find((line) => line.startsWith(`| \`${scopeOfCall(call)}\` |`));
    assert.ok(row?.includes(`\`${call}\``), `${call} in ${row}`);
  }
});

test("somebody has said of every call what it needs, and what nobody has said needs admin", () => {
  for (const { path } of [...Object.values(eventBusDefinition), ...Object.values(operatorDefinition)]) {
    const call = path.slice(path.lastIndexOf("/") + 1);
    assert.ok(hasScope(call), `${call}: say in api/call-scopes.ts what a token needs for it`);
    assert.equal(scopeOfGrpc(path), scopeOfCall(call));
    assert.equal(scopeOfPath(`/api/v1/${call}`), scopeOfCall(call));
  }
  for (const path of ["/api/v1/Unheard", "/api/v2/Publish", "/other", "/metrics/"]) {
    assert.equal(scopeOfPath(path), "admin", path);
  }
  assert.equal(scopeOfPath("/metrics"), "metrics");
  assert.equal(scopeOfPath("/api/v1/cluster"), "read");
  assert.equal(scopeOfGrpc("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo"), "read");
  assert.equal(scopeOfGrpc("/grpc.health.v1.Health/Check"), undefined);
});
