import assert from "node:assert/strict";
import { test } from "node:test";
import { CONNECTION_TYPE, ContractClient, getStream, WAYS } from "../../contract/transport/contract-client.js";
import { openAll } from "../../contract/transport/contract-server.js";
import { until } from "../../support/until.js";

// What /metrics tells of the transports.

test("what is open is counted for its transport, and no more when it is gone", async (t) => {
  const { bayeux, url, transports } = await openAll(t);
  const counts = (): Record<string, number> => ({
    websocket: transports.webSocket.connectionCount,
    ...Object.fromEntries(transports.overHttp.connectionCounts),
  });
  const clients: ContractClient[] = [];
  const expected: Record<string, number> = {};
  for (const way of WAYS) {
    const client = await ContractClient.connect(t, url, way);
    await until(() => bayeux.getSession(client.clientId)?.holder !== undefined, `${way}: its connect is held`);
    clients.push(client);
    expected[CONNECTION_TYPE[way]] = (expected[CONNECTION_TYPE[way]] ?? 0) + 1;
  }
  // The response to the POST of a stream's connect has been written by now, and may not have been closed.
  await until(() => counts()["long-polling"] === 1, "only what waits is open");
  assert.deepEqual(counts(), expected);
  for (const client of clients) client.cut();
  await until(() => Object.values(counts()).every((count) => count === 0), "all are gone");
});

test("a stream's responses, renewals, replays and gaps are counted for its transport", async (t) => {
  const { bayeux, url, transports } = await openAll(t, {}, { maxIframeMs: 50, maxResumeBytes: 200 });
  const stats = (name: string) => ({ ...transports.overHttp.streamStats.get(name) });
  const framed = await ContractClient.connect(t, url, "forever-iframe");
  await until(() => framed.streamsOpened >= 3, "two renewals");
  framed.cut();
  const { opened, renewed, replayed, gaps } = transports.overHttp.streamStats.get("forever-iframe")!;
  assert.ok(renewed >= 2 && opened >= renewed, `${renewed} of ${opened}`);
  assert.deepEqual([replayed, gaps], [0, 0]);

  const ann = await ContractClient.connect(t, url, "event-stream");
  await ann.subscribe("/news");
  for (let number = 1; number <= 20; number += 1) {
    bayeux.publish(undefined, "/news", number);
    await ann.hears(number);
  }
  const last = ann.stream!.payloads.at(-1)!.position!;
  const comeBack = (position: number) =>
    getStream(t, ann.http, "event-stream", ann.clientId, { headers: { "Last-Event-ID": String(position) } });
  ann.cut();
  await comeBack(last);
  assert.deepEqual(stats("event-stream"), { opened: 2, renewed: 0, replayed: 0, gaps: 0 });
  await comeBack(last - 1);
  assert.deepEqual(stats("event-stream"), { opened: 3, renewed: 0, replayed: 1, gaps: 0 });
  await comeBack(2);
  assert.deepEqual(stats("event-stream"), { opened: 3, renewed: 0, replayed: 1, gaps: 1 });
  assert.deepEqual(stats("streaming"), { opened: 0, renewed: 0, replayed: 0, gaps: 0 });
});
