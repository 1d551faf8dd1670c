import assert from "node:assert/strict";
import { test } from "node:test";
import { BinaryClientExtension } from "../../core/client/extension/binary-client-extension.js";
import { TimesyncClientExtension } from "../../core/client/extension/timesync-client-extension.js";
import { BayeuxClient, nodeTransports } from "../../core/client/node.js";
import { systemClock } from "../../core/clock.js";
import { BinaryExtension } from "../../core/extension/binary-extension.js";
import { TimesyncExtension } from "../../core/extension/timesync-extension.js";
import { addRemoteCall } from "../../core/server/service/remote-call.js";
import { startServer } from "../support/start-server.js";
import { until } from "../support/until.js";

/** What the server's clock is before the client's. */
const AHEAD_MS = 5_000;
const BYTES = Uint8Array.from({ length: 258 }, (_, index) => index % 256);

for (const transport of ["websocket", "long-polling", "event-stream", "streaming"]) {
  test(`our client's timesync and binary with our server's, over ${transport}`, async (t) => {
    const { bayeux, url } = await startServer(t, { timeoutMs: 200 });
    const clock = { ...systemClock, now: () => systemClock.now() + AHEAD_MS };
    bayeux.addExtension(new TimesyncExtension({ clock }));
    bayeux.addExtension(new BinaryExtension());
    addRemoteCall(bayeux, "reverse", (_caller, data) => (data as { data: Uint8Array }).data.toReversed());
    const transports = nodeTransports().filter(({ name }) => name === transport);
    const client = new BayeuxClient({ url }, { transports });
    t.after(() => client.abort());
    const timesync = new TimesyncClientExtension();
    client.addExtension(timesync);
    client.addExtension(new BinaryClientExtension());
    await client.handshake();
    await until(() => Math.abs(timesync.offsetMs - AHEAD_MS) < 200, "the client knows the server's time");
    assert.deepEqual(await client.remoteCall("reverse", BYTES), { data: BYTES.toReversed(), last: true });
    const got: unknown[] = [];
    await client.subscribe("/files", ({ data }) => void got.push(data)).ready;
    await client.publish("/files", { data: BYTES, last: false, meta: 7 });
    await until(() => got.length === 1, "it came back");
    assert.deepEqual(got, [{ data: BYTES, last: false, meta: 7 }]);
  });
}
