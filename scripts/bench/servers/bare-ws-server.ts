import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { cpuMicros, serveCommands } from "../child-process.js";

// The yardstick: what `ws` alone takes to pass a text on to everybody else, without sessions, channels, parsing or
// queues. A message is sent as soon as it came, one frame and one system call for each receiver.

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
const sockets = new Set<WebSocket>();

server.on("connection", (socket) => {
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  socket.on("message", (data) => {
    for (const other of sockets) if (other !== socket) other.send(data, { binary: false });
  });
});

serveCommands({
  start: async () => {
    if (server.address() === null) await new Promise((resolve) => server.once("listening", resolve));
    return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  },
  cpu: () => cpuMicros(),
  memory: () => process.memoryUsage.rss(),
});
