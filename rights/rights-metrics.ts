import type { Metrics } from "../core/metrics/metrics.js";
import type { Rights } from "./rights.js";

/** Says where the metrics of rights are read. */
export function bindRightsMetrics(metrics: Metrics, rights: Rights): void {
  metrics.bind("oortbus_rights_denied_total", () =>
    rights.denied.map(({ operation, count }) => ({ labels: { operation }, value: count })),
  );
}
