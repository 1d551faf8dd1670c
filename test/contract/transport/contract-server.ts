import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { BayeuxOptionsInput } from "../../../core/server/bayeux-options.js";
import type { RemovalReason, ServerSession } from "../../../core/session/server-session.js";
import { ALL_TRANSPORTS, startServer, type TestServer } from "../../support/start-server.js";
import { until } from "../../support/until.js";
import type { ContractClient } from "./contract-client.js";

export interface Place extends TestServer {
  /** Sessions that ended, and why. */
  readonly ended: Map<string, RemovalReason>;
}

/** A server with every transport. */
export async function openAll(t: TestContext, options: BayeuxOptionsInput = {}, transport = {}): Promise<Place> {
  const server = await startServer(
    t,
    { timeoutMs: 5_000, maxIntervalMs: 5_000, sweepPeriodMs: 10, ...options },
    // Streams are looked after often, so that no test waits for it.
    { transport: { allowedTransports: ALL_TRANSPORTS, streamHeartbeatMs: 50, ...transport } },
  );
  const ended = new Map<string, RemovalReason>();
  server.bayeux.addListener({ sessionRemoved: (session, reason) => void ended.set(session.id, reason) });
  return { ...server, ended };
}

/** The session of a client, which must live. */
export function sessionOf(server: TestServer, client: ContractClient): ServerSession {
  const session = server.bayeux.getSession(client.clientId);
  assert.ok(session !== undefined, "the session lives");
  return session;
}

/** The client's connect has arrived and is held. */
export async function settled(server: TestServer, client: ContractClient): Promise<void> {
  const session = sessionOf(server, client);
  await until(() => session.holder !== undefined, "the connect is held");
}

/** The server has noticed that the client is gone. */
export async function unplugged(server: TestServer, session: ServerSession): Promise<void> {
  await until(() => session.holder === undefined && server.bayeux.sessions.has(session.id), "the loss is noticed");
}

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
