import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** One time series of a family: its labels and its present value. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface MetricFamily {
  /** `counter` never goes back while the node lives; its name ends in `_total`. */
  readonly type: "counter" | "gauge";
  readonly help: string;
}

/**
 * Every metric of a node, by name. The parts of a node count in plain numbers and know nothing of this table; whoever
 * builds the node says where each number is read.
 */
export const METRICS = {
  oortbus_node_info: { type: "gauge", help: "1, with the node's id and URL as labels" },
  oortbus_node_ready: { type: "gauge", help: "1 when ready, 0 while joining or draining" },
  oortbus_sessions: {
    type: "gauge",
    help: "Bayeux sessions of this node: remote are clients and peers, local its own",
  },
  oortbus_channels: { type: "gauge", help: "Channels that exist on this node" },
  oortbus_handshakes_total: { type: "counter", help: "Handshakes of remote sessions, by outcome" },
  oortbus_messages_received_total: { type: "counter", help: "Messages received from sessions, meta messages included" },
  oortbus_publishes_total: { type: "counter", help: "Messages accepted on broadcast channels" },
  oortbus_deliveries_total: { type: "counter", help: "Messages queued for a session or handed to a local one" },
  oortbus_messages_dropped_total: {
    type: "counter",
    help: "Messages that did not reach a session: overflow, no room in its queue; outdated, a newer one took its place",
  },
  oortbus_error_replies_total: { type: "counter", help: "Replies with successful: false" },
  oortbus_malformed_payloads_total: {
    type: "counter",
    help: "Requests and frames that were not Bayeux or over a limit",
  },
  oortbus_requests_refused_total: {
    type: "counter",
    help: "Other requests refused: of foreign pages, too slow a body, one stream too many",
  },
  oortbus_transport_connections: {
    type: "gauge",
    help: "What is open, by transport: WebSockets, requests that wait for their answer, streams",
  },
  oortbus_streams_opened_total: { type: "counter", help: "Responses of streams that began, by transport" },
  oortbus_stream_renewals_total: {
    type: "counter",
    help: "Responses of streams that ended because of their age, for the next to go on, by transport",
  },
  oortbus_stream_resumptions_total: {
    type: "counter",
    help: "Stream readers that missed something: replayed, they got it from the history; gap, their session ended",
  },
  oortbus_sessions_removed_total: { type: "counter", help: "Sessions that ended, by reason" },
  oortbus_peers: { type: "gauge", help: "Other nodes of the cloud, by state of the link" },
  oortbus_peer_changes_total: { type: "counter", help: "Peers that joined, were suspected, and left" },
  oortbus_links: { type: "gauge", help: "Connections to peers (out) and sessions of peers here (in), by state" },
  oortbus_link_versions: {
    type: "gauge",
    help: "Sessions of peers here, by what they speak beyond Oort: CometD's nodes nothing (java), ours the version of this node (own) or another, as in a rolling upgrade (other)",
  },
  oortbus_link_queued_messages: {
    type: "gauge",
    help: "Messages that wait for peers, or that these did not acknowledge",
  },
  oortbus_link_queued_bytes: { type: "gauge", help: "The same in bytes" },
  oortbus_link_round_trip_seconds_max: { type: "gauge", help: "Longest of the last measured round trips to peers" },
  oortbus_peer_faults_total: { type: "counter", help: "Messages of peers that broke the protocol, by what was wrong" },
  oortbus_peers_quarantined_total: { type: "counter", help: "Peers parted with because they broke it too often" },
  oortbus_peer_gaps_total: { type: "counter", help: "Times messages of a peer may have been lost, by reason" },
  oortbus_link_handshakes_refused_total: {
    type: "counter",
    help: "Handshakes that claimed to be a peer's, by what was wrong",
  },
  oortbus_link_dials_refused_total: { type: "counter", help: "Own dials that came to nothing, by reason" },
  oortbus_link_overflows_total: { type: "counter", help: "Links reset because too much waited; what waited was lost" },
  oortbus_link_messages_dropped_total: {
    type: "counter",
    help: "Messages dropped because too much waited for a peer, which is told; the link goes on",
  },
  oortbus_link_messages_repeated_total: {
    type: "counter",
    help: "Messages sent to peers again, since the connection broke before they were acknowledged",
  },
  oortbus_link_broken_frames_total: {
    type: "counter",
    help: "Frames of peers that made no sense; each ended its link",
  },
  oortbus_relayed_requests_total: { type: "counter", help: "HTTP requests for sessions of other nodes, by outcome" },
  oortbus_link_messages_total: { type: "counter", help: "Messages that came from peers for clients here, by outcome" },
  oortbus_hops_without_interest_total: {
    type: "counter",
    help: "Messages that peers sent although nobody here wanted them at that moment",
  },
  oortbus_interest_channels: { type: "gauge", help: "Channels and wildcards that this node asks each peer to send" },
  oortbus_interest_fallback: {
    type: "gauge",
    help: "1 while too many channels are wanted, so that peers send all of oort.channels",
  },
  oortbus_interest_changes_total: {
    type: "counter",
    help: "Subscriptions asked of peers or given back, counted for each peer",
  },
  oortbus_interest_refused_total: { type: "counter", help: "Subscriptions that a peer refused" },
  oortbus_interest_timeouts_total: {
    type: "counter",
    help: "Waits for every peer to take a subscription that ended before they had",
  },
  oortbus_users: { type: "gauge", help: "Users known to this node; local ones have a session on it" },
  oortbus_seti_sends_total: {
    type: "counter",
    help: "Messages to users, by outcome: sessions reached, or users missed",
  },
  oortbus_seti_floods_total: { type: "counter", help: "Users for whom every node had to be asked" },
  oortbus_seti_forged_total: {
    type: "counter",
    help: "Messages on internal channels from senders who may not speak there",
  },
  oortbus_seti_resyncs_total: { type: "counter", help: "Times another node's presence had to be asked for again" },
  oortbus_inbox_messages: { type: "gauge", help: "Messages that this node keeps for users who are not there" },
  oortbus_inbox_bytes: { type: "gauge", help: "JSON that this node keeps for users who are not there, in UTF-8 bytes" },
  oortbus_inbox_users: { type: "gauge", help: "Users who are not there, for whom this node keeps messages" },
  oortbus_inbox_messages_total: {
    type: "counter",
    help: "Messages for users who were not there, by outcome: counted where they were sent, or where they ended",
  },
} as const satisfies Record<string, MetricFamily>;

export type MetricName = keyof typeof METRICS;

/** A node's metrics, read when somebody asks and at no other time. */
export class Metrics {
  readonly #registry = new Registry();

  get contentType(): string {
    return this.#registry.contentType;
  }

  /**
   * Says where a family's values come from.
   * @param read - called at each scrape; a sample's labels must always have the same keys
   * @throws Error when the family has a source already
   */
  bind(name: MetricName, read: () => number | readonly Sample[]): void {
    const samples = (): readonly Sample[] => {
      const value = read();
      return typeof value === "number" ? [{ value }] : value;
    };
    const { type, help } = METRICS[name];
    const labelNames = [...new Set(samples().flatMap(({ labels }) => Object.keys(labels ?? {})))];
    const common = { name, help, labelNames, registers: [this.#registry] };
    if (type === "counter") {
      new Counter({
        ...common,
        collect() {
          this.reset();
          for (const { labels, value } of samples()) this.inc({ ...labels }, value);
        },
      });
    } else {
      new Gauge({
        ...common,
        collect() {
          this.reset();
          for (const { labels, value } of samples()) this.set({ ...labels }, value);
        },
      });
    }
  }

  /** @returns everything in Prometheus' text form, the process's own metrics included */
  async text(): Promise<string> {
    return `${await this.#registry.metrics()}\n${await processMetrics().metrics()}`;
  }
}

let ofProcess: Registry | undefined;

/** CPU, memory, event loop, garbage collection: one set a process, however many nodes run in it. */
function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}
