import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket, WebSocketServer } from "ws";
import { cpuMicros, serveCommands } from "../child-process.js";

// The yardstick for messages from user to user across servers: two of these, a WebSocket between them, and on each a table
// of users. A message is passed on to the other server, given to its user there, and answered; nothing is checked, queued,
// acknowledged or found out. Speaks as much Bayeux as the load generator wants to hear.

interface Send {
  readonly id: string;
  readonly data: { readonly to: string; readonly channel: string; readonly data: unknown };
}
type LinkMessage = { readonly from: string; readonly send: Send } | { readonly answerTo: string; readonly id: string };

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
const users = new Map<string, WebSocket>();
let link: WebSocket | undefined;

server.on("connection", (socket, request: IncomingMessage) => {
  const user = new URL(request.url ?? "/", "http://localhost").searchParams.get("user");
  if (user === null) return joinLink(socket);
  users.set(user, socket);
  socket.on("message", (text) => {
    const [send] = JSON.parse(String(text)) as [Send];
    const there = users.get(send.data.to);
    if (there === undefined) link?.send(JSON.stringify({ from: user, send } satisfies LinkMessage));
    else {
      deliver(there, user, send);
      answer(user, send.id);
    }
  });
});

function joinLink(socket: WebSocket): void {
  link = socket;
  socket.on("message", (text) => {
    const message = JSON.parse(String(text)) as LinkMessage;
    if ("answerTo" in message) return answer(message.answerTo, message.id);
    const there = users.get(message.send.data.to);
    if (there === undefined) return;
    deliver(there, message.from, message.send);
    socket.send(JSON.stringify({ answerTo: message.from, id: message.send.id } satisfies LinkMessage));
  });
}

function deliver(socket: WebSocket, from: string, { data: { channel, data } }: Send): void {
  socket.send(JSON.stringify([{ channel, data: { from, data } }]));
}

function answer(user: string, id: string): void {
  const ext = { seti: { delivered: 1, unknown: [] } };
  users.get(user)?.send(JSON.stringify([{ channel: "/service/seti", id, successful: true, ext }]));
}

serveCommands({
  start: async ({ peers }: { peers: readonly string[] }) => {
    if (server.address() === null) await new Promise((resolve) => server.once("listening", resolve));
    const peer = peers[0];
    if (peer !== undefined) {
      const socket = new WebSocket(peer, { perMessageDeflate: false });
      await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
      joinLink(socket);
    }
    return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  },
  joined: () => (link === undefined ? 0 : 1),
  cpu: () => cpuMicros(),
  memory: () => process.memoryUsage.rss(),
});
