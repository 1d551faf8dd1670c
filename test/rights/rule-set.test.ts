import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseChannel } from "../../core/message/channel-id.js";
import { readOptions } from "../../core/options.js";
import { decide } from "../../rights/decision.js";
import { rightsOptions } from "../../rights/rights-options.js";
import type { Question } from "../../rights/rule.js";
import type { RuleInput } from "../../rights/rule-options.js";
import { type LoginMode, RuleSet } from "../../rights/rule-set.js";
import { TokenRights } from "../../rights/token-rights.js";

function newRules(rules: readonly RuleInput[] | undefined, mode: LoginMode = "jwt"): RuleSet {
  return new RuleSet(readOptions(rightsOptions, rules === undefined ? {} : { rules }).rules, mode);
}

/** Asks as a user with claims; the names of who decides are in the answer. */
function asking(rules: RuleSet) {
  return (who: string | undefined, operation: Question["operation"], target: string, claims = {}) => {
    const question = operation === "watch" ? { operation, user: target } : { operation, channel: target };
    const { allowed, rule } = rules.decide({ user: who, claims }, question);
    return `${allowed ? "yes" : "no"} by ${rule.name}`;
  };
}

const CHAT: readonly RuleInput[] = [
  { channels: "/chat/staff/**", who: { claim: "role", is: "staff" }, allow: ["create", "publish", "subscribe"] },
  { channels: "/chat/staff/**", who: "anyone", deny: ["create", "publish", "subscribe"] },
  { channels: "/chat/**", who: "authenticated", allow: ["create", "publish", "subscribe"] },
  { channels: ["/news/*", "/weather"], who: "anyone", allow: "subscribe" },
  { channels: "/news/*", who: { users: ["editor"] }, allow: ["create", "publish"] },
  { channels: "/user/{user}/**", who: "authenticated", allow: ["create", "subscribe"] },
  { presenceOf: ["{user}", "support"], who: "authenticated", allow: "watch" },
  { channels: "/alarm", who: "authenticated", deny: "send" },
];

test("the first rule that fits decides, and what no rule allows is denied", () => {
  const ask = asking(newRules(CHAT));
  assert.equal(ask("ann", "publish", "/chat/lobby"), "yes by rights.rules[2]");
  assert.equal(ask(undefined, "publish", "/chat/lobby"), "no by built-in");
  assert.equal(ask("ann", "publish", "/chat/staff/x"), "no by rights.rules[1]");
  assert.equal(ask("ann", "publish", "/chat/staff/x", { role: "staff" }), "yes by rights.rules[0]");
  assert.equal(ask("ann", "publish", "/chat/staff/x", { role: ["user", "staff"] }), "yes by rights.rules[0]");
  assert.equal(ask(undefined, "subscribe", "/news/sport"), "yes by rights.rules[3]");
  assert.equal(ask("ann", "publish", "/news/sport"), "no by built-in");
  assert.equal(ask("editor", "publish", "/news/sport"), "yes by rights.rules[4]");
  assert.equal(ask("ann", "subscribe", "/user/ann/mail"), "yes by rights.rules[5]");
  assert.equal(ask("ann", "subscribe", "/user/bob/mail"), "no by built-in");
  assert.equal(ask("ann", "watch", "ann"), "yes by rights.rules[6]");
  assert.equal(ask("ann", "watch", "support"), "yes by rights.rules[6]");
  assert.equal(ask("ann", "watch", "bob"), "no by built-in");
  assert.equal(ask("ann", "watch", "{user}"), "no by built-in");
  assert.equal(ask("ann", "send", "/alarm"), "no by rights.rules[7]");
  assert.equal(ask("ann", "send", "/inbox"), "yes by built-in");
});

test("a wildcard is allowed only by a rule that takes all of it, and denied by one that touches it", () => {
  const ask = asking(newRules(CHAT));
  assert.equal(ask("ann", "subscribe", "/chat/**"), "no by rights.rules[1]");
  assert.equal(ask("ann", "subscribe", "/chat/*"), "yes by rights.rules[2]");
  assert.equal(ask("ann", "subscribe", "/chat/staff/*"), "no by rights.rules[1]");
  assert.equal(ask("ann", "subscribe", "/chat/**", { role: "staff" }), "no by rights.rules[1]");
  assert.equal(ask("ann", "subscribe", "/**"), "no by rights.rules[1]");
  assert.equal(ask("ann", "subscribe", "/*"), "no by built-in");
  assert.equal(ask("ann", "subscribe", "/news/*"), "yes by rights.rules[3]");
  assert.equal(ask("ann", "subscribe", "/news/**"), "no by built-in");
  assert.equal(ask("ann", "subscribe", "/user/*"), "no by built-in");
  assert.equal(ask("*", "subscribe", "/user/*"), "no by built-in");
  assert.equal(ask("**", "subscribe", "/user/**"), "no by built-in");
});

test("the node's services stay open, its own channels closed, and an app's services are opened by name", () => {
  const all: RuleInput = { channels: "/**", who: "anyone", allow: ["create", "publish", "subscribe", "send"] };
  for (const mode of ["open", "jwt", "custom"] as const) {
    const ask = asking(newRules([all], mode));
    for (const service of ["/service/seti", "/service/presence", "/service/auth"]) {
      assert.equal(ask(undefined, "publish", service), "yes by built-in", service);
    }
    for (const channel of [
      "/meta/connect",
      "/oort/cloud",
      "/seti/all",
      "/service/oort/x",
      "/oort",
      "/seti",
      "/oort/**",
    ]) {
      for (const operation of ["create", "publish", "subscribe", "send"] as const) {
        assert.equal(ask("ann", operation, channel), "no by built-in", `${operation} ${channel}`);
      }
    }
    assert.equal(ask(undefined, "publish", "/service/echo"), "no by built-in");
    assert.equal(ask(undefined, "publish", "/any/thing"), "yes by rights.rules[0]");
    assert.equal(ask(undefined, "subscribe", "/**"), "yes by rights.rules[0]");
  }
  const ask = asking(newRules([{ channels: "/service/echo", who: "anyone", allow: ["create", "publish"] }]));
  assert.equal(ask(undefined, "publish", "/service/echo"), "yes by rights.rules[0]");
});

test("without rules everything goes where anybody may log in, and bare /** and services do not with tokens", () => {
  for (const mode of ["open", "custom"] as const) {
    const ask = asking(newRules(undefined, mode));
    assert.equal(ask(undefined, "subscribe", "/**"), "yes by built-in");
    assert.equal(ask(undefined, "publish", "/service/echo"), "yes by built-in");
    assert.equal(ask(undefined, "watch", "bob"), "yes by built-in");
  }
  const ask = asking(newRules(undefined, "jwt"));
  assert.equal(ask("ann", "subscribe", "/chat/**"), "yes by built-in");
  assert.equal(ask("ann", "publish", "/chat"), "yes by built-in");
  assert.equal(ask("ann", "watch", "bob"), "yes by built-in");
  assert.equal(ask("ann", "subscribe", "/**"), "no by built-in");
  assert.equal(ask("ann", "publish", "/service/echo"), "no by built-in");
  assert.equal(ask(undefined, "subscribe", "/chat/lobby"), "no by built-in");
});

test("an empty list of rules allows nothing but the node's services", () => {
  const ask = asking(newRules([], "open"));
  assert.equal(ask("ann", "publish", "/chat/lobby"), "no by built-in");
  assert.equal(ask("ann", "publish", "/service/seti"), "yes by built-in");
});

test("claims are own values of the token, by a path, and nothing a prototype has", () => {
  const ask = asking(
    newRules([{ channels: "/a", who: { claim: ["realm", "roles"], is: ["admin", 7, true] }, allow: "publish" }]),
  );
  const yes = [{ realm: { roles: "admin" } }, { realm: { roles: [7] } }, { realm: { roles: true } }];
  const no = [
    {},
    { realm: null },
    { realm: { roles: "administrator" } },
    { realm: { roles: ["x", ["admin"]] } },
    { realm: { roles: { admin: true } } },
    { "realm.roles": "admin" },
    { realm: { roles: "7" } },
    Object.create({ realm: { roles: "admin" } }),
  ];
  for (const claims of yes) assert.equal(ask("ann", "publish", "/a", claims), "yes by rights.rules[0]");
  for (const claims of no) assert.equal(ask("ann", "publish", "/a", claims), "no by built-in", JSON.stringify(claims));
  const inherited = asking(
    newRules([{ channels: "/a", who: { claim: ["constructor", "name"], is: "Object" }, allow: "publish" }]),
  );
  assert.equal(inherited("ann", "publish", "/a", {}), "no by built-in");
});

test("a token can do what its claims and the rules both allow", () => {
  const rules = newRules(CHAT);
  const token = new TokenRights({
    user: "ann",
    pub: ["/chat/lobby", "/service/seti"],
    sub: ["/chat/*", "/user/{user}/**", "/**"],
  });
  const may = (operation: "create" | "publish" | "subscribe" | "send", channel: string) =>
    decide(rules, { user: "ann", claims: {} }, token, { operation, channel }).allowed;
  assert.ok(may("publish", "/chat/lobby"));
  assert.ok(!may("publish", "/chat/other"), "the rules alone would allow it");
  assert.ok(may("subscribe", "/chat/other"));
  assert.ok(may("subscribe", "/user/ann/**"));
  assert.ok(!may("subscribe", "/chat/staff/x"), "the token alone would allow it");
  assert.ok(!may("subscribe", "/**"), "the token alone would allow it");
  assert.ok(may("create", "/chat/new"));
  assert.ok(may("publish", "/service/seti"));
  assert.ok(!may("publish", "/service/presence"));
  assert.ok(may("publish", "/service/auth"), "a new token can always be shown");
  const viewer = new TokenRights({ user: "ann", pub: [], sub: undefined });
  assert.equal(
    decide(rules, { user: "ann", claims: {} }, viewer, { operation: "subscribe", channel: "/chat/a" }).token,
    undefined,
  );
  assert.equal(
    decide(rules, { user: "ann", claims: {} }, viewer, { operation: "publish", channel: "/chat/a" }).allowed,
    false,
  );
  const nonsense = new TokenRights({ user: "ann", pub: ["", "chat", "/chat/**/x", "/chat/x"], sub: ["/x{user}"] });
  assert.equal(nonsense.decide({ operation: "publish", channel: "/chat/x" })?.pattern, "/chat/x");
  assert.equal(nonsense.decide({ operation: "subscribe", channel: "/x{user}" })?.allowed, false);
});

const word = fc.constantFrom("a", "b", "{user}", "{x}");
const channel = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 2 }), fc.constantFrom("", "/*", "/**"))
  .map(([words, tail]) => `/${words.join("/")}${tail}`);
const rule = fc.record({
  channels: fc.array(channel, { minLength: 1, maxLength: 2 }),
  who: fc.constantFrom<RuleInput["who"][]>("anyone", "authenticated", { users: ["a"] }, { claim: "r", is: 1 }),
  allows: fc.boolean(),
});

test("whatever the rules, who may subscribe to a wildcard may subscribe to each channel that it takes", () => {
  const names = ["a", "b", "c"].flatMap((one) => [
    `/${one}`,
    ...["a", "b", "c"].flatMap((two) => [`/${one}/${two}`, `/${one}/${two}/c`]),
  ]);
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 5 }),
      fc.constantFrom(undefined, "a", "b"),
      fc.constantFrom("/**", "/*", "/a/**", "/a/*", "/b/*"),
      (texts, user, wildcard) => {
        const rules = newRules(
          texts.map(({ channels, who, allows }) => ({ channels, who, [allows ? "allow" : "deny"]: "subscribe" })),
        );
        const subject = { user, claims: { r: 1 } };
        if (!rules.decide(subject, { operation: "subscribe", channel: wildcard }).allowed) return;
        for (const name of names) {
          if (!parseChannel(name)!.matching.includes(wildcard)) continue;
          assert.ok(
            rules.decide(subject, { operation: "subscribe", channel: name }).allowed,
            `${wildcard} but not ${name}`,
          );
        }
      },
    ),
  );
});
