import assert from "node:assert/strict";
import { test } from "node:test";
import WebSocket from "ws";
import { RawHttp } from "../support/raw-client.js";
import { startNodes } from "../support/start-mesh.js";
import { assertSameForm, readTrace } from "../support/traces.js";
import { withinTime } from "../support/until.js";

// The recorded cases that a Bayeux server by itself cannot answer: paths, upgrades, a peer's handshake. Asked of a node.

const HTTP = new Map([...readTrace("30").httpCases, ...readTrace("31").httpCases].map((one) => [one.name, one]));
const SOCKETS = new Map(readTrace("33").webSocketCases.map((one) => [one.name, one]));

test("what Java CometD was asked as a node, asked of ours", async (t) => {
  const [node] = await startNodes(t, 1, { joiningTimeoutMs: 100 });
  const { url } = node!;
  const http = new RawHttp(t, url);

  const ask = async (name: string) => {
    const { request, response } = HTTP.get(name)!;
    const { method, path, headers, body } = request;
    const open = http.open({ method, path, headers });
    open.request.end(body);
    return { recorded: response, ours: await withinTime(open.response, name) };
  };
  /** @returns the status of the response that refuses it */
  const refusalOf = (path: string, headers: Record<string, string> = {}): Promise<number | undefined> => {
    const socket = new WebSocket(new URL(path, url.replace("http", "ws")), { headers });
    const refused = new Promise<number | undefined>((resolve) => {
      socket.on("unexpected-response", (_request, { statusCode }) => resolve(statusCode));
      socket.on("open", () => resolve(101));
      socket.on("error", () => {});
    });
    return withinTime(
      refused.finally(() => socket.terminate()),
      "the upgrade's answer",
    );
  };

  await t.test("path outside the servlet", async () => {
    const { recorded, ours } = await ask("path outside the servlet");
    assert.deepEqual([recorded.status, ours.status], [405, 404]); // nothing is there, by no method
  });

  await t.test("Upgrade: websocket without the WebSocket headers", async () => {
    const { recorded, ours } = await ask("Upgrade: websocket without the WebSocket headers");
    assert.equal(ours.status, recorded.status);
  });

  await t.test("handshake with a node's ext and a wrong secret", async () => {
    const { recorded, ours } = await ask("handshake with a node's ext and a wrong secret");
    const [theirs] = JSON.parse(recorded.body) as [Record<string, unknown>];
    const [own] = ours.messages;
    assert.equal(own?.error, theirs.error);
    assert.equal(own?.advice?.reconnect, "none");
    assertSameForm({ ...own, ext: undefined }, { ...theirs, ext: undefined }, { ignore: ["ext", "advice.interval"] });
    assert.equal(node!.oort.peers.length, 0);
  });

  await t.test("upgrade at /cometd/any/path", async () => {
    const recorded = SOCKETS.get("upgrade at /cometd/any/path")?.failed as { status: number };
    assert.equal(recorded.status, 400);
    assert.equal(await refusalOf("/cometd/any/path"), 404);
  });

  await t.test("upgrade with an Origin of another site", async () => {
    assert.equal(SOCKETS.get("upgrade with an Origin of another site")?.closed, null); // Java takes it
    assert.equal(await refusalOf("/cometd", { Origin: "https://evil.example" }), 403);
  });
});
