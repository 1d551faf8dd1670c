import type { MetricType } from "prom-client";
import { METRICS, type MetricFamily } from "../core/metrics/metric-families.js";
import { processMetrics } from "../core/metrics/metrics.js";

const INTRO = `# Metrics

<!-- Made by \`npm run generate\` from the definitions of the metrics; a test fails when it is stale. -->

What \`GET /metrics\` serves, in Prometheus' text form. [Observability](guides/observability.md) says how to have it scraped.

- **Units** are at the end of a name: \`_seconds\`, \`_bytes\`; what ends in \`_total\` only grows, from the start of the process
  on: look at its rate. Other numbers count what they name.
- **Labels** have few values, all known beforehand. No user, session, channel or peer is ever one: what concerns single
  peers is there as a sum and as the worst of them, and \`GET /api/v1/cluster\` tells each.
- **Histograms** have buckets from 0.00025 to 30 seconds.
- A node reads its numbers when it is scraped, and at no other time.

`;

/** What to look at among what prom-client tells of the process. */
const PROCESS_ALERTS: Readonly<Record<string, string>> = {
  nodejs_eventloop_lag_p99_seconds:
    "above 0.1 s (an idle process has 0.04): something blocks the process, or it has too much to do",
  process_cpu_seconds_total: "a rate above 0.8: the process is near the one core it can use",
  process_resident_memory_bytes: "above 80% of the container's limit",
  process_open_fds: "above 80% of `process_max_fds`: each client needs one",
};

/** The text of `docs/metrics.md`. */
export async function metricsPage(): Promise<string> {
  const families: Readonly<Record<string, MetricFamily>> = METRICS;
  const own = Object.entries(families).map(([name, { type, help, labels, alert }]) =>
    row(name, type, labels ?? [], help, alert),
  );
  const ofProcess = (await processMetrics().getMetricsAsJSON())
    .map(({ name, type, help }) => row(name, type, [], help, PROCESS_ALERTS[name]))
    .sort();
  const head = "| Metric | Type | Labels | What it tells | Look at it when |\n|---|---|---|---|---|\n";
  const process = "What prom-client tells of every Node.js process on Linux; a process with several nodes has it once.";
  return `${INTRO}## A node's own\n\n${head}${own.join("")}\n## The process\n\n${process}\n\n${head}${ofProcess.join("")}`;
}

function row(
  name: string,
  type: MetricType | MetricFamily["type"],
  labels: readonly string[],
  help: string,
  alert = "",
): string {
  return `| \`${name}\` | ${type} | ${labels.map((label) => `\`${label}\``).join(", ")} | ${help} | ${alert} |\n`;
}
