import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { BusNode } from "../../bus-node.js";
import { readConfig } from "../../config.js";
import { silentLogger } from "../../core/logger.js";
import { explain, explanationLines } from "../../rights/explain.js";
import type { Question } from "../../rights/rule.js";
import type { RuleInput } from "../../rights/rule-options.js";
import { RuleSet } from "../../rights/rule-set.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { buildRoot } from "../support/project-root.js";

const RULES: readonly RuleInput[] = [
  { channels: "/chat/staff/**", who: { claim: "role", is: "staff" }, allow: ["publish", "subscribe"] },
  { channels: "/chat/staff/**", who: "anyone", deny: ["create", "publish", "subscribe"] },
  { channels: "/chat/**", who: "authenticated", allow: ["create", "publish", "subscribe"] },
  { channels: "/old/**", who: "authenticated", allow: ["publish", "subscribe"] },
];

function rulesOf(config: Parameters<typeof readConfig>[0]): RuleSet {
  const { rights, auth } = readConfig(config);
  return new RuleSet(rights.rules, auth.mode);
}

const rules = rulesOf({ rights: { rules: RULES } });
const alice = { user: "alice", claims: {}, pub: undefined, sub: undefined };

test("an explanation names the rule, what it says, and what the token says", () => {
  const lines = (who: typeof alice | object, question: Question) =>
    explanationLines("alice", explain(rules, { ...alice, ...who }, question));
  assert.deepEqual(lines({}, { operation: "subscribe", channel: "/chat/staff/**" }), [
    "alice may not subscribe to /chat/staff/**",
    "  rights.rules[1]: deny create, publish, subscribe for anyone on /chat/staff/**",
  ]);
  assert.deepEqual(lines({}, { operation: "publish", channel: "/x" }), [
    "alice may not publish on /x",
    "  built-in: nothing is allowed that no rule allows",
  ]);
  assert.deepEqual(lines({ claims: { role: "staff" } }, { operation: "publish", channel: "/chat/staff/a" }), [
    "alice may publish on /chat/staff/a",
    "  rights.rules[0]: allow publish, subscribe for claim role is staff on /chat/staff/**",
    "  but only while the channel exists at the node, since it may not be created:",
    "    rights.rules[1]: deny create, publish, subscribe for anyone on /chat/staff/**",
  ]);
  assert.deepEqual(
    lines({ pub: ["/chat/a"], sub: ["/chat/{user}"] }, { operation: "subscribe", channel: "/chat/alice" }),
    [
      "alice may subscribe to /chat/alice",
      "  rights.rules[2]: allow create, publish, subscribe for authenticated on /chat/**",
      "  the token's sub takes it: /chat/{user}",
    ],
  );
  assert.deepEqual(lines({ sub: [] }, { operation: "subscribe", channel: "/chat/b" }), [
    "alice may not subscribe to /chat/b",
    "  rights.rules[2]: allow create, publish, subscribe for authenticated on /chat/**",
    "  the token's sub has no pattern that takes it",
  ]);
  assert.throws(() => lines({}, { operation: "publish", channel: "/chat/*" }), /\/chat\/\*: must not be a wildcard/);
  assert.throws(() => lines({}, { operation: "subscribe", channel: "chat" }), /chat: is no channel/);
});

test("a node answers what the explanation says", async (t) => {
  const [port] = await freePorts(1);
  const node = new BusNode({ port: port!, grpcPort: 0, rights: { rules: RULES } }, { logger: silentLogger });
  t.after(() => node.stop());
  await node.start();
  const user = await MeshUser.login(t, node.url, "alice");
  for (const channel of [
    "/chat/a",
    "/chat/staff/a",
    "/old/a",
    "/x",
    "/service/seti/x",
    "/oort/a",
    "/seti",
    "/service/auth",
  ]) {
    const { allowed, creating } = explain(rules, alice, { operation: "publish", channel });
    const answer = await user.client.publish(channel, {}).then(
      () => true,
      () => false,
    );
    assert.equal(answer, allowed && creating!.allowed, channel);
  }
});

test("oortbus explain reads the same configuration as a node, and ends with 1 for a no", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "explain-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "oortbus.config.json"), JSON.stringify({ rights: { rules: RULES } }));
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const program = join(buildRoot, "scripts", "oortbus.js");
      execFile(process.execPath, [program, "explain", ...args], { cwd: folder }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), out: out + err }),
      );
    });
  const claims = JSON.stringify({ sub: "carol", role: "staff" });
  const [yes, no, all, wrong] = await Promise.all([
    run("--claims", claims, "--subscribe", "/chat/staff/a", "--json"),
    run("--user", "alice", "--subscribe", "/chat/a", "--subscribe", "/chat/staff/a"),
    run(),
    run("--user", "alice", "--publish", "chat"),
  ]);
  const { user, answers } = JSON.parse(yes.out);
  assert.deepEqual(
    [yes.code, user, answers[0].allowed, answers[0].decidedBy.rule],
    [0, "carol", true, "rights.rules[0]"],
  );
  assert.equal(no.code, 1, no.out);
  assert.match(
    no.out,
    /alice may subscribe to \/chat\/a\n.*\nalice may not subscribe to \/chat\/staff\/a\n {2}rights\.rules\[1\]/s,
  );
  assert.match(all.out, /^built-in: deny .*\nrights\.rules\[0\]: allow .*\/service\/seti.*\n.*nothing is allowed/s);
  assert.deepEqual([all.code, wrong.code], [0, 2]);
  assert.match(wrong.out, /--publish: chat: is no channel/);
});
