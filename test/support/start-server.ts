import { createServer, type Server } from "node:http";
import type { TestContext } from "node:test";
import { AckExtension } from "../../core/extension/ack-extension.js";
import type { BayeuxOptionsInput } from "../../core/server/bayeux-options.js";
import { BayeuxServer, type BayeuxServerParts } from "../../core/server/bayeux-server.js";
import { HttpTransports } from "../../core/transport/http-transports.js";
import type { TransportOptionsInput } from "../../core/transport/transport-options.js";
import { WebSocketTransport } from "../../core/transport/websocket-transport.js";
import { freePorts } from "./ports.js";

/** Every transport there is. */
export const ALL_TRANSPORTS: NonNullable<TransportOptionsInput["allowedTransports"]> = [
  "websocket",
  "long-polling",
  "callback-polling",
  "event-stream",
  "streaming",
  "forever-iframe",
];

/** One Bayeux server on a real socket, without the rest of a node. */
export interface TestServer {
  readonly bayeux: BayeuxServer;
  readonly url: string;
  readonly port: number;
  readonly http: Server;
  readonly transports: { readonly webSocket: WebSocketTransport; readonly overHttp: HttpTransports };
  /** Stops listening and drops every connection, as a crash would. */
  stop(): Promise<void>;
}

/** Starts it on a port that stays its own when it is stopped, so that the next one can have it, or on `port`; stopped after the test. */
export async function startServer(
  t: TestContext,
  options: BayeuxOptionsInput = {},
  parts: BayeuxServerParts & { port?: number; transport?: TransportOptionsInput } = {},
): Promise<TestServer> {
  const bayeux = new BayeuxServer(options, parts);
  bayeux.addExtension(new AckExtension());
  const websocket = new WebSocketTransport(bayeux, parts.transport);
  const httpTransports = new HttpTransports(bayeux, parts.transport);
  const http = createServer((request, response) => void httpTransports.handle(request, response));
  http.on("upgrade", (request, socket, head) => websocket.upgrade(request, socket, head));
  bayeux.start();
  const port = parts.port ?? (await freePorts(1))[0]!;
  await new Promise<void>((resolve, reject) => http.once("error", reject).listen(port, "127.0.0.1", resolve));
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    websocket.close();
    httpTransports.close();
    bayeux.close();
    await new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  };
  t.after(stop);
  const transports = { webSocket: websocket, overHttp: httpTransports };
  return { bayeux, url: `http://127.0.0.1:${port}/cometd`, port, http, transports, stop };
}
