import { z } from "zod";
import { parseChannel } from "../core/message/channel-id.js";
import { HEARTBEAT_MS } from "./membership/link-field.js";
import { isNodeUrl } from "./membership/node-url.js";

const nodeUrl = z.string().refine(isNodeUrl, "must be an absolute http or https URL with a host");
const broadcastChannel = z
  .string()
  .refine((name) => parseChannel(name)?.kind === "broadcast", "must be a broadcast channel; /* and /** may end it");

/** Everything that can be set on an Oort. Times in milliseconds, sizes as named. A default lives here and nowhere else. */
export const oortOptions = z
  .strictObject({
    url: nodeUrl.describe(
      "this node's URL, at which its peers reach it; compared as plain text, so always spelt the same",
    ),
    secret: z
      .string()
      .min(1)
      .max(1_024)
      .optional()
      .describe("shared by all nodes of the cloud; without one this node links with nobody"),
    clusterName: z
      .string()
      .min(1)
      .max(256)
      .optional()
      .describe("Oortbus nodes with another name, or without one, are refused; Java nodes have none"),
    acceptedSecrets: z.array(z.string().min(1).max(1_024)).max(8).default([]).meta({
      description: "other secrets with which peers may prove themselves, while the secret is being changed",
      secret: true,
    }),
    java: z
      .boolean()
      .default(false)
      .describe(
        "link with Java CometD nodes: they show a digest of the secret, which can be replayed by whoever sees it, and prove nothing to us; use TLS",
      ),
    channels: z
      .array(broadcastChannel)
      .default(["/**"])
      .describe("channels whose messages this node takes from its peers; /oort and /seti are never among them"),
    forwarding: z
      .enum(["interest", "observe"])
      .default("interest")
      .describe(
        "interest: peers send what clients here subscribe to, within channels; observe: all of channels, as Java",
      ),
    interestLingerMs: z
      .int()
      .nonnegative()
      .default(5_000)
      .describe("how long peers go on sending a channel after its last subscriber here has gone"),
    interestTimeoutMs: z
      .int()
      .nonnegative()
      .default(1_000)
      .describe("longest that a client's subscribe waits until every peer knows of it"),
    maxInterestChannels: z
      .int()
      .positive()
      .default(10_000)
      .describe("channels wanted of peers; with more, all of channels is observed until half as many are wanted"),
    maxLinkSubscriptions: z
      .int()
      .positive()
      .default(100_000)
      .describe("subscriptions of one peer here; one more is refused, and the peer observes its channels then"),
    ack: z.boolean().default(true).describe("ask peers for acknowledged delivery, as Java nodes do"),
    heartbeatMs: HEARTBEAT_MS.default(1_000).describe(
      "how often each end of a link between Oortbus nodes says that it lives",
    ),
    suspectAfterMs: z
      .int()
      .min(100)
      .max(60_000)
      .default(1_500)
      .describe("how much longer than a heartbeat an Oortbus peer may be silent before it counts as dead"),
    javaNetworkDelayMs: z
      .int()
      .positive()
      .default(15_000)
      .describe("the same for a Java peer, whose own advice says how long it holds a connect"),
    dialTimeoutMs: z
      .int()
      .positive()
      .default(3_000)
      .describe("longest opening of a link's WebSocket, and longest wait for the answer to a handshake on it"),
    minRetryMs: z.int().positive().default(250).describe("longest first wait after a failed dial; doubles"),
    maxRetryMs: z.int().positive().default(5_000).describe("longest wait between dials"),
    joinRetryMs: z.int().positive().default(1_000).describe("wait before an unconfirmed join is sent again"),
    refusedRetryMs: z
      .int()
      .nonnegative()
      .default(10_000)
      .describe("how long a URL that refused us, or was our own, is not dialled again"),
    gossipMs: z
      .int()
      .min(100)
      .max(3_600_000)
      .default(5_000)
      .describe("how often, give or take a half, one peer in turn is told all known URLs, and half links are mended"),
    departedRetryMs: z
      .int()
      .min(100)
      .default(20_000)
      .describe("how often, give or take a half, a member that said goodbye is dialled, up to forgetAfterMs"),
    forgetAfterMs: z
      .int()
      .positive()
      .default(3_600_000)
      .describe("a peer unreachable for this long is dialled only when it is named anew"),
    maxPeerFaults: z
      .int()
      .nonnegative()
      .default(16)
      .describe(
        "messages of one peer in a minute that make no sense or are over a limit; one more and it is quarantined",
      ),
    maxGossipPerMinute: z
      .int()
      .positive()
      .default(120)
      .describe("gossip messages of one peer in a minute; each beyond is ignored, and counts as a fault"),
    maxGossipDials: z
      .int()
      .positive()
      .default(64)
      .describe(
        "nodes that are dialled because one peer named them and have not answered yet; it is named more in vain",
      ),
    gossipDialMs: z
      .int()
      .positive()
      .default(60_000)
      .describe("how long a node that only gossip named is dialled in vain, until it is named again"),
    quarantineMs: z
      .int()
      .positive()
      .default(30_000)
      .describe("how long a peer that broke the protocol is neither dialled nor let in; doubles if it does so again"),
    maxQuarantineMs: z.int().positive().default(3_600_000).describe("longest such rest"),
    stopTimeoutMs: z.int().positive().default(2_000).describe("longest wait for peers to answer our goodbye"),
    tls: z
      .strictObject({
        caFile: z
          .string()
          .min(1)
          .optional()
          .describe("PEM file with the authorities that vouch for peers; default: the machine's"),
        certFile: z.string().min(1).optional().describe("PEM file with the certificate to show to peers"),
        keyFile: z.string().min(1).optional().describe("PEM file with its key"),
        mutual: z
          .boolean()
          .default(false)
          .describe("refuse peers that show no certificate; http.tls.caFile says who vouches for them"),
      })
      .readonly()
      .prefault({}),
    maxPeers: z.int().positive().default(256).describe("links of this node, those being dialled included"),
    linkEncoding: z
      .enum(["protobuf", "json"])
      .default("protobuf")
      .describe(
        "what this node's links to Oortbus nodes are written in, where both ends can; others get Bayeux's JSON",
      ),
    maxLinkQueuedMessages: z
      .int()
      .positive()
      .default(100_000)
      .describe(
        "messages that wait for one peer, sent and not acknowledged ones included; more are dropped and told, or reset a link in JSON",
      ),
    maxLinkQueuedBytes: z.int().positive().default(67_108_864).describe("the same in bytes"),
    maxLinkMessageBytes: z.int().positive().default(4_194_304).describe("longest frame taken from or sent to a peer"),
    maxRelayedRequests: z
      .int()
      .nonnegative()
      .default(10_000)
      .describe("HTTP requests passed on at a time to the nodes of their sessions; more must shake hands anew"),
    relayConnectMs: z
      .int()
      .min(50)
      .max(10_000)
      .default(1_000)
      .describe(
        "longest wait for the node of such a request: a member that does not answer makes its client try again later, a lost one makes it shake hands anew",
      ),
    maxLostPeers: z
      .int()
      .nonnegative()
      .default(100)
      .describe("lost peers kept for the cluster view, and tried when a request is for one of their sessions"),
    lostPeerMs: z.int().positive().default(600_000).describe("how long a lost peer is kept for the cluster view"),
  })
  .refine((o) => o.maxRetryMs >= o.minRetryMs, "maxRetryMs must be at least minRetryMs")
  .refine((o) => o.maxQuarantineMs >= o.quarantineMs, "maxQuarantineMs must be at least quarantineMs")
  .readonly();

export type OortOptions = z.output<typeof oortOptions>;
export type OortOptionsInput = z.input<typeof oortOptions>;
