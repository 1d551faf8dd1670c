import assert from "node:assert/strict";
import { test } from "node:test";
import { readRoute } from "../../console/route.js";

test("a view is what follows the hash, and the cluster is what is none", () => {
  assert.deepEqual(readRoute("#/sessions"), { view: "sessions" });
  assert.deepEqual(readRoute("#/users/a%2Fb%20%C3%BC"), { view: "users", user: "a/b ü" });
  assert.deepEqual(readRoute("#/node/http%3A%2F%2Fa%2Fcometd"), { view: "node", url: "http://a/cometd" });
  for (const hash of ["", "#", "#/", "#/node", "#/node/%", "#/nowhere/x", "#<script>"]) {
    assert.deepEqual(readRoute(hash), { view: "cluster" }, hash);
  }
});
