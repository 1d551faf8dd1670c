import assert from "node:assert/strict";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { HttpTransports } from "../../../core/transport/http-transports.js";
import { until } from "../../support/until.js";

// Polls are answered past ServerResponse; whoever is at the other end of the connection must not be able to tell.

interface Listening {
  readonly bayeux: BayeuxServer;
  readonly port: number;
  /** For each response that is finished: whether ServerResponse has written it. */
  readonly isUsual: readonly boolean[];
}

/** @param leavesAll - every answer is left to ServerResponse, as if somebody had put a method of his own in front of it */
async function listen(t: TestContext, leavesAll = false): Promise<Listening> {
  const bayeux = new BayeuxServer();
  const transports = new HttpTransports(bayeux);
  const seen: boolean[] = [];
  const http = createServer((request, response) => {
    response.on("finish", () => seen.push(response.headersSent));
    if (leavesAll) response.end = response.end.bind(response);
    transports.handle(request, response);
  });
  bayeux.start();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  t.after(async () => {
    transports.close();
    bayeux.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });
  return { bayeux, port: (http.address() as AddressInfo).port, isUsual: seen };
}

/** A connection whose bytes are looked at as they are. */
class Wire {
  readonly socket: Socket;
  received = "";
  isOver = false;

  constructor(t: TestContext, port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.setEncoding("utf8");
    this.socket.on("data", (text: string) => {
      this.received += text;
    });
    this.socket.on("close", () => {
      this.isOver = true;
    });
    this.socket.on("error", () => {});
    t.after(() => this.socket.destroy());
  }

  async ask(text: string): Promise<string> {
    this.received = "";
    this.socket.write(text);
    await until(() => this.isAnswered, "the answer");
    return this.received;
  }

  /** All that is announced of the first answer has come. */
  get isAnswered(): boolean {
    const [head = "", body] = this.received.split("\r\n\r\n", 2);
    const bytes = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    return body !== undefined && Buffer.byteLength(this.received) >= Buffer.byteLength(head) + 4 + bytes;
  }
}

function post(message: object, cookie = "", more = "", version = "1.1"): string {
  const body = JSON.stringify([message]);
  const head = `POST /cometd HTTP/${version}\r\nHost: bus.example\r\nContent-Type: application/json\r\n`;
  return `${head}Cookie: ${cookie}\r\n${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const CONNECT = { channel: "/meta/connect", connectionType: "long-polling" };

/** @returns what the requests of a session that has shaken hands and connected begin with */
async function login(wire: Wire): Promise<{ clientId: string; cookie: string }> {
  const types = ["long-polling"];
  const answer = await wire.ask(
    post({ channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: types, id: "1" }),
  );
  const clientId = /"clientId":"(\w+)"/.exec(answer)![1]!;
  const cookie = /set-cookie: ([^;]+)/i.exec(answer)![1]!;
  await wire.ask(post({ ...CONNECT, clientId, id: "2", advice: { timeout: 0 } }, cookie));
  return { clientId, cookie };
}

test("the bytes are those of ServerResponse, for one answer and for the next on the same connection", async (t) => {
  const [ours, usual] = [await listen(t), await listen(t, true)];
  const answers: string[][] = [[], []];
  for (const [index, { port }] of [ours, usual].entries()) {
    const wire = new Wire(t, port);
    for (const id of ["1", "2", "ü"]) {
      const answer = await wire.ask(post({ channel: "/meta/connect", clientId: "nobody", id }));
      const date = /\r\nDate: ([^\r]+)\r\n/.exec(answer)![1]!;
      assert.ok(Math.abs(Date.parse(date) - Date.now()) < 60_000 && new Date(date).toUTCString() === date, date);
      answers[index]!.push(answer.replace(date, "now"));
    }
  }
  assert.deepEqual(answers[0], answers[1]);
  assert.deepEqual([ours.isUsual, usual.isUsual], [Array(3).fill(false), Array(3).fill(true)]);
  assert.match(
    answers[0]![0]!,
    /^HTTP\/1\.1 200 OK\r\n.*\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\n\[/s,
  );
});

test("of requests that come in one go the second waits for the answer to the first", async (t) => {
  const { bayeux, port } = await listen(t);
  const wire = new Wire(t, port);
  const { clientId, cookie } = await login(wire);
  const session = bayeux.getSession(clientId)!;
  wire.received = "";
  const second = { channel: "/service/echo", clientId, id: "4", data: 1 };
  wire.socket.write(post({ ...CONNECT, clientId, id: "3" }, cookie) + post(second, cookie));
  await until(() => session.holder !== undefined && bayeux.stats.messagesIn === 4, "both are handled");
  assert.equal(wire.received, "", "nothing overtakes the connect");
  session.deliver(undefined, "/news", "extra");
  await until(() => wire.received.includes('"id":"4"'), "both answers");
  assert.deepEqual(wire.received.match(/"id":"\d"|"extra"/g), ['"extra"', '"id":"3"', '"id":"4"']);
  assert.equal(wire.received.match(/HTTP\/1\.1 200 OK/g)?.length, 2);
  assert.match(await wire.ask(post({ ...second, id: "5" }, cookie)), /"id":"5"/, "the connection goes on");
});

test("an answer that is more than the peer takes at once comes as a whole, and the connection goes on", async (t) => {
  const { bayeux, port } = await listen(t);
  const wire = new Wire(t, port);
  const { clientId, cookie } = await login(wire);
  const session = bayeux.getSession(clientId)!;
  session.mailbox.maxQueuedBytes = Number.POSITIVE_INFINITY;
  wire.received = "";
  wire.socket.write(post({ ...CONNECT, clientId, id: "3" }, cookie));
  await until(() => session.holder !== undefined, "the connect is held");
  wire.socket.pause();
  const text = "é".repeat(8_000_000);
  session.deliver(undefined, "/news", text);
  await until(() => session.holder === undefined, "it is answered");
  wire.socket.write(post({ channel: "/service/echo", clientId, id: "4", data: 1 }, cookie));
  await until(() => bayeux.stats.messagesIn === 4, "the next request is handled");
  wire.socket.resume();
  await until(() => wire.received.includes('"id":"4"'), "both answers");
  assert.ok(
    wire.received.includes(`"${text}"`) && wire.received.indexOf('"id":"3"') < wire.received.indexOf('"id":"4"'),
  );
});

test("whoever goes before he has read all of an answer costs nobody else anything", async (t) => {
  const { bayeux, port } = await listen(t);
  const wire = new Wire(t, port);
  const { clientId, cookie } = await login(wire);
  const session = bayeux.getSession(clientId)!;
  session.mailbox.maxQueuedBytes = Number.POSITIVE_INFINITY;
  wire.socket.write(post({ ...CONNECT, clientId, id: "3" }, cookie));
  await until(() => session.holder !== undefined, "the connect is held");
  wire.socket.pause();
  session.deliver(undefined, "/news", "x".repeat(16_000_000));
  await until(() => session.holder === undefined, "it is answered");
  wire.socket.destroy();
  const other = new Wire(t, port);
  assert.notEqual((await login(other)).clientId, clientId);
});

for (const [what, more, version] of [
  ["does not want the connection kept", "Connection: close\r\n", "1.1"],
  ["speaks HTTP/1.0", "", "1.0"],
] as const) {
  test(`the connection of who ${what} is closed behind the answer`, async (t) => {
    const { port } = await listen(t);
    const wire = new Wire(t, port);
    const answer = await wire.ask(post({ channel: "/meta/connect", clientId: "nobody", id: "1" }, "", more, version));
    assert.match(answer, /\r\nConnection: close\r\n/);
    await until(() => wire.isOver, "the end");
  });
}

test("who waits to be told to go on is told so, and answered", async (t) => {
  const { port } = await listen(t);
  const wire = new Wire(t, port);
  const [head, body] = post(
    { channel: "/meta/connect", clientId: "nobody", id: "1" },
    "",
    "Expect: 100-continue\r\n",
  ).split("\r\n\r\n");
  wire.socket.write(`${head}\r\n\r\n`);
  await until(() => wire.received === "HTTP/1.1 100 Continue\r\n\r\n", "the word");
  assert.match(await wire.ask(body!), /^HTTP\/1\.1 200 OK.*402::session_unknown/s);
});
