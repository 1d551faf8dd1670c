import assert from "node:assert/strict";
import { test } from "node:test";
import { ContractClient, WAYS } from "../../contract/transport/contract-client.js";
import { openAll } from "../../contract/transport/contract-server.js";
import { RawHttp, type RawRequest, shakeHands } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { until, withinTime } from "../../support/until.js";

for (const [how, first] of [
  ["does not begin", ""],
  ["stops in its middle", '[{"channel":'],
] as const) {
  test(`a body that ${how} is answered with 408 when its time is over, and costs its connection only`, async (t) => {
    const { bayeux, url } = await startServer(t, {}, { transport: { bodyTimeoutMs: 100 } });
    const bystander = await shakeHands(t, url, "http");
    const { request, response } = new RawHttp(t, url).open({ headers: { "Content-Length": "500" } });
    request.on("error", () => {});
    request.flushHeaders();
    if (first !== "") request.write(first);
    const { status, headers, body } = await withinTime(response, "the answer");
    assert.equal(status, 408);
    assert.equal(body, "408::body_too_slow");
    assert.equal(headers.connection, "close");
    assert.equal((await bystander.ask({ channel: "/news", data: 1 })).successful, true);
    assert.equal(bayeux.stats.slowBodies, 1);
  });
}

test("a body that is there in time may wait for its answer for longer than that", async (t) => {
  const { url } = await startServer(t, { timeoutMs: 400 }, { transport: { bodyTimeoutMs: 100 } });
  const ann = await shakeHands(t, url, "http");
  const connect = { channel: "/meta/connect", connectionType: "long-polling" };
  await ann.ask({ ...connect, advice: { timeout: 0 } });
  assert.equal((await ann.ask(connect)).successful, true);
});

for (const way of WAYS.filter((way) => way !== "websocket")) {
  test(`${way}: a request of its client that stops in its middle, or breaks, costs that request only`, async (t) => {
    const { bayeux, url } = await openAll(t, {}, { bodyTimeoutMs: 100 });
    const ann = await ContractClient.connect(t, url, way);
    await ann.subscribe("/news");
    const session = bayeux.getSession(ann.clientId)!;
    const begin = (): RawRequest => {
      const started = ann.http.open({ headers: { "Content-Length": "500" } });
      started.request.on("error", () => {});
      started.request.write(`[{"channel":"/news","clientId":"${ann.clientId}","data":"half`);
      return started;
    };
    const slow = begin();
    const broken = begin();
    await until(() => broken.request.socket?.writableLength === 0, "half of it is sent");
    broken.request.destroy();
    if (way === "callback-polling") {
      // All of its messages are in the head: what is announced behind it is nobody's business.
      const query = new URLSearchParams({ jsonp: "cb", message: JSON.stringify([{ channel: "/probe", id: "1" }]) });
      const script = ann.http.open({
        method: "GET",
        path: `/cometd?${query}`,
        headers: { "Content-Length": "500" },
      });
      script.request.flushHeaders();
      assert.equal((await withinTime(script.response, "the script")).status, 200);
      script.request.on("error", () => {}).destroy();
    }
    assert.equal((await withinTime(slow.response, "the answer")).status, 408);
    assert.equal((await ann.publish("/news", "whole")).successful, true);
    assert.deepEqual(await ann.hears(1), ["whole"]);
    assert.ok(session.isConnected);
    if (ann.stream !== undefined) assert.equal(ann.stream.over, undefined, "the stream goes on");
  });
}
