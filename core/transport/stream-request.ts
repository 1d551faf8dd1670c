import type { IncomingMessage, ServerResponse } from "node:http";
import { errorField } from "../message/bayeux-error.js";

/** The session that the GET of a stream names: by the query's `clientId`, or as the last element of the path, as Faye does. */
export function clientIdOf(request: IncomingMessage): string {
  const [path = "", query] = (request.url ?? "").split("?", 2);
  return new URLSearchParams(query).get("clientId") ?? path.slice(path.lastIndexOf("/") + 1);
}

/**
 * The last payload the client has: what its browser says by itself when it reconnects, or the query's `lastEventId` where
 * the client knows it and cannot set a header. Undefined when it is no position of ours.
 */
export function positionOf(request: IncomingMessage): number | undefined {
  const query = (request.url ?? "").split("?", 2)[1];
  const given = request.headers["last-event-id"] ?? new URLSearchParams(query).get("lastEventId");
  return typeof given === "string" && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}

/** The media type that a request would like best of those that can be had; undefined when none is named. */
export function preferredType<T extends string>(request: IncomingMessage, types: readonly T[]): T | undefined {
  let best: { type: T; weight: number } | undefined;
  for (const range of (request.headers.accept ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim());
    const type = types.find((candidate) => candidate === name);
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2)) || 0;
    if (type !== undefined && weight > (best?.weight ?? 0)) best = { type, weight };
  }
  return best?.type;
}

/** What a client is told whose session is not known: by whatever means the transport has. */
export const SESSION_UNKNOWN = JSON.stringify([
  {
    channel: "/meta/connect",
    successful: false,
    error: errorField(402, [], "session_unknown"),
    advice: { reconnect: "handshake", interval: 0 },
  },
]);

/** Refuses a stream with a status, upon which an EventSource gives up instead of asking again and again. */
export function refuseStream(response: ServerResponse): void {
  const body = Buffer.from(SESSION_UNKNOWN);
  response
    .writeHead(404, {
      "Content-Type": "application/json",
      "Content-Length": body.length,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    })
    .end(body);
}
