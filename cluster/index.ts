export type { CometState } from "./comet/comet-state.js";
export type { Discovery } from "./discovery/discovery.js";
export {
  DnsDiscovery,
  type DnsDiscoveryOptionsInput,
  type DnsDiscoveryParts,
  type ServiceRecord,
} from "./discovery/dns-discovery.js";
export {
  MulticastDiscovery,
  type MulticastDiscoveryOptionsInput,
  type MulticastDiscoveryParts,
} from "./discovery/multicast-discovery.js";
export { StaticDiscovery, type StaticDiscoveryOptionsInput } from "./discovery/static-discovery.js";
export type { NodeIdentity } from "./membership/join-message.js";
export type { LinkHandshake, NodeExtras } from "./membership/link-field.js";
export type { GapReason } from "./membership/membership.js";
export type { LinkRefusal, LinkVerdict } from "./membership/node-auth.js";
export type { Peer, PeerState } from "./membership/peer-view.js";
export type { Member } from "./membership/run-facts.js";
export { Oort, type OortListener, type OortParts } from "./oort.js";
export type { OortOptions, OortOptionsInput } from "./oort-options.js";
export type { OortStats } from "./oort-stats.js";
