import fc from "fast-check";
import type { QueuedCloud } from "./queued-cloud.js";

/** What may happen to the links of a cloud of queues, and to its time. */
export type LinkStep =
  | { readonly what: "open" | "close"; readonly node: number; readonly other: number }
  | { readonly what: "deliver" | "lose"; readonly queue: number }
  | { readonly what: "wait"; readonly ms: number };

/** Steps of any story of so many nodes. */
export function linkSteps(nodes: number) {
  const node = fc.nat(nodes - 1);
  const queue = fc.nat(2 * nodes * (nodes - 1) - 1);
  return {
    openOrClose: fc.record({ what: fc.constantFrom("open", "close"), node, other: node }),
    deliver: fc.record({ what: fc.constant("deliver"), queue }),
    lose: fc.record({ what: fc.constant("lose"), queue }),
    wait: (atMostMs: number) => fc.record({ what: fc.constant("wait"), ms: fc.integer({ min: 1, max: atMostMs }) }),
  } satisfies Record<string, fc.Arbitrary<LinkStep> | ((atMostMs: number) => fc.Arbitrary<LinkStep>)>;
}

export async function playLinks<Node>(cloud: QueuedCloud<Node, unknown>, step: LinkStep): Promise<void> {
  switch (step.what) {
    case "open":
    case "close":
      if (cloud.node(step.node) !== cloud.node(step.other))
        cloud[step.what](cloud.node(step.node), cloud.node(step.other));
      return;
    case "deliver":
      return void cloud.deliverOne(step.queue);
    case "lose":
      return void cloud.loseOne(step.queue);
    case "wait":
      await cloud.clock.advance(step.ms);
  }
}
