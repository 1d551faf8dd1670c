import type { NodeState } from "./api/cluster-view.js";
import { bindAuthMetrics, type CountingAuth } from "./auth/auth-metrics.js";
import { EXTRAS_VERSION } from "./cluster/membership/link-field.js";
import type { LinkView } from "./cluster/membership/link-view.js";
import type { Oort } from "./cluster/oort.js";
import type { Metrics, Sample } from "./core/metrics/metrics.js";
import type { BayeuxServer } from "./core/server/bayeux-server.js";
import type { HttpTransports } from "./core/transport/http-transports.js";
import type { StreamStats } from "./core/transport/stream-stats.js";
import type { WebSocketTransport } from "./core/transport/websocket-transport.js";
import { bindHookMetrics } from "./hooks/hook-metrics.js";
import type { Hooks } from "./hooks/hooks.js";
import type { Rights } from "./rights/rights.js";
import { bindRightsMetrics } from "./rights/rights-metrics.js";
import type { Seti } from "./seti/seti.js";
import { bindSetiMetrics } from "./seti/seti-metrics.js";

/** The parts of a node that count. */
export interface NodeParts {
  readonly auth: CountingAuth;
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly seti: Seti;
  readonly rights: Rights;
  readonly hooks: Hooks;
  readonly transports: { readonly webSocket: WebSocketTransport; readonly overHttp: HttpTransports };
  readonly state: () => NodeState;
}

/** Says where each metric of a node is read. */
export function bindMetrics(metrics: Metrics, parts: NodeParts): void {
  const { auth, bayeux, oort, seti, rights, hooks, transports, state } = parts;
  const { stats } = bayeux;
  metrics.bind("oortbus_node_info", () => [{ labels: { id: oort.id, url: oort.url }, value: 1 }]);
  metrics.bind("oortbus_node_ready", () => (state() === "ready" ? 1 : 0));
  metrics.bind("oortbus_sessions", () => [
    { labels: { kind: "remote" }, value: bayeux.remoteSessionCount },
    { labels: { kind: "local" }, value: bayeux.sessions.size - bayeux.remoteSessionCount },
  ]);
  metrics.bind("oortbus_channels", () => bayeux.channelCount);
  metrics.bind("oortbus_handshakes_total", () => [
    { labels: { outcome: "accepted" }, value: stats.handshakes },
    { labels: { outcome: "refused" }, value: stats.handshakesRefused },
  ]);
  metrics.bind("oortbus_messages_received_total", () => stats.messagesIn);
  metrics.bind("oortbus_publishes_total", () => stats.publishes);
  metrics.bind("oortbus_deliveries_total", () => stats.deliveries);
  metrics.bind("oortbus_messages_dropped_total", () => [
    { labels: { reason: "overflow" }, value: stats.messagesDropped },
    { labels: { reason: "outdated" }, value: stats.messagesOutdated },
  ]);
  metrics.bind("oortbus_error_replies_total", () => stats.errors);
  metrics.bind("oortbus_malformed_payloads_total", () => stats.malformed);
  metrics.bind("oortbus_requests_refused_total", () => [
    { labels: { reason: "foreign_page" }, value: stats.foreignPages },
    { labels: { reason: "slow_body" }, value: stats.slowBodies },
    { labels: { reason: "too_many_streams" }, value: stats.tooManyStreams },
  ]);
  bindAuthMetrics(metrics, auth);
  bindTransports(metrics, transports);
  metrics.bind("oortbus_sessions_removed_total", () => [
    { labels: { reason: "disconnected" }, value: stats.sessionsDisconnected },
    { labels: { reason: "expired" }, value: stats.sessionsExpired },
    { labels: { reason: "overflow" }, value: stats.sessionsOverflowed },
  ]);
  metrics.bind("oortbus_peers", () =>
    (["joining", "joined", "suspected", "lost"] as const).map((state) => ({
      labels: { state },
      value: oort.peers.filter((peer) => peer.state === state).length,
    })),
  );
  metrics.bind("oortbus_peer_changes_total", () => [
    { labels: { change: "joined" }, value: oort.stats.joined },
    { labels: { change: "suspected" }, value: oort.stats.suspected },
    { labels: { change: "left" }, value: oort.stats.left },
  ]);
  bindLinks(metrics, oort);
  metrics.bind("oortbus_peer_gaps_total", () => byReason(oort.stats.gaps));
  metrics.bind("oortbus_peer_faults_total", () => byReason(oort.stats.peerFaults));
  metrics.bind("oortbus_peers_quarantined_total", () => oort.stats.peersQuarantined);
  metrics.bind("oortbus_link_handshakes_refused_total", () => byReason(oort.stats.linksRefused));
  metrics.bind("oortbus_link_dials_refused_total", () => byReason(oort.stats.dialsRefused));
  metrics.bind("oortbus_relayed_requests_total", () => [
    { labels: { outcome: "relayed" }, value: oort.stats.relayed },
    { labels: { outcome: "failed" }, value: oort.stats.relaysFailed },
    { labels: { outcome: "deferred" }, value: oort.stats.relaysDeferred },
  ]);
  metrics.bind("oortbus_link_overflows_total", () => oort.stats.linkOverflows);
  metrics.bind("oortbus_link_messages_dropped_total", () => oort.stats.linkMessagesDropped);
  metrics.bind("oortbus_link_messages_repeated_total", () => oort.stats.linkMessagesRepeated);
  metrics.bind("oortbus_link_broken_frames_total", () => oort.stats.linkMalformed);
  metrics.bind("oortbus_link_messages_total", () => [
    { labels: { outcome: "republished" }, value: oort.stats.republished - oort.stats.republishesStopped },
    { labels: { outcome: "stopped" }, value: oort.stats.republishesStopped },
  ]);
  metrics.bind("oortbus_hops_without_interest_total", () => oort.stats.hopsWithoutInterest);
  metrics.bind("oortbus_interest_channels", () => oort.interest.channels);
  metrics.bind("oortbus_interest_fallback", () => (oort.interest.isFallback ? 1 : 0));
  metrics.bind("oortbus_interest_changes_total", () => oort.stats.interestChanges);
  metrics.bind("oortbus_interest_refused_total", () => oort.stats.interestRefused);
  metrics.bind("oortbus_interest_timeouts_total", () => oort.stats.interestTimeouts);
  bindSetiMetrics(metrics, seti);
  bindRightsMetrics(metrics, rights);
  bindHookMetrics(metrics, hooks);
  bindTimes(metrics, bayeux, oort, seti);
}

function bindTimes(metrics: Metrics, { stats, writeTimes }: BayeuxServer, oort: Oort, seti: Seti): void {
  metrics.bindDurations("oortbus_handshake_seconds", () => [
    { labels: { outcome: "accepted" }, histogram: stats.handshakeTimes },
    { labels: { outcome: "refused" }, histogram: stats.refusedHandshakeTimes },
  ]);
  metrics.bindDurations("oortbus_publish_to_write_seconds", () =>
    [...writeTimes.byTransport].map(([transport, histogram]) => ({ labels: { transport }, histogram })),
  );
  metrics.bindDurations("oortbus_link_round_trip_seconds", () => oort.stats.roundTrips);
  metrics.bindDurations("oortbus_seti_send_seconds", () => seti.stats.sendTimes);
}

function bindTransports(metrics: Metrics, { webSocket, overHttp }: NodeParts["transports"]): void {
  const ofStreams = (read: (stats: StreamStats) => number) =>
    [...overHttp.streamStats].map(([transport, stats]) => ({ labels: { transport }, value: read(stats) }));
  metrics.bind("oortbus_transport_connections", () => [
    { labels: { transport: webSocket.name }, value: webSocket.connectionCount },
    ...[...overHttp.connectionCounts].map(([transport, value]) => ({ labels: { transport }, value })),
  ]);
  metrics.bind("oortbus_streams_opened_total", () => ofStreams(({ opened }) => opened));
  metrics.bind("oortbus_stream_renewals_total", () => ofStreams(({ renewed }) => renewed));
  metrics.bind("oortbus_stream_resumptions_total", () => [
    ...ofStreams(({ replayed }) => replayed).map(withOutcome("replayed")),
    ...ofStreams(({ gaps }) => gaps).map(withOutcome("gap")),
  ]);
}

function withOutcome(outcome: string): (sample: Sample) => Sample {
  return ({ labels, value }) => ({ labels: { ...labels, outcome }, value });
}

function byReason(counts: Readonly<Record<string, number>>): Sample[] {
  return Object.entries(counts).map(([reason, value]) => ({ labels: { reason }, value }));
}

/** Sums and the worst of all links: a label for each peer would make as many series as there ever were nodes. */
function bindLinks(metrics: Metrics, oort: Oort): void {
  const links = () => oort.peers.flatMap(({ url }) => oort.linkOf(url) ?? []);
  const count = (isThat: (link: LinkView) => boolean) => links().filter(isThat).length;
  metrics.bind("oortbus_links", () => [
    { labels: { direction: "out", state: "open" }, value: count((link) => link.out === "open") },
    { labels: { direction: "out", state: "other" }, value: count(({ out }) => out !== "open" && out !== "none") },
    { labels: { direction: "in", state: "open" }, value: count((link) => link.in === "joined") },
    { labels: { direction: "in", state: "other" }, value: count((link) => link.in !== "joined" && link.in !== "none") },
  ]);
  const countIn = (isThat: (version: number | undefined) => boolean) =>
    count((link) => link.in === "joined" && isThat(link.version));
  metrics.bind("oortbus_link_versions", () => [
    { labels: { version: "java" }, value: countIn((version) => version === undefined) },
    { labels: { version: "own" }, value: countIn((version) => version === EXTRAS_VERSION) },
    { labels: { version: "other" }, value: countIn((version) => version !== undefined && version !== EXTRAS_VERSION) },
  ]);
  metrics.bind("oortbus_link_queued_messages", () => sum(links().map((link) => link.queuedMessages)));
  metrics.bind("oortbus_link_queued_bytes", () => sum(links().map((link) => link.queuedBytes)));
  metrics.bind(
    "oortbus_link_round_trip_seconds_max",
    () => Math.max(0, ...links().map((link) => link.roundTripMs ?? 0)) / 1_000,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
