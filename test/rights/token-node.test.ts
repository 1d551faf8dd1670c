import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { SignJWT } from "jose";
import type { RuleInput } from "../../rights/rule-options.js";
import { SECRET, startAuthNode } from "../auth/start-auth-node.js";
import { RawSocket } from "../support/raw-client.js";

const RULES: readonly RuleInput[] = [
  { channels: "/staff/**", who: { claim: ["realm", "roles"], is: "staff" }, allow: ["create", "publish", "subscribe"] },
  { channels: "/staff/**", who: "anyone", deny: ["create", "publish", "subscribe"] },
  { channels: "/room/**", who: "authenticated", allow: ["create", "publish", "subscribe"] },
];

const tokenOf = (user: string, claims: object = {}) =>
  new SignJWT({ sub: user, ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(SECRET));

async function logIn(t: TestContext, url: string, token: string) {
  const socket = await RawSocket.open(t, url);
  const [hello] = await socket.ask([{ channel: "/meta/handshake", ext: { authentication: { token } } }]);
  assert.equal(hello!.successful, true, JSON.stringify(hello));
  const ask = async (message: object) => (await socket.ask([{ ...message, clientId: hello!.clientId }]))[0]!;
  return {
    publish: async (channel: string, data: unknown = 1) => (await ask({ channel, data })).error ?? "ok",
    subscribe: async (subscription: string) => (await ask({ channel: "/meta/subscribe", subscription })).error ?? "ok",
  };
}

const DENIED = /^403:denied_by_security_policy:/;

test("claims choose the rule, pub and sub narrow it, and a new token counts from when it is shown", async (t) => {
  const { bus, url } = await startAuthNode(t, { secret: SECRET }, { rights: { rules: RULES } });
  const ann = await logIn(t, url, await tokenOf("ann"));
  assert.equal(await ann.publish("/room/a"), "ok");
  assert.match(await ann.publish("/staff/a"), DENIED);
  assert.match(await ann.publish("/staff/a"), DENIED, "asked again, of what was kept");
  const staff = await tokenOf("ann", { realm: { roles: ["user", "staff"] } });
  assert.equal(await ann.publish("/service/auth", { token: staff }), "ok");
  assert.equal(await ann.publish("/staff/a"), "ok", "by the new token");
  const narrow = { pub: ["/room/{user}"], sub: ["/room/**", "/staff/**"] };
  assert.equal(await ann.publish("/service/auth", { token: await tokenOf("ann", { rights: narrow }) }), "ok");
  assert.match(await ann.publish("/staff/a"), DENIED, "the role is gone");
  assert.match(await ann.publish("/room/a"), DENIED, "the rules alone would allow it");
  assert.equal(await ann.publish("/room/ann"), "ok");
  assert.equal(await ann.subscribe("/room/*"), "ok");
  assert.match(await ann.subscribe("/staff/a"), DENIED, "the token alone would allow it");
  assert.match(await ann.publish("/service/seti", { to: "bob", channel: "/x", data: 1 }), DENIED);
  assert.equal(await ann.publish("/service/auth", { token: staff }), "ok", "a new token can always be shown");
  assert.equal(await ann.publish("/staff/a"), "ok");
  assert.ok(bus.rights.limiter !== undefined, "with tokens, rates are limited unless somebody says otherwise");
});

test("without rules, who is logged in by a token uses what is the application's, one part at a time", async (t) => {
  const { bus, url } = await startAuthNode(t);
  bus.bayeux.addService("/service/echo", () => {});
  const ann = await logIn(t, url, await tokenOf("ann"));
  assert.equal(await ann.publish("/chat/a"), "ok");
  assert.equal(await ann.subscribe("/chat/**"), "ok");
  assert.equal(await ann.publish("/service/seti", { to: "bob", channel: "/x", data: 1 }), "ok");
  for (const name of ["/**", "/oort/**", "/oort", "/meta/**", "/seti/all"])
    assert.notEqual(await ann.subscribe(name), "ok", name);
  assert.match(await ann.publish("/service/echo"), DENIED);
  // Last, since what she watches is told her as well.
  assert.equal(await ann.publish("/service/presence", { watch: ["bob"] }), "ok");
  const bob = await logIn(t, url, await tokenOf("bob", { rights: { sub: ["/chat/lobby"] } }));
  assert.equal(await bob.subscribe("/chat/lobby"), "ok");
  assert.match(await bob.subscribe("/chat/other"), DENIED);
  assert.equal(await bob.publish("/chat/other"), "ok", "the token says nothing of publishing");
});
