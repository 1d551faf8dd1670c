import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxClient, type Message } from "../../core/client/node.js";
import { TokenLogin } from "../../core/client/token-login.js";
import { until } from "../support/until.js";
import { startAuthNode } from "./start-auth-node.js";

/** What a session is told in time; see token-sessions.test.ts for when. */
const EXPIRING = { event: "expiring", expiresInMs: 60_000 };

test("a client shows a new token before the old one expires, and one at each handshake", async (t) => {
  const { bus, url } = await startAuthNode(t);
  const given: string[] = [];
  const tokenOf = async (): Promise<string> => {
    const { token } = await bus.auth.mintToken({ user: "alice", ttlMs: 600_000 });
    given.push(token);
    return token;
  };
  const client = new BayeuxClient({ urls: [url] });
  t.after(() => client.disconnect());
  const failures: unknown[] = [];
  const login = new TokenLogin(client, tokenOf, { onRefreshFailed: (error) => failures.push(error) });
  const reply: Message = await login.handshake();
  const session = bus.bayeux.getSession(String(reply.clientId))!;
  const first = bus.auth.identityOf(session);
  session.deliver(undefined, "/service/auth", EXPIRING);
  await until(() => bus.auth.identityOf(session) !== first, "its next token was taken", 5_000);
  assert.equal(given.length, 2, "it was warned, and asked for another token");
  assert.deepEqual([bus.auth.stats.refreshes.accepted, failures.length], [1, 0]);

  session.disconnect({ reconnect: "handshake" });
  await until(() => bus.auth.stats.logins.accepted === 2, "it logged in again", 5_000);
  assert.equal(given.length, 3, "the next handshake has a token of its own");
});

test("a token that cannot be had while the session lives is told, and the session goes on", async (t) => {
  const { bus, url } = await startAuthNode(t);
  const { token } = await bus.auth.mintToken({ user: "alice", ttlMs: 600_000 });
  const answers: (() => string)[] = [
    () => token,
    () => {
      throw new Error("logged out elsewhere");
    },
  ];
  const client = new BayeuxClient({ urls: [url] });
  t.after(() => client.disconnect());
  const failed = new Promise<unknown>((resolve) => {
    const login = new TokenLogin(client, () => answers.shift()!(), { onRefreshFailed: resolve });
    void login.handshake().then(({ clientId }) => {
      bus.bayeux.getSession(String(clientId))!.deliver(undefined, "/service/auth", EXPIRING);
    });
  });
  assert.equal(String(await failed), "Error: logged out elsewhere");
  assert.equal(bus.auth.stats.ended.expired, 0);
  assert.notEqual(client.clientId, undefined);
});
