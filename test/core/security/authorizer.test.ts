import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Authorizer, authorize, type Verdict } from "../../../core/security/authorizer.js";
import { GrantAuthorizer } from "../../../core/security/grant-authorizer.js";
import type { ServerSession } from "../../../core/session/server-session.js";

const ANN = { id: "ann" } as ServerSession;
const MESSAGE = { channel: "/a" };

function ask(...authorizers: Authorizer[]): string | undefined {
  return authorize(authorizers, "publish", "/a", ANN, MESSAGE);
}

function saying(verdict: Verdict): Authorizer {
  return { authorize: () => verdict };
}

test("none at all grants; one that has no opinion denies; one grant is enough; any deny ends it", () => {
  assert.equal(ask(), undefined);
  assert.equal(ask(saying("ignore")), "denied_by_not_granting");
  assert.equal(ask(saying("ignore"), saying("grant")), undefined);
  assert.equal(ask(saying("grant"), saying({ deny: "no_talking" })), "no_talking");
});

test("a deny is the last word asked for", () => {
  let asked = 0;
  const counting: Authorizer = {
    authorize() {
      asked += 1;
      return "grant";
    },
  };
  assert.equal(ask(saying({ deny: "no" }), counting), "no");
  assert.equal(asked, 0);
});

test("the order of grants and ignores does not matter", () => {
  const verdicts = fc.array(fc.constantFrom<Verdict>("grant", "ignore"), { minLength: 1 });
  fc.assert(
    fc.property(verdicts, (given) => {
      const expected = given.includes("grant") ? undefined : "denied_by_not_granting";
      assert.equal(ask(...given.map(saying)), expected);
    }),
  );
});

test("a grant authorizer grants its operations to the sessions it picks, and is silent otherwise", () => {
  const authorizer = new GrantAuthorizer(["publish"], (session) => session.id === "ann");
  assert.equal(authorizer.authorize("publish", "/a", ANN), "grant");
  assert.equal(authorizer.authorize("subscribe", "/a", ANN), "ignore");
  assert.equal(authorizer.authorize("publish", "/a", { id: "eve" } as ServerSession), "ignore");
  assert.equal(new GrantAuthorizer().authorize("create", "/a", ANN), "grant");
  assert.equal(new GrantAuthorizer([]).authorize("create", "/a", ANN), "ignore");
});
