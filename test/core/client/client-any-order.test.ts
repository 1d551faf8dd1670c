import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Message } from "../../../core/message/message.js";
import { ClientBench } from "./fake-transport.js";

type Step =
  | { do: "handshake" | "disconnect" | "abort" | "publish" | "subscribe" | "unsubscribe" | "call" | "turn" }
  | { do: "advance"; ms: number }
  | { do: "answer"; index: number; fields: Record<string, unknown> }
  | { do: "receive"; message: Record<string, unknown> }
  | { do: "fail"; neverOpened: boolean };

const advice = fc.option(
  fc.record(
    {
      reconnect: fc.constantFrom("retry", "handshake", "none", "nonsense"),
      interval: fc.constantFrom(0, 100, 5_000, "soon"),
      timeout: fc.constantFrom(0, 1_000, 30_000, null),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constantFrom("handshake", "disconnect", "abort", "publish", "subscribe", "unsubscribe", "call", "turn"),
  }) as fc.Arbitrary<Step>,
  fc.record({ do: fc.constant("advance" as const), ms: fc.constantFrom(0, 1, 500, 5_000, 60_000) }),
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      index: fc.nat(5),
      fields: fc.record({
        successful: fc.constantFrom(true, true, true, false),
        error: fc.constantFrom(undefined, "402::session_unknown", "403::no", 7),
        advice,
        clientId: fc.constantFrom("session1", "session2"),
        supportedConnectionTypes: fc.constantFrom(
          undefined,
          ["websocket", "long-polling"],
          ["long-polling"],
          ["other"],
        ),
        "x-messages": fc.constantFrom(undefined, undefined, 1),
      }),
    }),
  },
  fc.record({
    do: fc.constant("receive" as const),
    message: fc.record({
      channel: fc.constantFrom("/a", "/service/f", "/meta/disconnect", "/meta/connect", "/meta/x"),
      id: fc.constantFrom(undefined, "1", "2", "9"),
      data: fc.constantFrom(undefined, 1),
      successful: fc.constantFrom(undefined, true, false),
      advice,
    }),
  }),
  fc.record({ do: fc.constant("fail" as const), neverOpened: fc.boolean() }),
) as fc.Arbitrary<Step>;

test("whatever happens in whatever order, the client keeps to its rules and lets go of everything at the end", async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const urls = ["http://north.test/cometd", "http://south.test/cometd"];
      const bench = new ClientBench({ after() {} } as unknown as typeof t, { urls }, ["websocket", "long-polling"]);
      const { client, clock } = bench;
      const promises: Promise<unknown>[] = [];
      const subscriptions = [client.subscribe("/first", () => {})];
      /** On the present transport: sent, and neither answered nor given up. */
      const unanswered = (): Message[] => {
        const transport = bench.transports.at(-1);
        if (transport === undefined || transport.ended !== undefined) return [];
        return transport.sent.filter((message) => !answered.has(`${bench.transports.length} ${message.id}`));
      };
      const answered = new Set<string>();
      for (const step of steps) {
        const transport = bench.transports.at(-1);
        if (step.do === "handshake") promises.push(client.handshake());
        else if (step.do === "disconnect") promises.push(client.disconnect());
        else if (step.do === "abort") client.abort();
        else if (step.do === "publish") promises.push(client.publish("/a", 1));
        else if (step.do === "subscribe") subscriptions.push(client.subscribe("/a", () => {}));
        else if (step.do === "unsubscribe") promises.push(subscriptions.pop()?.unsubscribe() ?? Promise.resolve());
        else if (step.do === "call") promises.push(client.remoteCall("f", 1, 0));
        else if (step.do === "turn") clock.runTurn();
        else if (step.do === "advance") await clock.advance(step.ms);
        else if (step.do === "receive") transport?.receive(step.message);
        else if (step.do === "fail") transport?.fail("broken", step.neverOpened);
        else if (step.do === "answer") {
          const message = unanswered()[step.index];
          if (message === undefined) continue;
          answered.add(`${bench.transports.length} ${message.id}`);
          transport?.receive({ channel: message.channel, id: message.id, ...step.fields });
        }
        const open = bench.transports.filter(({ ended }) => ended === undefined);
        assert.ok(open.length <= 1, "one connection at a time");
        if (client.state === "disconnected") assert.equal(open.length, 0, "none at rest");
        assert.equal(client.clientId !== undefined, hasSession(client.state, client.clientId), client.state);
        const ids = bench.transports.flatMap(({ sent }) => sent.map(({ id }) => id));
        assert.equal(new Set(ids).size, ids.length, "no id is used twice");
      }
      client.abort();
      assert.equal(clock.pending, 0, "no timer is left");
      for (const subscription of subscriptions) promises.push(subscription.unsubscribe());
      await Promise.allSettled([...promises, ...subscriptions.map(({ ready }) => ready)]);
    }),
    { numRuns: 1_500 },
  );
});

/** Whether there must be a session in this state; where both may be, as it is. */
function hasSession(state: string, clientId: string | undefined): boolean {
  if (state === "connecting" || state === "connected" || state === "disconnecting") return true;
  if (state === "handshaking" || state === "disconnected") return false;
  return clientId !== undefined;
}
