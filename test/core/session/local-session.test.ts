import assert from "node:assert/strict";
import { test } from "node:test";
import type { Logger } from "../../../core/logger.js";
import { silentLogger } from "../../../core/logger.js";
import { DefaultSecurityPolicy } from "../../../core/security/security-policy.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";

function started(options = {}) {
  const clock = new FakeClock();
  const errors: string[] = [];
  const logger: Logger = { ...silentLogger, error: (_fields: object, text?: string) => void errors.push(String(text)) };
  const server = new BayeuxServer(options, { clock, logger });
  server.start();
  const local = server.newLocalSession("svc");
  return { clock, server, local, errors };
}

test("it is a session like any other, with its hint in its id, and never expires", async () => {
  const { clock, server, local } = started({ maxIntervalMs: 100, maxSessions: 1 });
  assert.throws(() => local.session, /no handshake/);
  local.handshake({ ext: { who: "me" } });
  assert.match(local.session.id, /^svc_[0-9a-z]{20,}$/);
  assert.equal(server.getSession(local.session.id), local.session);
  assert.ok(local.session.isLocal && local.session.isHandshaken);
  assert.equal(local.session.transport, "local");
  await clock.advance(100_000);
  assert.ok(local.session.isHandshaken);
  assert.equal(server.remoteSessionCount, 0, "it takes no place of a remote one");
  local.disconnect();
  assert.equal(server.sessions.size, 0);
});

test("messages come in the turn of the publish, once a listener, by name and wildcard", () => {
  const { server, local } = started();
  local.handshake();
  const heard: string[] = [];
  local.subscribe("/a/b", ({ data }) => heard.push(`exact ${data}`));
  local.subscribe("/a/b/", ({ data }) => heard.push(`again ${data}`));
  const stop = local.subscribe("/a/*", ({ data }) => heard.push(`star ${data}`));
  server.publish(undefined, "/a/b", 1);
  assert.deepEqual(heard, ["star 1", "exact 1", "again 1"]);
  stop();
  stop();
  server.publish(undefined, "/a/b", 2);
  assert.deepEqual(heard.slice(3), ["exact 2", "again 2"]);
  assert.deepEqual(
    [...local.session.subscriptions].map(({ name }) => name),
    ["/a/b"],
  );
});

test("one listener that throws does not keep the message from the next", () => {
  const { server, local, errors } = started();
  local.handshake();
  const heard: unknown[] = [];
  local.subscribe("/a", () => {
    throw new Error("my fault");
  });
  local.subscribe("/a", ({ data }) => heard.push(data));
  assert.equal(server.publish(undefined, "/a", 1), 1);
  assert.deepEqual(heard, [1]);
  assert.deepEqual(errors, ["local listener failed"]);
});

test("its publishes pass the policy and come back as replies", async () => {
  const { server, local } = started();
  server.policy = new (class extends DefaultSecurityPolicy {
    override canPublish(...[session, channel, message]: Parameters<DefaultSecurityPolicy["canPublish"]>) {
      return channel.name !== "/closed" && super.canPublish(session, channel, message);
    }
  })();
  local.handshake();
  assert.deepEqual(await local.publish("/open", 1), { channel: "/open", successful: true });
  const refused = await local.publish("/closed", 1);
  assert.equal(refused.error, "403:denied_by_security_policy:publish_denied");
  server.addService("/service/x", async (_session, _message, reply) => {
    reply.ext = { done: true };
  });
  assert.deepEqual((await local.publish("/service/x", 1)).ext, { done: true });
});

test("a refused subscription throws and leaves nothing behind; a slow refusal is logged", async () => {
  const { clock, server, local, errors } = started();
  local.handshake();
  let allowed: boolean | Promise<boolean> = false;
  server.policy = new (class extends DefaultSecurityPolicy {
    override canSubscribe() {
      return allowed;
    }
  })();
  const heard: unknown[] = [];
  assert.throws(() => local.subscribe("/a", () => heard.push("refused")), /subscribe_denied/);
  assert.throws(() => local.subscribe("a", () => {}), /subscription_invalid/);
  allowed = Promise.resolve(false);
  local.subscribe("/a", () => heard.push("refused later"));
  await clock.settle();
  assert.deepEqual(errors, ["local subscription refused"]);
  allowed = true;
  local.subscribe("/a", ({ data }) => heard.push(data));
  server.publish(undefined, "/a", 1);
  assert.deepEqual(heard, [1]);
});

test("a refused handshake throws; a later one may be accepted", () => {
  const { server, local } = started();
  const open = server.policy;
  server.policy = new (class extends DefaultSecurityPolicy {
    override canHandshake() {
      return false;
    }
  })();
  assert.throws(() => local.handshake(), /handshake_denied/);
  assert.throws(() => local.session);
  server.policy = open;
  local.handshake();
  assert.ok(local.session.isHandshaken);
});

test("meta channels are for local sessions only as far as the protocol lets anybody", () => {
  const { local } = started();
  local.handshake();
  assert.throws(() => local.subscribe("/meta/connect", () => {}), /subscribe_failed/);
});
