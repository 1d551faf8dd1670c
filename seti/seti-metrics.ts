import type { Metrics } from "../core/metrics/metrics.js";
import type { SetiStats } from "./seti-stats.js";

/** What of a Seti is read. */
export interface CountingSeti {
  readonly stats: SetiStats;
  readonly localUserCount: number;
  readonly userCount: number;
  readonly outstandingSends: number;
  readonly keptMessages: { readonly users: number; readonly messages: number; readonly bytes: number };
}

/** Says where the metrics of users, of messages to them, and of presence are read: every counter of {@link SetiStats}. */
export function bindSetiMetrics(metrics: Metrics, seti: CountingSeti): void {
  const { stats } = seti;
  metrics.bind("oortbus_users", () => [
    { labels: { place: "local" }, value: seti.localUserCount },
    { labels: { place: "anywhere" }, value: seti.userCount },
  ]);
  bindSends(metrics, seti);
  metrics.bind("oortbus_seti_forged_total", () => stats.forged);
  metrics.bind("oortbus_seti_malformed_total", () => stats.malformed);
  metrics.bind("oortbus_seti_statements_received_total", () => [
    { labels: { outcome: "news" }, value: stats.statementsIn - stats.staleStatements },
    { labels: { outcome: "stale" }, value: stats.staleStatements },
  ]);
  metrics.bind("oortbus_seti_syncs_sent_total", () => [
    { labels: { content: "full_set" }, value: stats.setsOut },
    { labels: { content: "differences" }, value: stats.differencesOut },
  ]);
  metrics.bind("oortbus_seti_resyncs_total", () => stats.resyncs);
  metrics.bind("oortbus_seti_users_reannounced_total", () => stats.reannouncedUsers);
  metrics.bind("oortbus_seti_users_refused_total", () => stats.refusedUsers);
  bindInbox(metrics, seti);
}

function bindSends(metrics: Metrics, seti: CountingSeti): void {
  const { stats } = seti;
  metrics.bind("oortbus_seti_addressed_users_total", () => stats.sends);
  metrics.bind("oortbus_seti_sends_total", () => [
    { labels: { outcome: "delivered" }, value: stats.delivered },
    { labels: { outcome: "unknown" }, value: stats.unknown },
    { labels: { outcome: "unconfirmed" }, value: stats.unconfirmed },
    { labels: { outcome: "untaken" }, value: stats.untaken },
    { labels: { outcome: "refused" }, value: stats.refusedSends },
  ]);
  metrics.bind("oortbus_seti_outstanding_sends", () => seti.outstandingSends);
  metrics.bind("oortbus_seti_floods_total", () => stats.floods);
  metrics.bind("oortbus_seti_late_answers_total", () => stats.lateAnswers);
  metrics.bind("oortbus_seti_messages_received_total", () => stats.messagesIn);
  metrics.bind("oortbus_seti_messages_forwarded_total", () => stats.forwarded);
  metrics.bind("oortbus_seti_messages_repeated_total", () => stats.repeatedKeys);
}

function bindInbox(metrics: Metrics, seti: CountingSeti): void {
  const { stats } = seti;
  metrics.bind("oortbus_inbox_messages", () => seti.keptMessages.messages);
  metrics.bind("oortbus_inbox_bytes", () => seti.keptMessages.bytes);
  metrics.bind("oortbus_inbox_users", () => seti.keptMessages.users);
  metrics.bind("oortbus_inbox_messages_total", () => [
    { labels: { outcome: "kept" }, value: stats.inboxKept },
    { labels: { outcome: "refused" }, value: stats.inboxRefused },
    { labels: { outcome: "handed_over" }, value: stats.inboxHandedOver },
    { labels: { outcome: "expired" }, value: stats.inboxExpired },
  ]);
}
