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
export type { InterestSize } from "./interest/interest.js";
export type { BinarySocket, SocketWrap } from "./link/framed-link.js";
export { type LinkTransports, linkTransports } from "./link/link-transports.js";
export type { NodeIdentity } from "./membership/join-message.js";
export type { LinkHandshake, NodeExtras } from "./membership/link-field.js";
export type { LinkView } from "./membership/link-view.js";
export type { GapReason } from "./membership/membership.js";
export type { LinkRefusal, LinkVerdict } from "./membership/node-auth.js";
export type { Peer, PeerState } from "./membership/peer-view.js";
export type { Member, SessionHome } from "./membership/run-facts.js";
export type { Primary } from "./object/election.js";
export type { EntryChange, KeyKind, MapKey } from "./object/map-shape.js";
export { listUnion, type Merger, mapUnion, sum } from "./object/merger.js";
export type { ObjectCloud } from "./object/object-cloud.js";
export type { ObjectOptions, ObjectOptionsInput } from "./object/object-options.js";
export type { ObjectStats } from "./object/object-stats.js";
export type { ObjectInfo } from "./object/object-table.js";
export { OortCounter } from "./object/oort-counter.js";
export { type ListListener, OortList } from "./object/oort-list.js";
export { type MapListener, type MapOptionsInput, OortMap } from "./object/oort-map.js";
export { type ObjectListener, OortObject } from "./object/oort-object.js";
export { type CounterOptionsInput, OortPrimaryCounter } from "./object/oort-primary-counter.js";
export {
  OortPrimaryService,
  type PrimaryHandler,
  type PrimaryListener,
  type PrimaryResult,
  type PrimaryServiceParts,
} from "./object/oort-primary-service.js";
export { OortService, type ServiceHandler } from "./object/oort-service.js";
export type { PrimaryOptions, PrimaryOptionsInput } from "./object/primary-options.js";
export {
  failure,
  ignore,
  type ServiceAnswer,
  type ServiceFault,
  type ServiceRequest,
  type ServiceResult,
  success,
} from "./object/service-answer.js";
export type { ServiceOptions, ServiceOptionsInput } from "./object/service-options.js";
export type { ServiceStats } from "./object/service-stats.js";
export type { SharedObjectParts } from "./object/shared-object.js";
export { booleanValue, jsonValue, numberValue, stringValue, type ValueKind } from "./object/value-kind.js";
export { Oort, type OortListener, type OortParts } from "./oort.js";
export type { OortOptions, OortOptionsInput } from "./oort-options.js";
export type { OortStats } from "./oort-stats.js";
