import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Subscription } from "../../../core/client/client-channel.js";
import { AckClientExtension } from "../../../core/client/extension/ack-client-extension.js";
import type { Message } from "../../../core/message/message.js";
import { readTrace, type TracedMessage } from "../../support/traces.js";
import { ClientBench } from "./fake-transport.js";

// What Java CometD answered to its own JavaScript client is played to ours, which is made to do the same things. Both
// count their message ids from 1, so ours has to send the same message at the same point, each id included.

for (const [name, transport] of [
  ["20", "websocket"],
  ["21", "websocket"],
  ["22", "long-polling"],
  ["23", "long-polling"],
] as const) {
  test(`our client and Java CometD understand each other as in story ${name}`, (t) => replay(t, name, transport));
}

async function replay(t: TestContext, name: string, transport: string): Promise<void> {
  const trace = readTrace(name);
  const bench = new ClientBench(t, {}, [transport]);
  const { client } = bench;
  if (name === "21" || name === "23") client.addExtension(new AckClientExtension());
  const delivered: unknown[] = [];
  client.onDelivery(({ channel, data }) => void delivered.push({ channel, data }));
  const subscriptions = new Map<string, Subscription>();
  const cuts = trace.events.filter((event) => event.kind === "tap-cut").map((event) => event.line);
  for (const batch of trace.batches({})) {
    const [first] = batch as [TracedMessage, ...TracedMessage[]];
    if (cuts.length > 0 && first.line > cuts[0]!) {
      cuts.length = 0;
      bench.transport.fail("cut");
      await bench.clock.advance(500);
    }
    const messages = batch.map((traced) => traced.message);
    if (first.from !== "alice") {
      if (!first.dropped) bench.transport.receive(...structuredClone(messages));
      await bench.clock.settle();
      continue;
    }
    client.batch(() => {
      for (const message of messages) act(bench, subscriptions, message);
    });
    for (const message of messages) {
      assert.deepEqual(comparable(bench.transport.take(message.channel)), comparable(message), `line ${first.line}`);
    }
  }
  assert.equal(client.state, "disconnected");
  assert.equal(client.stats.ignored, 0);
  const expected = trace
    .select({ from: "A" })
    .filter(({ dropped, message }) => !dropped && message.data !== undefined)
    .map(({ message: { channel, data } }) => ({ channel, data }));
  assert.deepEqual(delivered, expected);
  await assert.rejects(subscriptions.get("/denied/x")!.ready, {
    message: /403:denied_by_security_policy:create_denied/,
  });
}

/** What the application did that made its client send this. */
function act({ client }: ClientBench, subscriptions: Map<string, Subscription>, message: Message): void {
  const subscription = String(message.subscription);
  switch (message.channel) {
    case "/meta/handshake":
      void client.handshake({ ext: { user: message.ext?.user } });
      break;
    case "/meta/connect":
      break; // by itself
    case "/meta/subscribe":
      subscriptions.set(
        subscription,
        client.subscribe(subscription, () => {}),
      );
      break;
    case "/meta/unsubscribe":
      void subscriptions.get(subscription)?.unsubscribe();
      break;
    case "/meta/disconnect":
      void client.disconnect();
      break;
    default:
      void client.publish(message.channel, message.data);
  }
}

/** Without what our client has no reason to send: its clock, empty objects, advice with a handshake. */
function comparable(message: Message): Message {
  const { timesync, ...ext } = { timesync: undefined, ...message.ext };
  const { ext: _ext, advice, ...rest } = message;
  const isHandshake = message.channel === "/meta/handshake";
  return {
    ...rest,
    ...(Object.keys(ext).length > 0 ? { ext } : {}),
    ...(advice !== undefined && !isHandshake ? { advice } : {}),
  };
}
