export type { SendResult } from "./message-sender.js";
export { type Presence, type PresenceListener, Seti, type SetiParts } from "./seti.js";
export type { SetiCloud, SetiPeer } from "./seti-cloud.js";
export { setiIdOf } from "./seti-message.js";
export { type SetiOptions, type SetiOptionsInput, setiOptions } from "./seti-options.js";
export { addSetiServices, type SendReply } from "./seti-services.js";
export type { SetiStats } from "./seti-stats.js";
export { ShardMap, type ShardView } from "./shard-map.js";
export { userIdProblem } from "./user-id.js";
