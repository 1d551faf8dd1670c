import type { Metrics } from "../core/metrics/metrics.js";
import type { AuthStats } from "./auth-stats.js";

/** What of an Auth is read. */
export interface CountingAuth {
  readonly stats: AuthStats;
  readonly revocationCount: number;
  readonly pendingLogins: number;
  readonly keyFetches: { readonly fetched: number; readonly failed: number } | undefined;
}

/** Says where the metrics of logins and tokens are read. */
export function bindAuthMetrics(metrics: Metrics, auth: CountingAuth): void {
  const { logins, refreshes, ended, warned, minted } = auth.stats;
  const byOutcome = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([outcome, value]) => ({ labels: { outcome }, value }));
  metrics.bind("oortbus_logins_total", () => byOutcome(logins));
  metrics.bind("oortbus_logins_pending", () => auth.pendingLogins);
  metrics.bind("oortbus_token_refreshes_total", () => byOutcome(refreshes));
  metrics.bind("oortbus_token_warnings_total", () => warned.count);
  metrics.bind("oortbus_token_sessions_ended_total", () =>
    Object.entries(ended).map(([reason, value]) => ({ labels: { reason }, value })),
  );
  metrics.bind("oortbus_tokens_minted_total", () => minted.count);
  metrics.bind("oortbus_revocations", () => auth.revocationCount);
  metrics.bind("oortbus_jwks_fetches_total", () => byOutcome(auth.keyFetches ?? { fetched: 0, failed: 0 }));
}
