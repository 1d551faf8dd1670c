/** What a handler makes of a request. `ignore`: this node is not the one to answer. */
export type ServiceAnswer<R> =
  | { readonly kind: "success"; readonly data: R }
  | { readonly kind: "failure" | "ignore"; readonly data: unknown };

export function success<R>(data: R): ServiceAnswer<R> {
  return { kind: "success", data };
}

export function failure(data: unknown): ServiceAnswer<never> {
  return { kind: "failure", data };
}

/** @param data - what a node that asked just this one gets with its failure */
export function ignore(data: unknown = null): ServiceAnswer<never> {
  return { kind: "ignore", data };
}

/** A request, as the handler sees it. */
export interface ServiceRequest<P> {
  readonly parameter: P;
  /** The oortURL of the node that asks. */
  readonly from: string;
  /** Asked of all nodes: who cannot answer ignores it. */
  readonly isBroadcast: boolean;
  /** What a node of our kind put beside it. */
  readonly note: unknown;
}

/**
 * Why there is no answer. `unknown_node`: no member of the cloud · `left`: it has left before it answered ·
 * `unreachable`: the link did not take the request, or broke · `nobody`: all who were asked have ignored it, or left ·
 * `timed_out` · `too_many`: more requests wait than may · `stopped`: this service does not run, or has stopped.
 */
export type ServiceFault = "unknown_node" | "left" | "unreachable" | "nobody" | "timed_out" | "too_many" | "stopped";

/** What became of a request. Only with `failed` and `ok` did somebody answer; of the others nobody knows what was done. */
export type ServiceResult<R> =
  | { readonly ok: true; readonly data: R; readonly node: string; readonly note: unknown }
  | {
      readonly ok: false;
      readonly reason: "failed";
      readonly data: unknown;
      readonly node: string;
      readonly note: unknown;
    }
  | { readonly ok: false; readonly reason: ServiceFault };
