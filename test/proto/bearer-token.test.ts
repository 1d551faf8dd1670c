import assert from "node:assert/strict";
import { test } from "node:test";
import { BearerTokens } from "../../proto/bearer-token.js";

test("any of the tokens opens, in any case of the scheme", () => {
  const tokens = new BearerTokens(["first-token", "second-token"]);
  assert.equal(tokens.required, true);
  for (const header of ["Bearer first-token", "bearer second-token", "Bearer  first-token "]) {
    assert.equal(tokens.accepts(header), true, header);
  }
});

test("everything else stays out", () => {
  const tokens = new BearerTokens(["first-token"]);
  const wrong = [undefined, "", "Bearer", "Bearer ", "first-token", "Basic first-token", "Bearer first-toke"];
  for (const header of [...wrong, "Bearer first-tokenx", "Bearer first-token x", ["Bearer first-token"], 7]) {
    assert.equal(tokens.accepts(header), false, String(header));
  }
});

test("without tokens everybody may call", () => {
  assert.equal(new BearerTokens([]).required, false);
  assert.equal(new BearerTokens([]).accepts(undefined), true);
});
