export interface MetricFamily {
  /** `counter` never goes back while the node lives; its name ends in `_total`. A `histogram` counts durations, in seconds. */
  readonly type: "counter" | "gauge" | "histogram";
  readonly help: string;
  /** Names of its labels. Their values are few, and known beforehand: no user, session, channel or peer is ever one. */
  readonly labels?: readonly string[];
  /** When somebody should look at it. */
  readonly alert?: string;
}

/**
 * Every metric of a node, by name. The parts of a node count in plain numbers and know nothing of this table; whoever
 * builds the node says where each number is read.
 */
export const METRICS = {
  oortbus_node_info: { type: "gauge", help: "1, with the node's id and URL as labels", labels: ["id", "url"] },
  oortbus_node_ready: {
    type: "gauge",
    help: "1 when ready, 0 while joining or draining",
    alert: "0 for more than a few minutes: the node joins or drains without end",
  },
  oortbus_sessions: {
    type: "gauge",
    help: "Bayeux sessions of this node: remote are clients and peers, local its own",
    labels: ["kind"],
  },
  oortbus_channels: { type: "gauge", help: "Channels that exist on this node" },
  oortbus_handshakes_total: {
    type: "counter",
    help: "Handshakes of remote sessions, by outcome",
    labels: ["outcome"],
    alert: "`refused` outgrows `accepted`",
  },
  oortbus_messages_received_total: { type: "counter", help: "Messages received from sessions, meta messages included" },
  oortbus_publishes_total: { type: "counter", help: "Messages accepted on broadcast channels" },
  oortbus_deliveries_total: { type: "counter", help: "Messages queued for a session or handed to a local one" },
  oortbus_messages_dropped_total: {
    type: "counter",
    help: "Messages that did not reach a session: overflow, no room in its queue; outdated, a newer one took its place",
    labels: ["reason"],
    alert: "`overflow` grows: clients do not keep up, and miss messages",
  },
  oortbus_error_replies_total: { type: "counter", help: "Replies with successful: false" },
  oortbus_rights_denied_total: {
    type: "counter",
    help: "What clients asked for and no rule or token allowed, by operation",
    labels: ["operation"],
    alert: "grows fast: a client that was built for other rules, or one that tries doors",
  },
  oortbus_rate_limited_total: {
    type: "counter",
    help: "Messages of clients that came too soon, by who was too fast and what there was too much of",
    labels: ["scope", "what"],
    alert: "`address` grows: a flood, or a proxy that is not among transport.trustedProxies",
  },
  oortbus_rate_limit_closed_total: {
    type: "counter",
    help: "Connections closed because too much came too soon, and went on coming",
  },
  oortbus_rate_limit_buckets: {
    type: "gauge",
    help: "Users and network addresses that are counted apart",
    labels: ["scope"],
    alert: "stays at rateLimits.maxBuckets: those who are new are counted together",
  },
  oortbus_history_messages: { type: "gauge", help: "Messages kept for clients that subscribe later" },
  oortbus_history_bytes: { type: "gauge", help: "The same in bytes" },
  oortbus_history_replayed_total: { type: "counter", help: "Messages of histories given to clients that subscribed" },
  oortbus_history_copied_total: {
    type: "counter",
    help: "Messages of histories that this node had missed and got from others",
  },
  oortbus_malformed_payloads_total: {
    type: "counter",
    help: "Requests and frames that were not Bayeux or over a limit",
    alert: "grows fast: a broken or hostile client",
  },
  oortbus_requests_refused_total: {
    type: "counter",
    help: "Other requests refused: of foreign pages, too slow a body, one stream too many",
    labels: ["reason"],
  },
  oortbus_transport_connections: {
    type: "gauge",
    help: "What is open, by transport: WebSockets, requests that wait for their answer, streams",
    labels: ["transport"],
  },
  oortbus_streams_opened_total: {
    type: "counter",
    help: "Responses of streams that began, by transport",
    labels: ["transport"],
  },
  oortbus_stream_renewals_total: {
    type: "counter",
    help: "Responses of streams that ended because of their age, for the next to go on, by transport",
    labels: ["transport"],
  },
  oortbus_stream_resumptions_total: {
    type: "counter",
    help: "Stream readers that missed something: replayed, they got it from the history; gap, their session ended",
    labels: ["transport", "outcome"],
  },
  oortbus_sessions_removed_total: {
    type: "counter",
    help: "Sessions that ended, by reason",
    labels: ["reason"],
    alert: "`overflow` or `expired` grows much faster than usual",
  },
  oortbus_peers: {
    type: "gauge",
    help: "Other nodes of the cloud, by state of the link",
    labels: ["state"],
    alert: "`joined` is less than the number of nodes less one for a minute, or any is `suspected` for long",
  },
  oortbus_peer_changes_total: {
    type: "counter",
    help: "Peers that joined, were suspected, and left",
    labels: ["change"],
  },
  oortbus_links: {
    type: "gauge",
    help: "Connections to peers (out) and sessions of peers here (in), by state",
    labels: ["direction", "state"],
  },
  oortbus_link_versions: {
    type: "gauge",
    help: "Sessions of peers here, by what they speak beyond Oort: CometD's nodes nothing (java), ours the version of this node (own) or another, as in a rolling upgrade (other)",
    labels: ["version"],
  },
  oortbus_link_queued_messages: {
    type: "gauge",
    help: "Messages that wait for peers, or that these did not acknowledge",
    alert: "stays above a quarter of `oort.maxLinkQueuedMessages`",
  },
  oortbus_link_queued_bytes: { type: "gauge", help: "The same in bytes" },
  oortbus_link_round_trip_seconds_max: { type: "gauge", help: "Longest of the last measured round trips to peers" },
  oortbus_peer_faults_total: {
    type: "counter",
    help: "Messages of peers that broke the protocol, by what was wrong",
    labels: ["reason"],
    alert: "grows: a node of another version, or one that is broken",
  },
  oortbus_peers_quarantined_total: {
    type: "counter",
    help: "Peers parted with because they broke it too often",
    alert: "grows",
  },
  oortbus_peer_gaps_total: {
    type: "counter",
    help: "Times messages of a peer may have been lost, by reason",
    labels: ["reason"],
    alert: "any but `left` grows: messages between nodes were lost",
  },
  oortbus_link_handshakes_refused_total: {
    type: "counter",
    help: "Handshakes that claimed to be a peer's, by what was wrong",
    labels: ["reason"],
    alert: "`wrong_secret` or `replayed` grows: a wrong configuration, or somebody tries",
  },
  oortbus_link_dials_refused_total: {
    type: "counter",
    help: "Own dials that came to nothing, by reason",
    labels: ["reason"],
  },
  oortbus_link_overflows_total: {
    type: "counter",
    help: "Links reset because too much waited; what waited was lost",
    alert: "grows: a node cannot keep up with what it asks for",
  },
  oortbus_link_messages_dropped_total: {
    type: "counter",
    help: "Messages dropped because too much waited for a peer, which is told; the link goes on",
    alert: "grows: the same",
  },
  oortbus_link_messages_repeated_total: {
    type: "counter",
    help: "Messages sent to peers again, since the connection broke before they were acknowledged",
  },
  oortbus_link_broken_frames_total: {
    type: "counter",
    help: "Frames of peers that made no sense; each ended its link",
  },
  oortbus_relayed_requests_total: {
    type: "counter",
    help: "HTTP requests for sessions of other nodes, by outcome",
    labels: ["outcome"],
    alert: "`failed` or `deferred` grows while no node is going",
  },
  oortbus_link_messages_total: {
    type: "counter",
    help: "Messages that came from peers for clients here, by outcome",
    labels: ["outcome"],
  },
  oortbus_hops_without_interest_total: {
    type: "counter",
    help: "Messages that peers sent although nobody here wanted them at that moment",
  },
  oortbus_interest_channels: { type: "gauge", help: "Channels and wildcards that this node asks each peer to send" },
  oortbus_interest_fallback: {
    type: "gauge",
    help: "1 while too many channels are wanted, so that peers send all of oort.channels",
    alert: "1 for long: raise `oort.maxInterestChannels`, or use fewer channels",
  },
  oortbus_interest_changes_total: {
    type: "counter",
    help: "Subscriptions asked of peers or given back, counted for each peer",
  },
  oortbus_interest_refused_total: { type: "counter", help: "Subscriptions that a peer refused" },
  oortbus_interest_timeouts_total: {
    type: "counter",
    help: "Waits for every peer to take a subscription that ended before they had",
    alert: "grows: a peer is slow to take subscriptions",
  },
  oortbus_logins_total: {
    type: "counter",
    help: "Logins of clients, by outcome: accepted, or why the token was refused; refused, no legal user where anybody may name one",
    labels: ["outcome"],
    alert: "`keys_unavailable` or `too_many_logins` grows: the issuer's keys cannot be had, or come slowly",
  },
  oortbus_logins_pending: { type: "gauge", help: "Logins whose token is being checked" },
  oortbus_token_refreshes_total: {
    type: "counter",
    help: "New tokens that live sessions showed, by outcome",
    labels: ["outcome"],
  },
  oortbus_token_warnings_total: { type: "counter", help: "Sessions that were told that their token will expire soon" },
  oortbus_token_sessions_ended_total: {
    type: "counter",
    help: "Sessions that ended because their token had expired or was revoked",
    labels: ["reason"],
    alert: "`expired` grows: clients do not show new tokens in time",
  },
  oortbus_tokens_minted_total: { type: "counter", help: "Tokens made by MintToken" },
  oortbus_revocations: { type: "gauge", help: "Users and tokens that are revoked, as far as this node knows" },
  oortbus_jwks_fetches_total: {
    type: "counter",
    help: "Times the issuer's keys were asked for, by outcome",
    labels: ["outcome"],
    alert: "`failed` grows: new keys are not learnt, and known ones are forgotten after `auth.jwt.jwksMaxStaleMs`",
  },
  oortbus_users: {
    type: "gauge",
    help: "Users known to this node; local ones have a session on it",
    labels: ["place"],
  },
  oortbus_seti_addressed_users_total: { type: "counter", help: "Users that messages were sent to from this node" },
  oortbus_seti_sends_total: {
    type: "counter",
    help: "Messages to users, by outcome: sessions reached, or users missed",
    labels: ["outcome"],
    alert: "`unconfirmed`, `untaken` or `refused` grows",
  },
  oortbus_seti_outstanding_sends: { type: "gauge", help: "Users whose messages wait for an answer of another node" },
  oortbus_seti_floods_total: { type: "counter", help: "Users for whom every node had to be asked" },
  oortbus_seti_late_answers_total: {
    type: "counter",
    help: "Answers of other nodes that came after nobody waited for them any more",
  },
  oortbus_seti_messages_received_total: { type: "counter", help: "Messages to users that came from other nodes" },
  oortbus_seti_messages_forwarded_total: {
    type: "counter",
    help: "Times a message to a user was passed on to another node",
  },
  oortbus_seti_messages_repeated_total: {
    type: "counter",
    help: "Messages to users that came again under their key, and were not delivered again",
  },
  oortbus_seti_forged_total: {
    type: "counter",
    help: "Messages on internal channels from senders who may not speak there",
    alert: "grows: a client tries to speak for a node",
  },
  oortbus_seti_malformed_total: { type: "counter", help: "Messages on Seti's channels that made no sense" },
  oortbus_seti_statements_received_total: {
    type: "counter",
    help: "Statements of other nodes about their users: news, or known already",
    labels: ["outcome"],
  },
  oortbus_seti_syncs_sent_total: {
    type: "counter",
    help: "Times another node was sent this node's users: all of them, or what it had missed",
    labels: ["content"],
  },
  oortbus_seti_resyncs_total: { type: "counter", help: "Times another node's presence had to be asked for again" },
  oortbus_seti_users_reannounced_total: {
    type: "counter",
    help: "Users told to new owners, or taken back from old ones, because nodes came or went",
  },
  oortbus_seti_users_refused_total: {
    type: "counter",
    help: "Users of other nodes that were not kept: an illegal id, or too many",
  },
  oortbus_inbox_messages: { type: "gauge", help: "Messages that this node keeps for users who are not there" },
  oortbus_inbox_bytes: { type: "gauge", help: "JSON that this node keeps for users who are not there, in UTF-8 bytes" },
  oortbus_inbox_users: { type: "gauge", help: "Users who are not there, for whom this node keeps messages" },
  oortbus_inbox_messages_total: {
    type: "counter",
    help: "Messages for users who were not there, by outcome: counted where they were sent, or where they ended",
    labels: ["outcome"],
    alert: "`refused` grows: the inboxes are full",
  },
  oortbus_handshake_seconds: {
    type: "histogram",
    help: "What policy and listeners took to let a client or peer in, or refuse it, by outcome",
    labels: ["outcome"],
    alert: "the 99th percentile of `accepted` above 1 s: whoever checks logins is slow",
  },
  oortbus_publish_to_write_seconds: {
    type: "histogram",
    help: "From a publish on this node, or its arrival from a peer, until the message is handed to a connection, by the receiver's transport; `link` for other nodes. One of 61 publications is timed",
    labels: ["transport"],
    alert: "the 99th percentile of `websocket` or `link` above 0.25 s: the node is overloaded, or receivers are slow",
  },
  oortbus_link_round_trip_seconds: {
    type: "histogram",
    help: "From messages to peers over the links to their replies, all peers together",
    alert: "the 99th percentile above 0.25 s",
  },
  oortbus_seti_send_seconds: {
    type: "histogram",
    help: "From a message to users until it is known what became of it, here and on other nodes",
    alert: "the 99th percentile above `seti.replyTimeoutMs`: nodes do not answer",
  },
  oortbus_api_call_seconds: {
    type: "histogram",
    help: "Calls of the API that have one answer, by face, method, and whether they were carried out, refused (the caller's fault) or failed (ours)",
    labels: ["face", "method", "outcome"],
    alert: "`failed` grows, or the 99th percentile above 1 s",
  },
  oortbus_canaries_total: {
    type: "counter",
    help: "Small messages sent to each peer and back, by outcome, all peers together",
    labels: ["outcome"],
    alert: "`lost` grows: messages between nodes are lost, or take longer than `telemetry.canary.timeoutMs`",
  },
  oortbus_canary_round_trip_seconds: {
    type: "histogram",
    help: "From publishing a canary here, through a peer, until word of it is back; all peers together",
    alert: "the 99th percentile above 0.5 s",
  },
  oortbus_canary_round_trip_seconds_max: {
    type: "gauge",
    help: "Longest of the last round trips of canaries to each peer",
  },
  oortbus_canary_loss_ratio_max: {
    type: "gauge",
    help: "Share of the last 60 canaries that were lost, of the peer with the most",
    alert: "above 0.05",
  },
  oortbus_spans_total: {
    type: "counter",
    help: "Spans of followed messages, by what became of them: taken by the collector, or not",
    labels: ["outcome"],
    alert: "`failed` grows: the collector is away",
  },
  oortbus_hook_questions_total: {
    type: "counter",
    help: "Questions to hooks before something happened, by hook and what became of them; `failed` without an answer, `skipped` not put since the hook had failed too often",
    labels: ["hook", "outcome"],
    alert: "`failed` or `skipped` grows: clients are decided on by `onFailure`",
  },
  oortbus_hook_answer_seconds: {
    type: "histogram",
    help: "From a question to a hook until its answer, or until it was given up, by hook",
    labels: ["hook"],
    alert: "the 99th percentile above half of `timeoutMs`",
  },
  oortbus_hook_waiting_questions: {
    type: "gauge",
    help: "Questions that wait for their turn, by hook",
    labels: ["hook"],
  },
  oortbus_hook_circuit_open: {
    type: "gauge",
    help: "1 while a hook is not asked since it has failed too often, by hook",
    labels: ["hook"],
    alert: "1",
  },
  oortbus_hook_events_total: {
    type: "counter",
    help: "Events for hooks, by hook and outcome; what is `dropped` is told to the hook as a gap",
    labels: ["hook", "outcome"],
    alert: "`dropped` grows",
  },
  oortbus_hook_attempts_failed_total: {
    type: "counter",
    help: "Requests with events that came to nothing and were repeated, by hook",
    labels: ["hook"],
  },
  oortbus_hook_queued_events: {
    type: "gauge",
    help: "Events kept until the hook takes them, by hook",
    labels: ["hook"],
    alert: "above half of `maxQueuedEvents`",
  },
  oortbus_hook_queued_bytes: { type: "gauge", help: "The same in bytes, by hook", labels: ["hook"] },
} as const satisfies Record<string, MetricFamily>;

export type MetricName = keyof typeof METRICS;
