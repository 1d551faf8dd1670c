import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { cpuMicros, serveCommands } from "../../scripts/bench/child-process.js";

// The yardstick: what `ws` alone takes to send each text back to where it came from.

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("connection", (socket) => {
  socket.on("message", (data) => socket.send(data, { binary: false }));
});

serveCommands({
  start: async () => {
    if (server.address() === null) await new Promise((resolve) => server.once("listening", resolve));
    return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  },
  cpu: () => cpuMicros(),
});
