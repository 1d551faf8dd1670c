import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { BusNode } from "../../bus-node.js";
import { BayeuxClient } from "../../core/client/node.js";
import { GrantAuthorizer } from "../../core/security/grant-authorizer.js";
import type { RuleInput } from "../../rights/rule-options.js";
import { MeshUser } from "../support/mesh-user.js";
import { RawHttp, RawSocket } from "../support/raw-client.js";
import { startNodes } from "../support/start-mesh.js";

const RULES: readonly RuleInput[] = [
  { channels: "/room/secret/**", who: { users: ["ann"] }, allow: ["create", "publish", "subscribe"] },
  { channels: "/room/secret/**", who: "anyone", deny: ["create", "publish", "subscribe", "send"] },
  { channels: "/room/**", who: "authenticated", allow: ["create", "publish", "subscribe"] },
  { channels: "/news/**", who: "anyone", allow: ["create", "subscribe"] },
  { channels: "/user/{user}", who: "authenticated", allow: ["create", "subscribe"] },
  { presenceOf: "{user}", who: "authenticated", allow: "watch" },
];

function start(t: TestContext, count: number): Promise<BusNode[]> {
  const alone = count === 1 ? { peer: [] } : {};
  return startNodes(t, count, { auth: { mode: "open" }, rights: { rules: RULES }, ...alone });
}

const DENIED = (what: string) => `403:denied_by_security_policy:${what}`;

test("over every way to ask, the rules decide, and say nothing but that they deny", async (t) => {
  const [node] = await start(t, 1);
  const http = new RawHttp(t, node!.url);
  const [greeting] = (await http.post([{ channel: "/meta/handshake" }])).messages;
  const socket = await RawSocket.open(t, node!.url);
  const [hello] = await socket.ask([{ channel: "/meta/handshake", ext: { authentication: { user: "bob" } } }]);
  const ways = [
    {
      who: "nobody",
      ask: async (message: object) =>
        (await http.post([{ ...message, clientId: greeting!.clientId }])).messages.find(
          ({ error, successful }) => error ?? successful,
        )!,
    },
    { who: "bob", ask: async (message: object) => (await socket.ask([{ ...message, clientId: hello!.clientId }]))[0]! },
  ];
  for (const { who, ask } of ways) {
    const publish = async (channel: string) => (await ask({ channel, data: 1 })).error ?? "ok";
    const subscribe = async (subscription: string | string[]) =>
      (await ask({ channel: "/meta/subscribe", subscription })).error ?? "ok";
    assert.equal(await publish("/room/a"), who === "bob" ? "ok" : DENIED("channel_create_denied"));
    assert.equal(await subscribe("/news/*"), "ok");
    assert.equal(await publish("/news/x"), DENIED("publish_denied"));
    assert.equal(await subscribe("/user/bob"), who === "bob" ? "ok" : DENIED("create_denied"));
    assert.equal(await subscribe("/user/ann"), DENIED("create_denied"));
    // Every spelling of what is closed, and every wildcard that covers it.
    for (const name of [
      "/room/secret/x",
      "/room/secret/x/",
      "/room/secret/x ",
      "/room/secret/*",
      "/room/secret/**",
      "/room/**",
      "/**",
      "/*",
    ])
      assert.notEqual(await subscribe(name), "ok", `${who} ${name}`);
    for (const name of ["/oort/cloud", "/oort/**", "/seti/all", "/service/oort/x", "/meta/**", "/oort"])
      assert.notEqual(await subscribe(name), "ok", `${who} ${name}`);
    for (const name of [
      "/room/secret",
      "/Room/x",
      "/service/echo",
      "/oort",
      "/user/bob",
      "/room//x",
      "/room/ secret/x ",
    ]) {
      const isRoom = who === "bob" && (name === "/room/secret" || name === "/room/ secret/x ");
      assert.equal((await publish(name)) === "ok", isRoom, `${who} ${name}`);
    }
    assert.deepEqual(await subscribe(["/news/a", "/room/secret/y"]), DENIED("create_denied"));
  }
  const denied = new Map(node!.rights.denied.map(({ operation, count }) => [operation, count]));
  assert.ok(denied.get("create")! > 10 && denied.get("publish")! >= 2, JSON.stringify([...denied]));
});

test("what one may hear is the same at every node", async (t) => {
  const [north, south] = await start(t, 2);
  const ann = await MeshUser.login(t, north!.url, "ann", ["/room/secret/plan"]);
  const bob = await MeshUser.login(t, south!.url, "bob", ["/room/open"]);
  await assert.rejects(bob.client.subscribe("/room/secret/plan", () => {}).ready, /denied_by_security_policy/);
  const ann2 = await MeshUser.login(t, south!.url, "ann", ["/room/secret/plan"]);
  await assert.rejects(bob.client.subscribe("/room/secret/plan", () => {}).ready, /subscribe_denied/);
  assert.equal((await ann.publish("/room/secret/plan", "at noon")).successful, true);
  assert.deepEqual(await ann2.next(), { channel: "/room/secret/plan", data: "at noon" });
  await assert.rejects(bob.publish("/room/secret/plan", "mine"), /publish_denied/);
  await ann.publish("/room/open", "hello");
  assert.deepEqual(await bob.next(), { channel: "/room/open", data: "hello" });
  assert.deepEqual(bob.received.length, 1, "nothing of the secret room before it");
});

test("users send to users and watch each other as far as the rules let them", async (t) => {
  const [node] = await start(t, 1);
  const ann = await MeshUser.login(t, node!.url, "ann");
  const bob = await MeshUser.login(t, node!.url, "bob");
  assert.deepEqual(await ann.sendTo("bob", "hi"), { delivered: 1, unknown: [] });
  assert.deepEqual(await bob.next(), { channel: "/inbox", data: { from: "ann", data: "hi" } });
  const forged = { to: "ann", channel: "/room/secret/plan", data: "off" };
  await assert.rejects(bob.client.publish("/service/seti", forged), /403:channel:/);
  const watch = (who: MeshUser, user: string) => who.client.publish("/service/presence", { watch: [user] });
  assert.equal((await watch(ann, "ann")).successful, true);
  await assert.rejects(watch(ann, "bob"), /403:watch:/);
  node!.seti.presencePolicy = () => false;
  await assert.rejects(watch(ann, "ann"), /403:watch:/, "an app's policy is asked as well");
});

test("rules, an app's policy and authorizers must all say yes, and code of the node asks only the last two", async (t) => {
  const [node] = await start(t, 1);
  const bob = new BayeuxClient({ url: node!.url });
  t.after(() => bob.abort());
  await bob.handshake({ ext: { authentication: { user: "bob" } } });
  assert.equal((await bob.publish("/room/a", 1)).successful, true);
  node!.bayeux.createChannel("/room/a").addAuthorizer(new GrantAuthorizer(["subscribe"]));
  await assert.rejects(bob.publish("/room/a", 1), /denied_by_not_granting/, "the rules alone would allow it");
  node!.bayeux.createChannel("/room/secret/x").addAuthorizer(new GrantAuthorizer());
  await assert.rejects(bob.publish("/room/secret/x", 1), /denied_by_security_policy/, "the authorizer alone would");
  const local = node!.bayeux.newLocalSession("app");
  await local.handshake();
  assert.equal((await local.publish("/room/secret/x", 1)).successful, true);
  assert.equal(node!.bayeux.publish(undefined, "/room/secret/y", 1), 0, "server code is not asked at all");
});
