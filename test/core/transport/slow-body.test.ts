import assert from "node:assert/strict";
import { test } from "node:test";
import { RawHttp, shakeHands, withinTime } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";

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
