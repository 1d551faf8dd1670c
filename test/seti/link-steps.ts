import type { SimNode, Simulation } from "./simulation.js";

/** What may happen to the links of a simulated cloud, and to its time. */
export type LinkStep =
  | { readonly what: "open" | "close"; readonly node: number; readonly other: number }
  | { readonly what: "deliver" | "lose"; readonly queue: number }
  | { readonly what: "wait"; readonly ms: number };

export async function playLinks(sim: Simulation, step: LinkStep): Promise<void> {
  switch (step.what) {
    case "open":
    case "close":
      return sim[step.what](sim.node(step.node), sim.node(step.other));
    case "deliver":
      return void sim.deliverOne(step.queue);
    case "lose":
      return void sim.loseOne(step.queue);
    case "wait":
      await sim.clock.advance(step.ms);
  }
}

/** A message to a user, and what came of it as soon as that is known. */
export interface Sent {
  readonly id: number;
  readonly user: string;
  readonly from: SimNode;
  result: { delivered: number; unknown: readonly string[]; unconfirmed: readonly string[] } | undefined;
}

/** Sends `id` as the data. */
export function sendFrom(from: SimNode, user: string, id: number): Sent {
  const record: Sent = { id, user, from, result: undefined };
  void from.send(user, id).then((result) => {
    record.result = result;
  });
  return record;
}
