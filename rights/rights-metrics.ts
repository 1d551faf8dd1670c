import type { Metrics } from "../core/metrics/metrics.js";
import { LIMITED } from "./limits/bucket-table.js";
import { SCOPES } from "./limits/rate-limiter.js";
import type { Rights } from "./rights.js";

/** Says where the metrics of rights are read. */
export function bindRightsMetrics(metrics: Metrics, rights: Rights): void {
  metrics.bind("oortbus_rights_denied_total", () =>
    rights.denied.map(({ operation, count }) => ({ labels: { operation }, value: count })),
  );
  const { limiter, history } = rights;
  metrics.bind("oortbus_history_messages", () => history.messages);
  metrics.bind("oortbus_history_bytes", () => history.bytes);
  metrics.bind("oortbus_history_replayed_total", () => history.replayed);
  metrics.bind("oortbus_history_copied_total", () => rights.copied);
  metrics.bind("oortbus_rate_limited_total", () =>
    SCOPES.flatMap((scope) =>
      LIMITED.map((what) => ({ labels: { scope, what }, value: limiter?.refused[scope][what] ?? 0 })),
    ),
  );
  metrics.bind("oortbus_rate_limit_closed_total", () => limiter?.turnedAway ?? 0);
  metrics.bind("oortbus_rate_limit_buckets", () => [
    { labels: { scope: "user" }, value: limiter?.tracked.user ?? 0 },
    { labels: { scope: "address" }, value: limiter?.tracked.address ?? 0 },
  ]);
}
