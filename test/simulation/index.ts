export { FakeClock } from "../support/fake-clock.js";
export { MemoryNetwork, type MemoryNetworkOptions } from "../support/memory-link.js";
export { HostClock } from "./host-clock.js";
export type { Deed, Plan, PlanOptions } from "./plan.js";
export { type Outcome, runSeed, SETTLE_BOUND_MS } from "./run-story.js";
export { SeededRandom } from "./seeded-random.js";
export { type CloudOptions, SimulatedCloud } from "./simulated-cloud.js";
export type { MemberNews, NodeOptions, SimulatedNode } from "./simulated-node.js";
export { Story } from "./story.js";
