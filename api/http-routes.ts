import type { Route } from "../core/http/http-server.js";
import { type Logger, silentLogger } from "../core/logger.js";
import type { EventBusApi } from "./event-bus-api.js";
import { accepted, answer, requireJson, withinTime } from "./http-call.js";
import { sendLines } from "./json-lines.js";
import { parseJsonBytes } from "./json-payload.js";
import { readBody } from "./request-body.js";

export interface HttpApiOptions {
  /** Largest request body, in bytes. @default 1 MiB */
  maxBodyBytes?: number;
  /** Longest a call may take, reading its body included. @default 10000 */
  maxCallMs?: number;
  /** A stream that is silent gets an empty line so often, so that nobody on the way takes it for dead. @default 15000 */
  heartbeatMs?: number;
  logger?: Logger;
}

type Call = (input: unknown) => unknown;

/**
 * The HTTP twin of the EventBus: `POST /api/v1/<Method>` with JSON in and out, and `GET /api/v1/cluster`. Refusals are
 * `application/problem+json` (RFC 9457) with the gRPC status as `code` and, where one field is at fault, its `field`.
 * Tokens are the listener's to check, by `guarded` of `core/http`.
 */
export function httpRoutes(api: EventBusApi, options: HttpApiOptions = {}): Route[] {
  const { maxBodyBytes = 1_048_576, maxCallMs = 10_000, heartbeatMs = 15_000, logger = silentLogger } = options;
  const place = { maxDataDepth: api.maxDataDepth, levelsAround: 1 } as const;

  const post = (name: string, call: Call): Route => ({
    method: "POST",
    path: `/api/v1/${name}`,
    handle: (request, response) =>
      answer(response, logger, () => {
        requireJson(request);
        return withinTime(maxCallMs, async (signal) =>
          call(parseJsonBytes(await readBody(request, maxBodyBytes, signal), place)),
        );
      }),
  });
  return [
    post("Publish", (input) => api.publish(input)),
    post("SendToUser", (input) => api.sendToUser(input)),
    post("GetPresence", (input) => api.getPresence(input)),
    {
      method: "POST",
      path: "/api/v1/WatchPresence",
      handle: async (request, response) => {
        const stream = await accepted(response, logger, () => {
          requireJson(request);
          return withinTime(maxCallMs, async (signal) =>
            api.watchPresence(parseJsonBytes(await readBody(request, maxBodyBytes, signal), place)),
          );
        });
        if (stream !== undefined) await sendLines(response, stream, heartbeatMs);
      },
    },
    post("ListUserSessions", (input) => api.listUserSessions(input)),
    post("DisconnectUser", (input) => api.disconnectUser(input)),
    post("DisconnectSession", (input) => api.disconnectSession(input)),
    post("GetCluster", (input) => api.getCluster(input)),
    post("Drain", (input) => api.drain(input)),
    {
      method: "GET",
      path: "/api/v1/cluster",
      handle: (_request, response) => answer(response, logger, () => api.getCluster()),
    },
  ];
}
