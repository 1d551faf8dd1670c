import type { TestContext } from "node:test";
import type { ServerSession } from "../../core/session/server-session.js";
import { startServer, type TestServer } from "../support/start-server.js";
import { until } from "../support/until.js";

/** A server that knows when a client has settled: its first connect is answered, and the second one waits. */
export interface WatchedServer extends TestServer {
  settled(transport: "websocket" | "long-polling"): Promise<ServerSession>;
  /** Called after the test and before the server stops: a stock client left alone with no server tries for ever. */
  beforeStop(leave: () => unknown): void;
}

/** Starts it as `startServer` does. */
export async function startWatched(t: TestContext, ...parts: Partial<StartParts>): Promise<WatchedServer> {
  const leaving: (() => unknown)[] = [];
  t.after(() => Promise.all(leaving.map((leave) => leave())));
  const server = await startServer(t, ...parts);
  const connects = new Map<ServerSession, number>();
  server.bayeux.addExtension({
    incoming(session, message) {
      if (session === undefined || message.channel !== "/meta/connect") return;
      connects.set(session, (connects.get(session) ?? 0) + 1);
    },
  });
  const settled = async (transport: string): Promise<ServerSession> => {
    const find = () =>
      [...connects].find(
        ([session, count]) => count > 1 && session.isConnected && session.transport === transport,
      )?.[0];
    await until(() => find() !== undefined, `a client has settled on ${transport}`);
    return find()!;
  };
  return { ...server, settled, beforeStop: (leave) => void leaving.push(leave) };
}

type StartParts = Parameters<typeof startServer> extends [TestContext, ...infer Rest] ? Rest : never;
