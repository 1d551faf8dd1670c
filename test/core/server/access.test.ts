import assert from "node:assert/strict";
import { test } from "node:test";
import type { Authorizer, Operation } from "../../../core/security/authorizer.js";
import { GrantAuthorizer } from "../../../core/security/grant-authorizer.js";
import { DefaultSecurityPolicy } from "../../../core/security/security-policy.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeClient } from "../fake-client.js";

async function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const ann = await FakeClient.login(server, clock);
  const { socket } = ann;
  const send = async (message: object) => (await ann.ask(message)).error ?? "ok";
  return {
    clock,
    server,
    socket,
    publish: (channel: string) => send({ channel, data: 1 }),
    subscribe: (subscription: string | string[]) => send({ channel: "/meta/subscribe", subscription }),
    guard: (channel: string, authorizer: Authorizer) => server.createChannel(channel).addAuthorizer(authorizer),
  };
}

const GRANT_NONE = new GrantAuthorizer([]);
const deny = (reason: string): Authorizer => ({ authorize: () => ({ deny: reason }) });

test("one authorizer on /** closes everything below it, services as well, but no meta channel", async () => {
  const { publish, subscribe, guard } = await started();
  assert.equal(await publish("/a"), "ok");
  guard("/**", GRANT_NONE);
  assert.equal(await publish("/a"), "403:denied_by_not_granting:publish_denied");
  assert.equal(await publish("/new"), "403:denied_by_not_granting:channel_create_denied");
  assert.equal(await publish("/service/new"), "403:denied_by_not_granting:channel_create_denied");
  assert.equal(await subscribe("/a"), "403:denied_by_not_granting:subscribe_denied");
  assert.equal(await subscribe("/new"), "403:denied_by_not_granting:create_denied");
  assert.equal(await subscribe("/meta/connect"), "403:denied_by_security_policy:subscribe_denied");
});

test("who grants below opens just that, and any deny has the last word", async () => {
  const { publish, subscribe, guard } = await started();
  guard("/**", GRANT_NONE);
  guard("/open/*", new GrantAuthorizer(["create", "publish"]));
  assert.equal(await publish("/open/a"), "ok");
  assert.equal(await subscribe("/open/a"), "403:denied_by_not_granting:subscribe_denied");
  assert.equal(await publish("/open/a/deep"), "403:denied_by_not_granting:channel_create_denied");
  guard("/open/a", deny("not_today"));
  assert.equal(await publish("/open/a"), "403:not_today:publish_denied");
});

test("they are asked from general to exact, for the name of the operation, until one denies", async () => {
  const { publish, guard } = await started();
  const asked: string[][] = [];
  const noting = (where: string, verdict: ReturnType<Authorizer["authorize"]>): Authorizer => ({
    authorize: (operation: Operation, channel: string) => {
      asked.push([where, operation, channel]);
      return verdict;
    },
  });
  guard("/a/b", noting("/a/b", "grant"));
  guard("/a/*", noting("/a/*", "ignore"));
  guard("/**", noting("/**", "grant"));
  guard("/a/**", noting("/a/**", "ignore"));
  await publish("/a/b");
  assert.deepEqual(
    asked.splice(0),
    ["/**", "/a/**", "/a/*", "/a/b"].map((where) => [where, "publish", "/a/b"]),
  );
  guard("/a/**", deny("closed"));
  await publish("/a/b");
  assert.deepEqual(
    asked.map(([where]) => where),
    ["/**", "/a/**"],
  );
});

for (const [where, guards] of [
  ["/a/b", false],
  ["/a/*", true],
  ["/a/**", true],
  ["/**", true],
  ["/b/*", false],
] as const) {
  test(`an authorizer on ${where} ${guards ? "guards" : "does not guard"} a subscription to /a/*`, async () => {
    const { subscribe, guard, server } = await started();
    server.createChannel("/a/*");
    guard(where, GRANT_NONE);
    assert.equal(await subscribe("/a/*"), guards ? "403:denied_by_not_granting:subscribe_denied" : "ok");
  });
}

test("every element of an array is asked about; what came before a refusal stays", async () => {
  const { server, subscribe, guard } = await started();
  guard("/closed", GRANT_NONE);
  assert.equal(await subscribe(["/a", "/closed", "/b"]), "403:denied_by_not_granting:subscribe_denied");
  assert.equal(server.getChannel("/a")?.subscribers.size, 1);
  assert.equal(server.getChannel("/b"), undefined);
});

test("what was granted is not asked again: who is subscribed goes on", async () => {
  const { clock, server, socket, subscribe, guard } = await started();
  assert.equal(await subscribe("/a"), "ok");
  guard("/a", deny("closed"));
  assert.equal(server.publish(undefined, "/a", "news"), 1, "server code is not asked either");
  await clock.settle();
  assert.equal(socket.read()[0]?.data, "news");
});

test("local sessions are asked like any other", async () => {
  const { server, guard } = await started();
  guard("/a", deny("closed"));
  const local = server.newLocalSession("svc");
  await local.handshake();
  assert.equal((await local.publish("/a", 1)).error, "403:closed:publish_denied");
  assert.throws(() => local.subscribe("/a", () => {}), /403:closed:subscribe_denied/);
});

test("authorizers are not asked where the policy has refused", async () => {
  const { server, publish, guard } = await started();
  class Strict extends DefaultSecurityPolicy {
    override canPublish() {
      return false;
    }
  }
  server.policy = new Strict();
  guard("/a", { authorize: () => assert.fail("asked") });
  assert.equal(await publish("/a"), "403:denied_by_security_policy:publish_denied");
});

test("an authorizer is taken away, and the channel is open again", async () => {
  const { server, publish, guard } = await started();
  guard("/a", GRANT_NONE);
  assert.notEqual(await publish("/a"), "ok");
  server.getChannel("/a")?.removeAuthorizer(GRANT_NONE);
  assert.equal(await publish("/a"), "ok");
});
