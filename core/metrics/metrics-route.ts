import type { Route } from "../http/http-server.js";
import type { Metrics } from "./metrics.js";

/** `GET /metrics`: what Prometheus scrapes. */
export function metricsRoute(metrics: Metrics): Route {
  return {
    method: "GET",
    path: "/metrics",
    handle: async (_request, response) => {
      const text = await metrics.text();
      response.writeHead(200, { "content-type": metrics.contentType, "cache-control": "no-store" }).end(text);
    },
  };
}
