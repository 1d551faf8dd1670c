import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { cpuMicros, serveCommands } from "../child-process.js";
import { acceptUpgrade, FrameReader, textFrame } from "./bare-frames.js";

// The yardstick of what Node itself takes: one frame for each message, made once, and written to every other socket.

const sockets = new Set<Duplex>();
const server = createServer().listen(0, "127.0.0.1");

server.on("upgrade", (request, socket) => {
  acceptUpgrade(request, socket);
  sockets.add(socket);
  const reader = new FrameReader();
  socket.on("data", (chunk: Buffer) => {
    for (const payload of reader.read(chunk)) {
      const frame = textFrame(payload);
      for (const other of sockets) if (other !== socket) other.write(frame);
    }
  });
  socket.on("close", () => sockets.delete(socket));
  socket.on("error", () => socket.destroy());
});

serveCommands({
  start: async () => {
    if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
    return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  },
  cpu: () => cpuMicros(),
  memory: () => process.memoryUsage.rss(),
});
