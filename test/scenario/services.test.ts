import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { AckClientExtension, BayeuxClient, ClientError, nodeTransports } from "../../core/client/node.js";
import { bindService } from "../../core/server/service/bind-service.js";
import { addRemoteCall } from "../../core/server/service/remote-call.js";
import { addSessionHandlers } from "../../core/server/service/session-handler.js";
import { Auction } from "../core/server/service/auction.js";
import { startServer } from "../support/start-server.js";

const WAYS = ["websocket", "long-polling", "event-stream", "streaming"].flatMap((transport) => [
  { transport, ack: false },
  { transport, ack: true },
]);

async function connect(t: TestContext, url: string, { transport, ack }: (typeof WAYS)[number]): Promise<BayeuxClient> {
  const transports = nodeTransports().filter(({ name }) => name === transport);
  const client = new BayeuxClient({ url }, { transports });
  if (ack) client.addExtension(new AckClientExtension());
  t.after(() => client.abort());
  await client.handshake();
  return client;
}

for (const way of WAYS) {
  test(`an auction over ${way.transport}${way.ack ? " with ack" : ""}`, async (t) => {
    const { bayeux, url } = await startServer(t, { timeoutMs: 2_000 });
    const auction = await bindService(bayeux, new Auction());
    const gone: string[] = [];
    addSessionHandlers(bayeux, () => ({ close: (reason) => void gone.push(reason) }));
    const ann = await connect(t, url, way);
    const bob = await connect(t, url, way);
    const seen: unknown[] = [];
    await bob.subscribe("/auction/*", ({ data }) => void seen.push(data)).ready;

    await ann.publish("/auction/vase", 10);
    await bob.publish("/auction/vase", 20);
    await assert.rejects(ann.publish("/auction/vase", 15), /404::message_deleted/);
    assert.deepEqual(await ann.remoteCall("auction/vase/hammer", {}), { lot: "vase", price: 20 });
    await assert.rejects(ann.remoteCall("auction/lamp/hammer", {}), (error) => {
      assert.ok(error instanceof ClientError);
      assert.deepEqual(error.reply?.data, { message: "nobody bids", details: { lot: "lamp" } });
      return true;
    });
    addRemoteCall(bayeux, "echo", (_caller, data) => data);
    const calls = Array.from({ length: 50 }, (_, index) => ann.remoteCall("echo", index));
    assert.deepEqual(
      await Promise.all(calls),
      Array.from({ length: 50 }, (_, index) => index),
    );
    await bob.remoteCall("echo", "all that was sent to bob before is here");
    assert.deepEqual(seen, [10, 20]);

    auction.unbind();
    await ann.publish("/auction/vase", 15);
    await assert.rejects(ann.remoteCall("auction/vase/hammer", {}, 200), /406/);
    await ann.disconnect();
    assert.deepEqual(gone, ["disconnected"]);
  });
}
