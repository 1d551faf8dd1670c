import type { TestContext } from "node:test";
import type { BayeuxOptionsInput } from "../../../core/server/bayeux-options.js";
import type { RemovalReason } from "../../../core/session/server-session.js";
import type { OpenStream } from "../../contract/transport/contract-client.js";
import { ALL_TRANSPORTS, startServer } from "../../support/start-server.js";

/** A server with every stream, that notes how sessions ended. */
export async function startStreaming(
  t: TestContext,
  transport: Record<string, unknown> = {},
  options: BayeuxOptionsInput = {},
) {
  const server = await startServer(
    t,
    { timeoutMs: 5_000, maxIntervalMs: 5_000, sweepPeriodMs: 10, ...options },
    { transport: { allowedTransports: ALL_TRANSPORTS, ...transport } },
  );
  const ended = new Map<string, RemovalReason>();
  server.bayeux.addListener({ sessionRemoved: (session, reason) => void ended.set(session.id, reason) });
  return { ...server, ended };
}

/** What a stream brought, replies left out. */
export const dataOf = (stream: OpenStream) =>
  stream.messages.filter(({ successful }) => successful === undefined).map((message) => message.data);
