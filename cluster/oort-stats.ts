import { Histogram } from "../core/histogram.js";
import type { GapReason } from "./membership/membership.js";
import type { LinkRefusal } from "./membership/node-auth.js";
import type { PeerFault } from "./membership/peer-conduct.js";

/** What an Oort counts, from its start; plain numbers that only grow, read by the node's metrics. */
export class OortStats {
  /** Members gained and lost. */
  joined = 0;
  left = 0;
  /** Members that could not be reached for a while. */
  suspected = 0;
  /** Times that messages of a member may have been lost on the way here. */
  readonly gaps: Record<GapReason, number> = { left: 0, session: 0, connection: 0, overflow: 0 };
  /** Handshakes refused because they showed the cluster's object and did not prove to belong here. */
  readonly linksRefused: Record<LinkRefusal | "outdated" | "quarantined", number> = {
    malformed: 0,
    no_proof: 0,
    wrong_secret: 0,
    replayed: 0,
    wrong_cluster: 0,
    outdated: 0,
    quarantined: 0,
  };
  /** Handshakes of this node with itself, under another name. */
  selfLinks = 0;
  /** Our own dials that came to nothing: the peer refused for good, or is none, or did not prove to belong here. */
  readonly dialsRefused = { refused: 0, no_oort: 0, no_proof: 0, wrong_cluster: 0, broken_frame: 0 };
  /** Messages taken from peers and published here; and those that this node's own policy or listeners stopped. */
  republished = 0;
  republishesStopped = 0;
  /** Messages that a peer sent, and that nobody here wanted at that moment. */
  hopsWithoutInterest = 0;
  /** Subscriptions that this node asked of its peers or gave back, counted for each peer. */
  interestChanges = 0;
  /** Subscribes of clients that were answered before every peer had taken the subscription. */
  interestTimeouts = 0;
  /** Subscriptions that a peer refused. */
  interestRefused = 0;
  /** Times that more channels were wanted than `maxInterestChannels`. */
  interestFallbacks = 0;
  /** Opening batches whose join was not confirmed, and which were sent again. */
  joinsRetried = 0;
  /** Links reset because too much waited for the peer: what waited is lost. */
  linkOverflows = 0;
  /** Messages dropped because too much waited for a peer, which is told how many; on links that go on all the same. */
  linkMessagesDropped = 0;
  /** Messages sent again because the connection they were sent on broke. */
  linkMessagesRepeated = 0;
  /** Frames of peers that were none, or had what they must not have; each ended its link. */
  linkMalformed = 0;
  /** Messages of peers on the cluster's own channels that made no sense. */
  malformed = 0;
  /** HTTP requests passed on to the node that has their session; and those whose node could not be reached. */
  relayed = 0;
  relaysFailed = 0;
  /** HTTP requests answered with 503, since the member that has their session could not be reached just then. */
  relaysDeferred = 0;
  /** What peers did wrong; and those that did so too often, and must rest. */
  readonly peerFaults: Record<PeerFault, number> = { message: 0, frame: 0, flood: 0 };
  peersQuarantined = 0;
  /** URLs in gossip that were not dialled, since enough of that peer's are being dialled in vain. */
  gossipIgnored = 0;
  /** From messages published to peers over the links to their replies. */
  readonly roundTrips = new Histogram();
  /** Half links that had to be opened again from this side. */
  linksMended = 0;
  /** URLs not dialled because there are as many links as there may be. */
  tooManyPeers = 0;
}
