import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { type WebSocket, WebSocketServer } from "ws";
import { BayeuxClient, nodeTransports } from "../../../core/client/node.js";
import { until } from "../../support/until.js";

/** Dials a server. @returns its end, once it has heard the client */
async function dial(t: TestContext, seen: (socket: WebSocket) => void): Promise<WebSocket> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const wrap = (socket: WebSocket): WebSocket => {
    seen(socket);
    return socket;
  };
  const client = new BayeuxClient({ url: `http://127.0.0.1:${port}/` }, { transports: nodeTransports({ wrap }) });
  t.after(() => {
    client.abort();
    for (const ws of server.clients) ws.terminate();
    server.close();
  });
  void client.handshake().catch(() => {});
  const [ws] = (await once(server, "connection")) as [WebSocket];
  await once(ws, "message");
  return ws;
}

const SAYS = ["[]", Buffer.from("one"), Buffer.from("two"), Buffer.from("three")];

test("a socket of one's own that takes frames is lent the bytes, and nothing comes by the event of ws", async (t) => {
  const heard: string[] = [];
  let events = 0;
  let lent = 0;
  const server = await dial(t, (socket) => {
    socket.on("message", () => {
      events += 1;
    });
    Object.assign(socket, {
      textCame: (text: string) => void heard.push(text),
      bytesCame: (bytes: Buffer, areLent: boolean) => {
        if (areLent) lent += 1;
        heard.push(String(bytes));
      },
    });
  });
  for (const each of SAYS) server.send(each);
  await until(() => heard.length === SAYS.length, "all came");
  assert.deepEqual(heard, SAYS.map(String));
  assert.equal(events, 0);
  assert.ok(lent > 0, "read where they came");
});

test("who hears of frames by the event of ws keeps their bytes", async (t) => {
  const heard: unknown[] = [];
  const server = await dial(t, (socket) => void socket.on("message", (data) => heard.push(data)));
  for (const [index, each] of SAYS.entries()) {
    server.send(each);
    await until(() => heard.length === index + 1, "it came, and the next is read where it was");
  }
  assert.deepEqual(heard.map(String), SAYS.map(String));
});
