import type { Route } from "./http-server.js";
import { sendJson } from "./problem.js";

/** A node's life as balancers see it. */
export type Readiness = "joining" | "ready" | "draining";

/**
 * `/healthz`: 200 as long as the process answers at all. `/readyz`: 200 when ready, 503 while joining or draining.
 * Both answer `{"state"}`.
 */
export function healthRoutes(readiness: () => Readiness): Route[] {
  return [
    {
      method: ["GET", "HEAD"],
      path: "/healthz",
      handle: (_request, response) => sendJson(response, 200, { state: readiness() }),
    },
    {
      method: ["GET", "HEAD"],
      path: "/readyz",
      handle: (_request, response) => sendJson(response, readiness() === "ready" ? 200 : 503, { state: readiness() }),
    },
  ];
}
