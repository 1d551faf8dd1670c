import type { Oort } from "../oort.js";

/** What shared objects and services need of the cluster; an `Oort` has it. */
export type ObjectCloud = Pick<
  Oort,
  | "url"
  | "incarnation"
  | "peers"
  | "observeChannel"
  | "deobserveChannel"
  | "addExactChannel"
  | "addListener"
  | "publishTo"
  | "isOort"
  | "peerOf"
>;
