import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { cpuMicros, serveCommands } from "../child-process.js";

// The yardstick of what Node's HTTP itself takes: as much of long-polling as the load generator needs. Nothing is parsed:
// a connect waits until there is a text for its client, and a publish is a text for everybody else who has waited before.

interface Client {
  waiting: ServerResponse | undefined;
  texts: string[];
}

const CONNECT = '"channel":"/meta/connect"';
const AT_ONCE = '"timeout":0';
const CLIENT_ID = ',"clientId":"';
const OK = '"successful":true';
const clients = new Map<string, Client>();
let lastId = 0;

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    body += chunk;
  });
  request.on("end", () => handle(body, response));
}).listen(0, "127.0.0.1");

function handle(body: string, response: ServerResponse): void {
  const idAt = body.lastIndexOf(CLIENT_ID);
  if (idAt < 0) {
    lastId += 1;
    return answer(response, [`{${OK},"clientId":"${lastId}"}`]);
  }
  const id = body.slice(idAt + CLIENT_ID.length, -3);
  if (body.includes('"data":')) {
    const text = `${body.slice(1, idAt)}}`;
    for (const [other, client] of clients) {
      if (other === id) continue;
      client.texts.push(text);
      flush(client);
    }
  } else if (body.includes(CONNECT) && !body.includes(AT_ONCE)) {
    const client = clients.get(id) ?? { waiting: undefined, texts: [] };
    clients.set(id, client);
    client.waiting = response;
    return flush(client);
  }
  answer(response, [`{${OK}}`]);
}

function flush(client: Client): void {
  const { waiting, texts } = client;
  if (waiting === undefined || texts.length === 0) return;
  client.waiting = undefined;
  client.texts = [];
  answer(waiting, [...texts, `{${CONNECT},${OK}}`]);
}

function answer(response: ServerResponse, texts: readonly string[]): void {
  const body = `[${texts.join(",")}]`;
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

serveCommands({
  start: async () => {
    if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cometd` };
  },
  cpu: () => cpuMicros(),
  memory: () => process.memoryUsage.rss(),
});
