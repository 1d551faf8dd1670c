import type { ServerResponse } from "node:http";
import { BayeuxError, type BayeuxErrorCode } from "../message/bayeux-error.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { BayeuxStats } from "../session/bayeux-stats.js";

/**
 * Answers a request that is not Bayeux, or that we failed at, with the status that fits and a line of text.
 * @see spec/bayeux.md section 14.2
 */
export function refuseRequest(server: BayeuxServer, error: unknown, response: ServerResponse): void {
  const known = error instanceof BayeuxError ? error : new BayeuxError(500, [], "internal_error");
  count(server.stats, known.code);
  if (known === error) server.logger.debug({ err: error }, "request refused");
  else server.logger.error({ err: error }, "request handling failed");
  if (response.headersSent || response.writableEnded) return void response.destroy();
  // The rest of a body that was too large is not worth reading.
  if (known.code === 413 || known.code === 408) response.setHeader("Connection", "close");
  response.writeHead(known.code, { "Content-Type": "text/plain; charset=utf-8" }).end(known.message);
}

/** Each of these codes has one meaning for a whole request. */
function count(stats: BayeuxStats, code: BayeuxErrorCode): void {
  if (code === 403) stats.foreignPages += 1;
  else if (code === 408) stats.slowBodies += 1;
  else if (code === 429) stats.tooManyStreams += 1;
  else stats.malformed += 1;
}
