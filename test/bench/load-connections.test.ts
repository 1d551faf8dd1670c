import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { WebSocketServer } from "ws";
import { HttpConnection } from "../../scripts/bench/load/http-connection.js";
import { LoadSocket } from "../../scripts/bench/load/load-socket.js";

/** An echo, and a client of it whose frames can be awaited one by one. */
async function openEcho(t: TestContext) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (socket) => socket.on("message", (data) => socket.send(String(data))));
  await once(server, "listening");
  const frames: string[] = [];
  let arrived: (() => void) | undefined;
  const pongs: string[] = [];
  server.on("connection", (socket) => socket.on("pong", (data) => pongs.push(String(data))));
  const socket = await LoadSocket.open(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    frame: (payload) => {
      frames.push(String(payload));
      arrived?.();
    },
    closed: () => {},
  });
  t.after(() => {
    socket.close();
    server.close();
  });
  const next = async (count: number): Promise<string[]> => {
    while (frames.length < count) await new Promise<void>((resolve) => (arrived = resolve));
    return frames.splice(0, count);
  };
  return { server, socket, next, pongs };
}

test("a load generator's WebSocket sends and reads frames of each length, in one piece and in several", async (t) => {
  const { socket, next } = await openEcho(t);
  const texts = [0, 1, 125, 126, 65_535, 65_536, 900_000].map((length) => "x".repeat(length));
  socket.cork();
  for (const text of texts) socket.send(text);
  socket.uncork();
  assert.deepEqual(await next(texts.length), texts);
});

test("it answers a ping, and tells of an end", async (t) => {
  const { server, socket, next, pongs } = await openEcho(t);
  const [there] = [...server.clients];
  there!.ping("are you there?");
  socket.send("behind the pong");
  await next(1);
  assert.deepEqual(pongs, ["are you there?"]);
  const ended = new Promise((resolve) => {
    socket.handler = { frame: () => {}, closed: resolve };
  });
  there!.close(1001);
  assert.match(String(await ended), /closed by the server with 03e9/);
});

test("a server that does not take it is told of", async (t) => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 503 Service Unavailable\r\n\r\n"));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await assert.rejects(LoadSocket.open(url, { frame: () => {}, closed: () => {} }), /no WebSocket: HTTP\/1.1 503/);
});

test("a load generator's HTTP reads answers with a length and in chunks, keeps a cookie, and connects anew", async (t) => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.headers.cookie ?? "-"}`);
    if (request.url === "/length") response.setHeader("Content-Length", 5).end("hello");
    else if (request.url === "/chunks") {
      response.setHeader("Set-Cookie", "who=me; Path=/").write("a".repeat(300_000));
      response.end("b");
    } else response.writeHead(404, { Connection: "close", "Content-Length": 7 }).end("nothing");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const connection = new HttpConnection(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), {
    text: "",
  });
  t.after(() => {
    connection.close();
    server.close();
  });
  const ask = async (path: string, body?: string): Promise<string> =>
    String(await connection.request(path, body, "text/plain"));
  assert.equal(await ask("/length", "{}"), "hello");
  assert.equal(await ask("/chunks"), `${"a".repeat(300_000)}b`);
  await assert.rejects(ask("/none"), /HTTP\/1.1 404 Not Found: nothing/);
  assert.equal(await ask("/length"), "hello");
  assert.deepEqual(seen, ["POST -", "GET -", "GET who=me", "GET who=me"]);
});
