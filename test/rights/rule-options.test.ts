import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfig, resolveConfig } from "../../config.js";
import { ConfigError } from "../../core/options.js";

const RULE = { channels: "/chat/**", who: "anyone", allow: "publish" };

/** The error of a configuration with this as its only rule. */
function errorOf(rule: unknown): string {
  try {
    readConfig({ rights: { rules: [rule as never] } });
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return "no error";
}

test("each wrong rule gives one error that names the key and says what is allowed", () => {
  const wrong: [rule: unknown, error: string][] = [
    [
      { ...RULE, channels: "chat" },
      'channels "chat": must be a channel such as /chat/lobby, /chat/*, /chat/** or /user/{user}/**',
    ],
    [
      { ...RULE, channels: ["/ok", "/a/*/b"] },
      'channels[1] "/a/*/b": must be a channel such as /chat/lobby, /chat/*, /chat/** or /user/{user}/**',
    ],
    [
      { ...RULE, channels: "/user-{user}" },
      'channels "/user-{user}": user-{user}: a parameter is a whole segment, such as {user}',
    ],
    [{ ...RULE, channels: [] }, "channels: must be given where allow has publish"],
    [
      { ...RULE, channels: 7 },
      "channels 7: must be a channel such as /chat/lobby, /chat/*, /chat/** or /user/{user}/**",
    ],
    [{ ...RULE, channels: "/oort/cloud" }, 'channels "/oort/cloud": is closed to clients, and no rule opens it'],
    [{ ...RULE, channels: "/meta/**" }, 'channels "/meta/**": is closed to clients, and no rule opens it'],
    [{ ...RULE, channels: "/seti" }, 'channels "/seti": is closed to clients, and no rule opens it'],
    [
      { ...RULE, channels: "/service/oort/*" },
      'channels "/service/oort/*": is closed to clients, and no rule opens it',
    ],
    [{ ...RULE, channels: Array(257).fill("/a") }, "channels: must have at most 256 entries"],
    [
      { channels: "/a", allow: "publish" },
      'who: must be "anyone", "authenticated", {users: [...]} or {claim: name, is: value}',
    ],
    [
      { ...RULE, who: "everybody" },
      'who "everybody": must be "anyone", "authenticated", {users: [...]} or {claim: name, is: value}',
    ],
    [{ ...RULE, who: ["alice"] }, 'who: must be "anyone", "authenticated", {users: [...]} or {claim: name, is: value}'],
    [
      { ...RULE, who: { user: "alice" } },
      'who: must be "anyone", "authenticated", {users: [...]} or {claim: name, is: value}',
    ],
    [{ ...RULE, who: { users: [] } }, "who.users: must not be empty"],
    [{ ...RULE, who: { users: ["alice", 7] } }, "who.users[1] 7: must be a user id, text"],
    [
      { ...RULE, who: { claim: "role" } },
      'who: must be "anyone", "authenticated", {users: [...]} or {claim: name, is: value}',
    ],
    [{ ...RULE, who: { claim: "", is: "x" } }, 'who.claim "": must be the name of a claim'],
    [{ ...RULE, who: { claim: "role", is: [null] } }, "who.is[0] null: must be text, a number, true or false"],
    [
      { channels: "/a", who: "anyone" },
      'allow: must be given, or deny: "create", "publish", "subscribe", "send", "watch"',
    ],
    [{ ...RULE, allow: "publsh" }, 'allow "publsh": must be one of "create", "publish", "subscribe", "send", "watch"'],
    [
      { ...RULE, allow: ["publish", "read"] },
      'allow[1] "read": must be one of "create", "publish", "subscribe", "send", "watch"',
    ],
    [{ ...RULE, deny: "subscribe" }, 'deny "subscribe": must not stand beside allow: write two rules'],
    [{ who: "anyone", allow: "publish" }, "channels: must be given where allow has publish"],
    [
      { who: "anyone", deny: "watch" },
      'presenceOf: must be given where deny has "watch": user ids, {user} for oneself, * for everybody',
    ],
    [{ ...RULE, presenceOf: "*" }, 'presenceOf "*": has no effect without "watch" in allow'],
    [
      { who: "anyone", allow: "watch", presenceOf: "*", channels: "/a" },
      'channels "/a": has no effect where allow has "watch" alone',
    ],
    [{ who: "anyone", allow: "watch", presenceOf: ["*", 7] }, "presenceOf[1] 7: must be a user id, text"],
    [{ ...RULE, chanels: "/a" }, "chanels: unknown option"],
  ];
  for (const [rule, error] of wrong) assert.equal(errorOf(rule), `config: rights.rules[0].${error}`);
  assert.match(errorOf("anyone"), /^config: rights\.rules\[0\] "anyone": /);
});

test("all that is wrong in several rules is told at once, and other options with it", () => {
  const tree = { port: 0, rights: { rules: [{ ...RULE, who: "x" }, RULE, { ...RULE, allow: "y", extra: 1 }] } };
  assert.throws(
    () => readConfig(tree as never),
    ({ message }: Error) => {
      const lines = message.split("\n").map((line) => line.split(": ")[1]);
      assert.deepEqual(
        lines,
        ["port 0", 'rights.rules[0].who "x"', 'rights.rules[2].allow "y"', "rights.rules[2].extra"].sort(),
        message,
      );
      return true;
    },
  );
});

test("rules come from a variable or a flag as JSON as well, and a text that is none is told", () => {
  const none = { name: "flag", nameOf: () => "", values: new Map(), problems: [] };
  const rules = JSON.stringify([RULE]);
  const { value } = resolveConfig(none, { OORTBUS_RIGHTS_RULES: rules });
  assert.deepEqual(value.rights.rules, [
    { channels: ["/chat/**"], presenceOf: [], who: "anyone", allow: ["publish"], deny: [] },
  ]);
  assert.throws(
    () => resolveConfig(none, { OORTBUS_RIGHTS_RULES: "/chat/**" }),
    /OORTBUS_RIGHTS_RULES "\/chat\/\*\*": must be a list of sections with channels, presenceOf, who, allow, deny/,
  );
});
