import { createAdapter } from "@socket.io/redis-adapter";
import { createClient } from "redis";
import { cpuMicros, serveCommands } from "../../../dist/scripts/bench/child-process.js";
import { startSocketIo } from "./socket-io-node.mjs";

// One of several Socket.IO servers that reach each other through Redis, whose own CPU time is counted beside theirs.

let redis;

/** @returns CPU microseconds of Redis: all of its threads, and what it did before this bench, which comes off again */
async function redisMicros() {
  const text = await redis.info("cpu");
  const seconds = (name) => Number(new RegExp(`^${name}:(\\S+)`, "m").exec(text)[1]);
  return (seconds("used_cpu_user") + seconds("used_cpu_sys")) * 1e6;
}

serveCommands({
  start: async ({ redisPort, peers }) => {
    const publisher = createClient({ url: `redis://127.0.0.1:${redisPort}` });
    const subscriber = publisher.duplicate();
    await Promise.all([publisher.connect(), subscriber.connect()]);
    if (peers.length === 0) redis = publisher; // the first counts it
    return { url: await startSocketIo(createAdapter(publisher, subscriber)) };
  },
  joined: () => 1,
  cpu: async () => cpuMicros() + (redis === undefined ? 0 : await redisMicros()),
});
