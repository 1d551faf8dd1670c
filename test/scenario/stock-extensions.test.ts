import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import {
  AckExtension,
  BinaryExtension,
  CometD,
  type Message as StockMessage,
  TimeStampExtension,
  TimeSyncExtension,
} from "cometd";
import { adapt } from "cometd-nodejs-client";
import { systemClock } from "../../core/clock.js";
import { BinaryExtension as ServerBinaryExtension } from "../../core/extension/binary-extension.js";
import { TimestampExtension } from "../../core/extension/timestamp-extension.js";
import { TimesyncExtension } from "../../core/extension/timesync-extension.js";
import { addRemoteCall, RemoteCallError } from "../../core/server/service/remote-call.js";
import { until, withinTime } from "../support/until.js";
import { startWatched } from "./stock-server.js";

adapt();

const KINDS = ["websocket", "long-polling"] as const;
type Kind = (typeof KINDS)[number];

/** What that extension knows; its types do not say so. */
interface TimeSync {
  getTimeOffset(): number;
  getNetworkLag(): number;
}

/** What the server's clock is before the client's. */
const AHEAD_MS = 5_000;
const BYTES = Uint8Array.from({ length: 258 }, (_, index) => index % 256);

/** The stock client with all of its extensions for Node, and a server with ours. */
async function connected(t: TestContext, kind: Kind) {
  const server = await startWatched(t, { timeoutMs: 200 });
  const clock = { ...systemClock, now: () => systemClock.now() + AHEAD_MS };
  server.bayeux.addExtension(new TimesyncExtension({ clock }));
  server.bayeux.addExtension(new TimestampExtension());
  server.bayeux.addExtension(new ServerBinaryExtension());
  const cometd = new CometD();
  for (const type of cometd.getTransportTypes()) if (type !== kind) cometd.unregisterTransport(type);
  cometd.configure({ url: server.url, logLevel: "warn", useWorkerScheduler: false, maxNetworkDelay: 5_000 });
  const timesync = new TimeSyncExtension();
  cometd.registerExtension("ack", new AckExtension());
  cometd.registerExtension("timesync", timesync);
  cometd.registerExtension("timestamp", new TimeStampExtension());
  cometd.registerExtension("binary", new BinaryExtension());
  server.beforeStop(() => cometd.isDisconnected() || told((callback) => cometd.disconnect(callback)));
  assert.equal((await told((callback) => cometd.handshake(callback))).successful, true);
  await server.settled(kind);
  return { bayeux: server.bayeux, cometd, timesync: timesync as unknown as TimeSync };
}

function told(call: (callback: (message: StockMessage) => void) => void): Promise<StockMessage> {
  return withinTime(new Promise((resolve) => call(resolve)), "the client's callback");
}

function bytesOf(data: unknown): Uint8Array {
  return new Uint8Array((data as { data: ArrayBuffer }).data);
}

for (const kind of KINDS) {
  describe(`cometd over ${kind} with ack, timesync, timestamp and binary`, () => {
    test("its clock learns how far off it is, and the server what its lag is", async (t) => {
      const { bayeux, timesync } = await connected(t, kind);
      await until(() => Math.abs(timesync.getTimeOffset() - AHEAD_MS) < 200, "the client knows the server's time");
      assert.ok(timesync.getNetworkLag() >= 0 && timesync.getNetworkLag() < 1_000);
      const [session] = bayeux.sessions.values();
      await until(() => typeof session?.attributes.get("lag") === "number", "the server knows the lag");
    });

    test("bytes reach listeners and subscribers as bytes, from clients and from the server", async (t) => {
      const { bayeux, cometd } = await connected(t, kind);
      const heard: unknown[] = [];
      bayeux.createChannel("/files").addListener((_session, { data }) => void heard.push(data));
      const got: StockMessage[] = [];
      await told((callback) => cometd.subscribe("/files", (message) => void got.push(message), callback));
      const meta = { name: "a.bin" };
      const reply = await told((callback) => cometd.publishBinary("/files", BYTES, false, meta, callback));
      assert.equal(reply.successful, true);
      await until(() => got.length === 1, "it came back");
      assert.deepEqual(heard, [{ data: BYTES, last: false, meta }]);
      const { data } = got[0]!;
      assert.deepEqual(bytesOf(data), BYTES);
      assert.deepEqual({ ...(data as object), data: 0 }, { data: 0, last: false, meta });
      assert.equal(typeof got[0]?.timestamp, "string");
      bayeux.publish(undefined, "/files", BYTES.subarray(0, 3));
      await until(() => got.length === 2, "the server's bytes came");
      assert.deepEqual(bytesOf(got[1]?.data), BYTES.subarray(0, 3));
    });

    test("remote calls with bytes there and back", async (t) => {
      const { bayeux, cometd } = await connected(t, kind);
      addRemoteCall(bayeux, "reverse", (_caller, data) => {
        const { data: bytes } = data as { data: Uint8Array };
        return { data: bytes.toReversed(), last: true };
      });
      const { successful, data } = await told((callback) => cometd.remoteCallBinary("reverse", BYTES, true, callback));
      assert.equal(successful, true);
      assert.deepEqual(bytesOf(data), BYTES.toReversed());
    });

    test("remote calls: results of every kind, failures, and a time-out", async (t) => {
      const { bayeux, cometd } = await connected(t, kind);
      const call = (target: string, data: unknown, timeoutMs = 5_000) =>
        told((callback) => cometd.remoteCall(target, data, timeoutMs, callback));
      addRemoteCall(bayeux, "echo", (_caller, data) => data);
      for (const data of [{ deep: [1] }, [], "€", "", 0, false]) {
        const result = await call("echo", data);
        assert.equal(result.successful, true);
        assert.deepEqual(result.data, data);
      }
      addRemoteCall(bayeux, "nothing", async () => {});
      const nothing = await call("nothing", 1);
      assert.equal(nothing.successful, true);
      assert.ok("data" in nothing, "that was the result, not the acknowledgement");
      assert.equal(nothing.data, null);
      let finish: ((result: string) => void) | undefined;
      const finished = new Promise((resolve) => {
        finish = resolve;
      });
      addRemoteCall(bayeux, "slow", () => finished);
      const slow = call("slow", 1);
      assert.equal((await call("echo", 2)).data, 2, "the next call overtakes it");
      finish?.("done");
      assert.equal((await slow).data, "done");
      addRemoteCall(bayeux, "stock/{symbol}", (_caller, _data, { symbol }) => ({ symbol }));
      assert.deepEqual((await call("stock/X", {})).data, { symbol: "X" });
      addRemoteCall(bayeux, "crowded", () => new Promise(() => {}), { maxPendingCalls: 0 });
      const crowded = await call("crowded", 1);
      assert.equal(crowded.successful, false);
      assert.match(String(crowded.error), /^429/);
      addRemoteCall(bayeux, "broken", () => {
        throw new Error("the password is 123");
      });
      const broken = await call("broken", 1);
      assert.equal(broken.successful, false);
      assert.deepEqual(broken.data, { message: "internal error" });
      addRemoteCall(bayeux, "refused", () => Promise.reject(new RemoteCallError("no such symbol", { sym: "X" })));
      assert.deepEqual((await call("refused", 1)).data, { message: "no such symbol", details: { sym: "X" } });
      addRemoteCall(bayeux, "never", () => undefined);
      const late = await call("never", 1, 50);
      assert.equal(late.successful, false);
      assert.match(String(late.error), /^406/);
    });
  });
}
