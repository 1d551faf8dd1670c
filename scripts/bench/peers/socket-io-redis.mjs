import { createAdapter } from "@socket.io/redis-adapter";
import { createClient } from "redis";
import { cpuMicros, serveCommands } from "../../../dist/scripts/bench/child-process.js";
import { startSocketIo } from "./socket-io-node.mjs";

// One of several Socket.IO servers that reach each other through Redis, whose own CPU time is counted beside theirs.

serveCommands({
  start: async ({ redisPort }) => {
    const publisher = createClient({ url: `redis://127.0.0.1:${redisPort}` });
    const subscriber = publisher.duplicate();
    await Promise.all([publisher.connect(), subscriber.connect()]);
    return { url: await startSocketIo(createAdapter(publisher, subscriber)) };
  },
  joined: () => 1,
  cpu: () => cpuMicros(),
});
