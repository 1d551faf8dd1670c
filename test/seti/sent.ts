import assert from "node:assert/strict";
import type { SendResult } from "../../seti/send-result.js";
import type { SimNode, Simulation } from "./simulation.js";

/** A message to a user, and what came of it as soon as that is known. Its data is its id. */
export interface Sent {
  readonly id: number;
  readonly user: string;
  result: SendResult | undefined;
}

export function sendFrom(from: SimNode, user: string, id: number): Sent {
  const record: Sent = { id, user, result: undefined };
  void from.send(user, id).then((result) => {
    record.result = result;
  });
  return record;
}

/** While links hold, each message is reported exactly as it was delivered. */
export function assertExact(sim: Simulation, sent: readonly Sent[]): void {
  for (const { user, got, result } of outcomesOf(sim, sent)) {
    assert.equal(result.delivered, got.length);
    assert.deepEqual(result.unconfirmed, []);
    assert.deepEqual(result.unknown, got.length === 0 ? [user] : []);
  }
}

/** When links break, nothing is promised wrongly, and no loss is silent. */
export function assertHonest(sim: Simulation, sent: readonly Sent[]): void {
  for (const { user, got, result } of outcomesOf(sim, sent)) {
    assert.ok(result.delivered <= got.length);
    if (!result.unconfirmed.includes(user)) assert.equal(result.delivered, got.length);
    if (got.length === 0) assert.equal(result.unknown.length + result.unconfirmed.length, 1, "loss is told");
  }
}

/** Every send has ended, and nobody else got it, and nobody twice. */
function outcomesOf(sim: Simulation, sent: readonly Sent[]) {
  return sent.map(({ id, user, result }) => {
    const got = sim.nodes.flatMap(({ url, received }) =>
      received.filter(({ data }) => data === id).map(({ session }) => ({ session, at: `${session} at ${url}` })),
    );
    assert.ok(result !== undefined, "every send ends");
    for (const { session } of got) assert.ok(session.startsWith(`${user}-`), "nobody else gets it");
    assert.equal(new Set(got.map(({ at }) => at)).size, got.length, "nobody gets it twice");
    return { user, got, result };
  });
}
